package dev.rollup.read.odf;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The namespaces of OpenDocument. */
final class Odf {
  static final Set<String> OFFICE = Set.of("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
  static final Set<String> TABLE = Set.of("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
  static final Set<String> STYLE = Set.of("urn:oasis:names:tc:opendocument:xmlns:style:1.0");
  static final Set<String> NUMBER = Set.of("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0");
  static final Set<String> CONFIG = Set.of("urn:oasis:names:tc:opendocument:xmlns:config:1.0");
  static final Set<String> TEXT = Set.of("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
  static final Set<String> META = Set.of("urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
  static final Set<String> DRAW = Set.of("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0");
  static final Set<String> SVG = Set.of("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0");
  static final Set<String> FO =
      Set.of("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0");

  /** What LibreOffice says beyond the standard. */
  static final Set<String> CALC_EXTENSION =
      Set.of("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0");

  static final Set<String> FORM = Set.of("urn:oasis:names:tc:opendocument:xmlns:form:1.0");

  /** What LibreOffice says beyond the standard of texts, and of the fields of Word in them. */
  static final Set<String> EXTENSION =
      Set.of("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0");

  static final Set<String> FIELD =
      Set.of("urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0");

  static final Set<String> XML = Set.of("http://www.w3.org/XML/1998/namespace");

  /** All that a spreadsheet is read from; elements of others are passed over. */
  static final Set<String> SPREADSHEET =
      Stream.of(
              OFFICE,
              TABLE,
              STYLE,
              NUMBER,
              TEXT,
              META,
              CONFIG,
              DRAW,
              SVG,
              CALC_EXTENSION,
              Set.of("urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0"),
              Set.of("http://purl.org/dc/elements/1.1/"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private Odf() {}
}
