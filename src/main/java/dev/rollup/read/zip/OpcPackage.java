package dev.rollup.read.zip;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of an Office file and what they are to each other (ECMA-376 part 2). */
public final class OpcPackage implements AutoCloseable {

  /**
   * One arrow from a part, or from the whole package, to another.
   *
   * @param type the last word of the type, for example {@code worksheet}: what transitional and
   *     strict files have in common
   * @param target the name of the part, without a leading slash; an address where external
   */
  public record Relationship(String id, String type, String target, boolean external) {}

  /** The namespaces of the {@code r:id} attribute. */
  public static final Set<String> RELATIONSHIPS =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");

  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final String MAIN_TYPE = "main+xml";

  private static final byte[] OLE2_SIGNATURE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** The name of the stream that holds an encrypted package, as a directory of OLE2 spells it. */
  private static final byte[] ENCRYPTED_PACKAGE =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private final ZipArchive zip;
  private final Map<String, String> typesByPart = new LinkedHashMap<>();
  private final Map<String, String> typesByExtension = new HashMap<>();

  private OpcPackage(ZipArchive zip) {
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @param content the whole file, may be anything at all
   * @throws Refusal {@code empty-file}, {@code password-protected}, or {@code unsupported-format}
   *     where it is no zip; whatever {@link ZipArchive#open} says of its zip
   */
  public static OpcPackage open(byte[] content) throws Refusal {
    checkSignature(content);
    var opened = new OpcPackage(ZipArchive.open(content, ZipArchive.Holding.PARTS));
    try {
      opened.readContentTypes();
      return opened;
    } catch (Refusal e) {
      opened.close();
      throw e;
    }
  }

  /** Tells whether pictures are kept in it. */
  public boolean hasPictures() {
    return zip.entries().stream().anyMatch(ZipArchive.Entry::isMedia);
  }

  /**
   * Returns the part that the document begins with.
   *
   * @param ofPackage the arrows that leave the package; its content type tells where they are none
   * @throws Refusal {@code unsupported-format} where there is none, or none in XML
   */
  public String mainPart(List<Relationship> ofPackage) throws Refusal {
    return mainPart(ofPackage, MAIN_TYPE, "xml");
  }

  /**
   * Returns the part that the document begins with, as {@link #mainPart(List)} does.
   *
   * @param type how its content type must end, if it is said
   */
  public String mainPart(List<Relationship> ofPackage, String type) throws Refusal {
    return mainPart(ofPackage, type, type);
  }

  private String mainPart(List<Relationship> ofPackage, String wanted, String accepted)
      throws Refusal {
    var relationship = only(ofPackage, "officeDocument");
    String part = relationship != null ? relationship.target() : partOfType(wanted);
    if (part == null) {
      throw Refusal.unsupported();
    }
    String type = contentType(part);
    if (type != null && !type.endsWith(accepted)) {
      throw Refusal.unsupported();
    }
    return part;
  }

  /** Returns the content type of a part as declared, or null. */
  @Nullable String contentType(String part) {
    String type = typesByPart.get(PartName.key(part));
    return type != null ? type : typesByExtension.get(PartName.key(extension(part)));
  }

  /** Returns the first part declared with a content type of that ending, or null. */
  private @Nullable String partOfType(String ending) {
    for (var declared : typesByPart.entrySet()) {
      if (declared.getValue().endsWith(ending)) {
        return declared.getKey();
      }
    }
    return null;
  }

  /**
   * Returns the arrows that leave a part; those of the package for the empty name.
   *
   * @throws Refusal {@code damaged-file} where two have one id, or one lacks something
   */
  public List<Relationship> relationships(String part) throws Refusal {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    var relationships = new ArrayList<Relationship>();
    var ids = new HashSet<String>();
    byte[] rels = read(folder + "_rels/" + part.substring(slash) + ".rels");
    if (rels == null) {
      return relationships;
    }
    var xml = XmlCursor.open(rels, XmlCursor.ANY_NAMESPACE);
    while (xml.toChild()) {
      String id = xml.attribute("Id");
      String type = xml.attribute("Type");
      String target = xml.attribute("Target");
      boolean external = "External".equals(xml.attribute("TargetMode"));
      if (id == null || type == null || target == null || !ids.add(id)) {
        throw Refusal.of(DAMAGED_FILE);
      }
      relationships.add(
          new Relationship(
              id,
              type.substring(type.lastIndexOf('/') + 1),
              external ? target : resolve(folder, target),
              external));
      Limits.checkListed(relationships.size());
      xml.skip();
    }
    return relationships;
  }

  /**
   * Returns the bytes of a part, checked.
   *
   * @return null where there is no such part
   */
  public byte @Nullable [] read(String part) throws Refusal {
    var entry = zip.entry(part);
    return entry == null ? null : zip.read(entry);
  }

  /** Returns the bytes of a part that must be there. */
  public byte[] required(String part) throws Refusal {
    byte[] bytes = read(part);
    if (bytes == null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return bytes;
  }

  /** Returns the bytes of the part that a type of relationship leads to; null where none does. */
  public byte @Nullable [] related(List<Relationship> relationships, String type) throws Refusal {
    var relationship = only(relationships, type);
    return relationship == null ? null : required(relationship.target());
  }

  /**
   * Returns the relationship of a type that a part has at most one of, or null.
   *
   * @throws Refusal {@code damaged-file} where several lead to different parts: programs would
   *     choose differently
   */
  private static @Nullable Relationship only(List<Relationship> relationships, String type)
      throws Refusal {
    var first = first(relationships, type);
    if (first == null) {
      return null;
    }
    for (var other : relationships) {
      if (other.type().equals(type)
          && !other.external()
          && !PartName.key(other.target()).equals(PartName.key(first.target()))) {
        throw Refusal.of(DAMAGED_FILE);
      }
    }
    return first;
  }

  /** Returns the first relationship of a type that leads to a part of the file, or null. */
  public static @Nullable Relationship first(List<Relationship> relationships, String type) {
    for (var relationship : relationships) {
      if (relationship.type().equals(type) && !relationship.external()) {
        return relationship;
      }
    }
    return null;
  }

  @Override
  public void close() {
    zip.close();
  }

  private static void checkSignature(byte[] content) throws Refusal {
    if (content.length == 0) {
      throw Refusal.of(EMPTY_FILE);
    }
    if (startsWith(content, 0, OLE2_SIGNATURE)) {
      throw contains(content, ENCRYPTED_PACKAGE)
          ? Refusal.of(PASSWORD_PROTECTED)
          : Refusal.unsupported();
    }
    if (!ZipArchive.isZip(content)) {
      throw Refusal.unsupported();
    }
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int at = 0; at <= content.length - wanted.length; at++) {
      if (startsWith(content, at, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] content, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (at + i >= content.length || content[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private void readContentTypes() throws Refusal {
    byte[] part = read(CONTENT_TYPES);
    if (part == null) {
      return;
    }
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    while (xml.toChild()) {
      String type = xml.attribute("ContentType");
      String name = xml.attribute("PartName");
      String extension = xml.attribute("Extension");
      if (type != null && name != null) {
        declare(typesByPart, resolve("", name), type);
      } else if (type != null && extension != null) {
        declare(typesByExtension, extension, type);
      }
      Limits.checkListed(typesByPart.size() + typesByExtension.size());
      xml.skip();
    }
  }

  /** Refuses a second type of one thing: which of them is meant, nobody can tell. */
  private static void declare(Map<String, String> types, String name, String type) throws Refusal {
    String before = types.putIfAbsent(PartName.key(name), type);
    if (before != null && !before.equalsIgnoreCase(type)) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  private static String extension(String part) {
    return part.substring(part.lastIndexOf('.') + 1);
  }

  /** Returns the name of the part that a target means when seen from a folder. */
  private static String resolve(String folder, String spelled) throws Refusal {
    String target = spelled.replace('\\', '/');
    if (target.startsWith("/")) {
      return resolve("", target.substring(1));
    }
    if (!target.startsWith(".") && !target.contains("/.")) {
      return folder + target;
    }
    var steps = new ArrayDeque<String>();
    for (String step : (folder + target).split("/", 0)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          throw Refusal.of(DAMAGED_FILE);
        }
      } else if (!step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
