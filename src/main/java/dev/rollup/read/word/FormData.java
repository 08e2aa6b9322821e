package dev.rollup.read.word;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FormField;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads the form elements of Word ({@code w:ffData}, ECMA-376 part 1, 17.16.17). */
final class FormData {

  private FormData() {}

  /** Reads the current element, which is used up. */
  static FormField read(XmlCursor xml) throws Refusal {
    FormField shown = FormField.TYPED;
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
    return FormField.ofCheckBox(checked == null ? usually : checked);
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
    return FormField.ofList(chosen, usual, entries);
  }
}
