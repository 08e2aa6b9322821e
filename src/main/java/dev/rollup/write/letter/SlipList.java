package dev.rollup.write.letter;

import dev.rollup.messages.Messages;
import dev.rollup.submission.SentSlip;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.Palette;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * 核实事项: everything that a unit has to correct or to confirm on a sheet of its own, to be printed:
 * the message names the first few only. The last column is free for answers.
 */
final class SlipList {

  private static final List<String> COLUMNS =
      List.of(
          "number", "level", "item", "content", "raw", "problem", "what-to-do", "place", "answer");

  private static final List<Integer> WIDTHS = List.of(6, 9, 8, 26, 15, 24, 32, 19, 14);

  private final XSSFSheet sheet;
  private final Palette palette;
  private final List<SentSlip.Row> sent = new ArrayList<>();

  SlipList(TemplateWorkbook workbook, Messages messages, String unit) {
    this.sheet =
        workbook.createSheet(WorkbookUtil.createSafeSheetName(messages.text("slip.sheet")));
    this.palette = workbook.palette();
    for (int c = 0; c < WIDTHS.size(); c++) {
      sheet.setColumnWidth(c, WIDTHS.get(c) * 256);
    }
    title(messages.text("slip.title", unit));
    write(
        COLUMNS.stream().map(key -> messages.text("column." + key)).toList(),
        CellFormat.WORDS
            .type(CellFormat.Type.HEAD)
            .frame(CellFormat.Frame.THIN)
            .across(HorizontalAlignment.CENTER));
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setDisplayGridlines(false);
    sheet.setHorizontallyCenter(true);
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
    sheet.createFreezePane(0, SentSlip.HEAD_ROWS);
    workbook.printTitles(sheet, 0, SentSlip.HEAD_ROWS - 1);
  }

  private void title(String heading) {
    XSSFRow title = sheet.createRow(0);
    int width = WIDTHS.stream().mapToInt(Integer::intValue).sum();
    int lines = TextSize.lines(heading, width, CellFormat.Type.TITLE.points());
    title.setHeightInPoints(Math.max(34, TextSize.height(lines, CellFormat.Type.TITLE.points())));
    palette.write(
        title.createCell(0),
        heading,
        CellFormat.WORDS.type(CellFormat.Type.TITLE).across(HorizontalAlignment.CENTER));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, WIDTHS.size() - 1));
    sent.add(SentSlip.Row.of(List.of(heading)));
  }

  /**
   * Adds a row and numbers it.
   *
   * @param blanks the defined names of the blanks that it is about
   * @param question what it asks; null where a word cannot answer it
   * @param texts what stands behind the number
   */
  void add(List<String> blanks, SentSlip.@Nullable Question question, List<String> texts) {
    var numbered = new ArrayList<String>();
    numbered.add(String.valueOf(sent.size() - SentSlip.HEAD_ROWS + 1));
    numbered.addAll(texts);
    sent.add(new SentSlip.Row(blanks, question, numbered));
    numbered.add("");
    row(numbered, CellFormat.WORDS.frame(CellFormat.Frame.THIN));
  }

  /** Returns all rows as they go out. */
  List<SentSlip.Row> sent() {
    return List.copyOf(sent);
  }

  private void write(List<String> texts, CellFormat cellFormat) {
    sent.add(SentSlip.Row.of(texts));
    row(texts, cellFormat);
  }

  private void row(List<String> texts, CellFormat cellFormat) {
    XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
    int lines = 1;
    for (int c = 0; c < texts.size(); c++) {
      palette.write(row.createCell(c), texts.get(c), cellFormat);
      lines =
          Math.max(lines, TextSize.lines(texts.get(c), WIDTHS.get(c), cellFormat.type().points()));
    }
    row.setHeightInPoints(Math.max(20, TextSize.height(lines, cellFormat.type().points())));
  }
}
