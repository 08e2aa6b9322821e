package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the list that the office has to a merge, without typing an option. */
@Tag("slow")
class InitTest {

  private static final String LIST =
      "示例区通讯录,,,\n单位名称,联系人,类别,电话\n甲镇,王某,乡镇,021-1\n乙镇,,乡镇,\n区教育局,李某,部门,021-3\n";

  @TempDir Path folder;
  private String said;
  private String told;

  @Test
  void from_a_list_to_a_merge() throws Exception {
    Files.write(folder.resolve("通讯录.csv"), LIST.getBytes(Charset.forName("GBK")));
    Path campaign = folder.resolve("2023");

    assertThat(
            run(
                "init",
                campaign.toString(),
                "--from",
                folder.resolve("通讯录.csv").toString(),
                "--district",
                "示例区",
                "--deadline",
                "2023-06-30 12:00"))
        .isZero();

    assertThat(said).startsWith("单位名单：" + folder.resolve("通讯录.csv") + "，3 家（乡镇 2、部门 1）\n");
    assertThat(campaign.resolve("units.csv"))
        .hasContent(
            """
            \uFEFF编号,单位名称,简称,类别,联系人,电话,下属单位
            1,甲镇,,乡镇,王某,021-1,
            2,乙镇,,乡镇,,,
            3,区教育局,,部门,李某,021-3,
            """);
    assertThat(campaign.resolve("submissions")).isEmptyDirectory();

    String ledger = Files.readString(campaign.resolve("received.csv"));
    Files.writeString(campaign.resolve("received.csv"), ledger.replace("甲镇,", "甲镇,6.30 下午1点"));
    Files.write(
        campaign.resolve("submissions/甲镇.xlsx"),
        FilledBlank.with(Map.of("h_unit", "甲镇", "f_1_1_1", "2", "f_1_1_2", "30")));
    assertThat(run("merge", campaign.resolve("submissions").toString())).isEqualTo(1);
    // Nor need the folder be named, where the settings are found.
    assertThat(run("merge", "--config", campaign.resolve("rollup.json").toString())).isEqualTo(1);
    assertThat(said).contains("与上次相比没有变化");
    assertThat(run("config", "--config", campaign.resolve("rollup.json").toString())).isZero();
    assertThat(said).contains(campaign.resolve("submissions") + " ");
    var report =
        new ObjectMapper().readTree(campaign.resolve("rollup-out/validation-report.json").toFile());
    assertThat(report.at("/reporting/expected").asInt()).isEqualTo(3);
    assertThat(report.at("/reporting/late").asInt()).isEqualTo(1);
    assertThat(report.at("/units/0/id").asText()).isEqualTo("1");
  }

  @Test
  void nothing_is_overwritten_unless_that_is_asked_for() throws IOException {
    Files.writeString(folder.resolve("list.csv"), LIST);
    Files.writeString(folder.resolve("other.csv"), "甲,乙\n1,2\n");
    Files.writeString(folder.resolve("received.csv"), "mine");

    assertThat(run("init", folder.toString())).isEqualTo(3);
    assertThat(told).startsWith(folder.resolve("received.csv") + " 已经存在，什么也没有写出");
    assertThat(folder.resolve("received.csv")).hasContent("mine");
    assertThat(folder.resolve("units.csv")).doesNotExist();

    assertThat(run("init", folder.toString(), "--force", "--lang", "en")).isZero();
    assertThat(said).startsWith("List of units: ").contains("3 units (乡镇 2, 部门 1)");
    assertThat(Files.readString(folder.resolve("units.csv"))).startsWith("\uFEFFid,name,aliases");
  }

  @Test
  void of_several_lists_one_is_to_be_named() throws IOException {
    Files.writeString(folder.resolve("a.csv"), LIST);
    Files.writeString(folder.resolve("b.csv"), LIST);
    assertThat(run("init", folder.toString())).isEqualTo(2);
    assertThat(told).startsWith("有多份单位名单（" + folder.resolve("a.csv") + "、");
    assertThat(run("init", folder.toString(), "--from", folder.resolve("b.csv").toString()))
        .isZero();
  }

  @Test
  void without_a_list_the_rest_is_made_and_a_roster_is_looked_for() throws IOException {
    assertThat(run("init", folder.toString())).isZero();
    assertThat(said).startsWith("没有找到单位名单");
    Files.writeString(folder.resolve("units.csv"), "序号,单位名称\n1,甲镇\n");
    assertThat(run("config", folder.resolve("submissions").toString())).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("units ")))
        .singleElement()
        .asString()
        .contains(folder.resolve("units.csv").toString());
  }

  @Test
  void an_office_s_own_form_is_named_as_seen_from_the_folder() throws IOException {
    Files.copy(Path.of("samples/investment/blank.xlsx"), folder.resolve("form.xlsx"));
    Path campaign = folder.resolve("a/b");
    assertThat(
            run("init", campaign.toString(), "--template", folder.resolve("form.xlsx").toString()))
        .isZero();
    assertThat(Files.readString(campaign.resolve("rollup.json")))
        .contains("\"template\": \"../../form.xlsx\"");
    assertThat(run("config", campaign.resolve("submissions").toString())).isZero();
  }

  private int run(String... args) {
    CommandRun run = CommandRun.of(args);
    said = run.said();
    told = run.told();
    return run.status();
  }
}
