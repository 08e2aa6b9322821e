package dev.rollup.read.xml;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.io.InputStream;
import java.io.Reader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks one XML part from element to element, never back. It stands on an element; {@link #toChild}
 * steps into it, {@link #text} or {@link #skip} use it up. Elements of foreign namespaces are
 * passed over with all that they hold. Every mistake of the XML is a {@code damaged-file}, every
 * DOCTYPE {@code unsafe-content}.
 */
public final class XmlCursor {

  /** Accepts elements whatever their namespace. */
  public static final Set<String> ANY_NAMESPACE = Set.of();

  private static final Set<String> LINES = Set.of("br", "div", "p");

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader in;
  private final Set<String> namespaces;

  /** How many elements are open. */
  private int depth;

  /** How many elements have begun. */
  private int elements;

  /** How many namespace prefixes each open element declares, and all of them together. */
  private final int[] prefixes = new int[Limits.DEPTH + 1];

  private int allPrefixes;

  private XmlCursor(XMLStreamReader in, Set<String> namespaces) {
    this.in = in;
    this.namespaces = namespaces;
  }

  /** Opens a part and stands on its root element, whatever that is. */
  public static XmlCursor open(byte[] part, Set<String> namespaces) throws Refusal {
    Reader text = XmlText.reader(part);
    XMLStreamReader in;
    try {
      in = FACTORY.createXMLStreamReader(text);
    } catch (XMLStreamException | RuntimeException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
    var cursor = new XmlCursor(in, namespaces);
    while (cursor.advance() != XMLStreamConstants.START_ELEMENT) {
      // Comments and instructions may stand before the root; an end cannot.
    }
    return cursor;
  }

  /**
   * Steps to the next child of the element whose content is being read; the child before it must be
   * used up.
   *
   * @return false where there is no more child; the element itself is then used up
   */
  public boolean toChild() throws Refusal {
    while (true) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (namespaces.isEmpty() || namespaces.contains(namespace())) {
          return true;
        }
        skip();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth == 0) {
          toEnd();
        }
        return false;
      }
    }
  }

  /** What comes next in an element that mixes text with elements. */
  public enum Step {
    /** An element, of whatever namespace, to be used up. */
    CHILD,
    /** Text, as {@link #piece} tells it. */
    TEXT,
    /** The end of the element itself, which is used up. */
    END
  }

  /** Steps to the next child or piece of text of the element whose content is being read. */
  public Step toNext() throws Refusal {
    while (true) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return Step.CHILD;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth == 0) {
          toEnd();
        }
        return Step.END;
      }
      if (isText(event)) {
        return Step.TEXT;
      }
    }
  }

  /** Returns the text that it stands on after {@link Step#TEXT}. */
  public String piece() {
    return in.getText();
  }

  /** Uses up the current element with all that it holds. */
  public void skip() throws Refusal {
    int outside = depth - 1;
    while (depth > outside) {
      advance();
    }
  }

  /** Uses up the current element; returns its own text, without that of elements inside it. */
  public String text() throws Refusal {
    int inside = depth;
    String first = "";
    StringBuilder all = null;
    while (true) {
      int event = advance();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return all == null ? first : all.toString();
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        skip();
      } else if (isText(event) && depth == inside) {
        if (first.isEmpty()) {
          first = in.getText();
        } else {
          all = all == null ? new StringBuilder(first) : all;
          all.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
      }
    }
  }

  /**
   * Uses up the current element; returns its text and that of all elements inside it, those that
   * begin a line in HTML on lines of their own.
   */
  public String allText() throws Refusal {
    var all = new StringBuilder();
    int outside = depth - 1;
    while (depth > outside) {
      int event = advance();
      if (isText(event)) {
        all.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
      } else if (event == XMLStreamConstants.START_ELEMENT && LINES.contains(name())) {
        all.append('\n');
      }
    }
    return all.toString();
  }

  /** Returns the local name of the current element. */
  public String name() {
    return in.getLocalName();
  }

  /** Returns the namespace of the current element; empty where it has none. */
  public String namespace() {
    String uri = in.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** Returns the number of the current element, counted through the part. */
  public int number() {
    return elements;
  }

  /** Returns how many attributes the current element has. */
  public int attributeCount() {
    return in.getAttributeCount();
  }

  /** Returns the local name of an attribute, or the empty text where it has a namespace. */
  public String attributeName(int index) {
    String uri = in.getAttributeNamespace(index);
    return uri == null || uri.isEmpty() ? in.getAttributeLocalName(index) : "";
  }

  /** Returns the value of an attribute by its index. */
  public String attributeValue(int index) {
    return in.getAttributeValue(index);
  }

  /** Returns an attribute without a namespace, or null. */
  public @Nullable String attribute(String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (attributeName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Returns an attribute of one of the namespaces, or null. */
  public @Nullable String attribute(Set<String> ofNamespaces, String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String uri = in.getAttributeNamespace(i);
      if (uri != null && ofNamespaces.contains(uri) && in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Tells whether an attribute without a namespace is there and true. */
  public boolean flag(String name) {
    return isTrue(attribute(name));
  }

  /** Tells whether an attribute says yes (xsd:boolean); null does not. */
  public static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  /**
   * Returns the whole number that an attribute holds (xsd:nonNegativeInteger); -1 for anything else
   * and for what has more than nine digits, or null.
   */
  public static int whole(@Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** What follows the root must be well-formed, too. */
  private void toEnd() throws Refusal {
    while (advance() != XMLStreamConstants.END_DOCUMENT) {
      // Nothing after the root has a meaning.
    }
  }

  private int advance() throws Refusal {
    int event;
    try {
      event = in.next();
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's scanner meets some malformed input with an exception of its own.
      throw Refusal.of(DAMAGED_FILE);
    }
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        elements++;
        if (++depth > Limits.DEPTH) {
          throw Refusal.of(UNSAFE_CONTENT);
        }
        prefixes[depth] = in.getNamespaceCount();
        allPrefixes += prefixes[depth];
        if (allPrefixes > Limits.PREFIXES) {
          throw Refusal.of(UNSAFE_CONTENT);
        }
      }
      case XMLStreamConstants.END_ELEMENT -> allPrefixes -= prefixes[depth--];
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw Refusal.of(UNSAFE_CONTENT);
      default -> {}
    }
    return event;
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else is on the class path: its behaviour is what the tests pin down.
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }
}
