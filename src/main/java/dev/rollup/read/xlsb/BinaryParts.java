package dev.rollup.read.xlsb;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.SheetColors;
import dev.rollup.read.workbook.SharedStrings;
import dev.rollup.read.workbook.SheetComments;
import dev.rollup.read.workbook.Styles;
import dev.rollup.read.workbook.Workbook;
import dev.rollup.read.workbook.WorkbookParts;
import dev.rollup.read.workbook.Worksheet;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.read.zip.OpcPackage.Relationship;
import java.util.List;

/** Reads the parts of one workbook that are binary records, and knows what they call by numbers. */
final class BinaryParts implements WorkbookParts {

  private static final String MAIN_TYPE = "ms-excel.sheet.binary.macroEnabled.main";

  private Book book = Book.NONE;
  private StylesPart styles = StylesPart.none();

  @Override
  public String mainPart(OpcPackage parts, List<Relationship> ofPackage) throws Refusal {
    return parts.mainPart(ofPackage, MAIN_TYPE);
  }

  @Override
  public Workbook workbook(byte[] part) throws Refusal {
    var read = WorkbookPart.read(part);
    book = read.book();
    return read.workbook();
  }

  @Override
  public Styles styles(OpcPackage parts, List<Relationship> ofWorkbook) throws Refusal {
    byte[] part = parts.related(ofWorkbook, "styles");
    if (part != null) {
      styles = StylesPart.read(part);
    }
    var read = styles;
    var looks = new Looks(new SheetColors(parts, ofWorkbook, read::palette));
    return new Styles(looks, part == null ? null : read.styles(), read::differentials);
  }

  @Override
  public SharedStrings strings(OpcPackage parts, List<Relationship> ofWorkbook) throws Refusal {
    return SharedStringsPart.read(parts.related(ofWorkbook, "sharedStrings"), styles.fonts());
  }

  @Override
  public void read(byte[] part, Worksheet into) throws Refusal {
    WorksheetPart.read(part, styles, book, into);
  }

  @Override
  public void read(byte[] part, SheetComments into) throws Refusal {
    CommentsPart.read(part, styles.fonts(), into);
  }
}
