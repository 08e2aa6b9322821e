package dev.rollup.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.rollup.finding.Mistake;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Measure;
import dev.rollup.template.Period;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a template from JSON, strictly: what is not understood is refused with its place, since a
 * key that is quietly ignored is a count that is quietly wrong.
 */
public final class TemplateReader {

  /** The id of the template that is used unless another one is named. */
  public static final String DEFAULT_ID = "chongming-safety-month-2023";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private TemplateReader() {}

  /**
   * Reads a built-in template or one from a file.
   *
   * @param idOrFile the id of a built-in template, or the path of a JSON file
   * @throws Mistake if there is no such template, or it is not a sound one; names place and reason
   */
  public static Template read(String idOrFile) throws Mistake {
    try (InputStream builtIn = builtIn(idOrFile)) {
      if (builtIn != null) {
        return parse(builtIn.readAllBytes(), idOrFile);
      }
      Path file = Path.of(idOrFile);
      if (!Files.exists(file)) {
        throw new Mistake(Mistake.Kind.FILES, "template.not-found", idOrFile, DEFAULT_ID);
      }
      return parse(Files.readAllBytes(file), idOrFile);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", idOrFile);
    }
  }

  private static InputStream builtIn(String id) {
    return ID.matcher(id).matches()
        ? TemplateReader.class.getResourceAsStream("/dev/rollup/templates/" + id + ".json")
        : null;
  }

  private static Template parse(byte[] json, String source) throws IOException, Mistake {
    try {
      return new Assembly(source).template(MAPPER.readValue(json, TemplateJson.class));
    } catch (UnrecognizedPropertyException e) {
      throw mistake(source, "template.unknown-key", e, e.getPropertyName());
    } catch (JacksonException e) {
      throw mistake(source, "template.malformed", e, e.getOriginalMessage());
    }
  }

  private static Mistake mistake(String source, String key, JacksonException e, String reason) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      place += " " + path(mapping.getPath());
    }
    return new Mistake(Mistake.Kind.USAGE, key, source, place, reason);
  }

  private static String path(List<JsonMappingException.Reference> references) {
    var path = new StringBuilder();
    for (var reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  /** The file as it stands; null where a key is absent. */
  private record TemplateJson(
      String $schema,
      String id,
      String version,
      String title,
      String activity,
      String district,
      PeriodJson period,
      String deadline,
      HeaderJson header,
      ColumnsJson columns,
      List<String> instructions,
      List<String> notes,
      List<String> unitPrefixes,
      List<String> unitSuffixes,
      Map<String, MeasureJson> measures,
      List<String> otherMeasures,
      List<SectionJson> sections) {}

  private record PeriodJson(String from, String to) {}

  private record HeaderJson(String unit, String contact, String phone, String date) {}

  private record ColumnsJson(String section, String content) {}

  private record MeasureJson(List<String> suffixes, Long max) {}

  private record SectionJson(String id, String text, List<ItemJson> items) {}

  private record ItemJson(
      String id, String text, Boolean repeats, Integer rows, List<FieldJson> fields) {}

  private record FieldJson(
      String id, String type, String measure, String label, Long max, Boolean sums) {}

  /** Turns the file into a template, and knows at every step where in the file it is. */
  private static final class Assembly {
    private static final int MIN_ROWS = 10;

    private final String source;
    private final Set<String> ids = new HashSet<>();
    private Map<String, MeasureJson> measures = Map.of();

    Assembly(String source) {
      this.source = source;
    }

    Template template(TemplateJson json) throws Mistake {
      if (json == null) {
        throw refused("", "template.key-missing", "id");
      }
      String id = required(json.id(), "id");
      if (!ID.matcher(id).matches()) {
        throw refused("id", "template.bad-id", id);
      }
      measures = required(json.measures(), "measures");
      var measureWords = new HashSet<>(orEmpty(json.otherMeasures()));
      for (var entry : measures.entrySet()) {
        measureWords.add(entry.getKey());
        measureWords.addAll(orEmpty(entry.getValue().suffixes()));
        if (required(entry.getValue().max(), "measures." + entry.getKey() + ".max") < 1) {
          throw refused("measures." + entry.getKey() + ".max", "template.bad-number");
        }
      }
      return new Template(
          id,
          required(json.version(), "version"),
          required(json.title(), "title"),
          required(json.activity(), "activity"),
          required(json.district(), "district"),
          period(required(json.period(), "period")),
          deadline(required(json.deadline(), "deadline")),
          header(required(json.header(), "header")),
          required(required(json.columns(), "columns").section(), "columns.section"),
          required(json.columns().content(), "columns.content"),
          orEmpty(json.instructions()),
          orEmpty(json.notes()),
          orEmpty(json.unitPrefixes()),
          orEmpty(json.unitSuffixes()),
          measureWords,
          sections(required(json.sections(), "sections")));
    }

    private List<Section> sections(List<SectionJson> list) throws Mistake {
      var sections = new ArrayList<Section>();
      for (int i = 0; i < list.size(); i++) {
        String at = "sections[" + i + "]";
        SectionJson json = required(list.get(i), at);
        String id = required(json.id(), at + ".id");
        number(id, id, at + ".id");
        var items = new ArrayList<Item>();
        List<ItemJson> itemList = required(json.items(), at + ".items");
        for (int j = 0; j < itemList.size(); j++) {
          items.add(item(itemList.get(j), id, at + ".items[" + j + "]"));
        }
        sections.add(new Section(id, required(json.text(), at + ".text"), items));
      }
      if (sections.stream().allMatch(section -> section.items().isEmpty())) {
        throw refused("sections", "template.key-missing", "items");
      }
      return sections;
    }

    private Item item(ItemJson json, String section, String at) throws Mistake {
      String id = required(required(json, at).id(), at + ".id");
      number(id, tail(id, section, at + ".id"), at + ".id");
      String text = required(json.text(), at + ".text");
      boolean repeats = Boolean.TRUE.equals(json.repeats());
      if (!repeats && json.rows() != null) {
        throw refused(at + ".rows", "template.rows-without-repeats");
      }
      int rows = json.rows() == null ? MIN_ROWS : json.rows();
      if (repeats && rows < MIN_ROWS) {
        throw refused(at + ".rows", "template.too-few-rows", String.valueOf(MIN_ROWS));
      }
      var fields = new ArrayList<Field>();
      List<FieldJson> list = required(json.fields(), at + ".fields");
      for (int i = 0; i < list.size(); i++) {
        fields.add(field(list.get(i), id, repeats, at + ".fields[" + i + "]"));
      }
      int blanks = Item.literals(text).size() - 1;
      if (blanks != fields.size() || blanks == 0) {
        throw refused(
            at + ".text", "template.blanks", String.valueOf(blanks), String.valueOf(fields.size()));
      }
      if (Item.literals(text).get(0).isBlank()) {
        throw refused(at + ".text", "template.no-words");
      }
      return Item.of(id, text, repeats, repeats ? rows : 1, fields);
    }

    private Field field(FieldJson json, String item, boolean repeats, String at) throws Mistake {
      String id = required(required(json, at).id(), at + ".id");
      number(id, tail(id, item, at + ".id"), at + ".id");
      FieldType type =
          switch (required(json.type(), at + ".type")) {
            case "count" -> FieldType.COUNT;
            case "text" -> FieldType.TEXT;
            default -> throw refused(at + ".type", "template.bad-type", json.type());
          };
      if (type == FieldType.TEXT && !repeats) {
        throw refused(at + ".type", "template.text-outside-list");
      }
      Measure measure = type == FieldType.COUNT ? measure(json.measure(), at + ".measure") : null;
      if (type == FieldType.TEXT && json.measure() != null) {
        throw refused(at + ".measure", "template.measure-of-text");
      }
      if (json.max() != null && json.max() < 1) {
        throw refused(at + ".max", "template.bad-number");
      }
      long max = json.max() != null ? json.max() : measure == null ? 0 : measure.max();
      boolean sums = type == FieldType.COUNT && !Boolean.FALSE.equals(json.sums());
      return new Field(id, type, measure, required(json.label(), at + ".label"), max, sums);
    }

    private Measure measure(String name, String at) throws Mistake {
      MeasureJson json = measures.get(required(name, at));
      if (json == null) {
        throw refused(at, "template.unknown-measure", name);
      }
      var suffixes = new ArrayList<>(orEmpty(json.suffixes()));
      if (!suffixes.contains(name)) {
        suffixes.add(name);
      }
      return new Measure(name, suffixes, json.max());
    }

    /** Returns what stands behind the parent's id, which every id repeats. */
    private String tail(String id, String parent, String at) throws Mistake {
      if (!id.startsWith(parent + ".")) {
        throw refused(at, "template.foreign-id", id, parent);
      }
      return id.substring(parent.length() + 1);
    }

    private void number(String id, String part, String at) throws Mistake {
      if (!NUMBER.matcher(part).matches()) {
        throw refused(at, "template.bad-id", id);
      }
      if (!ids.add(id)) {
        throw refused(at, "template.double-id", id);
      }
    }

    private Period period(PeriodJson json) throws Mistake {
      try {
        return new Period(
            LocalDate.parse(required(json.from(), "period.from")),
            LocalDate.parse(required(json.to(), "period.to")));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw refused("period", "template.bad-date");
      }
    }

    private OffsetDateTime deadline(String text) throws Mistake {
      try {
        return OffsetDateTime.parse(text);
      } catch (DateTimeException e) {
        throw refused("deadline", "template.bad-date");
      }
    }

    private Map<HeaderField, String> header(HeaderJson json) throws Mistake {
      var header = new TreeMap<HeaderField, String>();
      header.put(HeaderField.UNIT, required(json.unit(), "header.unit"));
      header.put(HeaderField.CONTACT, required(json.contact(), "header.contact"));
      header.put(HeaderField.PHONE, required(json.phone(), "header.phone"));
      header.put(HeaderField.DATE, required(json.date(), "header.date"));
      return header;
    }

    private <T> T required(T value, String at) throws Mistake {
      if (value == null || value instanceof String text && text.isBlank()) {
        throw refused(at, "template.key-missing", at.substring(at.lastIndexOf('.') + 1));
      }
      return value;
    }

    private <T> List<T> orEmpty(List<T> list) {
      return list == null ? List.of() : list;
    }

    private Mistake refused(String at, String key, String... args) {
      var all = new ArrayList<>(List.of(source, at));
      all.addAll(List.of(args));
      return new Mistake(Mistake.Kind.USAGE, key, all.toArray(String[]::new));
    }
  }
}
