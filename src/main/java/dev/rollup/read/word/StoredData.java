package dev.rollup.read.word;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.read.zip.OpcPackage.Relationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Data that a text shows in controls and keeps in parts of their own (custom XML, ECMA-376 part 1,
 * 15.2.5 and 22.5). Nothing is opened before a control asks for it.
 */
final class StoredData {

  /** One step of a path, as programs write them: {@code ns0:name[1]}, {@code @name}. */
  private static final Pattern STEP =
      Pattern.compile(
          "(@?)(?:[\\p{L}_][\\w.\\-]*:)?([\\p{L}_][\\p{L}\\p{N}_.\\-]*)(?:\\[(\\d+)])?");

  private static final Set<String> PROPERTIES =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
          "http://purl.oclc.org/ooxml/officeDocument/customXml");

  private final OpcPackage parts;
  private final List<Relationship> ofMain;

  /** The names of parts by the ids of what they hold; null as long as nobody asked. */
  private @Nullable Map<String, String> partsById;

  StoredData(OpcPackage parts, List<Relationship> ofMain) {
    this.parts = parts;
    this.ofMain = ofMain;
  }

  private record Step(boolean attribute, String name, int index) {}

  /**
   * Returns what is stored at a place.
   *
   * @param id of the data; null for any
   * @param path a path of names, from the root (XPath 1.0, location paths); namespaces are not
   *     compared
   * @return empty where nothing is stored there; the control then shows its content
   */
  Optional<String> value(@Nullable String id, String path) {
    Step[] steps = steps(path);
    try {
      return steps == null ? Optional.empty() : value(id, steps);
    } catch (Refusal e) {
      // What is damaged is not shown.
      return Optional.empty();
    }
  }

  private Optional<String> value(@Nullable String id, Step[] steps) throws Refusal {
    for (var part : parts().entrySet()) {
      if (id == null || part.getKey().equals(id.toLowerCase(Locale.ROOT))) {
        byte[] bytes = parts.read(part.getValue());
        if (bytes != null) {
          var xml = XmlCursor.open(bytes, XmlCursor.ANY_NAMESPACE);
          boolean root = steps.length > 0 && xml.name().equals(steps[0].name());
          String value = root ? value(xml, steps, 1) : null;
          if (value != null) {
            return Optional.of(value);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Returns null where the path is none of names. */
  private static Step @Nullable [] steps(String path) {
    String[] names = path.strip().replaceFirst("^/", "").split("/", -1);
    var steps = new Step[names.length];
    for (int i = 0; i < names.length; i++) {
      Matcher step = STEP.matcher(names[i]);
      if (!step.matches() || names.length > Limits.DEPTH) {
        return null;
      }
      int index = step.group(3) == null ? 1 : Integer.parseInt("0" + tail(step.group(3)));
      steps[i] = new Step(!step.group(1).isEmpty(), step.group(2), index);
    }
    return steps;
  }

  private static String tail(String digits) {
    return digits.substring(Math.max(0, digits.length() - 6));
  }

  /** Returns what is stored below the current element; null where nothing is. */
  private static @Nullable String value(XmlCursor xml, Step[] steps, int next) throws Refusal {
    if (next == steps.length) {
      return xml.text();
    }
    Step step = steps[next];
    if (step.attribute()) {
      return xml.attribute(step.name());
    }
    int met = 0;
    while (xml.toChild()) {
      if (xml.name().equals(step.name()) && ++met == step.index()) {
        return value(xml, steps, next + 1);
      }
      xml.skip();
    }
    return null;
  }

  private Map<String, String> parts() throws Refusal {
    if (partsById == null) {
      partsById = new LinkedHashMap<>();
      for (var relationship : ofMain) {
        if (relationship.type().equals("customXml") && !relationship.external()) {
          byte[] properties =
              parts.related(parts.relationships(relationship.target()), "customXmlProps");
          String id = properties == null ? null : id(properties);
          partsById.put(
              id == null ? relationship.target() : id.toLowerCase(Locale.ROOT),
              relationship.target());
        }
      }
    }
    return partsById;
  }

  private static @Nullable String id(byte[] properties) throws Refusal {
    var xml = XmlCursor.open(properties, XmlCursor.ANY_NAMESPACE);
    return xml.attribute(PROPERTIES, "itemID");
  }
}
