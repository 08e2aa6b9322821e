package dev.rollup.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Mistake;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file that a person wrote, with its place, so that whatever is wrong with it can
 * be pointed at. Read from Jackson's stream of tokens: binding to classes takes longer to start
 * than all the rest of a validation.
 *
 * @param content a Map, a List, a String, a Long, a BigDecimal, a Boolean, or null
 * @param path the keys that lead here
 */
record JsonValue(@Nullable Object content, String source, Path path, int line, int column) {

  /**
   * The keys that lead to a value. They are joined only where a mistake is to be told: a template
   * has thousands of values.
   *
   * @param parent null for the whole file
   */
  record Path(@Nullable Path parent, Object step) {

    @Override
    public String toString() {
      String before = parent == null ? "" : parent.toString();
      return step instanceof Integer index
          ? before + "[" + index + "]"
          : before.isEmpty() ? (String) step : before + "." + step;
    }
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads a whole file.
   *
   * @param source the name under which mistakes mention the file
   * @throws Mistake if it is not JSON, or has a key twice
   */
  static JsonValue parse(byte[] json, String source) throws Mistake {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      JsonValue value = value(parser, source, new Path(null, ""));
      if (parser.nextToken() != null) {
        throw value.refused("template.malformed", parser.currentToken().asString());
      }
      return value;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
      throw new Mistake(
          Mistake.Kind.USAGE, "template.malformed", source, place, e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonValue value(JsonParser parser, String source, Path path)
      throws IOException, Mistake {
    JsonLocation at = parser.currentTokenLocation();
    JsonToken token = parser.currentToken();
    Object content =
        token == null
            ? null
            : switch (token) {
              case START_OBJECT -> object(parser, source, path);
              case START_ARRAY -> array(parser, source, path);
              case VALUE_STRING -> parser.getText();
              case VALUE_NUMBER_INT -> whole(parser);
              case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
              case VALUE_TRUE -> true;
              case VALUE_FALSE -> false;
              default -> null;
            };
    return new JsonValue(content, source, path, at.getLineNr(), at.getColumnNr());
  }

  private static Map<String, JsonValue> object(JsonParser parser, String source, Path path)
      throws IOException, Mistake {
    var object = new LinkedHashMap<String, JsonValue>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, value(parser, source, new Path(path, key)));
    }
    return object;
  }

  private static List<JsonValue> array(JsonParser parser, String source, Path path)
      throws IOException, Mistake {
    var array = new ArrayList<JsonValue>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, source, new Path(path, array.size())));
    }
    return array;
  }

  private static @Nullable Object whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? null
        : parser.getLongValue();
  }

  /**
   * Makes sure that this is an object whose keys are all known.
   *
   * @param known every key that it may have
   * @throws Mistake if it is no object, or has a key that is not known
   */
  void object(Set<String> known) throws Mistake {
    for (var entry : map().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw ((JsonValue) entry.getValue())
            .refused("template.unknown-key", (String) entry.getKey());
      }
    }
  }

  /** Returns the values of an object with keys of any name. */
  Map<String, JsonValue> object() throws Mistake {
    var object = new LinkedHashMap<String, JsonValue>();
    map().forEach((key, value) -> object.put((String) key, (JsonValue) value));
    return object;
  }

  private Map<?, ?> map() throws Mistake {
    if (!(content instanceof Map<?, ?> map)) {
      throw refused("template.wrong-kind", "{ }");
    }
    return map;
  }

  /** Returns what stands under a key of this object. */
  JsonValue required(String key) throws Mistake {
    Object value = map().get(key);
    if (value == null) {
      throw new JsonValue(null, source, new Path(path, key), line, column)
          .refused("template.key-missing", key);
    }
    return (JsonValue) value;
  }

  /** Returns what stands under a key of this object, if anything does. */
  Optional<JsonValue> optional(String key) throws Mistake {
    return Optional.ofNullable((JsonValue) map().get(key));
  }

  /** Returns the elements of an array. */
  List<JsonValue> list() throws Mistake {
    if (!(content instanceof List<?> list)) {
      throw refused("template.wrong-kind", "[ ]");
    }
    return list.stream().map(JsonValue.class::cast).toList();
  }

  /** Returns text that is not blank. */
  String text() throws Mistake {
    if (!(content instanceof String text) || text.isBlank()) {
      throw refused("template.wrong-kind", "\" \"");
    }
    return text;
  }

  /** Returns text, which may be white space. */
  String words() throws Mistake {
    if (!(content instanceof String text)) {
      throw refused("template.wrong-kind", "\" \"");
    }
    return text;
  }

  /** Returns texts that are not blank; none where the key is absent. */
  List<String> texts(String key) throws Mistake {
    var texts = new ArrayList<String>();
    if (optional(key).isPresent()) {
      for (var element : required(key).list()) {
        texts.add(element.text());
      }
    }
    return texts;
  }

  /** Returns a whole number of at least one. */
  long positive() throws Mistake {
    if (!(content instanceof Long number) || number < 1) {
      throw refused("template.bad-number");
    }
    return number;
  }

  /** Returns a number, with or without a fraction. */
  BigDecimal number() throws Mistake {
    if (content instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (content instanceof BigDecimal number) {
      return number;
    }
    throw refused("template.wrong-kind", "1, 2.5");
  }

  /** Returns what stands under a key, or another flag where nothing does. */
  boolean flag(String key, boolean otherwise) throws Mistake {
    Optional<JsonValue> value = optional(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!(value.get().content() instanceof Boolean flag)) {
      throw value.get().refused("template.wrong-kind", "true, false");
    }
    return flag;
  }

  /** Returns a mistake that points at this value. */
  Mistake refused(String key, String... args) {
    return refused(key, List.of(), args);
  }

  /**
   * As {@link #refused(String, String...)}, where several names are mentioned.
   *
   * @param names the names, which the message mentions last
   */
  Mistake refused(String key, Collection<String> names, String... args) {
    var all = new ArrayList<Mentioned>();
    Stream.of(source, line + ":" + column + " " + path).map(Mentioned.Text::new).forEach(all::add);
    Arrays.stream(args).map(Mentioned.Text::new).forEach(all::add);
    if (!names.isEmpty()) {
      all.add(new Mentioned.Names(List.copyOf(names), false));
    }
    return new Mistake(Mistake.Kind.USAGE, key, all);
  }
}
