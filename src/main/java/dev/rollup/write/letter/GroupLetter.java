package dev.rollup.write.letter;

import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The message to all units of a kind that names those of which nothing came. Units of which
 * something came that does not count are not among them: they get a message of their own.
 */
public final class GroupLetter {

  private final Sender sender;
  private final Messages messages;

  /** Letters from one sender in one language. */
  public GroupLetter(Sender sender, Messages messages) {
    this.sender = sender;
    this.messages = messages;
  }

  /**
   * The messages to one group about what is to come from it.
   *
   * @param group the name of the group; empty where units have none
   * @param kind what they are, as the names of files tell it
   * @param texts the messages
   */
  public record Letters(String group, String kind, List<String> texts) {
    /** Copies the list. */
    public Letters {
      texts = List.copyOf(texts);
    }
  }

  /** Returns all messages of a run, by group in the order of the roster. */
  public List<Letters> all(Report report) {
    Map<String, List<UnitResult>> groups = new LinkedHashMap<>();
    for (var unit : report.units()) {
      String group = Optional.ofNullable(unit.unit().group()).orElse("");
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(unit);
    }
    var all = new ArrayList<Letters>();
    groups.forEach(
        (group, units) -> {
          for (var state : List.of(UnitState.MISSING, UnitState.AWAITED)) {
            List<String> texts = of(group, units, state);
            if (!texts.isEmpty()) {
              all.add(new Letters(group, kind(group, state), texts));
            }
          }
        });
    return all;
  }

  private String kind(String group, UnitState state) {
    return state == UnitState.AWAITED ? "reminder" : sender.peers(group) ? "request" : "chase";
  }

  /**
   * Returns the messages to a group: several where the names do not fit one, none where nobody is
   * meant.
   *
   * @param group the name of the group; empty where units have none
   * @param state missing or awaited
   */
  public List<String> of(String group, List<UnitResult> units, UnitState state) {
    List<String> names =
        units.stream()
            .filter(unit -> unit.state() == state)
            .map(unit -> UnitLetter.name(unit.unit()))
            .toList();
    String key =
        state == UnitState.AWAITED ? "reminder" : sender.peers(group) ? "chase.peer" : "chase";
    var letters = new ArrayList<String>();
    var open = new ArrayList<String>();
    for (var name : names) {
      open.add(name);
      if (open.size() > 1 && UnitLetter.tooLong(letter(key, group, open), messages)) {
        open.remove(open.size() - 1);
        letters.add(letter(key, group, open));
        open.clear();
        open.add(name);
      }
    }
    if (!open.isEmpty()) {
      letters.add(letter(key, group, open));
    }
    return letters;
  }

  private String letter(String key, String group, List<String> names) {
    return sender.text(
        key,
        group,
        sender.form(),
        sender.asOf(),
        sender.office(),
        String.valueOf(names.size()),
        String.join(messages.text("print.comma"), names),
        key.equals("reminder") ? sender.deadline() : sender.by(),
        sender.clerk(),
        sender.activity());
  }
}
