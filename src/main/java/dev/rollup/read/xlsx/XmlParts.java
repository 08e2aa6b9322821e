package dev.rollup.read.xlsx;

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

/** Reads the parts of a workbook that are XML (SpreadsheetML, ECMA-376 part 1, chapter 18). */
final class XmlParts implements WorkbookParts {

  @Override
  public String mainPart(OpcPackage parts, List<Relationship> ofPackage) throws Refusal {
    return parts.mainPart(ofPackage);
  }

  @Override
  public Workbook workbook(byte[] part) throws Refusal {
    return WorkbookPart.read(part);
  }

  @Override
  public Styles styles(OpcPackage parts, List<Relationship> ofWorkbook) throws Refusal {
    byte[] part = parts.related(ofWorkbook, "styles");
    var colors = new SheetColors(parts, ofWorkbook, () -> OwnPalette.read(part));
    return StylesPart.read(part, new Looks(colors));
  }

  @Override
  public SharedStrings strings(OpcPackage parts, List<Relationship> ofWorkbook) throws Refusal {
    return SharedStringsPart.read(parts.related(ofWorkbook, "sharedStrings"));
  }

  @Override
  public void read(byte[] part, Worksheet into) throws Refusal {
    WorksheetPart.read(part, into);
  }

  @Override
  public void read(byte[] part, SheetComments into) throws Refusal {
    CommentsPart.read(part, into);
  }
}
