package dev.rollup.read.compound;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a compound file says about the document as a whole. Programs write these streams
 * carelessly and no count stands in them: one that cannot be read says nothing.
 */
public final class CompoundProperties {

  private CompoundProperties() {}

  /**
   * Reads the properties that somebody added, whatever their type, as texts.
   *
   * @return name to text, to be changed by the caller at will
   */
  public static Map<String, String> custom(DirectoryNode root) {
    var properties = new HashMap<String, String>();
    if (read(root, DocumentSummaryInformation.DEFAULT_STREAM_NAME)
        instanceof DocumentSummaryInformation summary) {
      try {
        var custom = summary.getCustomProperties();
        if (custom != null) {
          custom.forEach((name, value) -> properties.put(name, String.valueOf(value)));
        }
      } catch (RuntimeException e) {
        properties.clear();
      }
    }
    return properties;
  }

  /** Reads the document's title. */
  public static Optional<String> title(DirectoryNode root) {
    if (read(root, SummaryInformation.DEFAULT_STREAM_NAME) instanceof SummaryInformation summary) {
      try {
        return Optional.ofNullable(summary.getTitle()).filter(title -> !title.isEmpty());
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static @Nullable PropertySet read(DirectoryNode root, String stream) {
    try {
      return root.hasEntryCaseInsensitive(stream) ? PropertySetFactory.create(root, stream) : null;
    } catch (Exception e) {
      return null;
    }
  }
}
