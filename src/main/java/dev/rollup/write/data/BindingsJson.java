package dev.rollup.write.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.Relation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the fields of an office's own form for programs, in reading order. */
public final class BindingsJson {

  private BindingsJson() {}

  /** Writes a list of all fields. */
  public static void write(Blank blank, OutputStream out) throws IOException {
    Set<String> totals =
        blank.relations().stream()
            .filter(Relation::computes)
            .map(Relation::whole)
            .collect(Collectors.toSet());
    try (JsonGenerator json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (var block : blank.blocks()) {
        for (var each : block.bindings()) {
          // A rate follows from other numbers, known or not: nobody adds rates.
          boolean follows = totals.contains(each.id()) || each.type() == FieldType.PERCENT;
          field(json, each, rows(block), follows);
        }
      }
      json.writeEndArray();
    }
    out.write('\n');
  }

  private static void field(JsonGenerator json, Binding each, int rows, boolean total)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", each.id());
    json.writeStringField("at", each.at().toString(rows));
    json.writeStringField("type", word(each.type()));
    text(json, "measure", each.measure());
    text(json, "rowCode", each.rowCode());
    text(json, "columnCode", each.columnCode());
    texts(json, "section", each.section());
    texts(json, "row", each.row());
    texts(json, "column", each.column());
    json.writeBooleanField("repeats", rows > 1);
    json.writeBooleanField("total", total);
    json.writeStringField("adds", word(each.adds()));
    text(json, "time", each.time().map(BindingsJson::word));
    texts(json, "choices", each.choices());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String key, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(key, text.get());
    } else {
      json.writeNullField(key);
    }
  }

  private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
    json.writeArrayFieldStart(key);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static int rows(Block block) {
    return block instanceof Block.Rows list ? list.rows() : 1;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
