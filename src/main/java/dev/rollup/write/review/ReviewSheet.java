package dev.rollup.write.review;

import dev.rollup.messages.Messages;
import dev.rollup.model.Place;
import dev.rollup.report.FormReview;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.FieldType;
import dev.rollup.template.Relation;
import dev.rollup.template.Time;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.XmlSafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet that says of every blank what it is, those first that nobody is sure about. */
final class ReviewSheet {

  /** The columns, by the keys of their headings, with their widths in characters. */
  enum Column {
    NUMBER(6),
    ID(10),
    PLACE(16),
    SECTION(16),
    ROW(28),
    COLUMN(28),
    TYPE(9),
    MEASURE(10),
    ADDS(12),
    TIME(9),
    RELATION(34),
    SURE(8),
    WHY(30);

    private final int width;

    Column(int width) {
      this.width = width;
    }

    String key() {
      return "review.column." + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST_SUM = 12;
  private static final byte[] HEADING = {(byte) 0xEF, (byte) 0xEF, (byte) 0xEF};
  private static final byte[] UNSURE = {(byte) 0xF9, (byte) 0xCB, (byte) 0x9C};
  private static final short A4 = 9;
  private static final double POINTS = 11;

  private final XSSFSheet sheet;
  private final FormReview review;
  private final Messages messages;
  private final XSSFCellStyle plain;
  private final XSSFCellStyle unsure;
  private final XSSFCellStyle heading;

  ReviewSheet(XSSFWorkbook book, FormReview review, Messages messages) {
    this.review = review;
    this.messages = messages;
    String name = messages.text("review.sheet");
    String free = name;
    for (int n = 2; book.getSheet(free) != null; n++) {
      free = name + n;
    }
    sheet = book.createSheet(free);
    plain = style(book, null);
    unsure = style(book, UNSURE);
    heading = style(book, HEADING);
    XSSFFont bold = book.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    heading.setAlignment(HorizontalAlignment.CENTER);
  }

  /**
   * Writes the sheet.
   *
   * @param cells finds the cell of a place, to be linked to
   */
  void write(Function<Place, Cell> cells) {
    XSSFRow head = sheet.createRow(0);
    for (var column : Column.values()) {
      text(head, column, messages.text(column.key()), heading);
      sheet.setColumnWidth(column.ordinal(), column.width * 256);
    }
    List<FormReview.Line> lines = new ArrayList<>(review.lines());
    lines.sort(Comparator.comparing((FormReview.Line line) -> line.binding().sure()));
    int row = 1;
    for (var line : lines) {
      line(sheet.createRow(row++), line, cells.apply(line.binding().at()));
    }
    choose(Column.TYPE, FieldType.values(), "review.type.", row);
    choose(Column.ADDS, Adds.values(), "review.adds.", row);
    choose(Column.TIME, Time.values(), "review.time.", row);
    choose(Column.SURE, new Object[] {true, false}, "review.sure.", row);
    int last = Column.values().length - 1;
    sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, row - 1), 0, last));
    sheet.createFreezePane(2, 1);
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, last));
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(A4);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void line(XSSFRow row, FormReview.Line line, Cell target) {
    Binding binding = line.binding();
    XSSFCellStyle style = binding.sure() ? plain : unsure;
    XSSFCell number = row.createCell(Column.NUMBER.ordinal());
    number.setCellValue(line.number());
    number.setCellStyle(style);
    text(row, Column.ID, binding.id(), style);
    XSSFCell place = text(row, Column.PLACE, binding.at().toString(line.rows()), style);
    if (target != null) {
      var link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      String name = target.getSheet().getSheetName().replace("'", "''");
      link.setAddress("'" + name + "'!" + new CellAddress(target).formatAsString());
      place.setHyperlink(link);
    }
    text(row, Column.SECTION, String.join(" / ", binding.section()), style);
    text(row, Column.ROW, String.join(" / ", binding.row()), style);
    text(row, Column.COLUMN, String.join(" / ", binding.column()), style);
    text(row, Column.TYPE, word("review.type.", binding.type()), style);
    text(row, Column.MEASURE, binding.measure().orElse(""), style);
    text(row, Column.ADDS, word("review.adds.", binding.adds()), style);
    text(row, Column.TIME, binding.time().map(t -> word("review.time.", t)).orElse(""), style);
    text(row, Column.RELATION, relations(line.relations()), style);
    text(row, Column.SURE, word("review.sure.", binding.sure()), style);
    text(row, Column.WHY, why(line), style);
    int lines = 1;
    for (var column : Column.values()) {
      String text = row.getCell(column.ordinal()).toString();
      lines = Math.max(lines, TextSize.lines(text, column.width, POINTS));
    }
    row.setHeightInPoints(TextSize.height(lines, POINTS));
  }

  private String relations(List<Relation> relations) {
    return String.join("\n", relations.stream().map(this::relation).toList());
  }

  private String relation(Relation relation) {
    List<String> numbers =
        relation.parts().stream().map(id -> "[" + review.number(id) + "]").toList();
    return switch (relation.kind()) {
      case SUM -> "= " + sum(numbers, relation.minus());
      case ROWS -> messages.text("review.rows", numbers.get(0));
      case PART -> "≥ " + numbers.get(0);
      case RATIO -> "= " + numbers.get(0) + " ÷ " + numbers.get(1);
    };
  }

  private static String sum(List<String> numbers, int minus) {
    var sum = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      if (i == LONGEST_SUM) {
        return sum.append(" + …").toString();
      }
      boolean less = i >= numbers.size() - minus;
      sum.append(i == 0 ? "" : less ? " − " : " + ").append(numbers.get(i));
    }
    return sum.toString();
  }

  /** Says on what the reading rests, or what is left open. */
  private String why(FormReview.Line line) {
    if (!line.binding().sure()) {
      return messages.text("review.why.type");
    }
    return line.relations().stream()
        .filter(Relation::computes)
        .findFirst()
        .map(each -> messages.text("review.why." + each.source().name().toLowerCase(Locale.ROOT)))
        .orElse("");
  }

  private String word(String prefix, Object value) {
    return messages.text(prefix + value.toString().toLowerCase(Locale.ROOT));
  }

  private void choose(Column column, Object[] values, String prefix, int rows) {
    String[] words = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = word(prefix, values[i]);
    }
    var helper = sheet.getDataValidationHelper();
    int index = column.ordinal();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(words),
            new CellRangeAddressList(1, Math.max(1, rows - 1), index, index)));
  }

  private XSSFCell text(XSSFRow row, Column column, String text, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column.ordinal());
    cell.setCellValue(XmlSafeText.of(text));
    cell.setCellStyle(style);
    return cell;
  }

  private static XSSFCellStyle style(XSSFWorkbook book, byte[] colour) {
    XSSFCellStyle style = book.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    // Text that begins with = is text.
    style.setQuotePrefixed(true);
    if (colour != null) {
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setFillForegroundColor(new XSSFColor(colour, null));
    }
    return style;
  }
}
