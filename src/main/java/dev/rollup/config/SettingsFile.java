package dev.rollup.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Mistake;
import dev.rollup.text.Misspelling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is set in a {@code rollup.json}.
 *
 * @param file where it stands
 * @param values what is set, with the line; paths are as seen from the working folder
 */
public record SettingsFile(Path file, Map<Setting, Value> values) {

  /** What the file is called. */
  public static final String NAME = "rollup.json";

  /** Copies. */
  public SettingsFile {
    values = Map.copyOf(values);
  }

  /**
   * What one setting is set to.
   *
   * @param line where
   */
  public record Value(String text, int line) {}

  /**
   * Reads a file.
   *
   * @throws Mistake if it is not there, or anything in it is not understood: all of that is told
   */
  public static SettingsFile read(Path file) throws Mistake {
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Mistake(
          Mistake.Kind.FILES, Files.exists(file) ? "unreadable" : "not-found", file.toString());
    }
    return new SettingsFile(file, values(parse(json, file), file));
  }

  /**
   * Returns the text of a file.
   *
   * @param values what is set, in this order; paths are as seen from the file
   */
  public static byte[] of(Map<Setting, String> values) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      for (var each : values.entrySet()) {
        switch (each.getKey().kind()) {
          case FLAG ->
              json.writeBooleanField(each.getKey().key(), Boolean.parseBoolean(each.getValue()));
          case NUMBER ->
              json.writeNumberField(each.getKey().key(), Integer.parseInt(each.getValue()));
          default -> json.writeStringField(each.getKey().key(), each.getValue());
        }
      }
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static Map<String, JsonValue> parse(byte[] json, Path file) throws Mistake {
    try {
      return JsonValue.parse(json, file.toString()).object();
    } catch (Mistake e) {
      String place = e.args().size() > 1 ? e.args().get(1) : "";
      throw new Mistake(
          Mistake.Kind.USAGE, "settings.malformed", file.toString(), place.replaceFirst(":.*", ""));
    }
  }

  private static Map<Setting, Value> values(Map<String, JsonValue> given, Path file)
      throws Mistake {
    var values = new EnumMap<Setting, Value>(Setting.class);
    var mistakes = new ArrayList<Mistake>();
    for (var each : given.entrySet()) {
      int line = each.getValue().line();
      Optional<Setting> setting =
          Arrays.stream(Setting.values()).filter(s -> s.key().equals(each.getKey())).findFirst();
      if (setting.isEmpty()) {
        mistakes.add(unknown(file, line, each.getKey()));
        continue;
      }
      Optional<String> text =
          text(each.getValue(), setting.get()).filter(value -> isPlaceable(value, setting.get()));
      if (each.getValue().content() instanceof String nothing
          && nothing.isBlank()
          && setting.get().isWorded()) {
        // Left to be filled in.
        continue;
      }
      if (text.isEmpty()) {
        mistakes.add(
            mistake("settings.wrong-kind", file, line, each.getKey(), setting.get().example()));
        continue;
      }
      values.put(setting.get(), new Value(placed(text.get(), setting.get(), file), line));
    }
    if (!mistakes.isEmpty()) {
      throw Mistake.of(mistakes);
    }
    return values;
  }

  private static Mistake unknown(Path file, int line, String key) {
    List<String> known = Arrays.stream(Setting.values()).map(Setting::key).toList();
    return Misspelling.of(key, known)
        .map(meant -> mistake("settings.unknown-key-suggest", file, line, key, meant))
        .orElseGet(
            () ->
                new Mistake(
                    Mistake.Kind.USAGE,
                    "settings.unknown-key",
                    List.of(
                        new Mentioned.Text(file.toString()),
                        new Mentioned.Number(BigDecimal.valueOf(line)),
                        new Mentioned.Text(key),
                        new Mentioned.Names(known, false))));
  }

  private static Mistake mistake(String key, Path file, int line, String... more) {
    var args = new ArrayList<>(List.of(file.toString(), String.valueOf(line)));
    args.addAll(List.of(more));
    return new Mistake(Mistake.Kind.USAGE, key, args.toArray(String[]::new));
  }

  /** A value has the kind that is asked for: true is no text, "3" no number. */
  private static Optional<String> text(JsonValue value, Setting setting) {
    boolean fits =
        switch (setting.kind()) {
          case TEXT, FILE, FORM, WORD -> value.content() instanceof String;
          case FLAG -> value.content() instanceof Boolean;
          case NUMBER -> value.content() instanceof Long;
        };
    return Optional.of(String.valueOf(value.content())).filter(text -> fits && setting.takes(text));
  }

  /** What this system cannot call a file is no path. */
  private static boolean isPlaceable(String text, Setting setting) {
    try {
      return setting.kind() != Setting.Kind.FILE && setting.kind() != Setting.Kind.FORM
          || !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String placed(String text, Setting setting, Path file) {
    return switch (setting.kind()) {
      case FILE -> file.resolveSibling(text).toString();
      case FORM -> {
        Path beside = file.resolveSibling(text);
        yield Files.exists(beside) ? beside.toString() : text;
      }
      default -> text;
    };
  }
}
