package dev.rollup.support;

import static dev.rollup.support.HandMadePackage.relationship;
import static dev.rollup.support.HandMadePackage.relationships;

/** Writes texts of Word as XML, so that a test can show what other programs only do on bad days. */
public final class HandMadeText {
  public static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  public static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  public static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  public static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private static final String NAMESPACES =
      " xmlns:r='%s' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
              .formatted(RELATIONSHIPS)
          + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
          + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
          + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
          + " xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'"
          + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
          + " xmlns:v='urn:schemas-microsoft-com:vml'";

  private final HandMadePackage parts = new HandMadePackage();
  private final StringBuilder relationships = new StringBuilder();
  private final String body;
  private String main = "word/document.xml";
  private String target = main;
  private String namespace = MAIN;
  private String packageRelationships = "";

  private HandMadeText(String body) {
    this.body = body;
  }

  /** A text whose body holds these elements, with the prefixes that Word uses. */
  public static HandMadeText of(String body) {
    return new HandMadeText(body);
  }

  /** A text of plain paragraphs. */
  public static HandMadeText ofParagraphs(String... texts) {
    var body = new StringBuilder();
    for (String text : texts) {
      body.append(paragraph(text));
    }
    return of(body.toString());
  }

  public static String paragraph(String text) {
    return "<w:p>" + run(text) + "</w:p>";
  }

  public static String run(String text) {
    return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
  }

  public static String run(String properties, String text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
  }

  public static String table(String... rows) {
    return "<w:tbl><w:tblPr/>" + String.join("", rows) + "</w:tbl>";
  }

  /** A row of cells with one paragraph each. */
  public static String row(String... cells) {
    var row = new StringBuilder("<w:tr>");
    for (String cell : cells) {
      row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
    }
    return row.append("</w:tr>").toString();
  }

  public HandMadeText namespace(String uri) {
    namespace = uri;
    return this;
  }

  /** Puts the main part elsewhere; the target is how the package names it. */
  public HandMadeText main(String part, String asTarget) {
    main = part;
    target = asTarget;
    return this;
  }

  public HandMadeText styles(String styles) {
    return related("styles", "styles", "styles.xml")
        .part("word/styles.xml", "<w:styles xmlns:w='" + MAIN + "'>" + styles + "</w:styles>");
  }

  public HandMadeText related(String id, String type, String part) {
    relationships.append(relationship(id, RELATIONSHIPS + "/" + type, part));
    return this;
  }

  public HandMadeText packageRelated(String type, String part) {
    packageRelationships += relationship(type.replace('/', '-'), type, part);
    return this;
  }

  public HandMadeText part(String name, String xml) {
    parts.part(name, xml);
    return this;
  }

  public HandMadeText part(String name, byte[] content) {
    parts.part(name, content);
    return this;
  }

  /** Returns the main part as XML. */
  public String document() {
    return "<w:document xmlns:w='%s'%s><w:body>%s</w:body></w:document>"
        .formatted(namespace, NAMESPACES, body);
  }

  /** Returns the zip, to be spoilt further. A part that was added stays as it is. */
  public HandMadeZip zip() {
    var all = new HandMadePackage();
    all.part(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='rels' ContentType="
            + "'application/vnd.openxmlformats-package.relationships+xml'/>"
            + "<Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/%s' ContentType='%s'/></Types>".formatted(main, DOCX_TYPE));
    all.part(
        "_rels/.rels",
        relationships(
            relationship("main", RELATIONSHIPS + "/officeDocument", target)
                + packageRelationships));
    all.part(main, document());
    int slash = main.lastIndexOf('/') + 1;
    all.part(
        main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels",
        relationships(relationships.toString()));
    return all.parts(parts).zip();
  }

  public byte[] bytes() {
    return zip().bytes();
  }
}
