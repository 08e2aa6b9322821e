package dev.rollup.merge;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which prints (pdf, ofd) only come along with the form that they are prints of. A unit that
 * sends its form often sends it printed and stamped, too: what such a print says is said already,
 * and what cannot be read in it can be read in the form. A print that says another number is a
 * return like any other, and so is one that came alone.
 */
final class Prints {

  private Prints() {}

  /** Returns the same returns, with prints that come along with a form set aside. */
  static List<Return> setAside(List<Return> returns) {
    Map<Unit, List<Return>> forms = new HashMap<>();
    for (var each : returns) {
      if (!each.isPrint() && each.heldCounts()) {
        forms.computeIfAbsent(each.unit().orElseThrow(), unit -> new ArrayList<>()).add(each);
      }
    }
    return returns.stream()
        .map(each -> each.isPrint() && comesAlong(each, forms) ? companion(each) : each)
        .toList();
  }

  private static boolean comesAlong(Return print, Map<Unit, List<Return>> forms) {
    Optional<Unit> unit = print.unit();
    List<Return> own = unit.map(each -> forms.getOrDefault(each, List.of())).orElse(List.of());
    boolean unread = print.kind() == Return.Kind.UNUSABLE && print.submission().isEmpty();
    return !own.isEmpty()
        && (unread
            || print.kind() == Return.Kind.FORM
                && own.stream().anyMatch(form -> Contents.saysNothingElse(print, form)));
  }

  private static Return companion(Return print) {
    Finding why =
        Finding.of(FindingCode.COMPANION_DOCUMENT, Location.file(print.path()))
            .with(Argument.FORMAT, String.valueOf(print.format()));
    return print.asCompanion(why);
  }
}
