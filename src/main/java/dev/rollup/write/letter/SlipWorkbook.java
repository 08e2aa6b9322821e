package dev.rollup.write.letter;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Return;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.UnitIssues;
import dev.rollup.submission.Entry;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Slot;
import dev.rollup.template.Slip;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.FormEntry;
import dev.rollup.write.xlsx.FormSheet;
import dev.rollup.write.xlsx.HiddenSheet;
import dev.rollup.write.xlsx.SheetText;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The form that goes back to a unit: its good values in place, the others marked, with a note on
 * each that says what to enter. It carries what it is to correct, so that sent back it comes after
 * that, whatever day is on it.
 */
public final class SlipWorkbook {

  private static final String MARK = "FFE14D";
  private final Template template;
  private final Messages messages;
  private final FindingText words;
  private final UnitLetter letter;
  private final UnitIssues issues;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, List<String>> marks = new LinkedHashMap<>();

  /** By finding, the inputs that it may be about. */
  private final Map<Finding, Set<String>> blanks = new HashMap<>();

  private SlipWorkbook(Template template, Messages messages, UnitLetter letter, UnitIssues issues) {
    this.template = template;
    this.messages = messages;
    this.words = new FindingText(messages, template);
    this.letter = letter;
    this.issues = issues;
    values.put(HeaderField.UNIT.id(), new Value.Words(issues.unit().unit().name()));
    issues.submission().ifPresent(this::fill);
  }

  /** Returns the form for a unit as an xlsx file. */
  public static byte[] of(
      Template template, Messages messages, UnitLetter letter, UnitIssues issues) {
    return new SlipWorkbook(template, messages, letter, issues).draw();
  }

  private void fill(Submission submission) {
    for (var entry : submission.entries()) {
      String name = Layout.name(entry.field().id(), entry.row());
      if (entry.value() != null) {
        values.put(name, entry.content());
      }
      List<Finding> about = about(entry);
      about.forEach(
          finding -> {
            mark(name, note(finding));
            blanks.computeIfAbsent(finding, f -> new TreeSet<>()).add(name);
          });
      if (about.isEmpty() && entry.state() == State.EXCLUDED && !entry.notes().isEmpty()) {
        mark(name, words.title(entry.notes().get(0)));
      }
    }
    for (var field : HeaderField.values()) {
      open()
          .filter(finding -> field.id().equals(finding.at().field()))
          .forEach(finding -> mark(field.id(), note(finding)));
    }
  }

  private Stream<Finding> open() {
    return Stream.concat(issues.errors().stream(), issues.warnings().stream());
  }

  /** Returns what was found about an entry: the same field, and the same cell where one is told. */
  private List<Finding> about(Entry entry) {
    return open()
        .filter(finding -> entry.field().id().equals(finding.at().field()))
        .filter(
            finding ->
                finding.at().cell() == null
                    || entry.at().cell() == null
                    || finding.at().cell().equals(entry.at().cell()))
        .toList();
  }

  private String note(Finding finding) {
    return messages.text("severity." + finding.severity().word()) + "\n" + letter.line(finding);
  }

  private void mark(String name, String note) {
    marks.computeIfAbsent(name, n -> new ArrayList<>()).add(note);
  }

  private byte[] draw() {
    return finish(template.blank().isPresent() ? bound() : drawn());
  }

  private TemplateWorkbook bound() {
    return BoundSlip.of(template, issues.unit().unit().name(), issues.submission(), marks);
  }

  private TemplateWorkbook drawn() {
    var workbook = new TemplateWorkbook(template);
    XSSFSheet sheet = workbook.createSheet(FormSheet.nameOf(template, messages));
    var needed = new HashMap<>(values);
    marks.keySet().forEach(name -> needed.put(name, Value.Absent.BLANK));
    Layout layout = Layout.of(template, rows(needed));
    var form = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.BLANK);
    form.draw(values);
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    for (Slot slot : layout.slots()) {
      if (slot.name() != null && marks.containsKey(slot.name())) {
        form.fill(slot, MARK);
        note(sheet, drawing, slot, String.join("\n", marks.get(slot.name())));
      }
    }
    form.addInstructions();
    form.addTemplateLine();
    form.print(layout.rows() == Layout.of(template).rows());
    new FormEntry(sheet, template, layout, messages).guide();
    return workbook;
  }

  /** Returns by item id the highest row that has a value. */
  private Map<String, Integer> rows(Map<String, ?> needed) {
    var rows = new HashMap<String, Integer>();
    for (Item item : template.items()) {
      if (item.repeats()) {
        for (Field field : item.fields()) {
          String start = Layout.name(field.id(), 0) + "_";
          for (String name : needed.keySet()) {
            if (name.startsWith(start)) {
              rows.merge(item.id(), Integer.parseInt(name.substring(start.length())), Math::max);
            }
          }
        }
      }
    }
    return rows;
  }

  private byte[] finish(TemplateWorkbook workbook) {
    List<SentSlip.Row> rows = list(workbook);
    Set<String> answers = answers();
    answers.stream().findFirst().ifPresent(workbook::markAsSlip);
    List<String> notes = marks.values().stream().map(texts -> String.join("\n", texts)).toList();
    HiddenSheet.add(
        workbook, Slip.SHEET, workbook.palette(), new SentSlip(answers, rows, notes).lines());
    return workbook.toBytes();
  }

  /**
   * Returns the hashes of what the slip answers, the return whose cells it marks first. Whatever
   * else came from the unit so far came before the slip, too.
   */
  private Set<String> answers() {
    var hashes = new LinkedHashSet<String>();
    Stream.concat(issues.basis().stream(), issues.unit().files().stream())
        .map(file -> file.source())
        .filter(
            source -> source.kind() == Return.Kind.FORM || source.kind() == Return.Kind.UNUSABLE)
        .filter(source -> source.sha256() != null)
        .forEach(source -> hashes.add(source.sha256()));
    return hashes;
  }

  private void note(XSSFSheet sheet, XSSFDrawing drawing, Slot slot, String text) {
    int row = slot.at().row();
    int column = slot.at().column();
    int lines = 2 + TextSize.lines(text, 30, CellFormat.Type.SMALL.points());
    XSSFComment comment =
        drawing.createCellComment(
            new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + lines));
    comment.setAuthor("rollup");
    comment.setString(new XSSFRichTextString(SheetText.clean(text)));
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }

  /** Lists everything, and returns the rows as they go out. */
  private List<SentSlip.Row> list(TemplateWorkbook workbook) {
    var list = new SlipList(workbook, messages, issues.unit().unit().name());
    issues.errors().forEach(finding -> add(finding, list));
    issues.refused().forEach(file -> list.add(List.of(), null, row(file)));
    issues.warnings().forEach(finding -> add(finding, list));
    return list.sent();
  }

  private void add(Finding finding, SlipList list) {
    var question = new SentSlip.Question(finding.code(), finding.rule(), finding.at().field());
    list.add(blanks(finding), question, row(finding));
  }

  /**
   * Returns the inputs that a finding is about: where it is one, an answer in its row can only be
   * meant for that. A rule is about all that it compares.
   */
  private List<String> blanks(Finding finding) {
    Set<String> about = new TreeSet<>(blanks.getOrDefault(finding, Set.of()));
    template.rules().stream()
        .filter(rule -> rule.id().equals(finding.rule()))
        .flatMap(
            rule -> Stream.concat(rule.left().fields().stream(), rule.right().fields().stream()))
        .forEach(field -> compared(field, about));
    return List.copyOf(about);
  }

  /** Adds the inputs of a field: where it is one of a list, in the rows that are meant already. */
  private void compared(String field, Set<String> inputs) {
    List<String> meant = List.copyOf(inputs);
    issues.submission().stream()
        .flatMap(submission -> submission.entries().stream())
        .filter(entry -> entry.field().id().equals(field))
        .filter(
            entry ->
                entry.row() == 0
                    || meant.isEmpty()
                    || meant.stream().anyMatch(name -> name.endsWith("_" + entry.row())))
        .forEach(entry -> inputs.add(Layout.name(field, entry.row())));
  }

  private List<String> row(Finding finding) {
    String field = finding.at().field();
    var fields = new FormLabels(template, messages);
    return List.of(
        messages.text("severity." + finding.severity().word()),
        field == null ? "" : fields.item(field),
        field == null ? "" : fields.content(field),
        finding.raw() == null ? "" : finding.raw(),
        finding.raw() != null && finding.severity() == Severity.ERROR && finding.rule() == null
            ? words.title(finding)
            : words.message(finding),
        words.hint(finding),
        words.place(finding.inFile(null)));
  }

  private List<String> row(FileResult file) {
    String hint = UnitIssues.cause(file).map(words::hint).orElse("");
    return List.of(
        messages.text("severity." + Severity.ERROR.word()),
        "",
        file.source().path(),
        "",
        UnitIssues.cause(file).map(words::message).orElse(""),
        hint,
        "");
  }
}
