package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.config.TemplateReader;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.support.CommandRun;
import dev.rollup.template.Template;
import dev.rollup.write.Forms;
import dev.rollup.write.form.BlankDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in Word is read back as it was meant. */
@Tag("slow")
class WordRoundTripTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void the_form_that_goes_up_in_Word_says_what_the_workbook_says() throws Exception {
    JsonNode district =
        merge(Path.of("samples/submissions"), "out", "--units", "samples/units.csv");
    JsonNode fromWord = merge(folder.resolve("out/return.docx"), "word", "--district", "上海市");
    JsonNode fromSheet = merge(folder.resolve("out/return.xlsx"), "sheet", "--district", "上海市");
    for (var total : district.get("totals").properties()) {
      assertThat(fromWord.get("totals").get(total.getKey()).get("value"))
          .as(total.getKey())
          .isEqualTo(total.getValue().get("value"))
          .isEqualTo(fromSheet.get("totals").get(total.getKey()).get("value"));
    }
    assertThat(fromWord.get("lists").get("7.1")).hasSameSizeAs(district.get("lists").get("7.1"));
    assertThat(fromWord.get("files").get(0).get("status").asText()).isEqualTo("accepted");
  }

  @Test
  void a_blank_that_was_filled_in_is_a_return() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    byte[] blank = BlankDocument.of(template, "堡镇", new Messages(Language.ZH));
    try (var document = new XWPFDocument(new ByteArrayInputStream(blank));
        var out = Files.newOutputStream(folder.resolve("堡镇.docx"))) {
      for (var row : document.getTables().get(0).getRows()) {
        for (var paragraph : row.getCell(1).getParagraphs()) {
          if (paragraph.getText().startsWith("活动名称")) {
            continue;
          }
          var run = paragraph.getRuns().get(0);
          run.setText(run.text().replaceAll("([(（])[ 　]+([)）])(?=[场篇个次人])", "$17$2"), 0);
        }
      }
      document.write(out);
    }
    JsonNode report = merge(folder.resolve("堡镇.docx"), "out");
    assertThat(report.get("files").get(0).get("unit").asText()).isEqualTo("堡镇");
    assertThat(report.get("files").get(0).get("findings")).isEmpty();
    assertThat(report.get("totals").get("1.1.1").get("value").asInt()).isEqualTo(7);
    assertThat(report.get("totals").get("6.2.2").get("value").asInt()).isEqualTo(7);
    assertThat(report.get("totals").get("5.2.1").get("value").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年第2期“5·12”演练",
        "演练(第3场)",
        "演练（99人）",
        "演练），组织(99)场/次，参与(99)人次。活动名称（演练",
        "组织开展宣讲活动(99)场，参与(88)人次；",
        "组织开展宣讲活动",
        "=1+1",
        "  ",
        "两\n行"
      })
  void a_name_with_numbers_makes_no_wrong_number(String name) throws Exception {
    Map<String, Object> values = new HashMap<>();
    values.put("h_unit", "上海市崇明区");
    values.put("f_1_1_1", 5L);
    values.put("f_7_1_1_1", name);
    values.put("f_7_1_2_1", 2L);
    values.put("f_7_1_3_1", 300L);
    Files.write(folder.resolve("return.docx"), Forms.returnDocument(values));
    JsonNode report = merge(folder.resolve("return.docx"), "out", "--district", "上海市");
    readOrSaid(report, "1.1.1", 5);
    readOrSaid(report, "7.1.3", 300);
  }

  /** A number is right, or it is said that it was not read. */
  private static void readOrSaid(JsonNode report, String field, int expected) {
    JsonNode total = report.get("totals").get(field);
    boolean accepted = report.get("files").get(0).get("status").asText().startsWith("accepted");
    boolean said = !accepted || total.get("excluded").asInt() > 0;
    assertThat(
            said && !total.get("value").asText().equals("99")
                || total.get("value").asInt() == expected)
        .as(field + " " + total)
        .isTrue();
  }

  private JsonNode merge(Path submissions, String out, String... more) throws IOException {
    var args =
        new ArrayList<>(
            List.of(
                "merge",
                submissions.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--fail-on",
                "never"));
    args.addAll(List.of(more));
    assertThat(CommandRun.of(args.toArray(String[]::new)).status()).isZero();
    return JSON.readTree(folder.resolve(out).resolve("validation-report.json").toFile());
  }
}
