package dev.rollup.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

/** What a {@code .xls} keeps a person from seeing, as the marks of the cell C3, which holds 300. */
class XlsSightTest {

  private static final Position CELL = new Position(2, 2);

  private final HSSFWorkbook workbook = new HSSFWorkbook();
  private final HSSFCell cell = workbook.createSheet("表").createRow(2).createCell(2);

  @Test
  void fonts_and_fills() throws IOException {
    assertThat(grid().marks(CELL)).isEmpty();
    font(font -> font.setStrikeout(true));
    assertThat(grid().marks(CELL)).containsExactly(Mark.STRUCK_OUT);
    font(font -> font.setTypeOffset(Font.SS_SUPER));
    assertThat(grid().marks(CELL)).containsExactly(Mark.SHIFTED);
    font(font -> font.setFontHeightInPoints((short) 1));
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    font(font -> font.setColor(HSSFColorPredefined.WHITE.getIndex()));
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    cell.getCellStyle().setFillPattern(FillPatternType.SOLID_FOREGROUND);
    cell.getCellStyle().setFillForegroundColor(HSSFColorPredefined.BLUE.getIndex());
    assertThat(grid().marks(CELL)).isEmpty();
  }

  @Test
  void runs_of_a_text() throws IOException {
    HSSFFont struck = workbook.createFont();
    struck.setStrikeout(true);
    var text = new HSSFRichTextString("2835");
    text.applyFont(0, 2, struck);
    cell.setCellValue(text);
    assertThat(((Cell.Text) document().grids().get(0).at(CELL)).spans())
        .containsExactly(new Span(0, 2, Mark.STRUCK_OUT));
  }

  @Test
  void rows_columns_merges_and_zeros() throws IOException {
    workbook.getSheetAt(0).addMergedRegion(new CellRangeAddress(2, 2, 1, 3));
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    workbook.getSheetAt(0).removeMergedRegion(0);
    workbook.getSheetAt(0).getRow(2).setZeroHeight(true);
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    workbook.getSheetAt(0).getRow(2).setZeroHeight(false);
    workbook.getSheetAt(0).setDisplayZeros(false);
    assertThat(grid().marks(CELL)).isEmpty();
    cell.setCellValue(0);
    assertThat(document().grids().get(0).marks(CELL)).containsExactly(Mark.RESTYLED);
  }

  @Test
  void what_lies_over_cells_and_hangs_on_them() throws IOException {
    var drawing = workbook.getSheetAt(0).createDrawingPatriarch();
    var comment =
        drawing.createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 5, 5, (short) 7, 8));
    comment.setString(new HSSFRichTextString("更正为15"));
    cell.setCellComment(comment);
    drawing
        .createTextbox(new HSSFClientAnchor(0, 0, 0, 0, (short) 2, 2, (short) 3, 3))
        .setString(new HSSFRichTextString("20"));
    workbook.getSheetAt(0).getFooter().setCenter("另有12场");
    Document document = document();
    assertThat(document.grids().get(0).marks(CELL)).containsExactly(Mark.DRAWN_OVER);
    assertThat(document.notes())
        .containsExactlyInAnyOrder(
            new Note(Note.Kind.COMMENT, "表", "C3", "更正为15"),
            new Note(Note.Kind.BOX, "表", "C3", "20"),
            new Note(Note.Kind.PAGE_MARGIN, "表", null, "另有12场"));
  }

  private void font(Consumer<HSSFFont> look) {
    HSSFFont font = workbook.createFont();
    look.accept(font);
    var style = workbook.createCellStyle();
    style.setFont(font);
    cell.setCellStyle(style);
  }

  private Grid grid() throws IOException {
    cell.setCellValue(300);
    return document().grids().get(0);
  }

  private Document document() throws IOException {
    var out = new ByteArrayOutputStream();
    workbook.write(out);
    return new XlsReader().read(out.toByteArray()).value().orElseThrow();
  }
}
