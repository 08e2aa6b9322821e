package dev.rollup;

import static dev.rollup.finding.FindingCode.DISPLAY_DIFFERS;
import static dev.rollup.finding.FindingCode.DRAWN_OVER;
import static dev.rollup.finding.FindingCode.HIDDEN_COUNT;
import static dev.rollup.finding.FindingCode.STRUCK_OUT_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.FormMatcher;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.support.Disguise;
import dev.rollup.support.FilledBlank;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing counts that a person cannot see, whatever kind of cell holds it and whatever keeps it
 * from being seen; and what stands beside it counts all the same.
 */
@Tag("slow")
class SeenCountsTest {

  /** The blank that is disguised has others above and below it, and in another column. */
  private static final Map<String, String> BESIDE =
      Map.of("h_unit", "城桥镇", "f_3_2_1", "5", "f_3_4_1", "7", "f_3_4_2", "70");

  static Stream<Arguments> disguises() {
    return Stream.of(Disguise.values())
        .flatMap(
            disguise ->
                Stream.of(" 12", "=6+6", "十二", "12场", " 12", "0", "", "/")
                    .filter(typed -> !disguise.ofRuns() || typed.matches("十二|12场"))
                    .map(typed -> Arguments.of(disguise, typed)));
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void what_is_not_seen_does_not_count(Disguise disguise, String typed) throws Exception {
    var values = new TreeMap<>(BESIDE);
    values.put("f_3_3_1", typed);
    byte[] workbook = FilledBlank.with(values, book -> disguise.put(book, "f_3_3_1"));

    var entries = entries(workbook);

    assertThat(entries.get("3.3.1").number()).isIn(null, BigDecimal.ZERO);
    boolean said = typed.equals("") || typed.equals("/") || typed.equals("0");
    if (!said || code(disguise) == DRAWN_OVER) {
      assertThat(entries.get("3.3.1").notes()).containsExactly(code(disguise));
    } else if (code(disguise) == HIDDEN_COUNT) {
      assertThat(entries.get("3.3.1").notes()).doesNotContain(HIDDEN_COUNT);
    }
    if (disguise != Disguise.COLUMN_HIDDEN && disguise != Disguise.COLUMN_OF_NO_WIDTH) {
      assertThat(entries.get("3.2.1").number()).isEqualTo("5");
      assertThat(entries.get("3.4.1").number()).isEqualTo("7");
    }
    assertThat(entries.get("3.4.2").number()).isEqualTo("70");
  }

  private static FindingCode code(Disguise disguise) {
    return switch (disguise) {
      case STRUCK, RAISED, LOWERED, RUN_STRUCK, RUN_RAISED -> STRUCK_OUT_COUNT;
      case REPEATED -> DISPLAY_DIFFERS;
      case BOX, PICTURE, LINE -> DRAWN_OVER;
      default -> HIDDEN_COUNT;
    };
  }

  private static Map<String, Entry> entries(byte[] workbook) throws Exception {
    var template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var document = new XlsxReader().read(workbook).value().orElseThrow();
    var submission = new FormMatcher(template).match(document).get(0).value().orElseThrow();
    var entries = new TreeMap<String, Entry>();
    submission.entries().forEach(entry -> entries.putIfAbsent(entry.field().id(), entry));
    return entries;
  }
}
