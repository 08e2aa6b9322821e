package dev.rollup.write.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.Provenance;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.Summary;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.report.Group;
import dev.rollup.rollup.Counters;
import dev.rollup.rollup.Origin;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import dev.rollup.text.CodePoints;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports for programs. Keys and codes are a contract: a key is always there, null where
 * there is nothing to say; lists and keyed parts are sorted by code point.
 */
public final class ReportJson {

  private static final int SCHEMA_VERSION = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Template template;
  private final FindingText words;

  /** A writer of reports on one template, in the language of the words. */
  public ReportJson(Template template, FindingText words) {
    this.template = template;
    this.words = words;
  }

  /**
   * Writes {@code validation-report.json}.
   *
   * @param outputs the SHA-256 of the files that were written with it, by name
   */
  public void writeMerge(Report report, Map<String, String> outputs, OutputStream out)
      throws IOException {
    try (JsonGenerator json = open(out)) {
      begin(json);
      reporting(json, report);
      json.writeArrayFieldStart("files");
      for (var file : report.byFile()) {
        json.writeStartObject();
        file(json, file);
        json.writeEndObject();
      }
      json.writeEndArray();
      units(json, report.units());
      totals(json, report.summary());
      json.writeObjectFieldStart("lists");
      for (var item : repeated()) {
        json.writeArrayFieldStart(item.id());
        for (var row : report.summary().rows(item)) {
          listed(json, row.unit().id(), row.file(), row.origin(), row.entries());
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      findings(json, report.findings(), true);
      json.writeObjectFieldStart("outputs");
      for (var output : new TreeMap<>(outputs).entrySet()) {
        json.writeStringField(output.getKey(), output.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Writes what {@code validate} found, with every entry of every form. */
  public void writeValidation(List<FileResult> files, OutputStream out) throws IOException {
    try (JsonGenerator json = open(out)) {
      begin(json);
      json.writeArrayFieldStart("files");
      for (var file : files) {
        json.writeStartObject();
        file(json, file);
        Optional<Submission> submission = file.source().submission();
        json.writeObjectFieldStart("entries");
        if (submission.isPresent()) {
          entries(json, submission.get());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("lists");
        for (var item : repeated()) {
          json.writeArrayFieldStart(item.id());
          if (submission.isPresent()) {
            rows(json, item, file, submission.get());
          }
          json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static JsonGenerator open(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    var indenter = new DefaultIndenter("  ", "\n");
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter));
    return json;
  }

  private void begin(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    json.writeObjectFieldStart("template");
    json.writeStringField("id", template.id());
    json.writeStringField("version", template.version());
    json.writeEndObject();
  }

  private static void reporting(JsonGenerator json, Report report) throws IOException {
    json.writeObjectFieldStart("reporting");
    figures(json, report.reporting());
    json.writeArrayFieldStart("groups");
    List<Group> groups =
        Group.all(report).stream()
            .sorted(Comparator.comparing(Group::name, CodePoints.ORDER))
            .toList();
    for (var group : groups) {
      json.writeStartObject();
      json.writeStringField("group", group.name().isEmpty() ? null : group.name());
      figures(json, group.figures().reporting());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void figures(JsonGenerator json, Reporting reporting) throws IOException {
    number(json, "expected", reporting.expected().map(BigDecimal::valueOf).orElse(null));
    json.writeNumberField("actual", reporting.actual());
    json.writeNumberField("nil", reporting.nil());
    json.writeNumberField("onTime", reporting.onTime());
    json.writeNumberField("late", reporting.late());
    json.writeNumberField("unknown", reporting.unknown());
    json.writeNumberField("returned", reporting.returned());
    json.writeNumberField("missing", reporting.missing());
    json.writeNumberField("awaited", reporting.awaited());
    rate(json, "reportingRate", reporting.rate());
    rate(json, "reportingRateOnTime", reporting.onTimeRate());
  }

  private static void rate(JsonGenerator json, String key, Optional<BigDecimal> rate)
      throws IOException {
    json.writeFieldName(key);
    if (rate.isPresent()) {
      json.writeNumber(rate.get());
    } else {
      json.writeNull();
    }
  }

  private void file(JsonGenerator json, FileResult file) throws IOException {
    json.writeStringField("path", file.source().path());
    json.writeStringField("sha256", file.source().sha256());
    json.writeStringField("format", file.source().format());
    json.writeStringField("unit", file.source().unit().map(unit -> unit.id()).orElse(null));
    json.writeStringField("status", file.status().word());
    findings(json, file.findings(), false);
  }

  private void findings(JsonGenerator json, List<Finding> findings, boolean batch)
      throws IOException {
    json.writeArrayFieldStart("findings");
    for (var finding : findings) {
      json.writeStartObject();
      json.writeStringField("code", finding.code().id());
      json.writeStringField("rule", finding.rule());
      json.writeStringField("severity", finding.severity().word());
      json.writeStringField("sheet", finding.at().sheet());
      json.writeStringField("cell", finding.at().written());
      json.writeStringField("field", finding.at().field());
      json.writeStringField("raw", finding.raw());
      json.writeStringField("message", words.message(finding));
      json.writeStringField("hint", words.hint(finding));
      if (batch) {
        json.writeStringField("unit", finding.at().unit());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void units(JsonGenerator json, List<UnitResult> units) throws IOException {
    json.writeArrayFieldStart("units");
    List<UnitResult> sorted =
        units.stream()
            .sorted(Comparator.comparing((UnitResult unit) -> unit.unit().id(), CodePoints.ORDER))
            .toList();
    for (var unit : sorted) {
      json.writeStartObject();
      json.writeStringField("id", unit.unit().id());
      json.writeStringField("name", unit.unit().name());
      json.writeStringField("group", unit.unit().group());
      json.writeStringField("state", unit.state().word());
      json.writeStringField("timeliness", unit.timeliness().map(t -> t.word()).orElse(null));
      json.writeStringField("file", unit.accepted().map(f -> f.source().path()).orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void totals(JsonGenerator json, Summary summary) throws IOException {
    json.writeObjectFieldStart("totals");
    for (var total : summary.totals().entrySet()) {
      json.writeObjectFieldStart(total.getKey());
      number(json, "value", total.getValue().total());
      json.writeNumberField("counted", total.getValue().counted());
      json.writeNumberField("blank", total.getValue().blank());
      json.writeNumberField("excluded", total.getValue().excluded());
      Counters madeOf = total.getValue().madeOf();
      json.writeObjectFieldStart("madeOf");
      json.writeNumberField("counted", madeOf.counted());
      json.writeNumberField("blank", madeOf.blank());
      json.writeNumberField("excluded", madeOf.excluded());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void entries(JsonGenerator json, Submission submission) throws IOException {
    var entries = new TreeMap<String, Entry>();
    submission.entries().stream()
        .filter(entry -> entry.row() == 0 && !ofList(entry))
        .forEach(entry -> entries.put(entry.field().id(), entry));
    for (var entry : entries.values()) {
      json.writeObjectFieldStart(entry.field().id());
      json.writeStringField("raw", entry.raw());
      value(json, "value", entry);
      json.writeStringField("note", note(entry));
      json.writeStringField("sheet", entry.at().sheet());
      json.writeStringField("cell", entry.at().written());
      json.writeEndObject();
    }
    for (var field : List.of(HeaderField.DATE, HeaderField.UNIT)) {
      var header = submission.head(field);
      json.writeObjectFieldStart(field.id());
      json.writeStringField("raw", header.cell().raw());
      json.writeStringField(
          "value",
          field == HeaderField.DATE
              ? submission.date().map(Object::toString).orElse(null)
              : header.text().isEmpty() ? null : header.text());
      json.writeNullField("note");
      json.writeStringField("sheet", header.at().sheet());
      json.writeStringField("cell", header.at().written());
      json.writeEndObject();
    }
  }

  private boolean ofList(Entry entry) {
    return repeated().stream().anyMatch(item -> item.fields().contains(entry.field()));
  }

  private static @Nullable String note(Entry entry) {
    return entry.notes().isEmpty()
        ? null
        : entry.notes().stream().map(FindingCode::id).collect(Collectors.joining(";"));
  }

  private void rows(JsonGenerator json, Item item, FileResult file, Submission submission)
      throws IOException {
    var rows =
        new TreeMap<Integer, List<Entry>>(
            submission.entries().stream()
                .filter(entry -> item.fields().contains(entry.field()) && entry.row() > 0)
                .collect(Collectors.groupingBy(Entry::row)));
    Provenance provenance = Provenance.of(submission.carried(), submission.entries(), template);
    for (var row : rows.values()) {
      String unit = file.source().unit().map(u -> u.id()).orElse(null);
      Optional<Origin> origin = provenance.origin(item.id(), row.get(0).row());
      listed(json, unit, file.source().path(), origin, row);
    }
  }

  private static void listed(
      JsonGenerator json,
      @Nullable String unit,
      String file,
      Optional<Origin> origin,
      List<Entry> entries)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("unit", unit);
    if (origin.isPresent()) {
      json.writeObjectFieldStart("origin");
      json.writeStringField("id", origin.get().id());
      json.writeStringField("name", origin.get().name());
      json.writeEndObject();
    } else {
      json.writeNullField("origin");
    }
    json.writeStringField("file", file);
    json.writeObjectFieldStart("values");
    for (var entry : entries) {
      value(json, entry.field().id(), entry);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, String key, Entry entry) throws IOException {
    if (entry.number() != null) {
      value(json, key, entry.number());
    } else {
      json.writeStringField(key, entry.text());
    }
  }

  /** Writes a number without an exponent. */
  private static void value(JsonGenerator json, String key, BigDecimal value) throws IOException {
    json.writeFieldName(key);
    json.writeNumber(value.toPlainString());
  }

  private static void number(JsonGenerator json, String key, @Nullable BigDecimal value)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      value(json, key, value);
    }
  }

  private List<Item> repeated() {
    return template.items().stream()
        .filter(Item::repeats)
        .sorted(Comparator.comparing(Item::id))
        .toList();
  }
}
