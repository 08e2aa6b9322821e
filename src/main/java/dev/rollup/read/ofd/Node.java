package dev.rollup.read.ofd;

import dev.rollup.finding.FindingCode;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a part, whatever the prefix of its namespace is. What a resource holds is drawn as
 * often as pages ask for it, and so is kept.
 *
 * @param name its local name
 * @param text its own text
 */
record Node(String name, Map<String, String> attributes, List<Node> children, String text) {

  /** Counts the elements of all parts of a file together. */
  static final class Count {
    private int elements;

    private void add() throws Refusal {
      if (++elements > 2 * Limits.LISTED) {
        throw Refusal.of(FindingCode.TOO_LARGE);
      }
    }
  }

  /** Reads a part as a whole. */
  static Node of(byte[] part, Count count) throws Refusal {
    return read(XmlCursor.open(part, XmlCursor.ANY_NAMESPACE), count);
  }

  private static Node read(XmlCursor xml, Count count) throws Refusal {
    count.add();
    String name = xml.name();
    var attributes = new HashMap<String, String>();
    for (int i = 0; i < xml.attributeCount(); i++) {
      attributes.put(xml.attributeName(i), xml.attributeValue(i));
    }
    var children = new ArrayList<Node>();
    var text = new StringBuilder();
    for (var step = xml.toNext(); step != XmlCursor.Step.END; step = xml.toNext()) {
      if (step == XmlCursor.Step.CHILD) {
        children.add(read(xml, count));
      } else {
        text.append(xml.piece());
      }
    }
    return new Node(name, attributes, children, text.toString());
  }

  /** Returns the first child of a name, or null. */
  @Nullable Node child(String wanted) {
    for (var each : children) {
      if (each.name.equals(wanted)) {
        return each;
      }
    }
    return null;
  }

  /** Returns all children of a name. */
  List<Node> all(String wanted) {
    return children.stream().filter(each -> each.name.equals(wanted)).toList();
  }

  /** Returns the text of the first child of a name, without space around it. */
  Optional<String> textOf(String wanted) {
    Node found = child(wanted);
    return found == null || found.text.isBlank()
        ? Optional.empty()
        : Optional.of(found.text.strip());
  }

  /** Returns an attribute, or null. */
  @Nullable String attribute(String wanted) {
    return attributes.get(wanted);
  }

  /** Returns an attribute that is a number. */
  double number(String wanted, double otherwise) {
    double[] numbers = numbers(attributes.get(wanted));
    return numbers.length == 0 ? otherwise : numbers[0];
  }

  /** Tells whether an attribute says yes (xs:boolean). */
  boolean flag(String wanted, boolean otherwise) {
    String value = attributes.get(wanted);
    return value == null ? otherwise : XmlCursor.isTrue(value.strip());
  }

  /** Returns the numbers of a list (ST_Array); those before one that is none. */
  static double[] numbers(@Nullable String list) {
    if (list == null || list.isBlank()) {
      return new double[0];
    }
    String[] words = list.strip().split("[\\s,]+", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        return Arrays.copyOf(numbers, i);
      }
      if (!Double.isFinite(numbers[i])) {
        return Arrays.copyOf(numbers, i);
      }
    }
    return numbers;
  }
}
