package dev.rollup.support;

import java.nio.charset.StandardCharsets;

/**
 * Writes files of OpenDocument as XML, so that a test can show what other programs only do on bad
 * days.
 *
 * @param mimeType what kind of document it is
 * @param body the element below {@code office:body} that holds it
 */
public record HandMadeOpenDocument(String mimeType, String body) {

  public static final HandMadeOpenDocument SPREADSHEET =
      new HandMadeOpenDocument("application/vnd.oasis.opendocument.spreadsheet", "spreadsheet");
  public static final HandMadeOpenDocument TEXT =
      new HandMadeOpenDocument("application/vnd.oasis.opendocument.text", "text");

  private static final String NAMESPACES =
      """
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
      xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
      xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
      xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
      xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
      xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"
      xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
      xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"
      xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
      xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
      xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
      xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
      """;

  /** Returns a file in one part: what stands before its body, and what in it. */
  public byte[] flat(String before, String content) {
    return ("<?xml version='1.0' encoding='UTF-8'?><office:document %s office:mimetype=\"%s\">"
                .formatted(NAMESPACES, mimeType)
            + before
            + inBody(content)
            + "</office:document>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns an element {@code office:body} that holds this. */
  public String inBody(String content) {
    return "<office:body><office:%1$s>%2$s</office:%1$s></office:body>".formatted(body, content);
  }

  /** Returns a part of a package: {@code content}, {@code styles} or {@code meta}. */
  public static String part(String name, String content) {
    return "<office:document-%1$s %2$s>%3$s</office:document-%1$s>"
        .formatted(name, NAMESPACES, content);
  }

  /** Returns a package whose part {@code content.xml} is this, be it XML or not. */
  public HandMadeZip packed(String content) {
    var zip = new HandMadeZip();
    zip.add("mimetype", mimeType).stored();
    zip.add("content.xml", content);
    return zip;
  }
}
