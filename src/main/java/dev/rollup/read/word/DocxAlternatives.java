package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.text.Numerals;
import org.jspecify.annotations.Nullable;

/**
 * Takes one of several ways in which the same thing is written (ECMA-376 part 3, markup
 * compatibility): the first, unless another shows another number.
 */
final class DocxAlternatives {

  static final String NAMESPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private final XmlCursor xml;
  private final SeenText text;
  private final DocxContent inside;

  /** The letters of the way that is taken; null outside such. */
  private @Nullable StringBuilder letters;

  DocxAlternatives(XmlCursor xml, SeenText text, DocxContent inside) {
    this.xml = xml;
    this.text = text;
    this.inside = inside;
  }

  /** Remembers letters that were read, be they seen or not. */
  void letters(String read) {
    if (letters != null) {
      letters.append(read);
    }
  }

  /** Reads the current element, which is used up. */
  void read() throws Refusal {
    if (!xml.name().equals("AlternateContent")) {
      xml.skip();
      return;
    }
    StringBuilder outer = letters;
    String taken = null;
    boolean same = true;
    while (xml.toChild()) {
      boolean offered = xml.name().equals("Choice") || xml.name().equals("Fallback");
      if (offered && taken == null) {
        letters = new StringBuilder();
        inside.content();
        taken = numerals(letters);
      } else if (offered) {
        var other = new StringBuilder();
        WordXml.letters(xml, other);
        same &= other.isEmpty() || numerals(other).equals(taken);
      } else {
        xml.skip();
      }
    }
    if (outer != null) {
      outer.append(letters);
    }
    letters = outer;
    if (!same) {
      // Another program shows another number.
      text.append(SeenText.UNKNOWN);
    }
  }

  private static String numerals(CharSequence text) {
    return text.codePoints()
        .filter(Numerals::isNumeral)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
