package dev.rollup.match.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.template.Field;
import dev.rollup.text.Folding;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedTest {

  private static List<Field> fields;

  @BeforeAll
  static void read() throws Exception {
    fields = TemplateReader.read(TemplateReader.DEFAULT_ID).items().get(0).fields();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 场 / 300 人次 | 12 场 | 300 人次",
        "12场/300人次 | 12场 | 300人次",
        "（12场，300人次） | 12场 | 300人次",
        "12场次、300人次。 | 12场次 | 300人次",
        "１２场　３００人次 | １２场 | ３００人次",
        "十二场300人次 | 十二场 | 300人次",
      })
  void is_divided(String written, String first, String second) {
    assertThat(Joined.split(written, fields).stream().map(JoinedTest::narrow).toList())
        .containsExactly(narrow(first), narrow(second));
  }

  private static String narrow(String text) {
    return Folding.halfWidth(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "12场",
        "12/300",
        "300人次/12场",
        "12场/300人",
        "12场/300",
        "12场/300人次/5篇",
        "约12场/300人次",
        "12场/约300人次",
        "12场左右/300人次",
        "12场300余人次",
        "12场/300人次（预计）",
        "12场（300人次）",
        "15③场/300人次"
      })
  void is_not_divided(String written) {
    assertThat(Joined.split(written, fields)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "7.1"})
  void is_not_divided_where_there_is_one_blank_or_a_name(String id) throws Exception {
    var item =
        TemplateReader.read(TemplateReader.DEFAULT_ID).items().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(Joined.split("12场/300人次", item.fields())).isEmpty();
  }
}
