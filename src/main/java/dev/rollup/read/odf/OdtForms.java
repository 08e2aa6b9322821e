package dev.rollup.read.odf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FormField;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.xml.XmlCursor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the controls of a form show (OpenDocument 1.3 part 3, 13), which stand before the text. */
final class OdtForms {

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  private final Map<String, String> shown = new HashMap<>();

  /** Reads a list of forms or of controls; the cursor is on it and uses it up. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      String own = xml.attribute(Odf.XML, "id");
      String id = own == null ? xml.attribute(Odf.FORM, "id") : own;
      if (xml.name().equals("form") || id == null) {
        read(xml);
      } else {
        shown.put(id, control(xml));
        Limits.checkListed(shown.size());
      }
    }
  }

  /** Returns what the control of that id shows; {@link RunningText#UNKNOWN} where none tells. */
  String shown(@Nullable String id) {
    return id == null ? UNKNOWN : shown.getOrDefault(id, UNKNOWN);
  }

  private static String control(XmlCursor xml) throws Refusal {
    String label = said(xml, "label");
    String value = said(xml, "current-value");
    value = value.isEmpty() ? said(xml, "value") : value;
    String state = said(xml, "current-state");
    state = state.isEmpty() ? said(xml, "state") : state;
    switch (xml.name()) {
      case "text", "textarea", "formatted-text", "number", "date", "time", "combobox" -> {
        xml.skip();
        return value;
      }
      case "checkbox" -> {
        xml.skip();
        return box(state.equals("checked")) + label;
      }
      case "radio" -> {
        boolean chosen = isChosen(xml, "selected");
        xml.skip();
        return box(chosen) + label;
      }
      case "button", "fixed-text", "frame" -> {
        xml.skip();
        return label;
      }
      case "listbox" -> {
        return chosen(xml);
      }
      case "hidden" -> {
        xml.skip();
        return "";
      }
      default -> {
        xml.skip();
        return UNKNOWN;
      }
    }
  }

  private static String chosen(XmlCursor xml) throws Refusal {
    var all = new StringBuilder();
    while (xml.toChild()) {
      if (isChosen(xml, "selected")) {
        all.append(all.isEmpty() ? "" : "\n").append(said(xml, "label"));
      }
      xml.skip();
    }
    return all.toString();
  }

  private static boolean isChosen(XmlCursor xml, String property) {
    String now = said(xml, "current-" + property);
    return XmlCursor.isTrue(now.isEmpty() ? said(xml, property) : now);
  }

  private static String box(boolean ticked) {
    String shown = FormField.ofCheckBox(ticked).shown();
    return shown == null ? UNKNOWN : shown;
  }

  private static String said(XmlCursor xml, String property) {
    String value = xml.attribute(Odf.FORM, property);
    return value == null ? "" : value;
  }
}
