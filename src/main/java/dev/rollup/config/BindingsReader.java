package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.model.Place;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Relation;
import dev.rollup.template.Time;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the part of a template that binds an office's own blank, as {@link BindingsWriter} does.
 */
final class BindingsReader {

  /** The keys of a template that only a bound one has. */
  static final Set<String> KEYS = Set.of("header", "blocks", "relations", "blank");

  private static final Pattern ID = Pattern.compile("[1-9]\\d*\\.[1-9]\\d*\\.[1-9]\\d*");
  private static final int MOST_DECIMALS = 20;

  private final Set<String> ids = new HashSet<>();
  private final Set<String> places = new HashSet<>();

  /**
   * Reads the bindings.
   *
   * @param title the title of the form
   * @throws Mistake if they are not sound; names place and reason
   */
  Blank read(JsonValue json, String title) throws Mistake {
    JsonValue file = json.required("blank");
    file.object(Set.of("file", "sha256", "content"));
    var header = new ArrayList<HeaderBlank>();
    for (var each : json.required("header").list()) {
      header.add(header(each));
    }
    var blocks = new ArrayList<Block>();
    for (var each : json.required("blocks").list()) {
      blocks.add(block(each));
    }
    if (ids.isEmpty()) {
      throw json.required("blocks").refused("template.key-missing", "fields");
    }
    var relations = new ArrayList<Relation>();
    if (json.optional("relations").isPresent()) {
      for (var each : json.required("relations").list()) {
        relations.add(relation(each));
      }
    }
    return new Blank(
        file.required("file").text(),
        file.required("sha256").text(),
        title,
        content(file),
        header,
        blocks,
        relations);
  }

  private static Blank.Content content(JsonValue file) throws Mistake {
    JsonValue content = file.required("content");
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(content.text());
    } catch (IllegalArgumentException e) {
      throw content.refused("template.blank-changed");
    }
    if (!sha256(bytes).equals(file.required("sha256").text())) {
      throw content.refused("template.blank-changed");
    }
    return new Blank.Content(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HeaderBlank header(JsonValue json) throws Mistake {
    json.object(Set.of("role", "at", "label", "before", "after", "type"));
    return new HeaderBlank(
        json.required("role").text(),
        place(json.required("at")),
        string(json, "before"),
        string(json, "after"),
        string(json, "label"),
        word(json.required("type"), FieldType.class));
  }

  private Block block(JsonValue json) throws Mistake {
    json.object(Set.of("id", "kind", "rows", "fields"));
    String id = json.required("id").text();
    var bindings = new ArrayList<Binding>();
    for (var field : json.required("fields").list()) {
      bindings.add(binding(field, id));
    }
    return switch (word(json.required("kind"), Block.Kind.class)) {
      case MATRIX -> new Block.Matrix(id, bindings);
      case LIST -> new Block.Rows(id, (int) json.required("rows").positive(), bindings);
      case CELLS -> new Block.Cells(id, bindings);
      case SENTENCES -> new Block.Sentences(id, bindings);
    };
  }

  private Binding binding(JsonValue json, String block) throws Mistake {
    json.object(
        Set.of(
            "id",
            "at",
            "section",
            "row",
            "column",
            "rowCode",
            "columnCode",
            "type",
            "measure",
            "scale",
            "signed",
            "choices",
            "adds",
            "time",
            "formula",
            "sure"));
    JsonValue id = json.required("id");
    if (!ID.matcher(id.text()).matches()) {
      throw id.refused("template.bad-id", id.text());
    }
    if (!id.text().startsWith(block + ".")) {
      throw id.refused("template.foreign-id", id.text(), block);
    }
    if (!ids.add(id.text())) {
      throw id.refused("template.double-id", id.text());
    }
    JsonValue at = json.required("at");
    Place place = place(at);
    if (!places.add(place.toString())) {
      throw at.refused("template.double-place", place.toString());
    }
    FieldType type = word(json.required("type"), FieldType.class);
    JsonValue adds = json.required("adds");
    if (adds.text().equals("last")) {
      // Units answer side by side: none of their answers is later than another.
      throw adds.refused("template.adds-last", adds.text());
    }
    Adds how = word(adds, Adds.class);
    boolean numeric = how != Adds.NO && how != Adds.TALLY;
    if (numeric && !type.number() || how == Adds.SUM && type == FieldType.PERCENT) {
      throw adds.refused("template.cannot-add", adds.text(), json.required("type").text());
    }
    return new Binding(
        id.text(),
        place,
        json.texts("section"),
        json.texts("row"),
        json.texts("column"),
        given(json, "rowCode"),
        given(json, "columnCode"),
        type,
        given(json, "measure"),
        whole(json, "scale", MOST_DECIMALS, 0),
        json.flag("signed", false),
        json.texts("choices"),
        how,
        json.optional("time").isPresent()
            ? Optional.of(word(json.required("time"), Time.class))
            : Optional.empty(),
        json.flag("formula", false),
        json.flag("sure", true));
  }

  private Relation relation(JsonValue json) throws Mistake {
    json.object(Set.of("kind", "whole", "parts", "minus", "scale", "source"));
    known(json.required("whole"));
    var parts = new ArrayList<String>();
    for (var part : json.required("parts").list()) {
      known(part);
      parts.add(part.text());
    }
    return new Relation(
        word(json.required("kind"), Relation.Kind.class),
        json.required("whole").text(),
        parts,
        whole(json, "minus", parts.size(), 0),
        whole(json, "scale", Integer.MAX_VALUE, 1),
        word(json.required("source"), Relation.Source.class));
  }

  private void known(JsonValue id) throws Mistake {
    if (!ids.contains(id.text())) {
      throw id.refused("template.unknown-field", id.text());
    }
  }

  private static Place place(JsonValue json) throws Mistake {
    try {
      return Place.parse(json.text());
    } catch (IllegalArgumentException e) {
      throw json.refused("template.bad-place", json.text());
    }
  }

  private static Optional<String> given(JsonValue json, String key) throws Mistake {
    return Optional.of(string(json, key)).filter(text -> !text.isEmpty());
  }

  private static String string(JsonValue json, String key) throws Mistake {
    return json.optional(key).isPresent() ? json.required(key).words() : "";
  }

  private static int whole(JsonValue json, String key, int most, int otherwise) throws Mistake {
    if (json.optional(key).isEmpty()) {
      return otherwise;
    }
    long number = json.required(key).positive();
    if (number > most) {
      throw json.required(key).refused("template.bad-number");
    }
    return (int) number;
  }

  private static <E extends Enum<E>> E word(JsonValue json, Class<E> words) throws Mistake {
    for (var constant : words.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(json.text())) {
        return constant;
      }
    }
    List<String> known =
        Arrays.stream(words.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    throw json.refused("template.not-one-of", json.text(), String.join(", ", known));
  }
}
