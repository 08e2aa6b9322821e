package dev.rollup.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.support.Browser;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.ServedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as who has no mouse uses it, and as who does not see it hears it. */
@Tag("slow")
class ServeInBrowserTest {

  @TempDir Path folder;

  @Test
  void keys_alone_lead_from_the_returns_to_the_verdict_and_a_correction() throws Exception {
    assumeTrue(Browser.isHere(), "Chromium is not here");
    Path file = folder.resolve("甲镇.xlsx");
    Files.write(file, FilledBlank.with(Map.of("h_unit", "甲镇", "f_1_1_1", "约2", "f_1_1_2", "30")));
    Path workFolder = Files.createDirectories(folder.resolve("workFolder"));
    Files.write(workFolder.resolve("units.csv"), "id,name\nA,甲镇\nB,乙镇\n".getBytes(UTF_8));

    try (var served = ServedFolder.of(workFolder);
        var browser = Browser.start(folder.resolve("profile"))) {
      browser.open(served.address());
      browser.press("Tab");
      assertThat(browser.value("document.activeElement.textContent")).isEqualTo("跳到正文");
      browser.tabTo("at.id === 'files'");
      browser.choose("#files", List.of(file));
      browser.tabTo("at.tagName === 'BUTTON'");
      browser.press("Enter");
      browser.loaded();
      assertThat(browser.value("document.getElementById('said').textContent"))
          .startsWith("放入 1 个文件");

      browser.tabTo("at.className === 'main'");
      browser.press("Enter");
      browser.loaded();
      // Who hears the page is led to the verdict.
      assertThat(browser.value("document.activeElement.id")).isEqualTo("verdict");
      List<String> heard = browser.heard();
      assertThat(heard)
          .contains(
              "banner: ",
              "main: ",
              "contentinfo: ",
              "heading: 报表汇总",
              "heading: 结论",
              "region: 结论",
              "heading: 未报单位（1家）",
              "combobox: 表式",
              "button: 汇总",
              "cell: 此处： 约2")
          .anyMatch(said -> said.startsWith("article: 1. 甲镇： 第1项"))
          .anyMatch(said -> said.startsWith("table: 报表中的位置："));
      assertThat(browser.value(NAMELESS)).isEqualTo("");
      assertThat(browser.value(HIDDEN_FOCUS)).isEqualTo("false");

      browser.tabTo("at.tagName === 'SUMMARY'");
      browser.press("Enter");
      browser.tabTo("at.name === 'value'");
      browser.type("2");
      browser.tabTo("at.name === 'why'");
      browser.type("来电");
      browser.tabTo("at.name === 'by'");
      browser.type("王敏");
      browser.tabTo("at.tagName === 'BUTTON'");
      String pictures = System.getProperty("rollup.pictures");
      if (pictures != null) {
        browser.picture(Path.of(pictures, "serve-wide.png"), 1000);
        browser.picture(Path.of(pictures, "serve-narrow.png"), 380);
      }
      browser.press("Enter");
      browser.loaded();
      assertThat(browser.value("document.getElementById('noted').textContent"))
          .contains("更正：甲镇，1.1.1，“约2”改为“2”；王敏：来电");
    }
    assertThat(Files.readString(workFolder.resolve("corrections.csv")))
        .contains("甲镇,1.1.1,,约2,2,王敏,来电");
  }

  /** What can be filled in or pressed and has no name that can be heard. */
  private static final String NAMELESS =
      "Array.prototype.filter.call(document.querySelectorAll('input:not([type=hidden]), select,"
          + " button, a'), function (each) { return !(each.labels && each.labels.length) &&"
          + " !each.textContent.trim(); }).map(function (each) { return each.outerHTML; }).join()";

  /** Whether what has the focus cannot be told by looking at it. */
  private static final String HIDDEN_FOCUS =
      "(function () { var style = getComputedStyle(document.activeElement);"
          + " return style.outlineStyle === 'none' || style.outlineWidth === '0px'; })()";
}
