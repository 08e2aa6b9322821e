package dev.rollup.match.blank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import dev.rollup.template.Adds;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads which of the printed answers was ticked, wherever the sign was put. */
class TickedChoiceTest {

  private static final String LEADING = "□有　□暂无　□无";
  private static final String TRAILING = "有□　暂无□　无□";

  @ParameterizedTest
  @CsvSource({
    "☑有　□暂无　□无, 有",
    "□有　■暂无　□无, 暂无",
    "□有　□暂无　√无, 无",
    "□有　□暂无　□√无, 无",
    "□有　√□暂无　□无, 暂无",
    "□有　□√暂无　□无, 暂无",
    "□有√　□暂无　□无, 有",
    "□有　□暂无　□无√, 无",
    "□有　√暂无　□无, 暂无",
    "□有☑暂无□无, 暂无",
    "□有　□暂无　□无, ''",
    "有　☑暂无　无, 暂无",
    "□有√□暂无　□无, ?",
    "□有 √ □暂无　□无, ?",
    "有√　暂无　无, ?",
    "☑有　☑暂无　□无, '有,暂无'",
  })
  void boxesBeforeTheWords(String typed, String expected) {
    assertThat(read(LEADING, typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "有☑　暂无□　无□, 有",
    "有□　暂无√　无□, 暂无",
    "有□　暂无□√　无□, 暂无",
    "有□　暂无√□　无□, 暂无",
    "有□　暂无□　无☑, 无",
    "√有□　暂无□　无□, 有",
    "有□√　暂无□　无□, 有",
    "有□　暂无□　无□, ''",
    "有□√暂无□　无□, ?",
  })
  void boxesBehindThem(String typed, String expected) {
    assertThat(read(TRAILING, typed)).isEqualTo(expected);
  }

  @Test
  void wordsThatAreNoLongerTheFormsAreNotRead() {
    assertThat(TickedChoice.of(choice(), new Cell.Text(LEADING), new Cell.Text("无"))).isEmpty();
    assertThat(TickedChoice.of(choice(), new Cell.Text("有/无"), new Cell.Text("有√/无"))).isEmpty();
  }

  private static String read(String printed, String typed) {
    TickedChoice read =
        TickedChoice.of(choice(), new Cell.Text(printed), new Cell.Text(typed)).orElseThrow();
    return read.certain() ? String.join(",", read.ticked()) : "?";
  }

  private static Field choice() {
    return new Field(
        "1",
        FieldType.CHOICE,
        null,
        "应急预案",
        0,
        0,
        false,
        List.of("有", "暂无", "无"),
        Adds.TALLY,
        Optional.empty());
  }
}
