package dev.rollup.read.xlsb;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.workbook.Workbook;
import dev.rollup.read.workbook.Workbook.Sheet;
import dev.rollup.read.xlsb.Book.Origin;
import dev.rollup.read.xlsb.Book.Reference;
import java.util.ArrayList;
import java.util.List;

/** Reads the part that a workbook begins with (MS-XLSB 2.1.7.61). */
final class WorkbookPart {

  /** A name whose formula may call names after it. */
  private record Unworded(String name, int scope, boolean builtIn, StoredFormula formula) {}

  private static final int SINCE_1904 = 1;

  /** When results are calculated anew (BrtCalcProp, 2.4.315): on opening, and always. */
  private static final int FULL_ON_LOAD = 1;

  private static final int WITHOUT_DEPENDENCIES = 1 << 8;

  private static final int BUILT_IN = 1 << 5;

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Unworded> unworded = new ArrayList<>();
  private boolean since1904;
  private boolean stale;

  private WorkbookPart() {}

  /** Reads a part. */
  static WorkbookPart read(byte[] part) throws Refusal {
    var read = new WorkbookPart();
    var records = Records.open(part, Record.BOOK_BEGIN, Record.BOOK_END);
    while (records.next()) {
      read.read(records);
    }
    return read;
  }

  /** Returns what formulas call by numbers. */
  Book book() {
    return new Book(
        sheets.stream().map(Sheet::name).toList(),
        references,
        unworded.stream().map(Unworded::name).toList());
  }

  /** Returns what the part says about the whole. */
  Workbook workbook() {
    var book = book();
    var names = new ArrayList<DefinedName>();
    for (var each : unworded) {
      if (!each.builtIn()) {
        names.add(new DefinedName(each.name(), each.scope(), each.formula().text(book, null)));
      }
    }
    return new Workbook(since1904, stale, sheets, names);
  }

  private void read(Records records) throws Refusal {
    switch (records.type()) {
      case Record.BOOK_PROPERTIES -> since1904 = (records.i32() & SINCE_1904) != 0;
      case Record.SHEET -> readSheet(records);
      case Record.CALCULATION -> readCalculation(records);
      case Record.OWN_BOOK -> origins.add(Origin.THIS_BOOK);
      case Record.OWN_SHEET -> origins.add(Origin.THIS_SHEET);
      case Record.OTHER_BOOK, Record.ADD_IN -> origins.add(Origin.OTHER);
      case Record.SHEETS_REFERRED_TO -> readReferences(records);
      case Record.NAME -> readName(records);
      default -> {}
    }
    Limits.checkListed(origins.size());
  }

  private void readSheet(Records records) throws Refusal {
    int state = records.i32();
    records.skip(Integer.BYTES);
    String relationship = records.optionalText();
    String name = records.text();
    sheets.add(new Sheet(name, relationship == null ? "" : relationship, state != 0));
    Limits.checkListed(sheets.size());
  }

  private void readCalculation(Records records) throws Refusal {
    records.skip(3 * Integer.BYTES + Double.BYTES + Integer.BYTES);
    int flags = records.u16();
    stale = (flags & (FULL_ON_LOAD | WITHOUT_DEPENDENCIES)) != 0;
  }

  private void readReferences(Records records) throws Refusal {
    for (int left = records.count(); left > 0; left--) {
      int origin = records.i32();
      int first = records.i32();
      int last = records.i32();
      boolean known = origin >= 0 && origin < origins.size();
      references.add(new Reference(known ? origins.get(origin) : Origin.OTHER, first, last));
      Limits.checkListed(references.size());
    }
  }

  private void readName(Records records) throws Refusal {
    int flags = records.i32();
    records.skip(1);
    int scope = records.i32();
    String name = records.text();
    unworded.add(new Unworded(name, scope, (flags & BUILT_IN) != 0, records.formula()));
    Limits.checkListed(unworded.size());
  }
}
