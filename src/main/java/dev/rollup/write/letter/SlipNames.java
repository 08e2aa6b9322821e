package dev.rollup.write.letter;

import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.Messages;
import dev.rollup.report.UnitIssues;
import dev.rollup.roster.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How the files are called that go to the units, each name once whatever the system. */
public final class SlipNames {

  private static final String FORM = ".xlsx";

  private final Messages messages;
  private final Set<String> taken = new HashSet<>();
  private final Map<Unit, String> names = new HashMap<>();

  /**
   * The names of one run.
   *
   * @param letter who tells which units are written to
   */
  public SlipNames(Report report, UnitLetter letter, Messages messages) {
    this.messages = messages;
    for (var unit : report.units()) {
      if (letter.isDue(unit, UnitIssues.of(unit))) {
        Unit who = unit.unit();
        names.put(who, free(FileNames.part(who.id()) + "-" + FileNames.part(who.name())));
      }
    }
  }

  /** Returns the name of the message to a unit that is written to, without an ending. */
  public String message(Unit unit) {
    return Objects.requireNonNull(names.get(unit), unit.id());
  }

  /** Returns the name of the form that goes back to a unit; empty where none does. */
  public Optional<String> form(UnitResult unit) {
    return Optional.ofNullable(names.get(unit.unit()))
        .filter(name -> unit.state() != UnitState.MISSING)
        .map(name -> messages.text("slip.file", name) + FORM);
  }

  /** Returns a name of the message to many, without an ending. */
  public String group(String kind, String group) {
    return free(messages.text("slip.file." + kind, FileNames.part(group)));
  }

  /** Names that differ in case, or in what was replaced, only are one name on some systems. */
  private String free(String name) {
    String free = name;
    for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
      free = name + "-" + n;
    }
    return free;
  }
}
