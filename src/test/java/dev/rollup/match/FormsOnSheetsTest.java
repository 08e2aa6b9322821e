package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.submission.Submission;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where forms stand in a document: below each other, side by side, on hidden sheets. */
class FormsOnSheetsTest {

  private static Template template;
  private static FormMatcher matcher;
  private static int height;

  @BeforeAll
  static void read() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    matcher = new FormMatcher(template);
    height = Layout.of(template).rows();
  }

  /** Draws a form at a place, filled in by defined name. */
  private static void draw(Grid.Builder grid, int row, int column, Map<String, Object> typed) {
    for (var slot : Layout.of(template).slots()) {
      Object value = slot.name() == null ? slot.text() : typed.getOrDefault(slot.name(), "");
      Cell cell =
          value instanceof Integer number
              ? new Cell.Number(BigDecimal.valueOf(number), Cell.Number.GENERAL)
              : value.toString().isEmpty() ? Cell.EMPTY : new Cell.Text(value.toString());
      grid.put(row + slot.at().row(), column + slot.at().column(), cell);
    }
  }

  private static List<String> read(Grid... grids) {
    return matcher.match(new Document(List.of(grids), Map.of())).stream()
        .map(FormsOnSheetsTest::told)
        .toList();
  }

  /** What was read: unit, the first two counts and where they stand, and what was said. */
  private static String told(Outcome<Submission> outcome) {
    if (outcome.value().isEmpty()) {
      return outcome.findings().get(0).code().id();
    }
    Submission form = outcome.value().get();
    var told = new StringBuilder(form.header().get(HeaderField.UNIT).text());
    for (var entry : form.entries().subList(0, 2)) {
      told.append(" ").append(entry.at().written()).append("=").append(entry.value());
    }
    outcome.findings().stream()
        .filter(finding -> finding.code() != FindingCode.ROW_MOVED)
        .forEach(finding -> told.append(" ").append(finding.code().id()));
    return told.toString();
  }

  private static Map<String, Object> filled(String unit, int count) {
    return Map.of("h_unit", unit, "f_1_1_1", count, "f_1_1_2", count * 10);
  }

  @Test
  void forms_below_each_other_are_read_each_with_its_own_head() {
    var grid = Grid.builder("表");
    draw(grid, 0, 0, filled("城桥镇", 1));
    draw(grid, height, 0, filled("堡镇", 2));
    draw(grid, 2 * height + 3, 0, filled("新河镇", 3));
    assertThat(read(grid.build()))
        .containsExactly(
            "城桥镇 E5=1 G5=10",
            "堡镇 E%d=2 G%d=20".formatted(height + 5, height + 5),
            "新河镇 E%d=3 G%d=30".formatted(2 * height + 8, 2 * height + 8));
  }

  @Test
  void a_form_below_another_that_nobody_filled_in_is_no_form() {
    var grid = Grid.builder("表");
    draw(grid, 0, 0, filled("城桥镇", 1));
    draw(grid, height + 1, 0, Map.of());
    assertThat(read(grid.build())).containsExactly("城桥镇 E5=1 G5=10");
  }

  @Test
  void forms_side_by_side_are_read_each_with_its_own_head() {
    var grid = Grid.builder("表");
    draw(grid, 0, 0, filled("城桥镇", 1));
    draw(grid, 0, 9, filled("堡镇", 2));
    assertThat(read(grid.build())).containsExactly("城桥镇 E5=1 G5=10", "堡镇 N5=2 P5=20");
  }

  @Test
  void the_table_alone_once_more_below_makes_every_item_ambiguous() {
    var grid = Grid.builder("表");
    var second = Grid.builder("表");
    draw(grid, 0, 0, filled("城桥镇", 1));
    draw(second, height, 0, filled("", 2));
    second.build().cells().stream()
        .filter(placed -> placed.at().row() >= height + 4)
        .forEach(p -> grid.put(p.at().row(), p.at().column(), p.cell()));
    assertThat(read(grid.build()))
        .singleElement()
        .asString()
        .startsWith("城桥镇 B5=null B5=null field-ambiguous");
  }

  @Test
  void sentences_in_cells_below_each_other_are_read_each_with_its_own_head() {
    var grid = Grid.builder("表");
    int next = sentences(grid, 0, "城桥镇", 1);
    sentences(grid, next, "堡镇", 2);
    assertThat(read(grid.build()))
        .containsExactly("城桥镇 B3=1 B3=10", "堡镇 B%d=2 B%d=20".formatted(next + 3, next + 3));
  }

  private static int sentences(Grid.Builder grid, int row, String unit, int count) {
    int at = row;
    grid.put(at++, 0, new Cell.Text(template.title()));
    grid.put(at++, 0, new Cell.Text("填报单位（盖章）：" + unit + "  联系人：张三"));
    for (var section : template.sections()) {
      grid.put(at, 0, new Cell.Text(section.heading()));
      for (var item : section.items()) {
        String text = item.text();
        if (item.id().equals("1.1")) {
          text = "组织开展宣讲活动(" + count + ")场，参与(" + count * 10 + ")人次；";
        }
        grid.put(at++, 1, new Cell.Text(text));
      }
    }
    return at;
  }

  @Test
  void a_form_on_a_hidden_sheet_is_read_where_no_sheet_that_is_seen_holds_one() {
    var seen = Grid.builder("封面").put(0, 0, new Cell.Text("见附表"));
    var hidden = Grid.builder("表").hidden(true);
    draw(hidden, 0, 0, filled("城桥镇", 1));
    assertThat(read(seen.build(), hidden.build())).containsExactly("城桥镇 E5=1 G5=10 hidden-sheet");
  }

  @Test
  void a_form_on_a_hidden_sheet_beside_one_that_is_seen_is_not_read() {
    var seen = Grid.builder("一");
    draw(seen, 0, 0, filled("城桥镇", 1));
    var hidden = Grid.builder("二").hidden(true);
    draw(hidden, 0, 0, filled("城桥镇", 2));
    assertThat(read(seen.build(), hidden.build())).containsExactly("城桥镇 E5=1 G5=10");
  }
}
