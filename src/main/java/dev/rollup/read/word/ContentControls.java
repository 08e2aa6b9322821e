package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.Prompt;
import dev.rollup.read.xml.XmlCursor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the content controls of a text show that is not what their content says ({@code w:sdt},
 * ECMA-376 part 1, 17.5.2). Found before the text is read, since a control says so before its
 * content, which may be paragraphs or cells.
 */
final class ContentControls {

  /** What a control shows. */
  enum Shown {
    /** What its content says. */
    CONTENT,
    /** Words that tell where to type. */
    NOTHING,
    /** Nobody knows: another text is stored for it, or its prompt looks like an answer. */
    UNKNOWN,
    /** As before, and its content is blank. */
    UNKNOWN_FOR_BLANK
  }

  private static final byte[] WORD = "sdtPr".getBytes(StandardCharsets.US_ASCII);

  private final Map<Integer, Shown> byElement;

  private ContentControls(Map<Integer, Shown> byElement) {
    this.byElement = byElement;
  }

  /** What one control says about itself. */
  private static final class Properties {
    private boolean prompt;

    /** Whether people see something else than what is stored, whatever that is. */
    private boolean dressed;

    private boolean date;
    private @Nullable String store;
    private @Nullable String path;
    private final Map<String, String> choices = new HashMap<>();
  }

  /**
   * Finds them.
   *
   * @param part the bytes of the main part
   * @param stored what the file stores beside it
   */
  static ContentControls read(byte[] part, StoredData stored) throws Refusal {
    var found = new HashMap<Integer, Shown>();
    if (mentions(part)) {
      var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
      new Search(xml, stored, found).children();
    }
    return new ContentControls(found);
  }

  /** Returns what the control shows that is the element of a number. */
  Shown at(int element) {
    return byElement.getOrDefault(element, Shown.CONTENT);
  }

  /** Tells whether there may be a control; hardly a form has one. */
  private static boolean mentions(byte[] part) {
    boolean ofTwoBytes =
        part.length > 1 && (part[0] == 0 || part[1] == 0 || (part[0] & 0xFE) == 0xFE);
    if (ofTwoBytes) {
      return true;
    }
    for (int at = 0; at <= part.length - WORD.length; at++) {
      if (Arrays.equals(part, at, at + WORD.length, WORD, 0, WORD.length)) {
        return true;
      }
    }
    return false;
  }

  /** Goes over one part. */
  private static final class Search {
    private final XmlCursor xml;
    private final StoredData stored;
    private final Map<Integer, Shown> found;
    private final StringBuilder text = new StringBuilder();

    Search(XmlCursor xml, StoredData stored, Map<Integer, Shown> found) {
      this.xml = xml;
      this.stored = stored;
      this.found = found;
    }

    void children() throws Refusal {
      while (xml.toChild()) {
        switch (xml.name()) {
          case "sdt" -> control();
          case "t" -> text.append(xml.text());
          case "del", "moveFrom", "delText", "instrText", "rt", "Fallback", "pPr", "rPr" ->
              xml.skip();
          default -> children();
        }
      }
    }

    private void control() throws Refusal {
      int element = xml.number();
      int start = text.length();
      Properties properties = null;
      while (xml.toChild()) {
        if (WordXml.is(xml, "sdtPr")) {
          properties = properties();
        } else if (WordXml.is(xml, "sdtContent")) {
          children();
        } else {
          xml.skip();
        }
      }
      if (properties != null) {
        Shown shown = shown(properties, text.substring(start));
        if (shown != Shown.CONTENT) {
          found.put(element, shown);
        }
      }
    }

    private Properties properties() throws Refusal {
      var properties = new Properties();
      while (xml.toChild()) {
        switch (xml.name()) {
          case "showingPlcHdr" -> properties.prompt = WordXml.isOn(xml);
          case "dataBinding" -> {
            properties.store = WordXml.attribute(xml, "storeItemID");
            properties.path = WordXml.attribute(xml, "xpath");
          }
          case "checkbox", "picture", "richText" -> properties.dressed = true;
          case "date" -> properties.date = true;
          case "dropDownList", "comboBox" -> choices(properties);
          default -> {}
        }
        if (!xml.name().equals("dropDownList") && !xml.name().equals("comboBox")) {
          xml.skip();
        }
      }
      return properties;
    }

    private void choices(Properties properties) throws Refusal {
      while (xml.toChild()) {
        String value = WordXml.attribute(xml, "value");
        String display = WordXml.attribute(xml, "displayText");
        if (value != null && display != null) {
          properties.choices.put(value, display);
        }
        xml.skip();
      }
    }

    private Shown shown(Properties properties, String content) {
      Shown unknown = content.isBlank() ? Shown.UNKNOWN_FOR_BLANK : Shown.UNKNOWN;
      Optional<String> value =
          properties.path == null || properties.dressed
              ? Optional.empty()
              : stored.value(properties.store, properties.path);
      boolean fits = value.isEmpty() || fits(properties, value.get(), content);
      if (properties.prompt) {
        boolean empty = value.isEmpty() || value.get().isBlank() || fits;
        return empty && !Prompt.mayBeAnswer(content) ? Shown.NOTHING : unknown;
      }
      return fits ? Shown.CONTENT : unknown;
    }

    private static boolean fits(Properties properties, String value, String content) {
      if (properties.date) {
        return numbers(content).equals(numbers(value.replaceFirst("T.*", "")));
      }
      String shown = properties.choices.getOrDefault(value, value);
      return withoutSpace(shown).equals(withoutSpace(content));
    }

    private static String numbers(String date) {
      return date.replaceAll("\\D+", " ").replaceAll("(?<!\\d)0+(?=\\d)", "").strip();
    }

    private static String withoutSpace(String text) {
      return text.replaceAll("[\\s\\p{Z}]+", "");
    }
  }
}
