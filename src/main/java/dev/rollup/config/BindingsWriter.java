package dev.rollup.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Relation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the template of an office's own blank: its bindings, one on each line so that people can
 * compare two editions, and the blank itself, so that nothing is lost when the template is moved.
 */
public final class BindingsWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private BindingsWriter() {}

  /**
   * Writes a template that {@link TemplateReader} reads.
   *
   * @param id the id that the template gets
   */
  public static void write(String id, Blank blank, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("version", "1");
      json.writeStringField("title", blank.title());
      lines(json, "header", blank.header().stream().map(BindingsWriter::header).toList());
      json.writeArrayFieldStart("blocks");
      for (var block : blank.blocks()) {
        json.writeStartObject();
        json.writeStringField("id", block.id());
        json.writeStringField("kind", kind(block));
        if (block instanceof Block.Rows list) {
          json.writeNumberField("rows", list.rows());
        }
        lines(json, "fields", block.bindings().stream().map(BindingsWriter::field).toList());
        json.writeEndObject();
      }
      json.writeEndArray();
      lines(json, "relations", blank.relations().stream().map(BindingsWriter::relation).toList());
      json.writeObjectFieldStart("blank");
      json.writeStringField("file", blank.file());
      json.writeStringField("sha256", blank.sha256());
      json.writeStringField("content", Base64.getEncoder().encodeToString(blank.content().bytes()));
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Writes something on one line. */
  private interface Line {
    void to(JsonGenerator json) throws IOException;
  }

  private static void lines(JsonGenerator json, String key, List<Line> lines) throws IOException {
    json.writeFieldName(key);
    var all = new StringBuilder("[");
    for (int i = 0; i < lines.size(); i++) {
      var line = new StringWriter();
      try (JsonGenerator one = FACTORY.createGenerator(line)) {
        one.writeStartObject();
        lines.get(i).to(one);
        one.writeEndObject();
      }
      all.append(i == 0 ? "\n    " : ",\n    ").append(line);
    }
    json.writeRawValue(all.append(" ]").toString());
  }

  private static Line header(HeaderBlank blank) {
    return json -> {
      json.writeStringField("role", blank.role());
      json.writeStringField("at", blank.at().toString());
      json.writeStringField("label", blank.label());
      given(json, "before", blank.before());
      given(json, "after", blank.after());
      json.writeStringField("type", word(blank.type()));
    };
  }

  private static Line field(Binding binding) {
    return json -> {
      json.writeStringField("id", binding.id());
      json.writeStringField("at", binding.at().toString());
      texts(json, "section", binding.section());
      texts(json, "row", binding.row());
      texts(json, "column", binding.column());
      given(json, "rowCode", binding.rowCode());
      given(json, "columnCode", binding.columnCode());
      json.writeStringField("type", word(binding.type()));
      given(json, "measure", binding.measure());
      if (binding.scale() > 0) {
        json.writeNumberField("scale", binding.scale());
      }
      if (binding.signed()) {
        json.writeBooleanField("signed", true);
      }
      texts(json, "choices", binding.choices());
      json.writeStringField("adds", word(binding.adds()));
      given(json, "time", binding.time().map(BindingsWriter::word));
      if (binding.formula()) {
        json.writeBooleanField("formula", true);
      }
      if (!binding.sure()) {
        json.writeBooleanField("sure", false);
      }
    };
  }

  private static Line relation(Relation relation) {
    return json -> {
      json.writeStringField("kind", word(relation.kind()));
      json.writeStringField("whole", relation.whole());
      texts(json, "parts", relation.parts());
      if (relation.minus() > 0) {
        json.writeNumberField("minus", relation.minus());
      }
      if (relation.scale() != 1) {
        json.writeNumberField("scale", relation.scale());
      }
      json.writeStringField("source", word(relation.source()));
    };
  }

  private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(key);
      for (var text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  private static void given(JsonGenerator json, String key, Optional<String> text)
      throws IOException {
    given(json, key, text.orElse(""));
  }

  private static void given(JsonGenerator json, String key, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(key, text);
    }
  }

  private static String kind(Block block) {
    return block.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
