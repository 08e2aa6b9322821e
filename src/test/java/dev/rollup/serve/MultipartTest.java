package dev.rollup.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form with files sends is taken apart where it was put together, and nowhere else. */
class MultipartTest {

  private static final String BOUNDARY = "--x-";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] body(List<byte[]> contents) {
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < contents.size(); i++) {
      body.writeBytes(
          utf8(
              "--"
                  + BOUNDARY
                  + "\r\ncontent-disposition: form-data; name=\"f\"; filename=\"镇/"
                  + i
                  + ".csv\"\r\nContent-Type: text/csv\r\n\r\n"));
      body.writeBytes(contents.get(i));
      body.writeBytes(utf8("\r\n"));
    }
    body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
    return body.toByteArray();
  }

  /** Reads a few bytes at a time, as a network gives them. */
  private static InputStream slowly(byte[] body, Random random) {
    return new FilterInputStream(new ByteArrayInputStream(body)) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(3000)));
      }
    };
  }

  private static List<byte[]> taken(InputStream in, int bytes) throws IOException {
    var taken = new ArrayList<byte[]>();
    Multipart.read(
        in,
        BOUNDARY,
        (name, file, content) -> {
          assertThat(file).contains("镇/" + taken.size() + ".csv");
          taken.add(content.readNBytes(bytes));
        });
    return taken;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void every_part_is_what_it_was(long seed) throws IOException {
    var random = new Random(seed);
    var contents = new ArrayList<byte[]>();
    for (int size : new int[] {0, 1, 70, 65_530 + random.nextInt(12), 200_000, 5}) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      // What begins like a boundary is none.
      byte[] near = utf8("\r\n--" + BOUNDARY.substring(1 + random.nextInt(2)) + "\r\n\r\n-");
      System.arraycopy(near, 0, content, 0, Math.min(near.length, size));
      contents.add(content);
    }
    assertThat(taken(slowly(body(contents), random), Integer.MAX_VALUE))
        .as("seed %s", seed)
        .usingElementComparator(java.util.Arrays::compare)
        .containsExactlyElementsOf(contents);
    // What nobody reads is passed over.
    assertThat(taken(slowly(body(contents), random), 1)).hasSize(contents.size());
  }

  @Test
  void what_breaks_off_is_no_file() {
    byte[] body = body(List.of(utf8("12,34")));
    for (int length = 0; length < body.length - 4; length++) {
      byte[] part = java.util.Arrays.copyOf(body, length);
      assertThatThrownBy(() -> taken(new ByteArrayInputStream(part), Integer.MAX_VALUE))
          .as("of length %s", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void too_many_parts_are_refused() {
    byte[] part = utf8("\r\n--" + BOUNDARY + "\r\n\r\n");
    var body = new ByteArrayOutputStream();
    for (int i = 0; i <= Multipart.MAX_PARTS + 1; i++) {
      body.writeBytes(part);
    }
    assertThatThrownBy(
            () ->
                Multipart.read(
                    new ByteArrayInputStream(body.toByteArray()), BOUNDARY, (n, f, c) -> {}))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void the_boundary_is_told_by_the_type() {
    assertThat(Multipart.boundary("multipart/form-data; boundary=abc")).contains("abc");
    assertThat(Multipart.boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""))
        .contains("a b");
    assertThat(Multipart.boundary("text/plain; boundary=abc")).isEmpty();
  }
}
