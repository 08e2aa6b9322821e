package dev.rollup.write.review;

import dev.rollup.messages.Messages;
import dev.rollup.model.Place;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.FieldType;
import dev.rollup.template.FormReview;
import dev.rollup.template.Relation;
import dev.rollup.template.Time;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.PagePlan;
import dev.rollup.write.xlsx.Palette;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The sheet that says of every blank what it is, those first that nobody is sure about, those of
 * the header last. What a person changes here is read back.
 */
final class ReviewSheet {

  /** The columns, by the keys of their headings, with their widths in characters. */
  enum Column {
    NUMBER(7),
    ID(10),
    PLACE(13),
    SECTION(10),
    ROW(20),
    COLUMN(22),
    TYPE(8),
    MEASURE(9),
    ADDS(12),
    TIME(9),
    RELATION(20),
    SURE(8),
    WHY(26);

    private final int width;

    Column(int width) {
      this.width = width;
    }

    @SuppressWarnings("EnumOrdinal") // The columns stand in the order in which they are named here.
    int index() {
      return ordinal();
    }

    String key() {
      return "review.column." + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final double INCH = 25.4;
  private static final int UNIT = 256;

  private static final CellFormat.Type TYPE = CellFormat.Type.SMALL;
  private static final CellFormat.Type LINK =
      new CellFormat.Type("复核链接", TYPE.font(), TYPE.points(), CellFormat.Type.LINK.colour());

  /** What is typed over these words stays words, whatever it begins with. */
  private static final CellFormat WORDS =
      CellFormat.WORDS.type(TYPE).frame(CellFormat.Frame.THIN).numberFormat("@");

  private final TemplateWorkbook book;
  private final Palette palette;
  private final XSSFSheet sheet;
  private final FormReview review;
  private final Map<String, Integer> numbers;
  private final Messages messages;
  private int next;

  ReviewSheet(TemplateWorkbook book, FormReview review, Messages messages) {
    this.book = book;
    this.palette = book.palette();
    this.review = review;
    this.numbers = review.numbers();
    this.messages = messages;
    String name = messages.text("review.sheet");
    String free = name;
    for (int n = 2; book.getSheet(free) != null; n++) {
      free = name + n;
    }
    sheet = book.createSheet(free);
  }

  /**
   * Writes the sheet.
   *
   * @param cells finds the cell of a place, to be linked to
   */
  void write(Function<Place, Cell> cells) {
    for (var column : Column.values()) {
      sheet.setColumnWidth(column.index(), column.width * UNIT);
    }
    int last = Column.values().length - 1;
    wide(review.blank().title(), CellFormat.WORDS.type(CellFormat.Type.HEADING), last);
    wide(messages.text("review.how"), CellFormat.WORDS.type(TYPE), last);
    legend();
    headings();
    int first = next;
    List<FormReview.Line> lines = new ArrayList<>(review.lines());
    lines.sort(Comparator.comparing((FormReview.Line line) -> line.binding().sure()));
    for (var line : lines) {
      line(line, cells.apply(line.binding().at()));
    }
    int fields = next - 1;
    for (var head : review.heads()) {
      head(head, cells.apply(head.blank().at()));
    }
    choose(Column.TYPE, FieldType.values(), "review.type.", first, fields);
    choose(Column.ADDS, Adds.values(), "review.adds.", first, fields);
    choose(Column.TIME, Time.values(), "review.time.", first, fields);
    choose(Column.SURE, new Object[] {true, false}, "review.sure.", first, fields);
    sheet.setAutoFilter(new CellRangeAddress(first - 1, next - 1, 0, last));
    sheet.createFreezePane(2, first);
    book.printTitles(sheet, first - 1, first - 1);
    print();
  }

  private void print() {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, PagePlan.SIDE_MARGIN / INCH);
    sheet.setMargin(PageMargin.RIGHT, PagePlan.SIDE_MARGIN / INCH);
    sheet.setMargin(PageMargin.TOP, PagePlan.BOTTOM_MARGIN / INCH);
    sheet.setMargin(PageMargin.BOTTOM, PagePlan.BOTTOM_MARGIN / INCH);
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
  }

  /** Writes a line as wide as the table. */
  private void wide(String text, CellFormat cellFormat, int last) {
    XSSFRow row = sheet.createRow(next++);
    palette.write(row.createCell(0), text, cellFormat);
    int width = 0;
    for (var column : Column.values()) {
      width += column.width;
    }
    int lines = TextSize.lines(text, width, cellFormat.type().points());
    row.setHeightInPoints(TextSize.height(lines, cellFormat.type().points()));
    sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 0, last));
  }

  /** Says what the colours mean, in cells of these colours. */
  private void legend() {
    XSSFRow row = sheet.createRow(next++);
    int column = Column.PLACE.index();
    for (var fill : Fill.values()) {
      CellFormat cellFormat = WORDS.fill(fill.colour()).across(HorizontalAlignment.CENTER);
      palette.write(row.createCell(column++), messages.text(fill.key()), cellFormat);
    }
    row.setHeightInPoints(TextSize.height(1, TYPE.points()));
  }

  private void headings() {
    XSSFRow row = sheet.createRow(next++);
    CellFormat cellFormat =
        CellFormat.WORDS
            .type(CellFormat.Type.SMALL_HEAD)
            .frame(CellFormat.Frame.THIN)
            .fill(TableSheet.HEAD_FILL)
            .across(HorizontalAlignment.CENTER);
    for (var column : Column.values()) {
      palette.write(row.createCell(column.index()), messages.text(column.key()), cellFormat);
    }
    row.setHeightInPoints(TextSize.height(1, TYPE.points()) + 4);
  }

  private void line(FormReview.Line line, Cell target) {
    Binding binding = line.binding();
    CellFormat cellFormat = binding.sure() ? WORDS : WORDS.fill(Fill.UNSURE.colour());
    XSSFRow row = sheet.createRow(next++);
    Cell number = row.createCell(Column.NUMBER.index());
    number.setCellValue(line.number());
    number.setCellStyle(
        palette.style(cellFormat.across(HorizontalAlignment.CENTER).numberFormat("General")));
    text(row, Column.ID, binding.id(), cellFormat);
    place(row, binding.at().toString(line.rows()), target, cellFormat);
    text(row, Column.SECTION, path(binding.section()), cellFormat);
    text(row, Column.ROW, path(binding.row()), cellFormat);
    text(row, Column.COLUMN, path(binding.column()), cellFormat);
    text(row, Column.TYPE, word("review.type.", binding.type()), cellFormat);
    text(row, Column.MEASURE, binding.measure().orElse(""), cellFormat);
    text(row, Column.ADDS, word("review.adds.", binding.adds()), cellFormat);
    text(row, Column.TIME, binding.time().map(t -> word("review.time.", t)).orElse(""), cellFormat);
    text(row, Column.RELATION, relations(line.relations()), cellFormat);
    text(row, Column.SURE, word("review.sure.", binding.sure()), cellFormat);
    text(row, Column.WHY, why(line), cellFormat);
    fit(row);
  }

  private void head(FormReview.Head head, Cell target) {
    CellFormat cellFormat = WORDS.fill(Fill.HEADER.colour());
    XSSFRow row = sheet.createRow(next++);
    String number = messages.text("review.head", String.valueOf(head.number()));
    text(row, Column.NUMBER, number, cellFormat.across(HorizontalAlignment.CENTER));
    text(row, Column.ID, head.id(), cellFormat);
    place(row, head.blank().at().toString(), target, cellFormat);
    text(row, Column.SECTION, "", cellFormat);
    text(row, Column.ROW, head.blank().label(), cellFormat);
    text(row, Column.COLUMN, "", cellFormat);
    text(row, Column.TYPE, word("review.type.", head.blank().type()), cellFormat);
    for (var empty : List.of(Column.MEASURE, Column.ADDS, Column.TIME, Column.RELATION)) {
      text(row, empty, "", cellFormat);
    }
    text(row, Column.SURE, "", cellFormat);
    String role = "review.role." + head.blank().role();
    text(
        row,
        Column.WHY,
        messages.text(messages.has(role) ? role : "review.role.other"),
        cellFormat);
    fit(row);
  }

  /** Makes a row as high as its words need. */
  private void fit(XSSFRow row) {
    int lines = 1;
    for (var column : Column.values()) {
      String text = row.getCell(column.index()).toString();
      lines = Math.max(lines, TextSize.lines(text, column.width, TYPE.points()));
    }
    // Other fonts break long words elsewhere.
    row.setHeightInPoints(TextSize.height(lines > 2 ? lines + 1 : lines, TYPE.points()));
  }

  private void place(XSSFRow row, String place, Cell target, CellFormat cellFormat) {
    text(row, Column.PLACE, place, target == null ? cellFormat : cellFormat.type(LINK));
    if (target != null) {
      var link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      String name = target.getSheet().getSheetName().replace("'", "''");
      link.setAddress("'" + name + "'!" + new CellAddress(target).formatAsString());
      row.getCell(Column.PLACE.index()).setHyperlink(link);
    }
  }

  private static String path(List<String> words) {
    return String.join(" / ", words);
  }

  private String relations(List<Relation> relations) {
    return String.join("\n", relations.stream().map(this::relation).toList());
  }

  private String relation(Relation relation) {
    List<String> parts =
        relation.parts().stream()
            .map(id -> FormReview.mark(Objects.requireNonNull(numbers.get(id), id)))
            .toList();
    return switch (relation.kind()) {
      case SUM -> "= " + sum(parts, relation.minus());
      case ROWS -> messages.text("review.rows", parts.get(0));
      case PART -> "≥ " + String.join(", ", parts);
      case RATIO ->
          "= "
              + String.join(" ÷ ", parts)
              + (relation.scale() == 1 ? "" : " × " + relation.scale());
    };
  }

  private static String sum(List<String> parts, int minus) {
    var sum = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean less = i >= parts.size() - minus;
      sum.append(i == 0 ? "" : less ? " − " : " + ").append(parts.get(i));
    }
    return sum.toString();
  }

  /** Says on what the reading rests, or what is left open. */
  private String why(FormReview.Line line) {
    Binding binding = line.binding();
    if (!binding.sure()) {
      return messages.text("review.why.type");
    }
    return line.relations().stream()
        .filter(Relation::computes)
        .findFirst()
        .map(each -> messages.text("review.why." + each.source().name().toLowerCase(Locale.ROOT)))
        .orElseGet(
            () ->
                binding.choices().isEmpty()
                    ? binding.measure().map(m -> messages.text("review.why.measure", m)).orElse("")
                    : messages.text(
                        "review.why.choices",
                        String.join(messages.text("print.comma"), binding.choices())));
  }

  private String word(String prefix, Object value) {
    return messages.text(prefix + value.toString().toLowerCase(Locale.ROOT));
  }

  private void choose(Column column, Object[] values, String prefix, int first, int last) {
    String[] words = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = word(prefix, values[i]);
    }
    var helper = sheet.getDataValidationHelper();
    int index = column.index();
    var validation =
        helper.createValidation(
            helper.createExplicitListConstraint(words),
            new CellRangeAddressList(first, Math.max(first, last), index, index));
    validation.setShowErrorBox(true);
    sheet.addValidationData(validation);
  }

  private void text(XSSFRow row, Column column, String text, CellFormat cellFormat) {
    palette.write(row.createCell(column.index()), text, cellFormat);
  }
}
