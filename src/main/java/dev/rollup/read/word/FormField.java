package dev.rollup.read.word;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a form element of Word shows that no text of the file holds ({@code w:ffData}, ECMA-376 part
 * 1, 17.16.17; {@code FFData}, MS-DOC 2.9.78).
 *
 * @param shown the chosen entry of a list, or a check box; null for one in which people type
 */
record FormField(@Nullable String shown) {

  /** One in which people type. */
  static final FormField TYPED = new FormField(null);

  /** One of which nobody knows what it shows. */
  static final FormField UNCERTAIN = new FormField(String.valueOf(RunningText.UNKNOWN));

  private static final String TICKED = "☑";
  private static final String NOT_TICKED = "☐";

  /** Reads the current element, which is used up. */
  static FormField read(XmlCursor xml) throws Refusal {
    FormField shown = TYPED;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "checkBox" -> shown = checkBox(xml);
        case "ddList" -> shown = list(xml);
        default -> xml.skip();
      }
    }
    return shown;
  }

  private static FormField checkBox(XmlCursor xml) throws Refusal {
    Boolean checked = null;
    boolean usually = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "checked" -> checked = WordXml.isOn(xml);
        case "default" -> usually = WordXml.isOn(xml);
        default -> {}
      }
      xml.skip();
    }
    return ofCheckBox(checked == null ? usually : checked);
  }

  /** Nothing chosen means the usual entry, and the first where none is usual. */
  private static FormField list(XmlCursor xml) throws Refusal {
    int chosen = -1;
    int usual = 0;
    List<String> entries = new ArrayList<>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "result" -> chosen = WordXml.number(xml, "val", 0);
        case "default" -> usual = WordXml.number(xml, "val", 0);
        case "listEntry" -> entries.add(WordXml.value(xml));
        default -> {}
      }
      xml.skip();
      Limits.checkListed(entries.size());
    }
    return ofList(chosen, usual, entries);
  }

  /**
   * Returns what a list shows.
   *
   * @param chosen the index of the chosen entry; negative where nothing is chosen
   * @param usual that of the usual one
   */
  static FormField ofList(int chosen, int usual, List<String> entries) {
    int index = chosen < 0 ? usual : chosen;
    if (entries.isEmpty()) {
      return new FormField("");
    }
    return index >= 0 && index < entries.size() ? new FormField(entries.get(index)) : UNCERTAIN;
  }

  /** Returns what a check box shows. */
  static FormField ofCheckBox(boolean checked) {
    return new FormField(checked ? TICKED : NOT_TICKED);
  }
}
