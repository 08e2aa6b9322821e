package dev.rollup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.support.CommandRun;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schema diff} says to people, and leaves behind. */
@Tag("slow")
class SchemaDiffTest {

  private static final List<String> FORM =
      List.of(
          "T 用工情况统计表",
          "L 填报单位：____",
          "| 类别 | 人数（人） | 企业（家） |",
          "| 农业 | | |",
          "| 工业 | | |",
          "| 合计 | | |");

  @TempDir Path folder;

  private Path old;
  private Path recent;
  private String out = "";
  private String err = "";

  @BeforeEach
  void two_editions() throws Exception {
    old = Files.write(folder.resolve("old.xlsx"), new DrawnForm(FORM).xlsx());
    recent =
        Files.write(
            folder.resolve("new.xlsx"),
            new DrawnForm(
                    List.of(
                        FORM.get(0),
                        FORM.get(1),
                        FORM.get(2),
                        FORM.get(3),
                        "| 建筑 | | |",
                        FORM.get(4),
                        FORM.get(5)))
                .xlsx());
  }

  @Test
  void nothing_differs() {
    assertThat(run("schema", "diff", old.toString(), old.toString())).isEqualTo(0);
    assertThat(out).isEqualTo("新旧两版的空完全一致。\n");
  }

  @Test
  void what_happened_to_a_row_is_one_line() {
    assertThat(run("schema", "diff", old.toString(), recent.toString())).isEqualTo(1);
    assertThat(out)
        .isEqualTo(
            """
            新增（2 个空）：1.4.1 … 1.4.2，位置 表!B5 … 表!C5（建筑）
            挪动（4 个空）：1.2.1 … 1.3.2，现位置 表!B6 … 表!C7，第一个原在 表!B5
            改了表内关系（2 个空）：1.3.1 … 1.3.2，位置 表!B7 … 表!C7（合计）
            """);
  }

  @Test
  void what_an_office_wrote_is_kept_but_for_what_belongs_to_a_time() throws Exception {
    Path template = template("\"district\": \"某区\", \"deadline\": \"2023-06-28T17:00:00+08:00\",");
    Path merged = folder.resolve("merged.json");

    assertThat(run("schema", "diff", template.toString(), recent.toString(), "--out", s(merged)))
        .isEqualTo(1);

    Template after = TemplateReader.read(s(merged));
    assertThat(after.district()).isEqualTo("某区");
    assertThat(after.deadline()).isEmpty();
    assertThat(after.id()).isEqualTo("merged");
    assertThat(after.blank().orElseThrow().bindings()).hasSize(8);
    assertThat(err).contains("deadline");
    // The merged template is the new form.
    assertThat(run("schema", "diff", s(merged), recent.toString(), "-q")).isEqualTo(0);
    assertThat(out).isEmpty();
  }

  @Test
  void a_rule_about_what_is_gone_is_told_and_the_template_written_to_be_put_right()
      throws Exception {
    Path template =
        template(
            "\"rules\": [{\"id\": \"r\", \"left\": \"1.2.1\", \"operator\":"
                + " \"less_than_or_equal_to\", \"right\": \"1.2.2\", \"severity\": \"warning\","
                + " \"message\": {\"zh\": \"{left}\", \"en\": \"{left}\"}, \"instruction\":"
                + " {\"zh\": \"查\", \"en\": \"see\"}}],",
            recent);
    Path merged = folder.resolve("merged.json");

    assertThat(run("schema", "diff", template.toString(), old.toString(), "--out", s(merged)))
        .isEqualTo(2);
    assertThat(err).contains("merged.json", "1.2.1");
    assertThat(merged).exists();
  }

  private Path template(String more) throws Exception {
    return template(more, old);
  }

  /** Infers a template, and writes more into it. */
  private Path template(String more, Path blank) throws Exception {
    Path file = folder.resolve("t.json");
    assertThat(run("schema", "infer", blank.toString(), "--out", s(file), "-q")).isEqualTo(0);
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{" + more));
    TemplateReader.read(s(file));
    return file;
  }

  private static String s(Path path) {
    return path.toString();
  }

  private int run(String... args) {
    CommandRun run = CommandRun.of(args);
    out = run.said().replace("\r\n", "\n");
    err = run.told();
    return run.status();
  }
}
