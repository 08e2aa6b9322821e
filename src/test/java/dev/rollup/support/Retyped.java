package dev.rollup.support;

import dev.rollup.support.xlsb.SavedAsXlsb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;

/**
 * A return into which one thing after the other is typed at the same place: it is made once with a
 * mark there, and words take the place of the mark, as to make each anew takes many times as long
 * as to read it. What is typed as a number, a formula or a day is no words, and is made anew.
 */
public final class Retyped {

  /** Stands in no form; no format has to write it in another way. */
  private static final String MARK = "☞☜";

  private final Made made;
  private final byte[] marked;
  private final RetypedZip zip;
  private final Map<Cell, String> oldCells = new LinkedHashMap<>();
  private HSSFWorkbook old;
  private List<List<String>> displayed;
  private String last;
  private byte[] lastMade;

  /** How a return is made. */
  @FunctionalInterface
  public interface Made {
    /** Returns a workbook with something typed at the place. */
    byte[] with(String typed);
  }

  private Retyped(Made made, byte[] marked) {
    this.made = made;
    this.marked = marked;
    this.zip = marked == null ? null : new RetypedZip(marked, MARK);
  }

  /** A return that is made in this way, with each text as it is in its place. */
  public static Retyped of(Made made) {
    return new Retyped(made, made.with(MARK));
  }

  /** A return in which a text makes more of a difference, so that each is made anew. */
  public static Retyped anew(Made made) {
    return new Retyped(made, null);
  }

  /** Returns the workbook with something typed. */
  public byte[] xlsx(String typed) {
    return isSwapped(typed) ? zip.with(typed) : made(typed);
  }

  /** Returns the same as {@link SavedAsXls} saves it. */
  public byte[] xls(String typed) {
    if (!isSwapped(typed)) {
      return SavedAsXls.of(made(typed));
    }
    if (old == null) {
      old = SavedAsXls.open(marked);
      old.forEach(sheet -> sheet.forEach(row -> row.forEach(this::keepMarked)));
      if (oldCells.isEmpty()) {
        throw new IllegalStateException("no cell holds what is typed");
      }
    }
    oldCells.forEach((cell, text) -> cell.setCellValue(text.replace(MARK, typed)));
    return SavedAsXls.bytes(old);
  }

  /** Returns the same as {@link SavedAsXlsb} saves it. */
  public byte[] xlsb(String typed) {
    return SavedAsXlsb.of(xlsx(typed));
  }

  private void keepMarked(Cell cell) {
    if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains(MARK)) {
      oldCells.put(cell, cell.getStringCellValue());
    }
  }

  /** Returns the same as {@link DisplayedCsv} saves it. */
  public byte[] csv(String typed) {
    if (!isSwapped(typed)) {
      return DisplayedCsv.of(made(typed));
    }
    if (displayed == null) {
      displayed = DisplayedCsv.cells(marked);
    }
    UnaryOperator<String> swap = cell -> cell.replace(MARK, typed);
    return DisplayedCsv.written(
        displayed.stream().map(row -> row.stream().map(swap).toList()).toList());
  }

  private boolean isSwapped(String typed) {
    return zip != null && FilledBlank.isWords(typed);
  }

  private byte[] made(String typed) {
    if (!typed.equals(last)) {
      lastMade = made.with(typed);
      last = typed;
    }
    return lastMade;
  }
}
