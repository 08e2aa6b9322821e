package dev.rollup.read.xlsb;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.read.Damage;
import dev.rollup.read.Outcomes;
import dev.rollup.read.xlsx.HandMadeWorkbook;
import dev.rollup.support.xlsb.SavedAsXlsb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/** Whatever happens to the bytes of a workbook on its way, it never turns into other data. */
@Tag("slow")
class XlsbDamageTest extends Damage {

  /** What makes a difference to anybody who reads the document. */
  private record Meaning(List<Object> sheets, Map<String, String> properties) {

    static Meaning of(Document document) {
      var sheets = new ArrayList<Object>();
      for (var grid : document.grids()) {
        Map<String, Cell> cells = Outcomes.cells(grid);
        sheets.add(List.of(grid.sheet() + grid.hidden() + grid.names(), cells));
      }
      return new Meaning(sheets, document.properties());
    }
  }

  XlsbDamageTest() {
    super(new XlsbReader());
  }

  @Override
  protected Object meaning(Document document) {
    return Meaning.of(document);
  }

  @Override
  protected byte[] writtenByPoi() {
    String rows =
        IntStream.range(0, 40)
            .mapToObj(
                row ->
                    ("<row><c t='inlineStr'><is><t>第%d项</t></is></c><c><v>%d</v></c>"
                            + "<c s='1'><v>%d</v></c></row>")
                        .formatted(row, row * 7, 45105 + row))
            .collect(Collectors.joining());
    String sheet = "<sheetData>" + rows + "</sheetData>";
    return SavedAsXlsb.of(
        new HandMadeWorkbook()
            .sheet("统计表", sheet)
            .sheet("说明", sheet)
            .format(14)
            .name("f_1", "", "统计表!$B$3")
            .bytes());
  }

  @Override
  protected byte[] writtenByHand() {
    return SavedAsXlsb.of(
        HandMadeWorkbook.ofRows(
                "<row><c t='s'><v>0</v></c><c><v>12</v></c><c s='1'><v>45105</v></c></row>")
            .strings("<si><t>城桥镇</t></si>")
            .format(14)
            .name("f_1", "", "表!$B$1")
            .bytes());
  }
}
