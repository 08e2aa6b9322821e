package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.template.Field;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Labels;
import dev.rollup.template.Section;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a form is called in other languages. A label for something that the form does not have
 * is a slip of the pen, and refused.
 */
final class LabelsReader {

  /** The languages of the outputs. */
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private static final Set<String> KEYS =
      Set.of(
          "title",
          "activity",
          "district",
          "office",
          "notes",
          "header",
          "sections",
          "fields",
          "measures",
          "narrative");

  private final List<Section> sections;
  private final Set<String> measures;

  private LabelsReader(List<Section> sections, Set<String> measures) {
    this.sections = sections;
    this.measures = measures;
  }

  /**
   * Returns the labels by language; none where the template has none.
   *
   * @param template the whole template
   * @param measures every word that it has for a measure
   */
  static Map<String, Labels> read(JsonValue template, List<Section> sections, Set<String> measures)
      throws Mistake {
    var labels = new HashMap<String, Labels>();
    if (template.optional("labels").isPresent()) {
      JsonValue json = template.required("labels");
      json.object(LANGUAGES);
      var reader = new LabelsReader(sections, measures);
      for (var language : json.object().entrySet()) {
        labels.put(language.getKey(), reader.labels(language.getValue()));
      }
    }
    return labels;
  }

  private Labels labels(JsonValue json) throws Mistake {
    json.object(KEYS);
    var sectionIds = new LinkedHashSet<String>();
    var fieldIds = new LinkedHashSet<String>();
    for (var section : sections) {
      sectionIds.add(section.id());
      for (var item : section.items()) {
        item.fields().stream().map(Field::id).forEach(fieldIds::add);
      }
    }
    return new Labels(
        text(json, "title"),
        text(json, "activity"),
        text(json, "district"),
        text(json, "office"),
        json.texts("notes"),
        header(json),
        texts(json, "sections", sectionIds),
        texts(json, "fields", fieldIds),
        texts(json, "measures", measures),
        json.optional("narrative").isPresent()
            ? Optional.of(new NarrativeReader(sections).read(json.required("narrative")))
            : Optional.empty());
  }

  private static String text(JsonValue json, String key) throws Mistake {
    return json.optional(key).isPresent() ? json.required(key).text() : "";
  }

  private static Map<HeaderField, String> header(JsonValue json) throws Mistake {
    var ids = new LinkedHashMap<String, HeaderField>();
    for (var field : HeaderField.values()) {
      ids.put(field.name().toLowerCase(Locale.ROOT), field);
    }
    var header = new HashMap<HeaderField, String>();
    texts(json, "header", ids.keySet()).forEach((id, text) -> header.put(ids.get(id), text));
    return header;
  }

  private static Map<String, String> texts(JsonValue json, String key, Set<String> known)
      throws Mistake {
    var texts = new HashMap<String, String>();
    if (json.optional(key).isPresent()) {
      json.required(key).object(known);
      for (var entry : json.required(key).object().entrySet()) {
        texts.put(entry.getKey(), entry.getValue().text());
      }
    }
    return texts;
  }
}
