package dev.rollup.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.model.Document;
import dev.rollup.support.HandMadeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a .docx on its way, it never turns into another text. */
class DocxDamageTest {

  private static final int MUTATIONS = 3_000;

  /** What makes a difference to anybody who reads the document. */
  private record Meaning(List<String> lines, List<Integer> columns, Map<String, String> more) {

    static Meaning of(Document document) {
      var grid = Outcomes.onlyGrid(document);
      return new Meaning(Paragraphs.lines(grid), Paragraphs.columns(grid), document.properties());
    }
  }

  private final DocxReader reader = new DocxReader();

  @ParameterizedTest
  @ValueSource(longs = {20230601, 20230630})
  void flipped_blanked_moved_and_missing_bytes_never_give_another_text(long seed)
      throws IOException {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (byte[] good : List.of(writtenByPoi(), writtenByHand())) {
      var original = Meaning.of(reader.read(good).value().orElseThrow());
      var met = new EnumMap<FindingCode, Integer>(FindingCode.class);
      for (int i = 0; i < MUTATIONS; i++) {
        assertSameOrRefused(original, reader.read(DamageTest.mutated(good, random)), met);
      }
      // Most damage hits content, and all of that is noticed as what it is.
      assertThat(met.get(FindingCode.DAMAGED_FILE)).isGreaterThan(MUTATIONS / 2);
    }
  }

  @Test
  void a_text_that_breaks_off_anywhere_gives_nothing() {
    byte[] good = writtenByHand();
    for (int length = 0; length < good.length; length++) {
      assertThat(reader.read(Arrays.copyOf(good, length)).value()).isEmpty();
    }
  }

  @Test
  void every_single_bit_may_flip() {
    byte[] good = writtenByHand();
    var original = Meaning.of(reader.read(good).value().orElseThrow());
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertSameOrRefused(original, reader.read(bad), new EnumMap<>(FindingCode.class));
    }
  }

  private static void assertSameOrRefused(
      Meaning original, Outcome<Document> outcome, Map<FindingCode, Integer> met) {
    if (outcome.value().isPresent()) {
      assertThat(outcome.findings()).isEmpty();
      assertThat(Meaning.of(outcome.value().get())).isEqualTo(original);
    } else {
      assertThat(outcome.findings()).hasSize(1);
      assertThat(outcome.findings()).extracting(Finding::severity).containsOnly(Severity.ERROR);
      met.merge(outcome.findings().get(0).code(), 1, Integer::sum);
    }
  }

  private static byte[] writtenByPoi() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("上海市崇明区“安全生产月”活动进展情况统计表");
      var table = document.createTable(40, 2);
      for (int i = 0; i < 40; i++) {
        table.getRow(i).getCell(0).setText("第" + i + "项");
        table.getRow(i).getCell(1).setText("组织活动(" + i * 7 + ")场，参与(" + i * 31 + ")人次");
      }
      document.getProperties().getCustomProperties().addProperty("rollup", "2023");
      document.write(out);
    }
    return out.toByteArray();
  }

  private static byte[] writtenByHand() {
    return HandMadeText.of(
            HandMadeText.paragraph("城桥镇")
                + HandMadeText.table(HandMadeText.row("活动", "参与(12)人次"))
                + "<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr>"
                + HandMadeText.run("9")
                + "</w:p>")
        .styles("<w:style w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>")
        .bytes();
  }
}
