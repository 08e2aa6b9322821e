package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.template.Blank;
import dev.rollup.template.BoundSections;
import dev.rollup.template.Charts;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Measure;
import dev.rollup.template.Narrative;
import dev.rollup.template.Rule;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import dev.rollup.text.Period;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template from JSON, strictly: what is not understood is refused with its place, since a
 * key that is quietly ignored is a count that is quietly wrong.
 */
public final class TemplateReader {

  /** The id of the template that is used unless another one is named. */
  public static final String DEFAULT_ID = "chongming-safety-month-2023";

  /** The ids of all templates that need no file. */
  public static final List<String> BUILT_IN = List.of(DEFAULT_ID);

  /** What every template may say. */
  private static final Set<String> KEYS =
      Set.of(
          "$schema",
          "id",
          "version",
          "title",
          "activity",
          "district",
          "office",
          "peerGroups",
          "period",
          "deadline",
          "notes",
          "unitPrefixes",
          "unitSuffixes",
          "measures",
          "otherMeasures",
          "rules",
          "acrossUnits",
          "acrossPeriods",
          "labels");

  /** What a template may say besides that is drawn from its sentences. */
  private static final Set<String> DRAWN_KEYS =
      Set.of("header", "columns", "instructions", "sections", "narrative", "charts");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");
  private static final int MIN_ROWS = 10;

  private final Map<String, Measure> measures = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> leads = new HashSet<>();

  /** None until they are read, before all words that must not be like them. */
  private HeaderLabels header = HeaderLabels.none();

  private TemplateReader() {}

  /**
   * Reads a built-in template or one from a file.
   *
   * @param idOrFile the id of a built-in template, or the path of a JSON file
   * @throws Mistake if there is no such template, or it is not a sound one; names place and reason
   */
  public static Template read(String idOrFile) throws Mistake {
    try (InputStream builtIn = builtIn(idOrFile)) {
      if (builtIn == null && !Files.exists(Path.of(idOrFile))) {
        // What looks like no path was meant as an id.
        boolean path = idOrFile.matches(".*[./\\\\].*");
        throw new Mistake(
            path ? Mistake.Kind.FILES : Mistake.Kind.USAGE,
            "template.not-found",
            idOrFile,
            DEFAULT_ID);
      }
      return read(
          builtIn != null ? builtIn.readAllBytes() : Files.readAllBytes(Path.of(idOrFile)),
          idOrFile);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", idOrFile);
    }
  }

  /**
   * Reads a template from JSON.
   *
   * @param source the name under which mistakes mention it
   * @throws Mistake if it is not a sound one; names place and reason
   */
  public static Template read(byte[] json, String source) throws Mistake {
    return new TemplateReader().template(JsonValue.parse(json, source));
  }

  private static @Nullable InputStream builtIn(String id) {
    return ID.matcher(id).matches()
        ? TemplateReader.class.getResourceAsStream("/dev/rollup/templates/" + id + ".json")
        : null;
  }

  private Template template(JsonValue json) throws Mistake {
    return json.optional("blank").isPresent() ? bound(json) : drawn(json);
  }

  /** Reads a form that is an office's own file. */
  private Template bound(JsonValue json) throws Mistake {
    var keys = new HashSet<>(KEYS);
    keys.addAll(BindingsReader.KEYS);
    json.object(keys);
    String title = words(json.required("title"));
    var measureWords = new HashSet<String>();
    if (json.optional("measures").isPresent()) {
      measureWords.addAll(measures(json.required("measures")));
    }
    measureWords.addAll(words(json, "otherMeasures"));
    Blank blank = new BindingsReader().read(json, title);
    List<Section> sections = BoundSections.of(blank, this::measure);
    blank.bindings().forEach(binding -> binding.measure().ifPresent(measureWords::add));
    var days = days(json);
    var demands = new RuleReader(sections, days);
    var rules = new ArrayList<>(RelationRules.of(blank));
    if (json.optional("rules").isPresent()) {
      rules.addAll(demands.rules(json.required("rules")));
    }
    String activity = text(json, "activity", title);
    String district = text(json, "district", "");
    return new Template(
        id(json),
        json.required("version").text(),
        title,
        activity,
        district,
        text(json, "office", district),
        new HashSet<>(json.texts("peerGroups")),
        days.period(),
        days.deadline(),
        BoundSections.labels(blank),
        "",
        "",
        List.of(),
        json.texts("notes"),
        json.texts("unitPrefixes"),
        json.texts("unitSuffixes"),
        measureWords,
        sections,
        rules,
        demands.acrossUnits(json.optional("acrossUnits")),
        demands.acrossPeriods(json.optional("acrossPeriods")),
        Optional.empty(),
        Optional.empty(),
        Optional.of(blank),
        LabelsReader.read(json, sections, measureWords));
  }

  private static String text(JsonValue json, String key, String otherwise) throws Mistake {
    return json.optional(key).isPresent() ? json.required(key).text() : otherwise;
  }

  /** A measure that the template says nothing about is what its name says. */
  private Measure measure(String name) {
    return measures.computeIfAbsent(
        name,
        word ->
            new Measure(
                word,
                Stream.of(word, Folding.halfWidth(word)).distinct().toList(),
                Long.MAX_VALUE));
  }

  private static String id(JsonValue json) throws Mistake {
    String id = json.required("id").text();
    if (!ID.matcher(id).matches()) {
      throw json.required("id").refused("template.bad-id", id);
    }
    return id;
  }

  /** Reads a form that is drawn from its sentences. */
  private Template drawn(JsonValue json) throws Mistake {
    var keys = new HashSet<>(KEYS);
    keys.addAll(DRAWN_KEYS);
    json.object(keys);
    Set<String> measureWords = measures(json.required("measures"));
    measureWords.addAll(words(json, "otherMeasures"));
    JsonValue columns = json.required("columns");
    columns.object(Set.of("section", "content"));
    header = HeaderLabels.read(json.required("header"));
    header.refuseBeginning(columns.required("section"));
    header.refuseBeginning(columns.required("content"));
    String title = title(json.required("title"));
    List<Section> sections = sections(json.required("sections"), title);
    json.required("period");
    json.required("deadline");
    var days = days(json);
    var demands = new RuleReader(sections, days);
    List<Rule> rules =
        json.optional("rules").isPresent() ? demands.rules(json.required("rules")) : List.of();
    return new Template(
        id(json),
        json.required("version").text(),
        title,
        json.required("activity").text(),
        json.required("district").text(),
        json.required(json.optional("office").isPresent() ? "office" : "district").text(),
        new HashSet<>(json.texts("peerGroups")),
        days.period(),
        days.deadline(),
        header.labels(),
        columns.required("section").text(),
        columns.required("content").text(),
        json.texts("instructions").stream().map(days::filled).toList(),
        json.texts("notes"),
        json.texts("unitPrefixes"),
        json.texts("unitSuffixes"),
        measureWords,
        sections,
        rules,
        demands.acrossUnits(json.optional("acrossUnits")),
        demands.acrossPeriods(json.optional("acrossPeriods")),
        narrative(json, sections),
        charts(json, sections),
        Optional.empty(),
        LabelsReader.read(json, sections, measureWords));
  }

  /** Reads the title, by which returned forms are known. */
  private String title(JsonValue json) throws Mistake {
    header.refuseBeginning(json);
    return words(json);
  }

  /** Reads the measures and returns every word for them. */
  private Set<String> measures(JsonValue json) throws Mistake {
    var words = new HashSet<String>();
    for (var entry : json.object().entrySet()) {
      String name = entry.getKey();
      JsonValue measure = entry.getValue();
      measure.object(Set.of("suffixes", "max"));
      var suffixes = new ArrayList<>(words(measure, "suffixes"));
      if (Folding.label(name).isEmpty()) {
        throw measure.refused("template.no-letters", name);
      }
      if (!suffixes.contains(name)) {
        suffixes.add(name);
      }
      measures.put(name, new Measure(name, suffixes, measure.required("max").positive()));
      words.addAll(suffixes);
    }
    return words;
  }

  /** Returns texts that are looked for in what comes back; none where the key is absent. */
  private static List<String> words(JsonValue json, String key) throws Mistake {
    var words = new ArrayList<String>();
    if (json.optional(key).isPresent()) {
      for (var element : json.required(key).list()) {
        words.add(words(element));
      }
    }
    return words;
  }

  /**
   * Returns a text that is looked for in what comes back: of punctuation alone nothing is found.
   */
  private static String words(JsonValue json) throws Mistake {
    if (Folding.label(json.text()).isEmpty()) {
      throw json.refused("template.no-letters", json.text());
    }
    return json.text();
  }

  private static Optional<Narrative> narrative(JsonValue json, List<Section> sections)
      throws Mistake {
    return json.optional("narrative").isEmpty()
        ? Optional.empty()
        : Optional.of(new NarrativeReader(sections).read(json.required("narrative")));
  }

  /** Where the template does not say what is compared, it is what most of its blanks count. */
  private Optional<Charts> charts(JsonValue json, List<Section> sections) throws Mistake {
    var blanks = new LinkedHashMap<String, Integer>();
    sections.stream()
        .flatMap(section -> section.items().stream())
        .flatMap(item -> item.fields().stream())
        .filter(Field::counts)
        .forEach(field -> blanks.merge(field.measured().name(), 1, Integer::sum));
    if (json.optional("charts").isPresent()) {
      JsonValue charts = json.required("charts");
      charts.object(Set.of("byUnit", "byItem"));
      return Optional.of(
          new Charts(
              counted(charts.required("byUnit"), blanks.keySet()),
              counted(charts.required("byItem"), blanks.keySet())));
    }
    return blanks.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(usual -> new Charts(usual.getKey(), usual.getKey()));
  }

  private static String counted(JsonValue name, Set<String> measures) throws Mistake {
    if (!measures.contains(name.text())) {
      throw name.refused("template.uncounted-measure", name.text());
    }
    return name.text();
  }

  private List<Section> sections(JsonValue json, String title) throws Mistake {
    var sections = new ArrayList<Section>();
    for (var section : json.list()) {
      section.object(Set.of("id", "text", "items"));
      String id = section.required("id").text();
      register(section, id, id);
      var items = new ArrayList<Item>();
      for (var item : section.required("items").list()) {
        items.add(item(item, id));
      }
      sections.add(new Section(id, heading(section.required("text"), title), items));
    }
    if (sections.stream().allMatch(section -> section.items().isEmpty())) {
      throw json.refused("template.key-missing", "items");
    }
    return sections;
  }

  private String heading(JsonValue json, String title) throws Mistake {
    header.refuseSame(json, json.text());
    if (Folding.label(json.text()).equals(Folding.label(title))) {
      throw json.refused("template.like-the-title", json.text());
    }
    return words(json);
  }

  private Item item(JsonValue json, String section) throws Mistake {
    json.object(Set.of("id", "text", "repeats", "rows", "fields"));
    String id = json.required("id").text();
    register(json, id, behind(json, id, section));
    boolean repeats = json.flag("repeats", false);
    int rows = rows(json, repeats);
    var fields = new ArrayList<Field>();
    for (var field : json.required("fields").list()) {
      fields.add(field(field, id, repeats));
    }
    JsonValue text = json.required("text");
    List<String> literals = Item.literals(text.text());
    if (literals.size() != fields.size() + 1 || fields.isEmpty()) {
      throw text.refused(
          "template.blanks", String.valueOf(literals.size() - 1), String.valueOf(fields.size()));
    }
    String lead = Folding.label(literals.get(0));
    if (lead.isEmpty()) {
      throw text.refused("template.no-words");
    }
    header.refuseSame(text, literals.get(0));
    // A returned form is found by the first words of its sentences.
    if (!leads.add(lead)) {
      throw text.refused("template.same-words", literals.get(0));
    }
    return Item.of(id, text.text(), repeats, rows, fields);
  }

  private static int rows(JsonValue json, boolean repeats) throws Mistake {
    if (json.optional("rows").isEmpty()) {
      return repeats ? MIN_ROWS : 1;
    }
    JsonValue rows = json.required("rows");
    if (!repeats) {
      throw rows.refused("template.rows-without-repeats");
    }
    if (rows.positive() < MIN_ROWS || rows.positive() > Short.MAX_VALUE) {
      throw rows.refused("template.too-few-rows", String.valueOf(MIN_ROWS));
    }
    return (int) rows.positive();
  }

  private Field field(JsonValue json, String item, boolean repeats) throws Mistake {
    json.object(Set.of("id", "type", "measure", "label", "max", "sums"));
    String id = json.required("id").text();
    register(json, id, behind(json, id, item));
    JsonValue type = json.required("type");
    String label = json.required("label").text();
    if (repeats) {
      // What a list's columns are called may stand above its rows.
      header.refuseSame(json.required("label"), label);
    }
    return switch (type.text()) {
      case "count" -> count(json, id, label);
      case "text" -> {
        if (!repeats) {
          throw type.refused("template.text-outside-list");
        }
        if (json.optional("measure").isPresent()) {
          throw json.required("measure").refused("template.measure-of-text");
        }
        yield Field.text(id, label);
      }
      default -> throw type.refused("template.bad-type", type.text());
    };
  }

  private Field count(JsonValue json, String id, String label) throws Mistake {
    JsonValue name = json.required("measure");
    Measure measure = measures.get(name.text());
    if (measure == null) {
      throw name.refused("template.unknown-measure", name.text());
    }
    long max = json.optional("max").isPresent() ? json.required("max").positive() : measure.max();
    return Field.count(id, measure, label, max, json.flag("sums", true));
  }

  /** Returns what stands behind the parent's id, which every id repeats. */
  private static String behind(JsonValue json, String id, String parent) throws Mistake {
    if (!id.startsWith(parent + ".")) {
      throw json.required("id").refused("template.foreign-id", id, parent);
    }
    return id.substring(parent.length() + 1);
  }

  private void register(JsonValue json, String id, String ownPart) throws Mistake {
    if (!NUMBER.matcher(ownPart).matches()) {
      throw json.required("id").refused("template.bad-id", id);
    }
    if (!ids.add(id)) {
      throw json.required("id").refused("template.double-id", id);
    }
  }

  private static Days days(JsonValue json) throws Mistake {
    return new Days(
        json.optional("period").isPresent()
            ? Optional.of(period(json.required("period")))
            : Optional.empty(),
        json.optional("deadline").isPresent()
            ? Optional.of(deadline(json.required("deadline")))
            : Optional.empty());
  }

  private static Period period(JsonValue json) throws Mistake {
    json.object(Set.of("from", "to"));
    try {
      return new Period(
          LocalDate.parse(json.required("from").text()),
          LocalDate.parse(json.required("to").text()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw json.refused("template.bad-date");
    }
  }

  private static OffsetDateTime deadline(JsonValue json) throws Mistake {
    try {
      return OffsetDateTime.parse(json.text());
    } catch (DateTimeException e) {
      throw json.refused("template.bad-date");
    }
  }
}
