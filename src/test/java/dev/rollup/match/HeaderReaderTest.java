package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.match.find.FormWords;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {

  private static FormWords words;

  @BeforeAll
  static void read() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    words = new FormWords(template, Layout.of(template));
  }

  /** Rows are set apart by a slash, cells by a bar. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "填报单位（盖章）：城桥镇 联系人：张三 # 城桥镇@A1 张三@A1 -@null -@null # A1",
        "填报单位（盖章）|城桥镇|联系人|张三 # 城桥镇@B1 张三@D1 -@null -@null # A1 B1 C1 D1",
        "单位|联系人|电话|日期/城桥镇|张三|123|2023-06-20 # 城桥镇@A2 张三@B2 123@C2 2023-06-20@D2 # A1 A2 B1 B2 C1 C2 D1 D2",
        "填报单位（盖章）：|联系人：|电话：|填报日期：/城桥镇|||2023-06-20 # 城桥镇@A2 -@B2 -@C2 2023-06-20@D2 # A1 A2 B1 B2 C1 C2 D1 D2",
        "填报单位|联系人/城桥镇|张三/电话|填报日期/123|2023-06-20 # 城桥镇@A2 张三@B2 123@A4 2023-06-20@B4 # A1 A2 A3 A4 B1 B2 B3 B4",
        "填报单位（盖章）/城桥镇/联系人/张三 # 城桥镇@A2 张三@A4 -@null -@null # A1 A2 A3 A4",
        "填报单位（盖章）：||联系人：/电话：||填报日期： # -@B1 -@D1 -@B2 -@D2 # A1 A2 C1 C2",
        "填报单位（盖章）：||联系人：/活动项目|活动进展情况 # -@B1 -@D1 -@null -@null # A1 C1",
        "单位|联系人|职务/城桥镇|张三|科员 # -@null 职务@C1 -@null -@null # B1 C1",
        "填报单位（盖章）：|联系人：/城桥镇|张三|多一格 # -@B1 -@C1 -@null -@null # A1 B1",
      })
  void labels_are_read_with_what_stands_behind_or_below(
      String typed, String expected, String taken) {
    var grid = Grid.builder("表");
    String[] rows = typed.strip().split("/");
    for (int row = 0; row < rows.length; row++) {
      String[] cells = rows[row].split("\\|");
      for (int column = 0; column < cells.length; column++) {
        if (!cells[column].isEmpty()) {
          grid.put(row, column, new Cell.Text(cells[column]));
        }
      }
    }
    Grid sheet = grid.build();
    var reader = new HeaderReader(sheet, words);

    Map<HeaderField, HeaderEntry> header = reader.read(sheet.cells());

    assertThat(
            Arrays.stream(HeaderField.values())
                .map(header::get)
                .map(e -> (e.text().isEmpty() ? "-" : e.text()) + "@" + e.at().written())
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected.strip());
    assertThat(reader.taken().stream().map(Position::a1).sorted().toList())
        .containsExactly(taken.strip().split(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "单位|联系人|日期/城桥镇|张三|2023-06-20 # 城桥镇@t1.r2.c1.p1 张三@t1.r2.c2.p1 2023-06-20@t1.r2.c3.p1",
        "填报单位（盖章）|城桥镇|联系人|张三/填报日期|2023-06-20 # 城桥镇@t1.r1.c2.p1 张三@t1.r1.c4.p1 2023-06-20@t1.r2.c2.p1",
        "填报单位（盖章）|联系人|填报日期/|| # -@t1.r1.c1.p1 -@t1.r1.c2.p1 -@t1.r1.c3.p1",
      })
  void in_a_table_of_a_text_too(String typed, String expected) {
    var text = Grid.builder(null);
    int row = 0;
    String[] rows = typed.strip().split("/");
    for (int r = 0; r < rows.length; r++) {
      String[] cells = rows[r].split("\\|");
      for (int c = 0; c < cells.length; c++) {
        text.paragraph(
            row++,
            1,
            TextPlace.TEXT.with(new TextPlace.TableCell(1, r + 1, c + 1)).paragraph(1),
            cells[c]);
      }
    }
    Grid grid = text.build();

    Map<HeaderField, HeaderEntry> header = new HeaderReader(grid, words).read(grid.cells());

    assertThat(
            Stream.of(HeaderField.UNIT, HeaderField.CONTACT, HeaderField.DATE)
                .map(header::get)
                .map(e -> (e.text().isEmpty() ? "-" : e.text()) + "@" + e.at().written())
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected.strip());
  }
}
