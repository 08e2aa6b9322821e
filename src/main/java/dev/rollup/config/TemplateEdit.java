package dev.rollup.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rollup.template.Blank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Changes the bindings in a template that a person may have written more into: rules, measures, the
 * deadline. All of that stays as it is, byte by byte.
 */
public final class TemplateEdit {

  private static final List<String> CHANGED = List.of("header", "blocks", "relations");
  private static final String BEFORE = "blank";
  private static final Set<String> OF_A_TIME = Set.of("period", "deadline");

  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Where something stands in a file.
   *
   * @param key where its key begins
   * @param from where its value begins
   * @param to where its value ends
   */
  record Range(int key, int from, int to) {}

  private TemplateEdit() {}

  /**
   * Returns a template with other bindings of the same blank.
   *
   * @param json a template that {@link TemplateReader} reads
   * @throws IOException if it is no JSON
   */
  public static byte[] with(byte[] json, Blank blank) throws IOException {
    var written = new ByteArrayOutputStream();
    BindingsWriter.write("any", blank, written);
    byte[] source = written.toByteArray();
    Map<String, Range> given = ranges(source);
    Map<String, Range> old = ranges(json);
    var edited = new ByteArrayOutputStream();
    int done = 0;
    for (var entry : old.entrySet()) {
      Range range = entry.getValue();
      if (CHANGED.contains(entry.getKey())) {
        edited.write(json, done, range.from() - done);
        write(source, at(given, entry.getKey()), edited);
        done = range.to();
      } else if (entry.getKey().equals(BEFORE)) {
        edited.write(json, done, range.key() - done);
        done = range.key();
        for (var key : CHANGED) {
          if (!old.containsKey(key)) {
            Range added = at(given, key);
            edited.write(source, added.key(), added.to() - added.key());
            edited.write(',');
          }
        }
      }
    }
    edited.write(json, done, json.length - done);
    return edited.toByteArray();
  }

  /** Returns the keys of a template that belong to the time of its edition. */
  public static List<String> ofATime(byte[] json) throws IOException {
    return ranges(json).keySet().stream().filter(OF_A_TIME::contains).toList();
  }

  /**
   * Returns a template of a new edition: what the old one says beside its blank is kept as it was
   * written, but for what belongs to a time.
   *
   * @param json the template of the old edition
   * @param id the id of the new one
   * @throws IOException if it is no JSON
   */
  public static byte[] renewed(byte[] json, String id, Blank blank) throws IOException {
    var written = new ByteArrayOutputStream();
    BindingsWriter.write(id, blank, written);
    byte[] source = written.toByteArray();
    Map<String, Range> given = ranges(source);
    Map<String, Range> old = ranges(json);
    var renewed = new ByteArrayOutputStream();
    given.forEach(
        (key, range) -> {
          Range kept = key.equals("version") ? old.get(key) : null;
          entry(kept != null ? json : source, kept != null ? kept : range, renewed);
          if (key.equals("title")) {
            old.forEach(
                (other, own) -> {
                  if (!given.containsKey(other) && !OF_A_TIME.contains(other)) {
                    entry(json, own, renewed);
                  }
                });
          }
        });
    renewed.writeBytes("\n}\n".getBytes(StandardCharsets.UTF_8));
    return renewed.toByteArray();
  }

  private static void entry(byte[] source, Range range, ByteArrayOutputStream out) {
    out.writeBytes((out.size() == 0 ? "{\n  " : ",\n  ").getBytes(StandardCharsets.UTF_8));
    out.write(source, range.key(), range.to() - range.key());
  }

  /** Returns where a blank's part stands among what is written of every blank. */
  private static Range at(Map<String, Range> written, String key) {
    return Objects.requireNonNull(written.get(key), key);
  }

  private static void write(byte[] source, Range range, ByteArrayOutputStream out) {
    out.write(source, range.from(), range.to() - range.from());
  }

  /** Returns where the values of the outermost object stand, in the order of the file. */
  static Map<String, Range> ranges(byte[] json) throws IOException {
    var ranges = new LinkedHashMap<String, Range>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        int key = (int) parser.currentTokenLocation().getByteOffset();
        parser.nextToken();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        ranges.put(name, new Range(key, from, (int) parser.currentLocation().getByteOffset()));
      }
    }
    return ranges;
  }
}
