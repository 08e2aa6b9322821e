package dev.rollup.clerkfile;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Outcome;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.FieldReference;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the corrections: what units said by telephone that their returns should have said. */
public final class CorrectionsReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "unit", List.of("unit", "单位", "单位名称", "填报单位"),
          "field", List.of("field", "指标", "填报项", "指标编号", "项目"),
          "row", List.of("row", "行", "行号", "第几行"),
          "old", List.of("old", "old value", "原值", "原填", "原填内容", "更正前"),
          "new", List.of("new", "new value", "新值", "更正值", "更正为", "改为", "更正后"),
          "by", List.of("by", "by whom", "更正人", "经办人", "登记人"),
          "why", List.of("why", "reason", "依据", "更正依据", "说明", "原因", "理由"));

  private static final List<String> REQUIRED = List.of("unit", "field", "old", "new", "by", "why");

  private final Template template;
  private final Optional<Roster> roster;
  private final Map<String, SideTable.Line> lineOf = new HashMap<>();

  private CorrectionsReader(Template template, Optional<Roster> roster) {
    this.template = template;
    this.roster = roster;
  }

  /**
   * Reads corrections.
   *
   * @param roster tells two names of one unit; empty where there is none
   * @return the corrections, with a finding for each line that names no blank of the form
   * @throws Mistake if a line is incomplete, a new value would not be believed in a return, or two
   *     lines contradict each other
   */
  public static Outcome<Corrections> read(SideFile file, Template template, Optional<Roster> roster)
      throws Mistake {
    var reader = new CorrectionsReader(template, roster);
    var findings = new ArrayList<Finding>();
    List<Correction> corrections =
        SideTable.all(
            SideTable.read(file, HEADINGS, REQUIRED),
            line -> {
              String name = line.required("field");
              Optional<FieldReference> field = FieldReference.of(name, template);
              if (field.isEmpty()) {
                findings.add(Unmatched.NO_FIELD.finding(line.at(), name));
                return Optional.empty();
              }
              return Optional.of(reader.correction(line, field.get()));
            });
    return Outcome.of(new Corrections(corrections), findings);
  }

  /**
   * Returns a line that corrects an entry, for the end of a file.
   *
   * @param file the file as it is, with its headings
   * @param unit the name of the unit
   * @param content the new content, as it was typed
   * @param by who notes it
   * @param why what it rests upon
   * @throws Mistake if the file lacks a column
   */
  public static List<String> line(
      SideFile file, String unit, Entry entry, String content, String by, String why)
      throws Mistake {
    String field = entry.field().id();
    return SideTable.line(
        file,
        HEADINGS,
        REQUIRED,
        List.of(),
        Map.of(
            "unit", unit,
            "field", entry.row() > 0 ? field + "#" + entry.row() : field,
            "row", entry.row() > 0 ? String.valueOf(entry.row()) : "",
            "old", Objects.requireNonNullElse(entry.raw(), ""),
            "new", content,
            "by", by,
            "why", why));
  }

  private Correction correction(SideTable.Line line, FieldReference reference) throws Mistake {
    Field field = reference.field();
    String text = line.raw("new");
    Optional<Value> value = Correction.content(text, field, template);
    if (value.isEmpty()) {
      throw line.mistake("correction.no-value", text);
    }
    var correction =
        new Correction(
            line.at(),
            line.required("unit"),
            field,
            row(line, reference),
            line.raw("old"),
            value.get(),
            line.required("by"),
            line.required("why"));
    // The later of two lines might be the right one, or the earlier: nobody can tell.
    SideTable.Line earlier = lineOf.putIfAbsent(key(correction), line);
    if (earlier != null && !earlier.raw("new").equals(text)) {
      throw line.mistake("correction.double", String.valueOf(earlier.at().line()));
    }
    return correction;
  }

  /** Returns the row, which a repeated item has to have and no other may. */
  private int row(SideTable.Line line, FieldReference reference) throws Mistake {
    String noted = Folding.nfkc(line.get("row"));
    int row =
        noted.matches("\\d{1,4}")
            ? Integer.parseInt(noted)
            : noted.isEmpty() ? reference.row() : -1;
    boolean repeats =
        template.items().stream()
            .anyMatch(item -> item.repeats() && item.fields().contains(reference.field()));
    boolean contradicts = reference.row() > 0 && row != reference.row();
    if (contradicts || repeats != row > 0 || row < 0) {
      throw line.mistake("correction.row", reference.field().id());
    }
    return row;
  }

  private String key(Correction correction) {
    String unit =
        roster
            .flatMap(known -> known.called(correction.unit()))
            .map(Unit::id)
            .orElse(correction.unit());
    return String.join(
        "\n",
        Folding.name(unit),
        correction.field().id(),
        String.valueOf(correction.row()),
        Folding.nfkc(correction.old()));
  }
}
