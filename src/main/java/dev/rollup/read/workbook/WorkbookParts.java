package dev.rollup.read.workbook;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.read.zip.OpcPackage.Relationship;
import java.util.List;

/**
 * Reads the parts of one workbook that are written in its own encoding, XML or binary records. The
 * methods are called in the order in which they stand here.
 */
public interface WorkbookParts {

  /**
   * Returns the name of the part that the workbook begins with.
   *
   * @param ofPackage the arrows that leave the package
   * @throws Refusal {@code unsupported-format} where it is in another encoding
   */
  String mainPart(OpcPackage parts, List<Relationship> ofPackage) throws Refusal;

  /** Reads the part that the workbook begins with; one that is none is unsupported. */
  Workbook workbook(byte[] part) throws Refusal;

  /**
   * Reads how the cells look.
   *
   * @param ofWorkbook the arrows that leave the part that the workbook begins with
   */
  Styles styles(OpcPackage parts, List<Relationship> ofWorkbook) throws Refusal;

  /** Reads the texts that cells refer to by number. */
  SharedStrings strings(OpcPackage parts, List<Relationship> ofWorkbook) throws Refusal;

  /** Reads the part of a worksheet into it. */
  void read(byte[] part, Worksheet into) throws Refusal;

  /** Reads the comments of a sheet. */
  void read(byte[] part, SheetComments into) throws Refusal;
}
