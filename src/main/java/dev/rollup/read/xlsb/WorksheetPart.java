package dev.rollup.read.xlsb;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.HeaderFooter;
import dev.rollup.read.workbook.Worksheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet part (MS-XLSB 2.1.7.62). */
final class WorksheetPart {

  private static final int FORMULAS_SHOWN = 1 << 1;
  private static final int ZEROS_SHOWN = 1 << 4;

  private static final int COLUMN_HIDDEN = 1;

  /** The width of a column is said in parts of a digit, the height of rows in parts of a point. */
  private static final double PARTS_OF_DIGIT = 256;

  private static final double PARTS_OF_POINT = 20;

  private static final int NO_WIDTH = -1;

  private static final int OF_EVEN_PAGES = 1;
  private static final int OF_FIRST_PAGE = 1 << 1;

  /** The texts of a header and footer in their order, as XML names them. */
  private static final List<String> MARGINS =
      List.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

  private final Records records;
  private final Worksheet sheet;
  private final CellTable cells;
  private final RuleRecords rules;
  private @Nullable String legacyDrawing;
  private boolean objects;
  private boolean cellsRead;

  private WorksheetPart(Records records, StylesPart styles, Book book, Worksheet sheet) {
    this.records = records;
    this.sheet = sheet;
    this.cells = new CellTable(records, styles.fonts(), book, sheet);
    this.rules = new RuleRecords(records, styles, book, sheet.conditional());
  }

  /**
   * Reads the part, once.
   *
   * @param book what its formulas call by numbers
   */
  static void read(byte[] part, StylesPart styles, Book book, Worksheet into) throws Refusal {
    var records = Records.open(part, Record.SHEET_BEGIN, Record.SHEET_END);
    new WorksheetPart(records, styles, book, into).read();
  }

  private void read() throws Refusal {
    boolean views = false;
    while (records.next()) {
      switch (records.type()) {
        // How one user looks at the sheet is not how the others do.
        case Record.USER_VIEWS_BEGIN -> views = true;
        case Record.USER_VIEWS_END -> views = false;
        default -> {
          if (!views) {
            readRecord();
          }
        }
      }
    }
    if (objects && legacyDrawing == null) {
      // Where they lie stands in the drawing alone.
      throw sheet.damaged();
    }
  }

  private void readRecord() throws Refusal {
    switch (records.type()) {
      case Record.VIEW -> {
        int flags = records.u16();
        sheet.view((flags & ZEROS_SHOWN) == 0, (flags & FORMULAS_SHOWN) != 0);
      }
      case Record.SHEET_DEFAULTS -> readDefaults();
      case Record.COLUMNS -> readColumns();
      case Record.CELLS_BEGIN -> {
        if (cellsRead) {
          throw sheet.damaged();
        }
        cellsRead = true;
        cells.read();
      }
      case Record.MERGED -> sheet.merge(records.area());
      case Record.HEADER_FOOTER -> readMargins();
      case Record.DRAWING -> sheet.setDrawing(records.optionalText());
      case Record.LEGACY_DRAWING -> {
        legacyDrawing = records.optionalText();
        sheet.setLegacyDrawing(legacyDrawing);
      }
      case Record.EMBEDDED_DOCUMENT, Record.CONTROL -> objects = true;
      default -> {
        if (CellTable.isOfCells(records.type())) {
          throw sheet.damaged();
        }
        rules.read();
      }
    }
  }

  private void readDefaults() throws Refusal {
    int width = records.i32();
    records.skip(2); // the width before there was a more exact one
    double height = records.u16() / PARTS_OF_POINT;
    sheet.setDefaults(width == NO_WIDTH ? null : width / PARTS_OF_DIGIT, height);
  }

  private void readColumns() throws Refusal {
    int first = records.index(Limits.COLUMNS - 1);
    int last = records.index(Limits.COLUMNS - 1);
    double width = records.i32() / PARTS_OF_DIGIT;
    records.skip(Integer.BYTES); // the style of its empty cells
    boolean hidden = (records.u16() & COLUMN_HIDDEN) != 0;
    sheet.columns(first, last, width, hidden);
  }

  private void readMargins() throws Refusal {
    int flags = records.u16();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : MARGINS) {
      String text = records.optionalText();
      if (text != null) {
        texts.put(name, text);
      }
    }
    sheet.setPageMargins(
        HeaderFooter.printed(texts, (flags & OF_FIRST_PAGE) != 0, (flags & OF_EVEN_PAGES) != 0));
  }
}
