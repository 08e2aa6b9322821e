package dev.rollup.write.review;

import dev.rollup.model.Place;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * A Word document drawn on one sheet: its paragraphs and tables below each other. The columns of
 * the sheet begin wherever a column of any table does, so that each table keeps its proportions.
 */
final class DrawnText {

  /** The width of the page in column units. */
  private static final int PAGE = 120;

  /** How finely the columns of tables are told apart, in parts of a column unit. */
  private static final int FINE = 2;

  private static final int UNIT = 256;

  private static final CellFormat WORDS = CellFormat.WORDS;
  private static final CellFormat BOXED =
      WORDS.frame(CellFormat.Frame.THIN).across(HorizontalAlignment.CENTER);
  private static final CellFormat SENTENCE = WORDS.frame(CellFormat.Frame.THIN);
  private static final CellFormat TITLE =
      WORDS.type(CellFormat.Type.HEADING).across(HorizontalAlignment.CENTER);

  /** More than this is a sentence, and is read from the left. */
  private static final int LABEL = 40;

  private final TemplateWorkbook book;
  private final byte[] content;
  private final List<Integer> edges = new ArrayList<>();

  /** Where the blank's places are on the sheet, by their names. */
  private final Map<String, Cell> cells = new HashMap<>();

  private final XSSFSheet sheet;
  private int next;

  /**
   * A cell that goes on in the rows below it.
   *
   * @param area what it takes on the sheet so far
   * @param needed how high its words are
   */
  private record Open(CellRangeAddress area, float needed) {}

  /** A document that is drawn on a sheet of its own, of that name. */
  DrawnText(TemplateWorkbook book, String name, byte[] content) {
    this.book = book;
    this.sheet = book.createSheet(name);
    this.content = content;
  }

  /** Returns the cell in which a place was drawn; null where it was not. */
  @Nullable Cell cell(Place place) {
    return cells.get(new Place(place.kind(), place.on(), place.cell(), 0, 0).toString());
  }

  /** Draws all of it. */
  void draw() throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
      var all = new TreeSet<Integer>(List.of(0, PAGE * FINE));
      document.getTables().forEach(table -> all.addAll(edges(table)));
      edges.addAll(all);
      for (int c = 0; c + 1 < edges.size(); c++) {
        sheet.setColumnWidth(c, (edges.get(c + 1) - edges.get(c)) * UNIT / FINE);
      }
      int tables = 0;
      int paragraphs = 0;
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          paragraph(paragraph, Place.inText(paragraphs++));
        } else if (element instanceof XWPFTable table) {
          table(table, ++tables);
        }
      }
    }
    sheet.setDisplayGridlines(false);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void paragraph(XWPFParagraph paragraph, Place place) {
    String text = paragraph.getText().stripTrailing();
    boolean title = paragraph.getAlignment() == ParagraphAlignment.CENTER;
    Row row = sheet.createRow(next++);
    Cell cell = row.createCell(0);
    CellFormat cellFormat = title ? TITLE : WORDS;
    book.palette().write(cell, text, cellFormat);
    row.setHeightInPoints(height(text, 0, edges.size() - 1, cellFormat));
    merge(new CellRangeAddress(next - 1, next - 1, 0, edges.size() - 2));
    cells.put(place.toString(), cell);
  }

  private void table(XWPFTable table, int number) {
    List<Integer> own = edges(table);
    var open = new HashMap<Integer, Open>();
    for (int r = 0; r < table.getNumberOfRows(); r++) {
      Row row = sheet.createRow(next++);
      float height = height("", 0, 1, BOXED);
      int column = 0;
      int cellNumber = 0;
      for (var cell : table.getRow(r).getTableCells()) {
        int from = edges.indexOf(own.get(Math.min(column, own.size() - 1)));
        column += span(cell);
        int to = edges.indexOf(own.get(Math.min(column, own.size() - 1)));
        Open above = open.get(from);
        String text = text(cell);
        CellFormat cellFormat = TextSize.halves(text) > LABEL ? SENTENCE : BOXED;
        for (int c = from; c < to; c++) {
          row.createCell(c).setCellStyle(book.palette().style(cellFormat));
        }
        Place place = Place.inTable(number, r, cellNumber++);
        if (to == from) {
          continue;
        }
        if (goesOn(cell) && above != null) {
          above.area().setLastRow(next - 1);
          cells.put(place.toString(), sheet.getRow(above.area().getFirstRow()).getCell(from));
          continue;
        }
        close(above);
        float needed = height(text, from, to, cellFormat);
        open.put(from, new Open(new CellRangeAddress(next - 1, next - 1, from, to - 1), needed));
        book.palette().write(row.getCell(from), text, cellFormat);
        cells.put(place.toString(), row.getCell(from));
        height = continues(table, r, cell) ? height : Math.max(height, needed);
      }
      row.setHeightInPoints(height);
    }
    open.values().forEach(this::close);
  }

  /** Merges a cell that is complete, and makes room for its words in its last row. */
  private void close(@Nullable Open cell) {
    if (cell == null) {
      return;
    }
    merge(cell.area());
    float room = 0;
    for (int r = cell.area().getFirstRow(); r <= cell.area().getLastRow(); r++) {
      room += sheet.getRow(r).getHeightInPoints();
    }
    // One that says that it goes on below may be all there is of it.
    if (room < cell.needed()) {
      Row last = sheet.getRow(cell.area().getLastRow());
      last.setHeightInPoints(last.getHeightInPoints() + cell.needed() - room);
    }
  }

  private static boolean continues(XWPFTable table, int row, XWPFTableCell cell) {
    CTTcPr cellFormat = cell.getCTTc().getTcPr();
    return row + 1 < table.getNumberOfRows() && cellFormat != null && cellFormat.isSetVMerge();
  }

  private static boolean goesOn(XWPFTableCell cell) {
    CTTcPr cellFormat = cell.getCTTc().getTcPr();
    return cellFormat != null
        && cellFormat.isSetVMerge()
        && cellFormat.getVMerge().getVal() != STMerge.RESTART;
  }

  private static int span(XWPFTableCell cell) {
    CTTcPr cellFormat = cell.getCTTc().getTcPr();
    return cellFormat != null && cellFormat.isSetGridSpan()
        ? cellFormat.getGridSpan().getVal().intValue()
        : 1;
  }

  private static String text(XWPFTableCell cell) {
    return cell.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private float height(String text, int from, int to, CellFormat cellFormat) {
    double width = (double) (edges.get(to) - edges.get(from)) / FINE;
    int lines = TextSize.lines(text, width, cellFormat.type().points());
    // Other fonts break long words elsewhere.
    return TextSize.height(lines > 2 ? lines + 1 : lines, cellFormat.type().points());
  }

  private void merge(CellRangeAddress area) {
    if (area.getNumberOfCells() > 1) {
      sheet.addMergedRegionUnsafe(area);
    }
  }

  /** Returns where the columns of a table begin on the page, and where the last one ends. */
  private static List<Integer> edges(XWPFTable table) {
    int columns = 0;
    for (var row : table.getRows()) {
      int own = row.getTableCells().stream().mapToInt(DrawnText::span).reduce(0, Integer::sum);
      columns = Math.max(columns, own);
    }
    List<Double> widths = widths(table.getCTTbl().getTblGrid());
    if (widths.size() < columns || widths.stream().anyMatch(width -> width <= 0)) {
      widths = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        widths.add(1.0);
      }
    }
    double whole = widths.stream().reduce(0.0, Double::sum);
    var edges = new ArrayList<>(List.of(0));
    double at = 0;
    for (double width : widths) {
      at += width;
      edges.add((int) Math.round(at / whole * PAGE * FINE));
    }
    return edges;
  }

  private static List<Double> widths(CTTblGrid grid) {
    var widths = new ArrayList<Double>();
    if (grid != null) {
      for (var column : grid.getGridColList()) {
        String width = String.valueOf(column.getW());
        widths.add(width.matches("\\d{1,6}") ? Double.parseDouble(width) : 0);
      }
    }
    return widths;
  }
}
