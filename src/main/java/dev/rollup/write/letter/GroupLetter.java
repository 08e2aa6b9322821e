package dev.rollup.write.letter;

import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.Messages;
import java.util.ArrayList;
import java.util.List;

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
