package dev.rollup.read.xlsx;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.read.Damage;
import dev.rollup.read.Outcomes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;

/** Whatever happens to the bytes of a workbook on its way, it never turns into other data. */
@Tag("slow")
class XlsxDamageTest extends Damage {

  /** What makes a difference to anybody who reads the document. */
  private record Meaning(
      List<String> sheets, List<Map<String, Cell>> cells, Map<String, String> properties) {

    static Meaning of(Document document) {
      var sheets = new ArrayList<String>();
      var cells = new ArrayList<Map<String, Cell>>();
      for (var grid : document.grids()) {
        sheets.add(grid.sheet() + grid.hidden() + grid.names());
        cells.add(Outcomes.cells(grid));
      }
      return new Meaning(sheets, cells, document.properties());
    }
  }

  XlsxDamageTest() {
    super(new XlsxReader());
  }

  @Override
  protected Object meaning(Document document) {
    return Meaning.of(document);
  }

  @Override
  protected byte[] writtenByPoi() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      var date = workbook.createCellStyle();
      date.setDataFormat((short) 14);
      for (String name : new String[] {"统计表", "说明"}) {
        var sheet = workbook.createSheet(name);
        for (int i = 0; i < 40; i++) {
          var row = sheet.createRow(i);
          row.createCell(0).setCellValue("第" + i + "项");
          row.createCell(1).setCellValue(i * 7);
          row.createCell(2).setCellValue(45105 + i);
          row.getCell(2).setCellStyle(date);
        }
      }
      workbook.createName().setNameName("f_1");
      workbook.getName("f_1").setRefersToFormula("统计表!$B$3");
      workbook.write(out);
    }
    return out.toByteArray();
  }

  @Override
  protected byte[] writtenByHand() {
    return HandMadeWorkbook.ofRows(
            "<row><c t='s'><v>0</v></c><c><v>12</v></c><c s='1'><v>45105</v></c></row>")
        .strings("<si><t>城桥镇</t></si>")
        .format(14)
        .name("f_1", "", "表!$B$1")
        .bytes();
  }
}
