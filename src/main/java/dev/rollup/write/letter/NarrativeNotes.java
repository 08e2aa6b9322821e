package dev.rollup.write.letter;

import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FindingText;
import dev.rollup.report.Issue;
import dev.rollup.report.Issue.Weight;
import dev.rollup.report.IssueKind;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Clause;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Narrative;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the account leaves out, and why: for readers in the house. */
public final class NarrativeNotes {

  /** Of more than these it is told how many there are of each kind. */
  private static final int MOST_ENTRIES = 20;

  /** Where the template has no words for kinds, more are read in the summary. */
  private static final int MOST_LISTED = 200;

  /** More of what a unit typed is read in its file. */
  private static final int MOST_RAW = 40;

  private final Template template;
  private final Narrative.Notes notes;
  private final Narrative.Punctuation punctuation;
  private final Report report;
  private final FindingText words;
  private final List<String> lines = new ArrayList<>();
  private int number;

  private NarrativeNotes(Narrative narrative, Template template, Report report, FindingText words) {
    this.template = template;
    this.notes = narrative.notes();
    this.punctuation = narrative.punctuation();
    this.report = report;
    this.words = words;
  }

  /**
   * Returns the notes, a paragraph each.
   *
   * @param narrative the wording
   * @param said the fields whose totals are in the account
   */
  public static List<String> of(
      Narrative narrative, Template template, Report report, Set<String> said, FindingText words) {
    var notes = new NarrativeNotes(narrative, template, report, words);
    notes.units();
    notes.strays();
    notes.excluded();
    notes.broken();
    notes.notes.caveats().forEach(notes::add);
    notes.unsaid(said);
    return notes.lines;
  }

  private void add(String text) {
    lines.add((punctuation.numbered(++number) + text + punctuation.stop()).strip());
  }

  private void units() {
    if (report.reporting().expected().isEmpty()) {
      add(notes.noRoster());
    }
    var clauses = new ArrayList<String>();
    clause(clauses, notes.missing(), UnitState.MISSING);
    clause(clauses, notes.awaited(), UnitState.AWAITED);
    clause(clauses, notes.returned(), UnitState.RETURNED);
    if (!clauses.isEmpty()) {
      add(String.join(punctuation.and(), clauses));
    }
  }

  private void clause(List<String> clauses, String text, UnitState state) {
    List<String> names =
        report.units().stream()
            .filter(unit -> unit.state() == state)
            .map(unit -> unit.unit().name())
            .toList();
    if (!names.isEmpty()) {
      clauses.add(listed(text, "units", names));
    }
  }

  private void strays() {
    Set<String> ofUnits = new HashSet<>();
    report.units().forEach(unit -> unit.files().forEach(file -> ofUnits.add(file.source().path())));
    List<String> names =
        report.files().stream()
            .filter(file -> file.status() == FileStatus.REJECTED)
            .map(file -> file.source().path())
            .filter(path -> !ofUnits.contains(path))
            .toList();
    if (!names.isEmpty()) {
      add(listed(notes.strays(), "files", names));
    }
  }

  private String listed(String text, String placeholder, List<String> names) {
    Map<String, String> values =
        Map.of(
            "count",
            String.valueOf(names.size()),
            placeholder,
            String.join(punctuation.list(), names));
    return Clause.replaced(text, name -> Optional.ofNullable(values.get(name)));
  }

  private void excluded() {
    var entries = new ArrayList<String>();
    for (var unit : report.units()) {
      for (var file : unit.files()) {
        if (file.status().counts()) {
          excluded(entries, unit.unit().name(), file);
        }
      }
    }
    if (entries.isEmpty()) {
      return;
    }
    list(notes.excluded(), notes.excludedKinds(), Weight.LEFT_OUT, entries);
  }

  /** Says which numbers break a rule although they are in the totals. */
  private void broken() {
    List<String> entries =
        Issue.of(report).stream()
            .filter(issue -> issue.weight() == Weight.TO_CORRECT)
            .filter(issue -> issue.finding().code() == FindingCode.RULE_VIOLATED)
            .map(this::broken)
            .toList();
    if (!notes.broken().isEmpty() && !notes.brokenEntry().isEmpty() && !entries.isEmpty()) {
      list(notes.broken(), notes.brokenKinds(), Weight.TO_CORRECT, entries);
    }
  }

  private String broken(Issue issue) {
    String message = words.message(issue.finding());
    Map<String, String> values =
        Map.of(
            "unit",
            issue.unit().map(Unit::name).or(issue::file).orElse(""),
            "message",
            message.endsWith(punctuation.stop())
                ? message.substring(0, message.length() - 1)
                : message);
    return Clause.replaced(notes.brokenEntry(), name -> Optional.ofNullable(values.get(name)));
  }

  /** Lists entries one by one, or where these are many how many there are of each kind. */
  private void list(String head, String kinds, Weight weight, List<String> entries) {
    if (entries.size() > MOST_ENTRIES && !kinds.isEmpty() && !notes.kind().isEmpty()) {
      Map<String, String> values =
          Map.of("count", String.valueOf(entries.size()), "kinds", kinds(weight));
      add(Clause.replaced(kinds, name -> Optional.ofNullable(values.get(name))));
      return;
    }
    lines.add((punctuation.numbered(++number) + listed(head, "entries", entries)).strip());
    for (int i = 0; i < Math.min(entries.size(), MOST_LISTED); i++) {
      lines.add((i + 1) + ". " + entries.get(i) + punctuation.stop());
    }
    int left = entries.size() - MOST_LISTED;
    if (left > 0) {
      lines.add(
          Clause.replaced(notes.moreEntries(), name -> Optional.of(String.valueOf(left)))
              + punctuation.stop());
    }
  }

  private String kinds(Weight weight) {
    return IssueKind.of(Issue.of(report), template).stream()
        .filter(kind -> kind.weight() == weight)
        .map(
            kind -> {
              Map<String, String> values =
                  Map.of(
                      "kind", words.kind(kind),
                      "places", String.valueOf(kind.places()),
                      "units", String.valueOf(kind.units()));
              return Clause.replaced(notes.kind(), name -> Optional.ofNullable(values.get(name)));
            })
        .collect(Collectors.joining(punctuation.list()));
  }

  private void excluded(List<String> entries, String unit, FileResult file) {
    for (var entry : file.source().submission().orElseThrow().entries()) {
      if (entry.state() == State.EXCLUDED && entry.field().type() == FieldType.COUNT) {
        var values = new HashMap<String, String>();
        values.put("unit", unit);
        values.put("field", words.labels().label(entry.field().id()));
        Optional.ofNullable(entry.raw())
            .filter(raw -> !raw.isBlank())
            .ifPresent(raw -> values.put("raw", shortened(raw.strip())));
        reason(entry).ifPresent(code -> values.put("reason", words.title(code)));
        notes
            .entry()
            .filled(name -> Optional.ofNullable(values.get(name)))
            .ifPresent(filled -> entries.add(filled.text()));
      }
    }
  }

  /** Returns the heaviest of the notes on an entry. */
  private static Optional<FindingCode> reason(Entry entry) {
    return entry.notes().stream()
        .filter(code -> code.severity() == Severity.ERROR)
        .findFirst()
        .or(() -> entry.notes().stream().findFirst());
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MOST_RAW
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_RAW)) + "…";
  }

  /** Whatever is not in the text is here, so that nothing is left out without a trace. */
  private void unsaid(Set<String> said) {
    var zero = new ArrayList<String>();
    var unsaid = new ArrayList<String>();
    for (Field field : template.fields().values()) {
      if (field.counts() && !said.contains(field.id())) {
        var tally = report.summary().totals().get(field.id());
        String label = words.labels().label(field.id());
        if (tally == null || tally.total() == null || tally.total().signum() == 0) {
          zero.add(label);
        } else {
          Map<String, String> values =
              Map.of(
                  "field",
                  label,
                  "value",
                  tally.total().toPlainString(),
                  "measure",
                  words.labels().measure(field));
          unsaid.add(Clause.replaced(notes.total(), name -> Optional.ofNullable(values.get(name))));
        }
      }
    }
    if (!zero.isEmpty()) {
      add(listed(notes.zero(), "fields", zero));
    }
    if (!unsaid.isEmpty()) {
      add(listed(notes.unsaid(), "fields", unsaid));
    }
  }
}
