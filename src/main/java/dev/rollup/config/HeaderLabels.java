package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.template.HeaderField;
import dev.rollup.text.Folding;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The labels before the blanks of the header. In a return they tell where the head of a form
 * begins, and what stands in it: nothing else on the form may be taken for one.
 */
final class HeaderLabels {

  private final Map<HeaderField, String> labels = new EnumMap<>(HeaderField.class);

  /** The label that each folded writing is one of. */
  private final Map<String, String> bySpelling = new LinkedHashMap<>();

  private HeaderLabels() {}

  /** Returns the labels of a form that has none. */
  static HeaderLabels none() {
    return new HeaderLabels();
  }

  /** Reads the labels, which have letters and differ. */
  static HeaderLabels read(JsonValue json) throws Mistake {
    json.object(Set.of("unit", "contact", "phone", "date"));
    var read = new HeaderLabels();
    for (var field : HeaderField.values()) {
      JsonValue label = json.required(field.name().toLowerCase(Locale.ROOT));
      List<String> spellings = HeaderField.spellings(label.text());
      if (spellings.isEmpty()) {
        throw label.refused("template.no-letters", label.text());
      }
      for (var spelling : spellings) {
        if (read.bySpelling.putIfAbsent(spelling, label.text()) != null) {
          throw label.refused("template.like-a-label", label.text(), label.text());
        }
      }
      read.labels.put(field, label.text());
    }
    return read;
  }

  /** Returns the labels as they are written. */
  Map<HeaderField, String> labels() {
    return labels;
  }

  /** Refuses a text above the table that begins as a label does. */
  void refuseBeginning(JsonValue text) throws Mistake {
    String folded = Folding.label(text.text());
    for (var each : bySpelling.entrySet()) {
      if (folded.startsWith(each.getKey())) {
        throw text.refused("template.like-a-label", text.text(), each.getValue());
      }
    }
  }

  /**
   * Refuses words of the table that are called like a label.
   *
   * @param at where they stand in the template
   */
  void refuseSame(JsonValue at, String words) throws Mistake {
    String label = bySpelling.get(Folding.label(words));
    if (label != null) {
      throw at.refused("template.like-a-label", words, label);
    }
  }
}
