package dev.rollup.read.odf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.A1Formula;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.xml.XmlCursor;
import java.util.List;

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
            new DefinedName(
                name,
                scope,
                range == null
                    ? A1Formula.ofOpenFormula(String.valueOf(expression))
                    : A1Formula.place(range)));
        Limits.checkListed(into.size());
      }
      xml.skip();
    }
  }
}
