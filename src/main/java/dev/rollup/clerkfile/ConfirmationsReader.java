package dev.rollup.clerkfile;

import dev.rollup.finding.Mistake;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.template.FieldReference;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the confirmations: what units answered when they were asked whether something is right. */
public final class ConfirmationsReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "unit", List.of("unit", "单位", "单位名称", "填报单位"),
          "subject", List.of("field or rule", "field", "指标或规则", "指标", "填报项", "指标编号", "项目"),
          "rule", List.of("rule", "code", "规则", "审核规则", "代码"),
          "value", List.of("value confirmed", "confirmed value", "value", "确认值", "核实值", "数值"),
          "by", List.of("by whom", "by", "确认人", "核实人", "经办人", "登记人"),
          "why", List.of("why", "reason", "说明", "情况说明", "原因", "理由", "依据"),
          "date", List.of("date", "日期", "确认日期", "核实日期"));

  private static final List<String> REQUIRED = List.of("unit", "value", "by", "why");

  private static final List<String> ONE_OF = List.of("subject", "rule");

  private final Template template;
  private final Optional<Roster> roster;
  private final Map<String, SideTable.Line> lineOf = new HashMap<>();

  private ConfirmationsReader(Template template, Optional<Roster> roster) {
    this.template = template;
    this.roster = roster;
  }

  /**
   * Reads confirmations.
   *
   * @param roster tells two names of one unit; empty where there is none
   * @throws Mistake if a line is incomplete or its date is none, or two lines contradict each other
   */
  public static List<Confirmation> read(SideFile file, Template template, Optional<Roster> roster)
      throws Mistake {
    return new ConfirmationsReader(template, roster).read(file);
  }

  /**
   * Returns a line that says a confirmation, for the end of a file.
   *
   * @param file the file as it is, with its headings
   * @throws Mistake if the file lacks a column
   */
  public static List<String> line(SideFile file, Confirmation confirmation) throws Mistake {
    List<String> subjects = confirmation.subjects();
    String what = subjects.get(0);
    String blank = subjects.get(subjects.size() - 1);
    boolean apart = SideTable.has(file, HEADINGS, "rule");
    return SideTable.line(
        file,
        HEADINGS,
        REQUIRED,
        ONE_OF,
        Map.of(
            "unit", confirmation.unit(),
            "rule", what,
            "subject", apart && subjects.size() == 1 ? "" : blank,
            "value", confirmation.value(),
            "by", confirmation.by(),
            "why", confirmation.why(),
            "date", confirmation.date()));
  }

  private List<Confirmation> read(SideFile file) throws Mistake {
    return SideTable.all(SideTable.read(file, HEADINGS, REQUIRED, ONE_OF), this::confirmation);
  }

  private Optional<Confirmation> confirmation(SideTable.Line line) throws Mistake {
    String date = line.get("date");
    if (!date.isEmpty() && TimeParser.parse(date, ZoneOffset.UTC).isEmpty()) {
      throw line.mistake("confirmation.no-date", date);
    }
    List<String> subjects =
        Stream.of(line.get("subject"), line.get("rule")).filter(s -> !s.isEmpty()).toList();
    if (subjects.isEmpty()) {
      throw line.mistake("confirmation.no-subject");
    }
    mustNotContradict(line, subjects);
    return Optional.of(
        new Confirmation(
            line.at(),
            line.required("unit"),
            subjects,
            line.raw("value"),
            line.required("by"),
            line.required("why"),
            date));
  }

  /** One thing of a unit cannot be confirmed as two values: nobody can tell which one is meant. */
  private void mustNotContradict(SideTable.Line line, List<String> subjects) throws Mistake {
    List<String> things =
        subjects.stream().map(this::thing).flatMap(Optional::stream).sorted().toList();
    if (things.size() < subjects.size()) {
      return;
    }
    String key = id(line.required("unit")) + "\n" + String.join("\n", things);
    SideTable.Line earlier = lineOf.putIfAbsent(key, line);
    if (earlier != null
        && !Folding.nfkc(earlier.raw("value")).equals(Folding.nfkc(line.raw("value")))) {
      throw line.mistake("confirmation.double", String.valueOf(earlier.at().line()));
    }
  }

  /**
   * Returns the one blank, or the one rule, that is confirmed; empty for what may be several in a
   * return: a list's rows, or all that has one code.
   */
  private Optional<String> thing(String subject) {
    Optional<FieldReference> field = FieldReference.of(subject, template);
    if (field.isPresent()) {
      boolean repeats =
          template.items().stream()
              .anyMatch(item -> item.repeats() && item.fields().contains(field.get().field()));
      return repeats && field.get().row() == 0
          ? Optional.empty()
          : Optional.of(field.get().field().id() + "#" + field.get().row());
    }
    return template.rules().stream()
        .filter(rule -> rule.list() == null)
        .map(Rule::id)
        .filter(rule -> rule.equalsIgnoreCase(Folding.nfkc(subject).strip()))
        .findFirst();
  }

  private String id(String name) {
    return Folding.name(roster.flatMap(known -> known.called(name)).map(Unit::id).orElse(name));
  }
}
