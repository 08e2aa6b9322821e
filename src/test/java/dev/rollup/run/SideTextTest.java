package dev.rollup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Mistake;
import dev.rollup.model.Position;
import dev.rollup.support.FilledBlank;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A csv of the clerk's, of which one line is changed and all else stays, byte by byte. */
class SideTextTest {

  private static final Path FILE = Path.of("更正.csv");

  private static SideText text(String content, String charset) throws Mistake {
    return new SideText(FILE, content.getBytes(Charset.forName(charset)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8    | 单位,值\\n甲,1\\n          | 乙,2\\n
          UTF-8    | ^单位,值\\r\\n甲,1           | \\r\\n乙,2\\r\\n
          GB18030  | 单位;值\\r\\n甲;1\\r\\n      | 乙;2\\r\\n
          UTF-16LE | ^单位\\t值\\r\\n甲\\t1\\r\\n | 乙\\t2\\r\\n
          UTF-16BE | ^单位\\t值\\n"甲\\n"\\t1\\n  | 乙\\t2\\n
          """)
  void a_line_is_added_as_the_others_are_and_taken_out_again(
      String charset, String content, String line) throws Mistake {
    String before = plain(content);
    byte[] longer = text(before, charset).with(List.of("乙", "2"));

    assertThat(new String(longer, Charset.forName(charset))).isEqualTo(before + plain(line));
    byte[] shorter = new SideText(FILE, longer).without(2);
    assertThat(new String(shorter, Charset.forName(charset)))
        .isEqualTo(before + (before.endsWith("\n") ? "" : "\r\n"));
    // One in the middle.
    assertThat(new SideText(FILE, longer).without(1)).hasSizeLessThan(longer.length);
  }

  private static String plain(String text) {
    return text.replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .replace("^", "\uFEFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "@SUM(A1)", "-1+cmd", "+86 21", "\t=1", "a\"b\nc", "-12", "=A,B"})
  void what_is_noted_is_read_back_to_the_letter(String value) throws Mistake {
    byte[] content = text("a,b\n", "UTF-8").with(List.of(value, "x"));
    var table = new SideText(FILE, content).opened().table();
    assertThat(table.at(new Position(1, 0)).raw().strip()).isEqualTo(value.strip());
    // No spreadsheet runs it.
    assertThat(new String(content, StandardCharsets.UTF_8))
        .doesNotContainPattern("\n\"?[=@](?!\"\")");
  }

  @Test
  void what_would_not_be_read_back_is_not_written() throws Mistake {
    SideText text = text("a,b\n", "UTF-8");
    assertThatThrownBy(() -> text.with(List.of("=HYPERLINK(\"x\")", "x")))
        .isInstanceOf(Mistake.class)
        .hasMessage("notes.not-writable");
    assertThatThrownBy(() -> text.without(0)).hasMessage("notes.not-writable");
    assertThatThrownBy(() -> text.without(2)).hasMessage("notes.not-writable");
    assertThatThrownBy(() -> new SideText(FILE, FilledBlank.blank())).hasMessage("notes.no-text");
  }
}
