package dev.rollup.write.copy;

import dev.rollup.model.Place;
import dev.rollup.report.BoundValues;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.InlineBlanks;
import dev.rollup.write.xlsx.DocumentDates;
import dev.rollup.write.xlsx.HiddenSheet;
import dev.rollup.write.xlsx.ReproducibleZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes into a copy of an office's own workbook: nothing moves but what stands below a list that
 * grows.
 */
public final class SheetCopy {

  private final Workbook workbook;
  private final CopyCells cells;

  private SheetCopy(Workbook workbook) {
    this.workbook = workbook;
    this.cells = new CopyCells(workbook);
  }

  /**
   * Returns a copy of the blank with the totals in it. A formula is left to compute where it comes
   * to the total; elsewhere the total takes its place, or nothing where there is none.
   *
   * @param carried what the totals and rows are made of, for the level above
   * @param said how many units that is, in words: they stand below each sheet, outside of what is
   *     printed, and are what is left in a table of texts
   */
  public static byte[] of(Blank blank, BoundValues values, RollUpContents carried, String said) {
    try (Workbook workbook = open(blank)) {
      var sheets = new SheetCopy(workbook);
      sheets.fill(values);
      new FormulaTotals(workbook, sheets.cells).settle(blank, values, true);
      BelowPage.write(workbook, blank, said);
      HiddenSheet.add(workbook, RollUp.ORIGINS, RollUpTable.of(carried));
      var properties = new CopyProperties(workbook);
      RollUpTable.properties(carried).forEach(properties::say);
      properties.keyword(said);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a copy of the blank for a unit to fill in: nothing but its blanks can be changed.
   *
   * @param unit what stands in the unit's blank already; empty to leave it as it is
   */
  public static byte[] forUnit(Blank blank, Optional<String> unit) {
    try (Workbook workbook = open(blank)) {
      new InputCells(workbook).open(blank);
      var header = new LinkedHashMap<HeaderBlank, Value>();
      unit.ifPresent(
          name ->
              blank.header("unit").ifPresent(known -> header.put(known, new Value.Words(name))));
      new SheetCopy(workbook).header(header);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workbook open(Blank blank) throws IOException {
    byte[] content = blank.content().bytes();
    return isOld(content)
        ? new HSSFWorkbook(new ByteArrayInputStream(content))
        : new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  /**
   * Writes the totals into a workbook that began as a copy of the blank, and nothing but numbers:
   * what was a formula says what it came to. Every total has its field's name; the rows of lists
   * have none.
   */
  public static void fill(Workbook copy, Blank blank, BoundValues values) {
    var sheets = new SheetCopy(copy);
    sheets.fill(values);
    new FormulaTotals(copy, sheets.cells).settle(blank, values, false);
    copy.forEach(CopyCells::withoutFormulas);
    sheets.name(blank);
  }

  /**
   * Writes what a unit said into a workbook that began as a copy of the blank, to be filled in
   * anew.
   */
  public static void fillFor(Workbook copy, Blank blank, BoundValues values) {
    new InputCells(copy).open(blank);
    new SheetCopy(copy).fill(values);
    new CopyFormulas(copy).compute();
  }

  /**
   * Writes a mark into every blank of a workbook that began as a copy of the form, formulas among
   * them: a mark is there to be read.
   */
  public static void mark(Workbook copy, BoundValues marks) {
    var sheets = new SheetCopy(copy);
    for (var binding : marks.values().keySet()) {
      Cell cell = sheets.cells.cell(binding.at().on(), binding.at().cell());
      if (cell.getCellType() == CellType.FORMULA) {
        CopyCells.withoutFormula(cell);
      }
    }
    sheets.fill(marks);
  }

  /** Tells whether a workbook is of the kind before 2007, by its first bytes. */
  public static boolean isOld(byte[] content) {
    return content.length > 0 && content[0] == (byte) 0xD0;
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    if (workbook instanceof XSSFWorkbook book) {
      var core = book.getProperties().getCoreProperties();
      DocumentDates.keep(core);
      return ReproducibleZip.of(book);
    }
    var bytes = new ByteArrayOutputStream(1 << 15);
    workbook.write(bytes);
    return bytes.toByteArray();
  }

  private void fill(BoundValues values) {
    header(values.header());
    values
        .whole()
        .forEach(
            (binding, value) ->
                cells.put(cells.cell(binding.at().on(), binding.at().cell()), value));
    values.sentences().forEach(this::sentence);
    new GrowingLists(workbook, cells).write(values.lists());
  }

  private void name(Blank blank) {
    var names = new CellNames(workbook);
    for (var block : blank.blocks()) {
      for (var binding : block.bindings()) {
        if (!(block instanceof Block.Rows) && whole(binding.at())) {
          names.field(binding, 0, cells.cell(binding.at(), 0));
        }
      }
    }
  }

  private static boolean whole(Place at) {
    return at.kind() == Place.Kind.SHEET && at.blank() == 0;
  }

  private void header(Map<HeaderBlank, Value> header) {
    var inCell = new LinkedHashMap<String, List<Map.Entry<HeaderBlank, Value>>>();
    for (var entry : header.entrySet()) {
      inCell
          .computeIfAbsent(entry.getKey().at().blank(0).toString(), at -> new ArrayList<>())
          .add(entry);
    }
    for (var entries : inCell.values()) {
      HeaderBlank one = entries.get(0).getKey();
      Cell cell = cells.cell(one.at().on(), one.at().cell());
      if (one.whole()) {
        cells.write(cell, AnswerWords.ofHead(entries.get(0).getValue()));
      } else {
        for (var entry : entries) {
          var around = InlineBlanks.around(entry.getKey());
          cells.write(
              cell,
              around.filledOnce(cell.getStringCellValue(), AnswerWords.ofHead(entry.getValue())));
        }
      }
    }
  }

  private void sentence(Map<Binding, Value> answers) {
    Binding any = answers.keySet().iterator().next();
    Cell cell = cells.cell(any.at().on(), any.at().cell());
    cells.write(cell, AnswerWords.filled(cell.getStringCellValue(), answers));
  }
}
