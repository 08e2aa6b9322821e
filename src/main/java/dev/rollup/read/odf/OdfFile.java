package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.ZipArchive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a file of OpenDocument in the order in which they are to be read: properties, common
 * styles, content. A flat file is one part that holds all of them in this order.
 *
 * @param parts the bytes of each part
 * @param pictures whether the package holds pictures
 */
record OdfFile(List<byte[]> parts, boolean pictures) {

  /**
   * Opens a file.
   *
   * @throws Refusal {@code password-protected}, {@code damaged-file}, {@code too-large}
   */
  static OdfFile open(byte[] content) throws Refusal {
    if (content.length > Limits.INFLATED_BYTES) {
      throw Refusal.of(TOO_LARGE);
    }
    if (isMarkup(content)) {
      return new OdfFile(List.of(content), false);
    }
    try (var zip = ZipArchive.open(content, ZipArchive.Holding.PARTS)) {
      byte[] manifest = part(zip, "META-INF/manifest.xml");
      boolean enciphered =
          manifest != null
              && new String(manifest, StandardCharsets.UTF_8).contains("encryption-data");
      if (enciphered || zip.entry("encrypted-package") != null) {
        throw Refusal.of(PASSWORD_PROTECTED);
      }
      boolean pictures =
          zip.entries().stream().anyMatch(entry -> entry.name().startsWith("Pictures/"));
      byte[] body = part(zip, "content.xml");
      if (body == null) {
        throw Refusal.of(DAMAGED_FILE);
      }
      var parts = new ArrayList<byte[]>();
      for (String name : List.of("meta.xml", "settings.xml", "styles.xml")) {
        byte[] part = part(zip, name);
        if (part != null) {
          parts.add(part);
        }
      }
      parts.add(body);
      return new OdfFile(parts, pictures);
    }
  }

  /** Tells whether a file begins as XML does and a package never: {@code <}, a space, a mark. */
  private static boolean isMarkup(byte[] content) {
    return content.length > 0 && (content[0] == '<' || content[0] <= ' ');
  }

  private static byte @Nullable [] part(ZipArchive zip, String name) throws Refusal {
    var entry = zip.entry(name);
    return entry == null ? null : zip.read(entry);
  }

  /** Reads the properties of a document; the cursor is on their list and uses it up. */
  static void properties(XmlCursor xml, Map<String, String> into) throws Refusal {
    while (xml.toChild()) {
      String name =
          switch (xml.name()) {
            case "user-defined" -> xml.attribute(Odf.META, "name");
            case "title", "identifier" -> xml.name();
            default -> null;
          };
      String text = xml.text();
      if (name != null && !text.isEmpty()) {
        into.putIfAbsent(name, text);
        Limits.checkListed(into.size());
      }
    }
  }
}
