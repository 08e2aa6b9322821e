package dev.rollup.read.odf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.xml.XmlCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads defined names, in the words of the other formats of spreadsheets. */
final class OdsNames {

  private OdsNames() {}

  /** Reads a list of names; the cursor is on it and uses it up. */
  static void read(XmlCursor xml, int scope, List<DefinedName> into) throws Refusal {
    while (xml.toChild()) {
      String name = xml.attribute(Odf.TABLE, "name");
      String range = xml.attribute(Odf.TABLE, "cell-range-address");
      String expression = xml.attribute(Odf.TABLE, "expression");
      if (name != null && (range != null || expression != null)) {
        into.add(
            new DefinedName(name, scope, range == null ? plain(expression) : reference(range)));
        Limits.checkListed(into.size());
      }
      xml.skip();
    }
  }

  private static String plain(@Nullable String expression) {
    return expression == null ? "" : expression.replaceFirst("^(?:[a-z]+:)?=?", "");
  }

  /** Turns {@code $'表'.$E$14:.$F$14} into {@code '表'!$E$14:$F$14}. */
  private static String reference(String range) {
    int colon = range.lastIndexOf(':');
    String last = colon < 0 ? "" : ":" + cell(range.substring(colon + 1));
    String first = colon < 0 ? range : range.substring(0, colon);
    int dot = first.lastIndexOf('.');
    String sheet = dot < 0 ? "" : first.substring(0, dot).replaceFirst("^\\$", "");
    return sheet + '!' + cell(first) + last;
  }

  private static String cell(String address) {
    return address.substring(address.lastIndexOf('.') + 1);
  }
}
