package dev.rollup.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What a form element of Word shows that no text of the file holds ({@code w:ffData}, ECMA-376 part
 * 1, 17.16.17).
 *
 * @param shown the chosen entry of a list, or a check box; null for one in which people type
 */
record FormField(String shown) {

  private static final String TICKED = "☑";
  private static final String NOT_TICKED = "☐";

  /** Reads the current element, which is used up. */
  static FormField read(XmlCursor xml) throws Refusal {
    String shown = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "checkBox" -> shown = checkBox(xml);
        case "ddList" -> shown = list(xml);
        default -> xml.skip();
      }
    }
    return new FormField(shown);
  }

  private static String checkBox(XmlCursor xml) throws Refusal {
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
    return (checked == null ? usually : checked) ? TICKED : NOT_TICKED;
  }

  /** Nothing chosen means the usual entry, and the first where none is usual. */
  private static String list(XmlCursor xml) throws Refusal {
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
    int index = chosen < 0 ? usual : chosen;
    if (entries.isEmpty()) {
      return "";
    }
    return index >= 0 && index < entries.size()
        ? entries.get(index)
        : String.valueOf(FieldCode.UNKNOWN);
  }
}
