package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FieldCode;
import dev.rollup.read.text.FormField;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of Word that LibreOffice keeps as they are ({@code field:fieldmark}): what stands
 * before their separator is their code, and what follows it is seen.
 */
final class OdtFields {

  /** Longer results are results whatever they say. */
  private static final int LONGEST_RESULT = 1_000;

  /** One that is open. */
  private static final class Open {
    private final String code;
    private final @Nullable FormField form;

    /** What stands before the separator, which old files leave out: then it is the result. */
    private final StringBuilder before = new StringBuilder();

    private final StringBuilder result = new StringBuilder();
    private boolean separated;

    Open(Kind kind) {
      this.code = kind.code;
      this.form = kind.form;
    }
  }

  /** What a field is by its properties. */
  private record Kind(String code, @Nullable FormField form) {}

  private final Deque<Open> open = new ArrayDeque<>();

  /** Returns what is seen of a field that is one point; the cursor is on it and uses it up. */
  static String point(XmlCursor xml) throws Refusal {
    Kind kind = kind(xml);
    return FieldCode.seen(kind.code, kind.form, "", false);
  }

  /** Begins a field; the cursor is on its beginning and uses it up. */
  void begin(XmlCursor xml) throws Refusal {
    open.push(new Open(kind(xml)));
    if (open.size() > Limits.DEPTH) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
  }

  void separate() {
    if (!open.isEmpty()) {
      open.peek().separated = true;
    }
  }

  /** Takes text that comes; returns whether it belongs to the code of a field. */
  boolean take(String text) {
    for (var field : open) {
      if (!field.separated) {
        field.before.append(text);
        return true;
      }
      if (field.result.length() < LONGEST_RESULT) {
        field.result.append(text);
      }
    }
    return false;
  }

  /** Ends the innermost field; returns what a person sees of it that was not added yet. */
  String end() {
    if (open.isEmpty()) {
      return "";
    }
    Open field = open.pop();
    String late = field.separated ? "" : field.before.toString();
    String result = late.isEmpty() ? field.result.toString() : late;
    return late + FieldCode.seen(field.code, field.form, result, false);
  }

  /** Tells whether a field has begun and not ended. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Tells whether what comes belongs to the code of a field. */
  boolean isCode() {
    return open.stream().anyMatch(field -> !field.separated);
  }

  private static Kind kind(XmlCursor xml) throws Refusal {
    String type = xml.attribute(Odf.FIELD, "type");
    String name = type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
    List<String> entries = new ArrayList<>();
    int chosen = -1;
    boolean ticked = false;
    String code = "";
    while (xml.toChild()) {
      String said = xml.attribute(Odf.FIELD, "name");
      String value = xml.attribute(Odf.FIELD, "value");
      if (said != null && value != null) {
        switch (said.substring(said.lastIndexOf('.') + 1)) {
          case "Dropdown_ListEntry" -> entries.add(value);
          case "Dropdown_Selected" ->
              chosen = value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : -1;
          case "Checkbox_Checked" -> ticked = XmlCursor.isTrue(value);
          case "code" -> code = value;
          default -> {}
        }
        Limits.checkListed(entries.size());
      }
      xml.skip();
    }
    return switch (name) {
      case "FORMDROPDOWN" -> new Kind(name, FormField.ofList(chosen, 0, entries));
      case "FORMCHECKBOX" -> new Kind(name, FormField.ofCheckBox(ticked));
      // A date is typed or chosen, and then stands there as text.
      case "FORMDATE" -> new Kind("FORMTEXT", null);
      default -> new Kind(code.isBlank() ? name : code, null);
    };
  }
}
