package dev.rollup.support;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a workbook or a text of Office, and how they lead to each other (ECMA-376-2). */
public final class HandMadePackage {

  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** Adds a part of XML, or puts it in the place of the one of that name. */
  public HandMadePackage part(String name, String xml) {
    return part(name, (PROLOG + xml).getBytes(StandardCharsets.UTF_8));
  }

  public HandMadePackage part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** Adds all parts of another, which go before those of the same name. */
  public HandMadePackage parts(HandMadePackage other) {
    parts.putAll(other.parts);
    return this;
  }

  public HandMadeZip zip() {
    var zip = new HandMadeZip();
    parts.forEach(zip::add);
    return zip;
  }

  public static String relationships(String content) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + content
        + "</Relationships>";
  }

  public static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }
}
