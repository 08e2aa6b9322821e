package dev.rollup.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.config.TemplateReader;
import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import dev.rollup.template.FieldType;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever way up the numbers take, they come to what all units come to at once: the same totals,
 * made of as many units, and the same rows with the units that they come from. The seed stands in
 * each name.
 */
@Tag("slow")
@Order(7)
class RollUpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳";
  private static final List<String> KINDS = List.of("return.xlsx", "summary.xlsx", "return.docx");
  private static final List<String> NAMES =
      List.of(
          "安全文艺汇演",
          "安全知识讲座",
          "“安全生产月”咨询日",
          "消防演练 (夜间)",
          "=1+1",
          "+宣讲",
          "a<b>&c",
          "2023年第2期“5·12”演练",
          "演练（99人）",
          "活动第3场",
          "12.5",
          "活动名称（甲），组织（3）场/次",
          "100");

  @TempDir Path folder;

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of("return.xlsx", 1L),
        Arguments.of("summary.xlsx", 2L),
        Arguments.of("return.docx", 3L),
        Arguments.of("any", 4L),
        Arguments.of("any", 5L),
        Arguments.of("any", 6L));
  }

  @ParameterizedTest(name = "by {0}, seed {1}")
  @MethodSource("ways")
  void three_levels_come_to_what_all_units_come_to_at_once(String kind, long seed)
      throws Exception {
    var random = new Random(seed);
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    Map<String, Path> units = units(template, random);
    JsonNode flat = merge("flat", units);

    for (String way : List.of("one", "other")) {
      Map<String, Path> districts = up(way + "区", kind, units, random);
      Map<String, Path> cities = up(way + "市", kind, districts, random);
      JsonNode province = merge(way + "省", cities);

      assertThat(province.get("reporting").get("actual").asInt()).isEqualTo(cities.size());
      for (var total : flat.get("totals").properties()) {
        JsonNode there = province.get("totals").get(total.getKey());
        assertThat(there.get("value")).as(total.getKey()).isEqualTo(total.getValue().get("value"));
        assertThat(there.get("madeOf"))
            .as(total.getKey())
            .isEqualTo(total.getValue().get("madeOf"));
        if (!total.getKey().startsWith("7.1.")) {
          int all = 0;
          for (String counter : List.of("counted", "blank", "excluded")) {
            all += there.get(counter).asInt();
          }
          assertThat(all).as(total.getKey()).isEqualTo(cities.size());
        }
      }
      assertThat(rows(province)).isEqualTo(rows(flat)).isNotEmpty();
      for (var file : province.get("files")) {
        assertThat(file.get("findings")).isEmpty();
        assertThat(file.get("status").asText()).isEqualTo("accepted");
      }
    }
  }

  /** Merges units in groups, and returns what each group sends up. */
  private Map<String, Path> up(String level, String kind, Map<String, Path> units, Random random)
      throws Exception {
    var names = new ArrayList<>(units.keySet());
    Collections.shuffle(names, random);
    var above = new LinkedHashMap<String, Path>();
    for (int from = 0, to; from < names.size(); from = to) {
      to = Math.min(names.size(), from + 1 + random.nextInt(names.size() / 2));
      String name = STEMS.charAt(above.size()) + level;
      var own = new LinkedHashMap<String, Path>();
      names.subList(from, to).forEach(unit -> own.put(unit, units.get(unit)));
      merge(name, own);
      String file = KINDS.contains(kind) ? kind : KINDS.get(random.nextInt(KINDS.size()));
      above.put(name, folder.resolve(name).resolve("out").resolve(file));
    }
    return above;
  }

  /** Returns every row with anything in it and the unit on the lowest level that it comes from. */
  private static List<String> rows(JsonNode report) {
    var rows = new ArrayList<String>();
    for (var row : report.get("lists").get("7.1")) {
      JsonNode origin = row.get("origin");
      String unit = (origin.isNull() ? row.get("unit") : origin.get("id")).asText();
      var values = new TreeMap<String, String>();
      row.get("values")
          .properties()
          .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
      if (values.values().stream().anyMatch(value -> !value.equals("null"))) {
        rows.add(unit + " " + values);
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private Map<String, Path> units(Template template, Random random) throws Exception {
    var units = new LinkedHashMap<String, Path>();
    Path returns = Files.createDirectories(folder.resolve("returns"));
    for (int i = 0; i < STEMS.length(); i++) {
      String name = STEMS.charAt(i) + "镇";
      Map<String, String> typed = typed(template, random);
      typed.put("h_unit", name);
      Path file = returns.resolve(name + ".xlsx");
      Files.write(file, FilledBlank.with(typed));
      units.put(name, file);
    }
    return units;
  }

  private static Map<String, String> typed(Template template, Random random) {
    var typed = new LinkedHashMap<String, String>();
    int listed = random.nextInt(4);
    for (var slot : Layout.of(template).slots()) {
      if (slot.field() == null || slot.row() > listed || random.nextInt(6) == 0) {
        continue;
      }
      typed.put(
          slot.name(),
          slot.field().type() == FieldType.TEXT
              ? NAMES.get(random.nextInt(NAMES.size()))
              : random.nextInt(12) == 0 ? "约20" : String.valueOf(random.nextInt(30)));
    }
    return typed;
  }

  /** Merges what some units sent, all of whom are on the roster. */
  private JsonNode merge(String name, Map<String, Path> units) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    Path in = Files.createDirectories(own.resolve("in"));
    var roster = new StringBuilder("id,name,group\n");
    for (var unit : units.entrySet()) {
      String file = unit.getValue().getFileName().toString();
      Files.copy(
          unit.getValue(), in.resolve(unit.getKey() + file.substring(file.lastIndexOf('.'))));
      roster.append(unit.getKey() + "," + unit.getKey() + ",\n");
    }
    Files.writeString(own.resolve("units.csv"), roster);
    CommandRun run =
        CommandRun.of(
            "merge",
            in.toString(),
            "--units",
            own.resolve("units.csv").toString(),
            "--out",
            own.resolve("out").toString(),
            "--district",
            name,
            "--fail-on",
            "never");
    assertThat(run.status()).as(run.told()).isZero();
    return JSON.readTree(own.resolve("out/validation-report.json").toFile());
  }
}
