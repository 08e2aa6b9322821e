package dev.rollup.write.xlsx;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;

/** The dates that an office document gives of itself: none is that of the run. */
public final class DocumentDates {

  private static final Date CREATED = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

  private DocumentDates() {}

  /** Dates a document that was made here. */
  public static void fix(CoreProperties properties) {
    properties.setCreated(Optional.of(CREATED));
    properties.setModified(Optional.of(CREATED));
  }

  /** Dates a copy of an office's own document as that one is dated, if it is. */
  public static void keep(CoreProperties properties) {
    if (properties.getCreated() == null) {
      properties.setCreated(Optional.of(CREATED));
    }
    properties.setModified(Optional.of(properties.getCreated()));
  }
}
