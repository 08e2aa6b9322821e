package dev.rollup.read.zip;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.xlsx.HandMadeWorkbook.RELATIONSHIPS;
import static dev.rollup.read.xlsx.HandMadeWorkbook.XLSX_TYPE;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofCell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.read.xlsx.HandMadeWorkbook;
import dev.rollup.read.xlsx.XlsxReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A package means one thing, or nothing. */
class OpcPackageTest {

  private static final String TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
          + "<Default Extension='xml' ContentType='application/xml'/>"
          + "<Override PartName='/xl/workbook.xml' ContentType='"
          + XLSX_TYPE
          + "'/>%s</Types>";

  private final HandMadeWorkbook workbook = ofCell("<c><v>12</v></c>");

  private void assertRead() {
    assertThat(cells(onlyGrid(clean(new XlsxReader().read(workbook.bytes())))))
        .isEqualTo(Map.of("A1", number("12")));
  }

  private void assertDamaged() {
    assertRefused(new XlsxReader().read(workbook.bytes()), DAMAGED_FILE);
  }

  @Test
  void a_relationship_id_twice_in_one_part_is_damage() {
    workbook.related("rId9", "theme", "a.xml").related("rId9", "theme", "b.xml");
    assertDamaged();
  }

  @Test
  void two_documents_in_one_package_are_damage() {
    workbook.packageRelated(RELATIONSHIPS + "/officeDocument", "xl/other.xml");
    assertDamaged();
  }

  @Test
  void one_document_may_be_named_twice() {
    workbook.packageRelated(RELATIONSHIPS + "/officeDocument", "/XL/workbook.xml");
    assertRead();
  }

  @Test
  void two_tables_of_texts_are_damage() {
    workbook.strings("").related("more", "sharedStrings", "more.xml");
    assertDamaged();
  }

  @Test
  void two_tables_of_styles_are_damage() {
    workbook.styles("").related("more", "styles", "more.xml");
    assertDamaged();
  }

  @Test
  void two_types_of_one_part_are_damage() {
    workbook.part(
        "[Content_Types].xml",
        TYPES.formatted("<Override PartName='/XL/workbook.xml' ContentType='application/xml'/>"));
    assertDamaged();
  }

  @Test
  void two_types_of_one_extension_are_damage() {
    workbook.part(
        "[Content_Types].xml",
        TYPES.formatted("<Default Extension='XML' ContentType='text/xml'/>"));
    assertDamaged();
  }

  @Test
  void a_type_may_be_said_twice() {
    workbook.part(
        "[Content_Types].xml",
        TYPES.formatted("<Default Extension='XML' ContentType='application/xml'/>"));
    assertRead();
  }

  @Test
  void targets_may_have_the_slash_of_windows() {
    workbook
        .sheetEntry("又", "", "worksheet", "worksheets\\sheet9.xml")
        .part(
            "xl/worksheets/sheet9.xml",
            "<worksheet xmlns='" + HandMadeWorkbook.MAIN + "'><sheetData/></worksheet>");
    assertThat(clean(new XlsxReader().read(workbook.bytes())).grids()).hasSize(2);
  }
}
