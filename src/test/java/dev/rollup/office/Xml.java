package dev.rollup.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements by their local names: whose they are, the schemas have said. */
final class Xml {

  private Xml() {}

  /** Returns the elements right below one. */
  static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** Returns the elements right below one that have a name. */
  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> child.getLocalName().equals(name)).toList();
  }

  /** Returns what is found going down one name after the other. */
  static Stream<Element> at(Element parent, String... names) {
    Stream<Element> found = Stream.of(parent);
    for (var name : names) {
      found = found.flatMap(element -> children(element, name).stream());
    }
    return found;
  }

  /** Returns the first element right below one that has a name. */
  static Optional<Element> child(Element parent, String name) {
    return at(parent, name).findFirst();
  }

  /** Returns everything below an element, and itself, in the order of the text. */
  static List<Element> all(Element root) {
    var found = new ArrayList<Element>();
    collect(root, found);
    return found;
  }

  private static void collect(Element element, List<Element> found) {
    found.add(element);
    children(element).forEach(child -> collect(child, found));
  }

  /** Returns everything below an element that has a name, in the order of the text. */
  static List<Element> all(Element root, String name) {
    return all(root).stream().filter(element -> element.getLocalName().equals(name)).toList();
  }

  /** Returns an attribute by its local name, empty where there is none. */
  static String attribute(Element element, String name) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (name.equals(attributes.item(i).getLocalName())) {
        return attributes.item(i).getNodeValue();
      }
    }
    return "";
  }

  /** Returns an attribute that is a number; nothing where there is none. */
  static OptionalInt number(Element element, String name) {
    String value = attribute(element, name);
    return value.matches("-?\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  /** Returns the attribute {@code val} of the first element right below one that has a name. */
  static Optional<String> value(Element parent, String name) {
    return child(parent, name).map(child -> attribute(child, "val"));
  }

  /** Tells whether an attribute says yes. */
  static boolean isTrue(Element element, String name) {
    return List.of("1", "true", "on").contains(attribute(element, name));
  }
}
