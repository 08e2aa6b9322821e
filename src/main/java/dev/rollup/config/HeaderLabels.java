package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.template.HeaderField;
import dev.rollup.text.Folding;
import java.util.EnumMap;
import java.util.HashSet;
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

  private HeaderLabels() {}

  /** Returns the labels of a form that has none. */
  static HeaderLabels none() {
    return new HeaderLabels();
  }

  /** Reads the labels, which have letters and differ. */
  static HeaderLabels read(JsonValue json) throws Mistake {
    json.object(Set.of("unit", "contact", "phone", "date"));
    var read = new HeaderLabels();
    var known = new HashSet<String>();
    for (var field : HeaderField.values()) {
      JsonValue label = json.required(field.name().toLowerCase(Locale.ROOT));
      List<String> spellings = HeaderField.spellings(label.text());
      if (spellings.isEmpty()) {
        throw label.refused("template.no-letters", label.text());
      }
      for (var spelling : spellings) {
        if (!known.add(spelling)) {
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
    for (var label : labels.values()) {
      if (HeaderField.spellings(label).stream().anyMatch(folded::startsWith)) {
        throw text.refused("template.like-a-label", text.text(), label);
      }
    }
  }

  /**
   * Refuses words of the table that are called like a label.
   *
   * @param at where they stand in the template
   */
  void refuseSame(JsonValue at, String words) throws Mistake {
    String folded = Folding.label(words);
    for (var label : labels.values()) {
      if (HeaderField.spellings(label).contains(folded)) {
        throw at.refused("template.like-a-label", words, label);
      }
    }
  }
}
