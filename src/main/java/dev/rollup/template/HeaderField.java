package dev.rollup.template;

import dev.rollup.text.Folding;
import java.util.List;
import java.util.stream.Stream;

/** The blanks above the table of the form. */
public enum HeaderField {
  UNIT("h_unit", FieldType.TEXT),
  CONTACT("h_contact", FieldType.TEXT),
  PHONE("h_phone", FieldType.TEXT),
  DATE("h_date", FieldType.DATE);

  private final String id;
  private final FieldType type;

  HeaderField(String id, FieldType type) {
    this.id = id;
    this.type = type;
  }

  /** Returns the id, which is the defined name of the input cell as well. */
  public String id() {
    return id;
  }

  /** Returns what the blank takes. */
  public FieldType type() {
    return type;
  }

  /**
   * Returns the folded writings of a label before a blank of the header: as it is, and without its
   * remark in brackets. None is empty; there is none where the label has no letters.
   */
  public static List<String> spellings(String label) {
    return Stream.of(label, label.replaceAll("[(（][^()（）]*[)）]", ""))
        .map(Folding::label)
        .filter(spelling -> !spelling.isEmpty())
        .distinct()
        .toList();
  }
}
