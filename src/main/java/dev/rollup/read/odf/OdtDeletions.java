package dev.rollup.read.odf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.HashSet;
import java.util.Set;

/**
 * The tracked changes that delete something. What is deleted mostly stands in the list of changes,
 * and else is struck out where it stands.
 */
final class OdtDeletions {

  private final Set<String> names = new HashSet<>();
  private int open;

  /** Reads the list of changes, which is used up. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      String id = xml.attribute(Odf.TEXT, "id");
      while (xml.toChild()) {
        if (xml.name().equals("deletion") && id != null) {
          names.add(id);
          Limits.checkListed(names.size());
        }
        xml.skip();
      }
    }
  }

  /** Says that a change begins, which the current element names and which is used up. */
  void begin(XmlCursor xml) throws Refusal {
    open += isDeletion(xml) ? 1 : 0;
    xml.skip();
  }

  /** Says that a change ends, which the current element names and which is used up. */
  void end(XmlCursor xml) throws Refusal {
    open -= isDeletion(xml) ? 1 : 0;
    xml.skip();
  }

  /** Tells whether what comes is deleted. */
  boolean isOpen() {
    return open > 0;
  }

  private boolean isDeletion(XmlCursor xml) {
    String id = xml.attribute(Odf.TEXT, "change-id");
    return names.contains(id == null ? "" : id);
  }
}
