package dev.rollup.read.word;

import dev.rollup.model.Document;
import dev.rollup.read.Damage;
import dev.rollup.read.Outcomes;
import dev.rollup.read.Paragraphs;
import dev.rollup.support.HandMadeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;

/** Whatever happens to the bytes of a .docx on its way, it never turns into another text. */
@Tag("slow")
class DocxDamageTest extends Damage {

  /** What makes a difference to anybody who reads the document. */
  private record Meaning(List<String> lines, List<Integer> columns, Map<String, String> more) {

    static Meaning of(Document document) {
      var grid = Outcomes.onlyGrid(document);
      return new Meaning(Paragraphs.lines(grid), Paragraphs.columns(grid), document.properties());
    }
  }

  DocxDamageTest() {
    super(new DocxReader());
  }

  @Override
  protected Object meaning(Document document) {
    return Meaning.of(document);
  }

  @Override
  protected byte[] writtenByPoi() throws IOException {
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

  @Override
  protected byte[] writtenByHand() {
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
