package dev.rollup.read.sheet;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of a workbook have in common (SpreadsheetML, ECMA-376 part 1, chapter 18). */
public final class SpreadsheetXml {

  /** The namespace of transitional files and that of strict ones. */
  public static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main");

  private SpreadsheetXml() {}

  /** Tells whether a part's root is that element of a workbook. */
  public static boolean isRoot(XmlCursor part, String name) {
    return part.name().equals(name) && NAMESPACES.contains(part.namespace());
  }

  /**
   * Returns the number that an attribute names; 0 where there is none, {@code damaged-file} where
   * it is no number.
   */
  public static int index(@Nullable String id) throws Refusal {
    try {
      return id == null ? 0 : Integer.parseInt(id.strip());
    } catch (NumberFormatException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }
}
