package dev.rollup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadTest {

  /** Takes two bytes, then fails. */
  private static final class Failing extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final String why;
    private int failures;

    Failing(String why) {
      this.why = why;
    }

    @Override
    public void write(int one) throws IOException {
      if (taken.size() == 2) {
        failures++;
        throw new IOException(why);
      }
      taken.write(one);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "断开的管道", "The pipe is being closed", "管道正在被关闭。"})
  void what_nobody_reads_is_no_failure(String why) {
    var failing = new Failing(why);
    var out = new PrintStream(new Unread(failing), false, StandardCharsets.UTF_8);
    out.print("a");
    out.print("bc");
    out.print("d");
    assertThat(out.checkError()).isFalse();
    assertThat(failing.taken.toString(StandardCharsets.UTF_8)).isEqualTo("ab");
    assertThat(failing.failures).isEqualTo(1);
  }

  @Test
  void a_full_disk_is_a_failure() {
    var out =
        new PrintStream(
            new Unread(new Failing("No space left on device")), false, StandardCharsets.UTF_8);
    out.print("abc");
    assertThat(out.checkError()).isTrue();
  }
}
