package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.OtherProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A roll-up tells the level above the same in whatever format it is saved: its totals, what it
 * lists, and, where the format has room for it, of how many units all of that is made.
 */
@Tag("slow")
class RollUpsSavedAsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A table of texts in UTF-8. */
  private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76";

  private static final Map<String, String> RETURNS =
      Map.of("samples", "samples/submissions", "investment", "samples/investment/submissions");

  private static final Map<String, String> UNITS =
      Map.of("samples", "samples/units.csv", "investment", "samples/investment/units.csv");

  @TempDir static Path folder;

  private static final Map<String, JsonNode> ALL = new TreeMap<>();

  @BeforeAll
  static void units_report() throws IOException {
    Files.writeString(folder.resolve("districts.csv"), "id,name\ne,东区\n");
    for (var form : RETURNS.keySet()) {
      ALL.put(form, merged(form, RETURNS.get(form), UNITS.get(form), form + "-out", "东区"));
    }
  }

  @ParameterizedTest(name = "{0}: {1} as {2}")
  @CsvSource({
    "samples, return.xlsx, xlsx",
    "samples, return.xlsx, xls",
    "samples, return.xlsx, ods",
    "samples, return.docx, docx",
    "samples, return.docx, doc",
    "samples, return.docx, odt",
    "samples, return.docx, rtf",
    "samples, return.docx, html",
    "samples, summary.xlsx, xlsx",
    "samples, summary.xlsx, xls",
    "samples, summary.xlsx, ods",
    "investment, return.xlsx, xlsx",
    "investment, return.xlsx, xls",
    "investment, return.xlsx, ods",
    "investment, return.xlsx, html",
    "investment, summary.xlsx, xlsx",
    "investment, summary.xlsx, xls",
    "investment, summary.xlsx, ods",
  })
  void it_tells_what_all_returns_tell(String form, String kind, String format) throws Exception {
    JsonNode above = sentUp(form, kind, format);

    assertThat(codes(above)).doesNotContain("origins-lost", "rollup-edited");
    assertThat(told(above, "madeOf")).isEqualTo(told(ALL.get(form), "madeOf"));
    assertThat(lists(above)).isEqualTo(lists(ALL.get(form)));
  }

  /** What no print and no table of texts can carry is said to be lost. */
  @ParameterizedTest(name = "{0}: {1} as {2}")
  @CsvSource({
    "samples, return.xlsx, pdf",
    "samples, return.docx, pdf",
    "investment, return.xlsx, pdf",
    "investment, return.xlsx, csv",
  })
  void where_the_origins_are_lost_the_totals_stay(String form, String kind, String format)
      throws Exception {
    JsonNode above = sentUp(form, kind, format);

    assertThat(codes(above)).contains("origins-lost");
    Map<String, String> all = told(ALL.get(form), "value");
    // A rate that could not be told of all units is told of the one unit that is left of them.
    all.values().removeIf("null"::equals);
    assertThat(told(above, "value")).containsAllEntriesOf(all);
  }

  private static JsonNode sentUp(String form, String kind, String format) throws Exception {
    Path made = folder.resolve(form + "-out").resolve(kind);
    String name = form + "-" + kind.replace('.', '-') + "-" + format;
    Path up = Files.createDirectories(folder.resolve(name));
    if (kind.endsWith(format)) {
      Files.copy(made, up.resolve("东区." + format));
    } else {
      assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
      Path from = Files.createDirectories(folder.resolve(name + "-made")).resolve("东区." + kind);
      Files.copy(made, from);
      assertThat(OtherProgram.convert(format.equals("csv") ? CSV : format, up, from)).isZero();
      try (var saved = Files.list(up)) {
        assertThat(saved).hasSize(1);
      }
    }
    return merged(
        form, up.toString(), folder.resolve("districts.csv").toString(), name + "-out", "某市");
  }

  private static JsonNode merged(
      String form, String returns, String units, String out, String district) throws IOException {
    Path to = folder.resolve(out);
    var args =
        new ArrayList<>(
            List.of(
                "merge",
                returns,
                "--units",
                units,
                "--out",
                to.toString(),
                "--district",
                district));
    if (form.equals("investment")) {
      args.addAll(List.of("--template", "samples/investment/blank.xlsx"));
    }
    CommandRun.of(args.toArray(String[]::new));
    return JSON.readTree(to.resolve("validation-report.json").toFile());
  }

  /** Returns by field its total and, where asked for, of how many units it is made. */
  private static Map<String, String> told(JsonNode report, String what) {
    var told = new TreeMap<String, String>();
    for (var each : report.get("totals").properties()) {
      JsonNode total = each.getValue();
      told.put(
          each.getKey(),
          total.get("value").asText() + (what.equals("value") ? "" : " " + total.get(what)));
    }
    return told;
  }

  private static List<String> lists(JsonNode report) {
    var rows = new ArrayList<String>();
    report
        .get("lists")
        .forEach(list -> list.forEach(row -> rows.add(row.get("values").toString())));
    rows.sort(null);
    return rows;
  }

  private static List<String> codes(JsonNode report) {
    return report.at("/files").findValuesAsText("code");
  }
}
