package dev.rollup.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Mistake;
import dev.rollup.run.TemplateChoice;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Adds;
import dev.rollup.template.Blank;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateEditTest {

  private static final List<String> FORM =
      List.of(
          "T 用工情况统计表",
          "L 填报单位：____",
          "| 类别 | 人数（人） | 企业（家） |",
          "| 甲 | | |",
          "| 乙 | | |",
          "| 合计 | | |");

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void a_template_that_an_office_wrote_more_into() throws Exception {
    Path blank = Files.write(folder.resolve("blank.xlsx"), new DrawnForm(FORM).xlsx());
    file = folder.resolve("t.json");
    TemplateChoice.write(TemplateChoice.infer(blank), "t", file, false);
    String json = Files.readString(file);
    Files.writeString(
        file,
        json.replaceFirst(
            "\\{",
            "{\n  \"district\" : \"某区\",  \"deadline\" : \"2023-06-28T17:00:00+08:00\","
                + " \"measures\": {\"人\": {\"suffixes\": [\"名\"], \"max\": 9000}},"));
  }

  @Test
  void what_a_person_says_changes_and_nothing_else() throws Exception {
    Template before = TemplateReader.read(file.toString());
    Blank told =
        before
            .blank()
            .orElseThrow()
            .with(each -> each.id().equals("1.1.1") ? each.with(Adds.MAX) : each);

    byte[] edited = TemplateEdit.with(Files.readAllBytes(file), told);

    Template after = TemplateReader.read(edited, "t.json");
    assertThat(after.blank()).contains(told);
    assertThat(after.deadline()).isEqualTo(before.deadline()).isPresent();
    assertThat(after.district()).isEqualTo("某区");
    assertThat(new String(edited, UTF_8))
        .isEqualTo(Files.readString(file).replaceFirst("\"adds\":\"sum\"", "\"adds\":\"max\""));
  }

  /** 合计 suggests a sum, until a person says that it is the largest. */
  @Test
  void of_the_largest_no_words_make_a_sum() throws Exception {
    String json = Files.readString(file);
    Template before = TemplateReader.read(json.getBytes(UTF_8), "t.json");
    byte[] told = json.replaceAll("(\"人数[^\\n]*\"adds\":)\"sum\"", "$1\"max\"").getBytes(UTF_8);

    assertThat(before.rules()).extracting(Rule::id).containsExactly("sum-1.3.1", "sum-1.3.2");
    assertThat(TemplateReader.read(told, "t.json").rules())
        .extracting(Rule::id)
        .containsExactly("sum-1.3.2");
  }

  @Test
  void no_unit_answers_last() throws Exception {
    String json = Files.readString(file);
    byte[] last = json.replaceFirst("\"adds\":\"sum\"", "\"adds\":\"last\"").getBytes(UTF_8);

    assertThatThrownBy(() -> TemplateReader.read(last, "t.json"))
        .isInstanceOfSatisfying(
            Mistake.class, mistake -> assertThat(mistake.key()).isEqualTo("template.adds-last"));
  }

  @Test
  void relations_are_added_where_the_template_had_none() throws Exception {
    Blank all = TemplateReader.read(file.toString()).blank().orElseThrow();
    assertThat(all.relations()).isNotEmpty();
    byte[] none = TemplateEdit.with(Files.readAllBytes(file), all.with(List.of()));
    String without = new String(none, UTF_8).replaceFirst("\"relations\" : \\[ *],?\\s*", "");
    assertThat(without).doesNotContain("relations");

    byte[] again = TemplateEdit.with(without.getBytes(UTF_8), all);

    assertThat(TemplateReader.read(again, "t.json").blank()).contains(all);
  }
}
