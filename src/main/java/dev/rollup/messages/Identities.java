package dev.rollup.messages;

import dev.rollup.merge.Reporting;
import java.util.ArrayList;
import java.util.List;

/** What adds up to what, in words and with the numbers, so that a reader can check. */
public final class Identities {

  private Identities() {}

  /** Returns a sentence for each. Without a roster, what is owed is not known and not told. */
  public static List<String> of(Reporting reporting, Messages messages) {
    var lines = new ArrayList<String>();
    if (reporting.expected().isPresent()) {
      boolean awaiting = reporting.awaited() > 0;
      lines.add(
          messages.text(
              awaiting ? "identity.units-awaited" : "identity.units",
              text(reporting.expected().get()),
              text(reporting.actual()),
              text(reporting.returned()),
              text(reporting.missing()),
              text(reporting.awaited())));
    }
    lines.add(
        messages.text(
            "identity.time",
            text(reporting.actual()),
            text(reporting.onTime()),
            text(reporting.late()),
            text(reporting.unknown()),
            text(reporting.nil())));
    if (reporting.expected().isPresent()) {
      lines.add(messages.text("identity.rates"));
    }
    return lines;
  }

  private static String text(int number) {
    return String.valueOf(number);
  }
}
