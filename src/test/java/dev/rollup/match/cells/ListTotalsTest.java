package dev.rollup.match.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Value;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a list that add up others or take one apart are not added once more. */
class ListTotalsTest {

  /**
   * The list, its rows as name:events:attendances. Behind the arrow the rows that stay; a row that
   * nobody can judge is a question mark.
   */
  @ParameterizedTest
  @CsvSource({
    "甲:1:10 乙:2:20, 甲:1:10 乙:2:20, 0",
    "甲:1:10 乙:2:20 合计:3:30, 甲:1:10 乙:2:20, 1",
    "甲:1:10 乙:2:20 以上共计:3:30, 甲:1:10 乙:2:20, 1",
    "甲:1:10 乙:2:20 总数:3:30, 甲:1:10 乙:2:20, 1",
    "甲:1:10 乙:2:20 共2项:3:30, 甲:1:10 乙:2:20, 1",
    "甲:1:10 乙:2:20 合计:3:31, 甲:1:10 乙:2:20 ?, 0",
    "合计:3:30, ?, 0",
    "甲:1:10 小计:1:10 乙:2:20 小计:2:20, 甲:1:10 乙:2:20, 2",
    "甲:1:10 乙:2:20 :3:30, 甲:1:10 乙:2:20, 1",
    "甲:1:10 乙:2:20 :3:31, 甲:1:10 乙:2:20 :3:31, 0",
    "甲:1:10 乙:2:20 丙:3:30, 甲:1:10 乙:2:20 ?, 0",
    "甲:1:10 乙:1:10, 甲:1:10 乙:1:10, 0",
    "甲:4:100 其中：青少年专场:2:20 丙:3:30, 甲:4:100 丙:3:30, 1",
    "甲:4:100 含线上:5:20, 甲:4:100 ?, 0",
    "其中线上:1:1, ?, 0"
  })
  void of_a_unit(String rows, String left, int said) throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    Item item = template.items().stream().filter(Item::repeats).findFirst().orElseThrow();

    Filled filled = ListTotals.without(filled(item, rows), template.items(), true);

    assertThat(shown(filled.rows(item))).isEqualTo(left);
    assertThat(filled.findings())
        .hasSize(said)
        .allMatch(finding -> finding.code() == FindingCode.TOTAL_ROW);
  }

  private static Filled filled(Item item, String rows) {
    var entries = new ArrayList<Entry>();
    int number = 0;
    for (var row : rows.split(" ")) {
      number++;
      String[] values = row.split(":", -1);
      for (int i = 0; i < values.length; i++) {
        var field = item.fields().get(i);
        boolean count = field.type() == FieldType.COUNT;
        entries.add(
            new Entry(
                field,
                number,
                count
                    ? new Value.Number(new BigDecimal(values[i]))
                    : values[i].isEmpty() ? Value.Absent.BLANK : new Value.Words(values[i]),
                values[i],
                Location.NOWHERE,
                List.of()));
      }
    }
    return new Filled(entries, List.of(), new Claims());
  }

  private static String shown(List<List<Entry>> rows) {
    return String.join(
        " ",
        rows.stream()
            .map(
                row ->
                    row.get(0).notes().contains(FindingCode.FIELD_AMBIGUOUS)
                        ? "?"
                        : String.join(
                            ":",
                            row.stream().map(e -> e.value() == null ? "" : e.value()).toList()))
            .toList());
  }
}
