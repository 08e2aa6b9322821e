package dev.rollup.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sets one thing in a {@code rollup.json}; all else in it stays as it is, byte by byte. */
public final class SettingsEdit {

  private SettingsEdit() {}

  /**
   * Returns the file with one setting set anew.
   *
   * @param json a file that {@link SettingsFile} reads
   * @param value a text; a path as it is seen from the file
   * @throws IOException if it is no JSON
   */
  public static byte[] with(byte[] json, Setting setting, String value) throws IOException {
    String text = '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    Map<String, TemplateEdit.Range> ranges = TemplateEdit.ranges(json);
    TemplateEdit.Range old = ranges.get(setting.key());
    var edited = new ByteArrayOutputStream();
    if (old != null) {
      edited.write(json, 0, old.from());
      edited.writeBytes(utf8(text));
      edited.write(json, old.to(), json.length - old.to());
      return edited.toByteArray();
    }
    int open = 0;
    while (json[open] != '{') {
      open++;
    }
    edited.write(json, 0, open + 1);
    edited.writeBytes(
        utf8("\n  \"" + setting.key() + "\": " + text + (ranges.isEmpty() ? "\n" : ",")));
    edited.write(json, open + 1, json.length - open - 1);
    return edited.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
