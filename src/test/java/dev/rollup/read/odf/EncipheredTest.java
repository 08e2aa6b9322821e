package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.read.Outcomes.assertRefused;

import dev.rollup.read.format.DocumentReader;
import dev.rollup.support.HandMadeOpenDocument;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncipheredTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(HandMadeOpenDocument.SPREADSHEET, new OdsReader()),
        Arguments.of(HandMadeOpenDocument.TEXT, new OdtReader()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_enciphered_is_named(HandMadeOpenDocument kind, DocumentReader reader) {
    var parts = kind.packed("xxxx");
    parts.add("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>");
    var whole = kind.packed("xxxx");
    whole.add("encrypted-package", "xxxx");

    assertRefused(reader.read(parts.bytes()), PASSWORD_PROTECTED);
    assertRefused(reader.read(whole.bytes()), PASSWORD_PROTECTED);
  }
}
