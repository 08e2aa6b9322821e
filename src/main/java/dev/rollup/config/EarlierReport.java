package dev.rollup.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rollup.finding.Severity;
import dev.rollup.report.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The {@code validation-report.json} that an earlier run left behind: what it came to and what it
 * wrote. Read element by element, since it may be large; where it is not what this program writes,
 * there is no earlier run.
 *
 * @param template the id of the template that it is about
 * @param snapshot what the run came to
 * @param outputs the SHA-256 of the files that it wrote, by name, in lower-case hex
 */
public record EarlierReport(String template, Snapshot snapshot, Map<String, String> outputs) {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final long SCHEMA_VERSION = 1;
  private static final Set<String> SETTLED = Set.of("superseded", "duplicate");
  private static final String SKIPPED = "skipped";
  private static final Set<String> REPORTED = Set.of("reported", "nil");

  /** Copies the hashes. */
  public EarlierReport {
    outputs = Map.copyOf(outputs);
  }

  /** Reads a report; empty where there is none that can be trusted. */
  public static Optional<EarlierReport> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = FACTORY.createParser(in)) {
      return new Reader(json).read();
    } catch (IOException e) {
      // Torn, edited or not ours: nothing is compared with it.
      return Optional.empty();
    }
  }

  private static final class Reader {
    private final JsonParser json;
    private @Nullable Object version;
    private Map<?, ?> template = Map.of();
    private Map<?, ?> totals = Map.of();
    private Map<?, ?> outputs = Map.of();
    private boolean complete;
    private final Map<String, @Nullable String> hashes = new HashMap<>();
    private final List<Snapshot.Came> files = new ArrayList<>();
    private final Map<String, @Nullable String> counted = new HashMap<>();
    private final Map<String, Snapshot.Mark> units = new LinkedHashMap<>();

    /** What was asked, with the id of the unit, or the path of the file, in place of a name. */
    private final List<Snapshot.Question> questions = new ArrayList<>();

    Reader(JsonParser json) {
      this.json = json;
    }

    Optional<EarlierReport> read() throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "schemaVersion" -> version = value();
          case "template" -> template = map(value());
          case "files" -> each(this::file);
          case "units" -> each(this::unit);
          case "findings" -> each(this::batch);
          case "totals" -> totals = map(value());
          case "outputs" -> {
            outputs = map(value());
            complete = true;
          }
          default -> json.skipChildren();
        }
      }
      String id = text(template, "id");
      return complete && Long.valueOf(SCHEMA_VERSION).equals(version) && id != null
          ? Optional.of(new EarlierReport(id, snapshot(), texts(outputs)))
          : Optional.empty();
    }

    /** Takes the elements of an array one at a time. */
    private void each(Consumer<Map<?, ?>> element) throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        return;
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        element.accept(map(value()));
      }
    }

    private void file(Map<?, ?> file) {
      String path = text(file, "path");
      if (path == null) {
        return;
      }
      hashes.put(path, text(file, "sha256"));
      String unit = text(file, "unit");
      String status = String.valueOf(file.get("status"));
      files.add(
          new Snapshot.Came(path, text(file, "sha256"), SKIPPED.equals(status) ? null : unit));
      if (!SETTLED.contains(status) && file.get("findings") instanceof List<?> findings) {
        findings.forEach(finding -> question(unit == null ? path : unit, path, map(finding)));
      }
    }

    private void batch(Map<?, ?> finding) {
      String unit = text(finding, "unit");
      question(unit, counted.get(unit), finding);
    }

    private void unit(Map<?, ?> unit) {
      String id = text(unit, "id");
      String name = text(unit, "name");
      if (id != null && name != null) {
        counted.put(id, text(unit, "file"));
        boolean reported = REPORTED.contains(String.valueOf(unit.get("state")));
        units.put(id, new Snapshot.Mark(name, reported, hashes.get(text(unit, "file"))));
      }
    }

    private void question(@Nullable String about, @Nullable String file, Map<?, ?> finding) {
      String code = text(finding, "code");
      String message = text(finding, "message");
      for (var severity : List.of(Severity.WARNING, Severity.ERROR)) {
        if (severity.word().equals(finding.get("severity")) && code != null && message != null) {
          questions.add(
              new Snapshot.Question(
                  about == null ? "" : about,
                  file,
                  code,
                  severity,
                  text(finding, "field"),
                  text(finding, "raw"),
                  message));
        }
      }
    }

    private Snapshot snapshot() {
      var sums = new HashMap<String, @Nullable BigDecimal>();
      totals.forEach((field, total) -> sums.put((String) field, number(map(total).get("value"))));
      return new Snapshot(
          files.stream().map(this::named).toList(),
          units,
          questions.stream().map(this::named).toList(),
          sums);
    }

    private Snapshot.Came named(Snapshot.Came file) {
      Snapshot.Mark unit = units.get(file.unit());
      return unit == null ? file : new Snapshot.Came(file.path(), file.sha256(), unit.name());
    }

    private Snapshot.Question named(Snapshot.Question question) {
      Snapshot.Mark unit = units.get(question.about());
      return unit == null
          ? question
          : new Snapshot.Question(
              unit.name(),
              question.file(),
              question.code(),
              question.severity(),
              question.field(),
              question.raw(),
              question.message());
    }

    private @Nullable Object value() throws IOException {
      return switch (json.currentToken()) {
        case START_OBJECT -> {
          var object = new LinkedHashMap<String, @Nullable Object>();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            object.put(key, value());
          }
          yield object;
        }
        case START_ARRAY -> {
          var array = new ArrayList<@Nullable Object>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
          }
          yield array;
        }
        case VALUE_STRING -> json.getText();
        case VALUE_NUMBER_INT ->
            json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : json.getLongValue();
        case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
        default -> null;
      };
    }

    private static Map<?, ?> map(@Nullable Object value) {
      return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(Map<?, ?> object, String key) {
      return object.get(key) instanceof String text ? text : null;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
      return value instanceof Long whole
          ? BigDecimal.valueOf(whole)
          : value instanceof BigDecimal decimal ? decimal : null;
    }

    private static Map<String, String> texts(Map<?, ?> object) {
      var texts = new HashMap<String, String>();
      object.forEach(
          (key, value) -> {
            if (value instanceof String text) {
              texts.put((String) key, text.toLowerCase(Locale.ROOT));
            }
          });
      return texts;
    }
  }
}
