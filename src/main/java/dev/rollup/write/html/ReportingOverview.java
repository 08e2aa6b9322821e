package dev.rollup.write.html;

import dev.rollup.finding.FindingCode;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.Messages;
import dev.rollup.write.letter.GroupLetter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who reported and who did not: the numbers, and the names to copy. */
final class ReportingOverview {

  private final Report report;
  private final Messages messages;
  private final GroupLetter letter;
  private final HtmlPage page;

  ReportingOverview(Report report, Messages messages, GroupLetter letter, HtmlPage page) {
    this.report = report;
    this.messages = messages;
    this.letter = letter;
    this.page = page;
  }

  /** Writes the numbers, then each kind of unit from which something is still to come. */
  void write() throws IOException {
    page.open("section", "id", "reporting");
    page.element("h2", messages.text("html.reporting"));
    numbers(figures(report.reporting()));
    if (report.reporting().expected().isPresent()) {
      page.element("p", messages.text("html.identities"), "class", "aside");
    }
    page.close();
    names(UnitState.MISSING);
    names(UnitState.RETURNED);
    names(UnitState.AWAITED);
  }

  private static Map<String, String> figures(Reporting reporting) {
    var figures = new LinkedHashMap<String, String>();
    figures.put("expected", reporting.expected().map(String::valueOf).orElse("—"));
    figures.put("actual", String.valueOf(reporting.actual()));
    figures.put("nil", String.valueOf(reporting.nil()));
    figures.put("on-time", String.valueOf(reporting.onTime()));
    figures.put("late", String.valueOf(reporting.late()));
    figures.put("unknown", String.valueOf(reporting.unknown()));
    figures.put("returned", String.valueOf(reporting.returned()));
    figures.put("missing", String.valueOf(reporting.missing()));
    figures.put("awaited", String.valueOf(reporting.awaited()));
    figures.put("rate", percent(reporting.rate()));
    figures.put("rate-on-time", percent(reporting.onTimeRate()));
    return figures;
  }

  private static String percent(Optional<BigDecimal> rate) {
    return rate.map(value -> value.toPlainString() + "%").orElse("—");
  }

  private void numbers(Map<String, String> figures) throws IOException {
    page.open("table", "class", "numbers").open("thead").open("tr");
    for (var name : figures.keySet()) {
      page.element("th", messages.text("reporting." + name), "scope", "col");
    }
    page.close().close().open("tbody").open("tr");
    for (var value : figures.values()) {
      page.element("td", value);
    }
    page.close().close().close();
  }

  private void names(UnitState state) throws IOException {
    List<UnitResult> units = report.units().stream().filter(u -> u.state() == state).toList();
    if (units.isEmpty()) {
      return;
    }
    page.open("section", "id", state.word(), "class", "names");
    page.element("h2", messages.text("html.state." + state.word(), String.valueOf(units.size())));
    page.element("p", messages.text("html.to-copy"), "class", "aside");
    page.element("p", line(units), "class", "copy");
    page.open("ul");
    for (var group : groups(units).entrySet()) {
      group(group.getKey(), group.getValue());
    }
    page.close();
    if (state == UnitState.MISSING) {
      String hint = "finding." + FindingCode.UNIT_NOT_REPORTED.id() + ".hint";
      page.element("p", messages.text(hint), "class", "aside");
    }
    // What came and was not used is told to each unit alone.
    if (state != UnitState.RETURNED) {
      page.open("details").element("summary", messages.text("html.messages"));
      for (var group : groups(units).entrySet()) {
        messages(group.getKey(), group.getValue(), state);
      }
      page.close();
    }
    page.close();
  }

  private void messages(String group, List<UnitResult> units, UnitState state) throws IOException {
    page.open("div", "class", "message");
    String name = SafeText.name(group);
    page.element(
        "p",
        group.isEmpty()
            ? messages.text("html.message.all")
            : messages.text("html.message.group", name),
        "class",
        "aside");
    for (var text : letter.of(group, units, state)) {
      page.element("p", text, "class", "copy");
    }
    page.close();
  }

  private void group(String name, List<UnitResult> units) throws IOException {
    page.open("li");
    if (!name.isEmpty()) {
      String number = String.valueOf(units.size());
      page.element("b", messages.text("html.group", SafeText.name(name), number));
    }
    page.text(line(units)).close();
  }

  private String line(List<UnitResult> units) {
    return units.stream()
        .map(unit -> SafeText.name(unit.unit().name()))
        .collect(Collectors.joining(messages.text("print.comma")));
  }

  /** Reminders go out by group; units without one stand under the empty name. */
  private static Map<String, List<UnitResult>> groups(List<UnitResult> units) {
    return units.stream()
        .collect(
            Collectors.groupingBy(
                unit -> Objects.requireNonNullElse(unit.unit().group(), ""),
                LinkedHashMap::new,
                Collectors.toList()));
  }
}
