package dev.rollup.write;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.match.Entry;
import dev.rollup.match.State;
import dev.rollup.match.Submission;
import dev.rollup.merge.FileResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Slot;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The form that goes back to a unit: its good values in place, the others marked, with a note on
 * each that says what to enter. Sent back, it is a return like any other.
 */
final class SlipWorkbook {

  private static final String MARK = "FFE14D";
  private static final List<String> COLUMNS =
      List.of("number", "level", "item", "content", "raw", "problem", "what-to-do", "place");

  /** The title and the heads of the columns. */
  private static final int HEAD_ROWS = 2;

  private static final List<Integer> WIDTHS = List.of(6, 10, 8, 30, 16, 26, 34, 20);

  private final Template template;
  private final Messages messages;
  private final FindingText words;
  private final UnitLetter letter;
  private final UnitIssues issues;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, List<String>> marks = new LinkedHashMap<>();

  private SlipWorkbook(Template template, Messages messages, UnitLetter letter, UnitIssues issues) {
    this.template = template;
    this.messages = messages;
    this.words = new FindingText(messages, template);
    this.letter = letter;
    this.issues = issues;
    values.put(HeaderField.UNIT.id(), issues.unit().unit().name());
    issues.submission().ifPresent(this::fill);
    // Without a later day on it nobody could tell which of the two returns counts.
    mark(HeaderField.DATE.id(), messages.text("slip.date"));
  }

  /** Returns the form for a unit as an xlsx file. */
  static byte[] of(Template template, Messages messages, UnitLetter letter, UnitIssues issues) {
    return new SlipWorkbook(template, messages, letter, issues).draw();
  }

  private void fill(Submission submission) {
    for (var entry : submission.entries()) {
      String name = Layout.name(entry.field().id(), entry.row());
      Object value = entry.count() != null ? entry.count() : entry.text();
      if (value != null) {
        values.put(name, value);
      }
      List<Finding> about = about(entry);
      about.forEach(finding -> mark(name, note(finding)));
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
    var workbook = new TemplateWorkbook(template);
    XSSFSheet sheet = workbook.createSheet(FormSheet.nameOf(template, messages));
    var needed = new HashMap<>(values);
    marks.keySet().forEach(name -> needed.put(name, ""));
    Layout layout = Layout.of(template, ReturnWorkbook.rows(template, needed));
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
    list(workbook);
    return workbook.toBytes();
  }

  private void note(XSSFSheet sheet, XSSFDrawing drawing, Slot slot, String text) {
    int row = slot.at().row();
    int column = slot.at().column();
    int lines = 2 + TextSize.lines(text, 30, Look.Type.SMALL.points());
    XSSFComment comment =
        drawing.createCellComment(
            new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + lines));
    comment.setAuthor("rollup");
    comment.setString(new XSSFRichTextString(SheetText.clean(text)));
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }

  /** Everything on a sheet of its own, to be printed: the message names the first few only. */
  private void list(TemplateWorkbook workbook) {
    XSSFSheet sheet =
        workbook.createSheet(WorkbookUtil.createSafeSheetName(messages.text("slip.sheet")));
    var rows = new ArrayList<List<String>>();
    issues.errors().forEach(finding -> rows.add(row(finding)));
    issues.refused().forEach(file -> rows.add(row(file)));
    issues.warnings().forEach(finding -> rows.add(row(finding)));
    Palette palette = workbook.palette();
    for (int c = 0; c < WIDTHS.size(); c++) {
      sheet.setColumnWidth(c, WIDTHS.get(c) * 256);
    }
    XSSFRow title = sheet.createRow(0);
    String heading = messages.text("slip.title", issues.unit().unit().name());
    int width = WIDTHS.stream().mapToInt(Integer::intValue).sum();
    int lines = TextSize.lines(heading, width, Look.Type.TITLE.points());
    title.setHeightInPoints(Math.max(34, TextSize.height(lines, Look.Type.TITLE.points())));
    palette.write(
        title.createCell(0),
        heading,
        Look.WORDS.type(Look.Type.TITLE).across(HorizontalAlignment.CENTER));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, WIDTHS.size() - 1));
    write(
        sheet,
        palette,
        COLUMNS.stream().map(key -> messages.text("column." + key)).toList(),
        Look.WORDS.type(Look.Type.HEAD).frame(Look.Frame.THIN).across(HorizontalAlignment.CENTER));
    for (int i = 0; i < rows.size(); i++) {
      var texts = new ArrayList<String>();
      texts.add(String.valueOf(i + 1));
      texts.addAll(rows.get(i));
      write(sheet, palette, texts, Look.WORDS.frame(Look.Frame.THIN));
    }
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setDisplayGridlines(false);
    sheet.setHorizontallyCenter(true);
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
    sheet.createFreezePane(0, HEAD_ROWS);
    workbook.printTitles(sheet, 0, HEAD_ROWS - 1);
  }

  private static void write(XSSFSheet sheet, Palette palette, List<String> texts, Look look) {
    XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
    int lines = 1;
    for (int c = 0; c < texts.size(); c++) {
      palette.write(row.createCell(c), texts.get(c), look);
      lines = Math.max(lines, TextSize.lines(texts.get(c), WIDTHS.get(c), look.type().points()));
    }
    row.setHeightInPoints(Math.max(20, TextSize.height(lines, look.type().points())));
  }

  private List<String> row(Finding finding) {
    boolean ofField = finding.at().field() != null;
    var fields = new FieldWords(template, messages);
    return List.of(
        messages.text("severity." + finding.severity().word()),
        ofField ? fields.item(finding.at().field()) : "",
        ofField ? fields.content(finding.at().field()) : "",
        finding.raw() == null ? "" : finding.raw(),
        finding.raw() != null && finding.severity() == Severity.ERROR
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
