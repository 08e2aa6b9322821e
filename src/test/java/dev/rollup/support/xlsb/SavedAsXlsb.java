package dev.rollup.support.xlsb;

import dev.rollup.support.HandMadeZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Element;

/**
 * Saves a {@code .xlsx} as {@code .xlsb}: its book, sheets, texts, looks and comments become binary
 * records (MS-XLSB), one for each element; all other parts stay as they are. What records cannot
 * say, as a day in letters, is an {@link IllegalArgumentException}.
 */
public final class SavedAsXlsb {

  private static final String SPREADSHEET =
      "(http://schemas.openxmlformats.org/spreadsheetml/2006/main|http://purl.oclc.org/ooxml/spreadsheetml/main)";

  /** What is written over, by the root of the part in XML, and the type that it then has. */
  private static final Map<String, String> TYPES =
      Map.of(
          "workbook", "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
          "worksheet", "application/vnd.ms-excel.worksheet",
          "styleSheet", "application/vnd.ms-excel.styles",
          "sst", "application/vnd.ms-excel.sharedStrings",
          "comments", "application/vnd.ms-excel.comments");

  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, Element> roots = new LinkedHashMap<>();
  private final XlsbStyles styles;
  private final XlsbBook book;

  private SavedAsXlsb(byte[] workbook) {
    unzip(workbook);
    parts.forEach(
        (name, bytes) -> {
          Element root = isXml(name) ? Xml.root(bytes) : null;
          if (root != null
              && TYPES.containsKey(root.getLocalName())
              && String.valueOf(root.getNamespaceURI()).matches(SPREADSHEET)) {
            roots.put(name, root);
          }
        });
    styles = new XlsbStyles(root("styleSheet"));
    Element main = root("workbook");
    if (main == null) {
      throw new IllegalArgumentException("no workbook");
    }
    book = new XlsbBook(main);
  }

  private static boolean isXml(String name) {
    return name.endsWith(".xml") && !name.equals(CONTENT_TYPES);
  }

  private void unzip(byte[] workbook) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName().replace('\\', '/'), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Element root(String name) {
    return roots.values().stream()
        .filter(root -> root.getLocalName().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Returns the bytes of the {@code .xlsb}. */
  public static byte[] of(byte[] workbook) {
    var zip = new HandMadeZip();
    partsOf(workbook).forEach(zip::add);
    return zip.bytes();
  }

  /** Returns the parts of the {@code .xlsb}, to be spoilt. */
  public static Map<String, byte[]> partsOf(byte[] workbook) {
    return new SavedAsXlsb(workbook).written();
  }

  private Map<String, byte[]> written() {
    Map<String, byte[]> written = new LinkedHashMap<>();
    roots.forEach(
        (name, root) -> {
          switch (root.getLocalName()) {
            case "worksheet" -> written.put(name, new XlsbSheet(root, book, styles).part());
            case "sst" -> written.put(name, strings(root));
            case "comments" -> written.put(name, comments(root));
            default -> {}
          }
        });
    // These know last what the others need.
    roots.forEach(
        (name, root) -> {
          switch (root.getLocalName()) {
            case "workbook" -> written.put(name, book.part());
            case "styleSheet" -> written.put(name, styles.part());
            default -> {}
          }
        });
    Map<String, byte[]> all = new LinkedHashMap<>();
    parts.forEach(
        (name, bytes) -> {
          if (written.containsKey(name)) {
            all.put(binary(name), written.get(name));
          } else if (name.equals(CONTENT_TYPES)) {
            all.put(name, contentTypes(text(bytes)).getBytes(StandardCharsets.UTF_8));
          } else if (name.endsWith(".rels")) {
            all.put(renamed(name), pointed(text(bytes)).getBytes(StandardCharsets.UTF_8));
          } else {
            all.put(name, bytes);
          }
        });
    return all;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String binary(String name) {
    return name.substring(0, name.length() - ".xml".length()) + ".bin";
  }

  private String renamed(String arrows) {
    String owner = arrows.replace("_rels/", "").replaceFirst("\\.rels$", "");
    return roots.containsKey(owner) ? arrows.replaceFirst("\\.xml\\.rels$", ".bin.rels") : arrows;
  }

  private String contentTypes(String types) {
    String all = types;
    for (var part : roots.entrySet()) {
      all = all.replaceAll("<Override[^>]*/" + part.getKey() + "['\"][^>]*>", "");
      all =
          all.replaceFirst(
              "</Types>",
              "<Override PartName=\"/%s\" ContentType=\"%s\"/></Types>"
                  .formatted(binary(part.getKey()), TYPES.get(part.getValue().getLocalName())));
    }
    return all;
  }

  /** Returns arrows with those at parts that are binary now pointing at them. */
  private String pointed(String arrows) {
    String all = arrows;
    for (String part : roots.keySet()) {
      String file = part.substring(part.lastIndexOf('/') + 1);
      String end = "((?:[^'\"]*/)?" + file.replaceFirst("\\.xml$", "") + ")\\.xml(['\"])";
      all = all.replaceAll("(?i)Target=(['\"])" + end, "Target=$1$2.bin$3");
    }
    return all;
  }

  private byte[] strings(Element root) {
    var to = new RecordWriter().record(159).i32(0).i32(0);
    List<Element> items = Xml.children(root, "si");
    Map<Integer, Integer> fonts = fontsOfTexts();
    for (int i = 0; i < items.size(); i++) {
      XlsbText.write(to.record(19), items.get(i), styles, fonts.getOrDefault(i, 0));
    }
    return to.record(160).part();
  }

  /** Returns the font of the cells that show a text, by its number. */
  private Map<Integer, Integer> fontsOfTexts() {
    Map<Integer, Integer> fonts = new HashMap<>();
    for (var root : roots.values()) {
      if (!root.getLocalName().equals("worksheet")) {
        continue;
      }
      var cells = root.getElementsByTagNameNS("*", "c");
      for (int i = 0; i < cells.getLength(); i++) {
        Element cell = (Element) cells.item(i);
        Element text = Xml.child(cell, "v");
        if (cell.getAttribute("t").equals("s") && text != null) {
          int font = styles.fontOf(Xml.number(cell, "s", 0));
          String number = text.getTextContent().strip();
          Integer other =
              number.isEmpty() ? null : fonts.putIfAbsent(Integer.parseInt(number), font);
          if (other != null && other != font) {
            fonts.put(Integer.parseInt(number), XlsbText.SEVERAL);
          }
        }
      }
    }
    return fonts;
  }

  private byte[] comments(Element root) {
    var to = new RecordWriter().record(628).record(630);
    for (var list : Xml.children(root, "authors")) {
      Xml.children(list, "*").forEach(author -> to.record(632).text(author.getTextContent()));
    }
    to.record(631).record(633);
    for (var list : Xml.children(root, "commentList")) {
      for (var comment : Xml.children(list, "*")) {
        var at = dev.rollup.read.sheet.CellReference.area(comment.getAttribute("ref")).first();
        to.record(635)
            .i32(Xml.number(comment, "authorId", 0))
            .i32(at.row())
            .i32(at.row())
            .i32(at.column())
            .i32(at.column())
            .zeros(16);
        for (var text : Xml.children(comment, "text")) {
          XlsbText.write(to.record(637), text, styles, 0);
        }
        to.record(636);
      }
    }
    return to.record(634).record(629).part();
  }
}
