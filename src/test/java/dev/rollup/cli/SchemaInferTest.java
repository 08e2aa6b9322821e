package dev.rollup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.DrawnForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code schema infer} does to a template that stands there already. */
@Tag("slow")
class SchemaInferTest {

  @TempDir Path folder;

  private Path blank;
  private Path template;
  private String err = "";

  @BeforeEach
  void a_form() throws Exception {
    template = folder.resolve("t.json");
    blank =
        Files.write(
            folder.resolve("blank.xlsx"),
            new DrawnForm(
                    List.of(
                        "T 用工情况统计表",
                        "L 填报单位：____",
                        "| 类别 | 人数（人） | 企业（家） |",
                        "| 农业 | | |",
                        "| 工业 | | |"))
                .xlsx());
    assertThat(infer()).isEqualTo(ExitStatus.DONE);
  }

  /** What cannot be written to is no blank, and is told what to be saved as. */
  @ParameterizedTest
  @CsvSource({
    "'<html><body><table><tr><td>表</td></tr></table></body></html>',xlsx",
    "'{\\rtf1 x}',docx"
  })
  void a_form_of_another_kind_is_to_be_saved_anew(String content, String as) throws Exception {
    Path other = Files.writeString(folder.resolve("other"), content);
    for (var run :
        List.of(
            CommandRun.of("schema", "infer", other.toString(), "--out", template.toString()),
            CommandRun.of("merge", folder.toString(), "--template", other.toString()))) {
      assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(run.told()).contains("另存为 ." + as);
    }
  }

  @Test
  void the_same_again_is_no_loss() {
    assertThat(infer()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void nor_is_another_form_where_nobody_changed_the_first() throws Exception {
    String first = Files.readString(template);
    Files.write(
        blank,
        new DrawnForm(
                List.of(
                    "T 企业情况统计表",
                    "L 填报单位：____",
                    "| 类别 | 人数（人） | 企业（家） |",
                    "| 农业 | | |",
                    "| 工业 | | |"))
            .xlsx());

    assertThat(infer()).isEqualTo(ExitStatus.DONE);

    assertThat(Files.readString(template)).isNotEqualTo(first).contains("企业情况统计表");
  }

  @Test
  void what_a_person_changed_is_not_replaced() throws Exception {
    String edited = Files.readString(template).replace("\"sum\"", "\"no\"");
    Files.writeString(template, edited);
    Files.delete(folder.resolve("t-review.xlsx"));

    assertThat(infer()).isEqualTo(3);

    assertThat(err).contains("t.json", "--force");
    assertThat(template).hasContent(edited);
    assertThat(folder.resolve("t-review.xlsx")).doesNotExist();
  }

  @Test
  void unless_it_is_asked_for() throws Exception {
    String inferred = Files.readString(template);
    Files.writeString(template, inferred.replace("\"sum\"", "\"no\""));

    assertThat(infer("--force")).isEqualTo(ExitStatus.DONE);

    assertThat(template).hasContent(inferred);
  }

  @Test
  void a_form_without_room_for_the_unit_is_said_to_be_one() throws Exception {
    Path nobody =
        Files.write(
            folder.resolve("nobody.xlsx"),
            new DrawnForm(List.of("T 用工情况统计表", "L 单位：人", "| 类别 | 人数 |", "| 农业 | |", "| 工业 | |"))
                .xlsx());

    assertThat(infer(nobody).said()).contains("表头没有找到填写单位名称的地方");
    assertThat(infer(blank).said()).doesNotContain("表头没有");
    CommandRun validated =
        CommandRun.of(
            "validate", nobody.toString(), "--template", folder.resolve("nobody.json").toString());
    assertThat(validated.said()).contains("没有填“填报单位”").doesNotContain("h_unit");
  }

  private int infer(String... more) {
    CommandRun run = infer(blank, more);
    err = run.told();
    return run.status();
  }

  private CommandRun infer(Path form, String... more) {
    Path to = form.equals(blank) ? template : folder.resolve("nobody.json");
    var args = new ArrayList<>(List.of("schema", "infer", form.toString(), "--out", to.toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }
}
