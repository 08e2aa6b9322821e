package dev.rollup.write.xlsx;

import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Lets a Word document carry what its totals and rows are made of, in a part of its own that word
 * processors keep and nobody is shown.
 */
public final class OriginsPart {

  private static final String XML_HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static final String ITEM_TYPE =
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

  /** Without an identity of its own a part does not outlive the next time that it is saved. */
  private static final String ITEM =
      XML_HEAD
          + "<ds:datastoreItem ds:itemID=\"{5D2A9C1E-6B0F-4E37-9A41-2F7C8E0B1D63}\""
          + " xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
          + "<ds:schemaRefs><ds:schemaRef ds:uri=\""
          + RollUp.NAMESPACE
          + "\"/></ds:schemaRefs></ds:datastoreItem>";

  private OriginsPart() {}

  /** Adds the part to a document, beside those that other programs put there. */
  public static void add(POIXMLDocument document, RollUpContents carried) {
    var xml = new StringBuilder(XML_HEAD);
    xml.append("<table xmlns=\"").append(RollUp.NAMESPACE).append("\">");
    for (var line : RollUpTable.of(carried)) {
      xml.append("<row>");
      line.forEach(cell -> xml.append("<cell>").append(escaped(cell)).append("</cell>"));
      xml.append("</row>");
    }
    xml.append("</table>");
    OPCPackage all = document.getPackage();
    int number = 1;
    while (all.containPart(name("item", number)) || all.containPart(name("itemProps", number))) {
      number++;
    }
    PackagePart item = part(all, name("item", number), "application/xml", xml.toString());
    PackagePart about = part(all, name("itemProps", number), ITEM_TYPE, ITEM);
    item.addRelationship(about.getPartName(), TargetMode.INTERNAL, RELATION + "customXmlProps");
    document
        .getPackagePart()
        .addRelationship(item.getPartName(), TargetMode.INTERNAL, RELATION + "customXml");
  }

  private static PackagePartName name(String kind, int number) {
    try {
      return PackagingURIHelper.createPartName("/customXml/" + kind + number + ".xml");
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PackagePart part(
      OPCPackage all, PackagePartName name, String type, String content) {
    PackagePart part = all.createPart(name, type);
    try (OutputStream out = part.getOutputStream()) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
      return part;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(Object cell) {
    return XmlSafeText.onOneLine(cell.toString())
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
