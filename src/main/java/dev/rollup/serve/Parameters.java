package dev.rollup.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What was filled into a form without files.
 *
 * @param values by the names of the fields
 */
record Parameters(Map<String, String> values) {

  private static final int MAX_BYTES = 1 << 16;

  /** Copies the values. */
  Parameters {
    values = Map.copyOf(values);
  }

  /**
   * Reads a form, or a query.
   *
   * @throws TooLarge if it is too large
   */
  static Parameters read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new TooLarge("serve.text-too-large", MAX_BYTES >> 10);
    }
    return of(new String(body, StandardCharsets.UTF_8));
  }

  /** Reads a form that was sent as a text. */
  static Parameters of(String text) {
    Map<String, String> values = new HashMap<>();
    for (var pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Parameters(values);
  }

  /** What is no code of a character stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Returns a value on one line, without white space around it; empty where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "").replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** Returns a number; 0 where there is none. */
  int number(String name) {
    String value = get(name);
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
  }
}
