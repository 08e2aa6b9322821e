package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.template.Clause;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Narrative;
import dev.rollup.template.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the wording of the account out of a template, as strictly as the template itself. */
final class NarrativeReader {

  private static final Set<String> COVERAGE = Set.of("expected", "actual", "onTime", "rate");
  private static final int MOST = 5;

  private final List<Item> items;
  private final Set<String> totals = new HashSet<>();

  NarrativeReader(List<Section> sections) {
    this.items = sections.stream().flatMap(section -> section.items().stream()).toList();
    items.stream()
        .flatMap(item -> item.fields().stream())
        .filter(Field::counts)
        .forEach(field -> totals.add(field.id()));
  }

  Narrative read(JsonValue json) throws Mistake {
    json.object(
        Set.of(
            "title",
            "mark",
            "opening",
            "coverage",
            "sections",
            "notes",
            "signature",
            "date",
            "marks"));
    var opening = new HashSet<>(COVERAGE);
    opening.addAll(Set.of("coverage", "district", "year", "period"));
    var parts = new ArrayList<Narrative.Part>();
    for (var part : json.required("sections").list()) {
      parts.add(part(part));
    }
    return new Narrative(
        text(json, "title", Set.of("district", "year", "period")),
        text(json, "mark", Set.of()),
        text(json, "opening", opening),
        text(json, "coverage", COVERAGE),
        parts,
        notes(json.required("notes")),
        text(json, "signature", Set.of()),
        text(json, "date", Set.of("year")),
        punctuation(json));
  }

  private static Narrative.Punctuation punctuation(JsonValue json) throws Mistake {
    if (json.optional("marks").isEmpty()) {
      return Narrative.Punctuation.CHINESE;
    }
    JsonValue word = json.required("marks");
    return switch (word.text()) {
      case "chinese" -> Narrative.Punctuation.CHINESE;
      case "latin" -> Narrative.Punctuation.LATIN;
      default -> throw word.refused("template.wrong-kind", "\"chinese\", \"latin\"");
    };
  }

  private Narrative.Part part(JsonValue json) throws Mistake {
    json.object(Set.of("heading", "lead", "clauses", "list"));
    var clauses = new ArrayList<Narrative.Choice>();
    if (json.optional("clauses").isPresent()) {
      for (var clause : json.required("clauses").list()) {
        clauses.add(choice(clause));
      }
    }
    return new Narrative.Part(
        text(json, "heading", Set.of()),
        json.optional("lead").isPresent() ? text(json, "lead", Set.of()) : "",
        clauses,
        json.optional("list").isPresent() ? featured(json.required("list")) : null);
  }

  private Narrative.Choice choice(JsonValue json) throws Mistake {
    if (!(json.content() instanceof List<?>)) {
      return new Narrative.Choice(List.of(clause(json, totals)));
    }
    var wordings = new ArrayList<Clause>();
    for (var wording : json.list()) {
      wordings.add(clause(wording, totals));
    }
    return new Narrative.Choice(wordings);
  }

  private Narrative.Featured featured(JsonValue json) throws Mistake {
    json.object(Set.of("item", "total", "intro", "each", "by", "most", "more"));
    JsonValue id = json.required("item");
    Item item = null;
    for (var each : items) {
      item = each.repeats() && each.id().equals(id.text()) ? each : item;
    }
    if (item == null) {
      throw id.refused("template.no-list", id.text());
    }
    var own = new HashSet<String>();
    var ownTotals = new HashSet<>(Set.of("count"));
    Field by = null;
    for (var field : item.fields()) {
      own.add(field.id());
      if (field.counts()) {
        ownTotals.add(field.id());
      }
      boolean named = field.measure() != null && field.id().equals(json.required("by").text());
      by = named ? field : by;
    }
    if (by == null) {
      throw json.required("by").refused("template.unknown-placeholder", json.required("by").text());
    }
    own.add("unit");
    return new Narrative.Featured(
        item,
        clause(json.required("total"), ownTotals),
        text(json, "intro", Set.of()),
        clause(json.required("each"), own),
        by,
        json.optional("most").isPresent()
            ? (int) Math.min(Short.MAX_VALUE, json.required("most").positive())
            : MOST,
        text(json, "more", Set.of()));
  }

  private Narrative.Notes notes(JsonValue json) throws Mistake {
    json.object(
        Set.of(
            "heading",
            "mark",
            "noRoster",
            "missing",
            "awaited",
            "returned",
            "strays",
            "excluded",
            "entry",
            "moreEntries",
            "excludedKinds",
            "broken",
            "brokenEntry",
            "brokenKinds",
            "kind",
            "caveats",
            "zero",
            "unsaid",
            "total"));
    Set<String> units = Set.of("count", "units");
    return new Narrative.Notes(
        text(json, "heading", Set.of()),
        text(json, "mark", Set.of()),
        text(json, "noRoster", Set.of()),
        text(json, "missing", units),
        text(json, "awaited", units),
        text(json, "returned", units),
        text(json, "strays", Set.of("count", "files")),
        text(json, "excluded", Set.of("count")),
        clause(json.required("entry"), Set.of("unit", "field", "raw", "reason")),
        text(json, "moreEntries", Set.of("count")),
        optional(json, "excludedKinds", Set.of("count", "kinds")),
        optional(json, "broken", Set.of("count")),
        optional(json, "brokenEntry", Set.of("unit", "message")),
        optional(json, "brokenKinds", Set.of("count", "kinds")),
        optional(json, "kind", Set.of("kind", "places", "units")),
        json.texts("caveats"),
        text(json, "zero", Set.of("fields")),
        text(json, "unsaid", Set.of("fields")),
        text(json, "total", Set.of("field", "value", "measure")));
  }

  /** Reads a clause: one that mentions no number would be said whatever was done. */
  private static Clause clause(JsonValue json, Set<String> known) throws Mistake {
    Set<String> names = checked(json, known);
    if (names.isEmpty()) {
      throw json.refused("template.no-placeholder");
    }
    return Clause.of(json.text());
  }

  /** A template that says nothing about it leaves it out. */
  private static String optional(JsonValue json, String key, Set<String> known) throws Mistake {
    return json.optional(key).isPresent() ? text(json, key, known) : "";
  }

  private static String text(JsonValue json, String key, Set<String> known) throws Mistake {
    checked(json.required(key), known);
    return json.required(key).text();
  }

  private static Set<String> checked(JsonValue json, Set<String> known) throws Mistake {
    Set<String> names = Clause.placeholders(json.text());
    for (var name : names) {
      if (!known.contains(name)) {
        throw json.refused("template.unknown-placeholder", name);
      }
    }
    return names;
  }
}
