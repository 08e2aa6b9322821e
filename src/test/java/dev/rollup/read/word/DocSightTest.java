package dev.rollup.read.word;

import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Paragraphs.lines;
import static dev.rollup.read.Paragraphs.marks;
import static dev.rollup.support.HandMadeText.paragraph;
import static dev.rollup.support.HandMadeText.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.model.Grid;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.OtherProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.CHPBinTable;
import org.apache.poi.hwpf.model.CHPX;
import org.apache.poi.hwpf.sprm.SprmBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a .doc says that its text looks like. {@code looks.doc} is the text that stands here as
 * .docx, saved by LibreOffice.
 */
class DocSightTest {

  /** The number of the property of hidden characters (MS-DOC 2.6.1). */
  private static final int VANISHED = 0x083C;

  private static final String DARK = "<w:shd w:val='clear' w:color='auto' w:fill='000000'/>";
  private static final String RED = "<w:shd w:val='clear' w:color='auto' w:fill='FF0000'/>";
  private static final String LIGHT = "<w:shd w:val='clear' w:color='auto' w:fill='FFFFFF'/>";

  private static final List<String> LOOKS =
      List.of(
          "",
          "<w:strike/>",
          "<w:dstrike/>",
          "<w:vertAlign w:val='superscript'/>",
          "<w:vertAlign w:val='subscript'/>",
          "<w:color w:val='FFFFFF'/>",
          "<w:color w:val='FEFEFE'/>",
          "<w:color w:val='808080'/>",
          "<w:color w:val='000000'/>",
          "<w:color w:val='123456'/>" + "<w:shd w:val='clear' w:fill='123456'/>",
          "<w:color w:val='FF0000'/>" + RED,
          "<w:color w:val='000000'/>" + DARK,
          "<w:color w:val='FFFFFF'/>" + DARK,
          "<w:color w:val='auto'/>" + DARK,
          "<w:color w:val='FFFFFF'/>" + LIGHT,
          "<w:sz w:val='2'/>",
          "<w:sz w:val='4'/>",
          "<w:sz w:val='10'/>",
          "<w:w w:val='1'/>",
          "<w:w w:val='50'/>");

  /** LibreOffice saves these as they are for runs only. */
  private static final List<String> LOOKS_OF_RUNS =
      List.of(
          "<w:position w:val='2'/>",
          "<w:position w:val='10'/>",
          "<w:position w:val='-12'/>",
          "<w:color w:val='000000'/><w:highlight w:val='black'/>",
          "<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>",
          "<w:color w:val='FFFF00'/><w:highlight w:val='yellow'/>",
          "<w:color w:val='000000'/><w:highlight w:val='yellow'/>");

  /** What is said about paragraphs, and about the cells of a row. */
  private static final List<String> GROUNDS = List.of("", DARK, RED, LIGHT);

  private static final List<String> COLOURS = List.of("auto", "000000", "FF0000", "FFFFFF");

  private static String cell(String properties, String content) {
    return "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/>"
        + properties
        + "</w:tcPr>"
        + content
        + "</w:tc>";
  }

  private static String row(String properties, String... cells) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + String.join("", cells) + "</w:tr>";
  }

  private static HandMadeText text() {
    var body = new StringBuilder();
    var styles = new StringBuilder();
    for (int i = 0; i < LOOKS.size(); i++) {
      String look = LOOKS.get(i);
      body.append("<w:p>" + run("前") + run(look, "1" + i) + run("后") + "</w:p>");
      styles.append(style("character", "c" + i, "", "<w:rPr>" + look + "</w:rPr>"));
      styles.append(style("paragraph", "p" + i, "", "<w:rPr>" + look + "</w:rPr>"));
      styles.append(
          style("paragraph", "q" + i, "<w:basedOn w:val='p" + i + "'/>", "<w:rPr><w:b/></w:rPr>"));
      body.append("<w:p>" + run("<w:rStyle w:val='c" + i + "'/>", "2" + i) + "</w:p>");
      body.append(styled("p" + i, "", "3" + i)).append(styled("q" + i, "", "4" + i));
    }
    for (String look : LOOKS_OF_RUNS) {
      body.append("<w:p>" + run("前") + run(look, "12") + run("后") + "</w:p>");
    }
    for (int i = 0; i < GROUNDS.size(); i++) {
      styles.append(style("paragraph", "g" + i, "", "<w:pPr>" + GROUNDS.get(i) + "</w:pPr>"));
      var cells = new StringBuilder();
      for (String colour : COLOURS) {
        String coloured = run("<w:color w:val='" + colour + "'/>", "5" + i + colour);
        body.append("<w:p><w:pPr>" + GROUNDS.get(i) + "</w:pPr>" + coloured + "</w:p>");
        body.append("<w:p><w:pPr><w:pStyle w:val='g" + i + "'/></w:pPr>" + coloured + "</w:p>");
        cells.append(cell(GROUNDS.get(i), "<w:p>" + coloured + "</w:p>"));
      }
      body.append(grid(COLOURS.size(), row("", cells.toString())));
      body.append(paragraph("间"));
    }
    for (String spacing :
        List.of("w:line='20' w:lineRule='exact'", "w:line='330' w:lineRule='exact'")) {
      body.append("<w:p><w:pPr><w:spacing " + spacing + "/></w:pPr>" + run("6") + "</w:p>");
    }
    String down = "<w:vMerge w:val='restart'/>";
    String on = "<w:vMerge/>";
    body.append(
        grid(
            2,
            row("", cell("", paragraph("71")), cell(down, paragraph("72"))),
            row("", cell("", paragraph("73")), cell(on, paragraph("74"))),
            row(
                "<w:trHeight w:val='20' w:hRule='exact'/>",
                cell("", paragraph("75")),
                cell("", paragraph("76"))),
            row(
                "<w:trHeight w:val='20' w:hRule='atLeast'/>",
                cell("", paragraph("77")),
                cell("", paragraph("78"))),
            row(
                "<w:trHeight w:val='400' w:hRule='exact'/>",
                cell("", paragraph("79")),
                cell(
                    DARK,
                    grid(
                            1,
                            row(
                                "",
                                cell(
                                    "",
                                    "<w:p>" + run("<w:color w:val='FFFFFF'/>", "80") + "</w:p>")))
                        + paragraph("")))));
    body.append(paragraph("末"));
    return HandMadeText.of(body.toString())
        .styles(
            "<w:style w:type='paragraph' w:default='1' w:styleId='n'><w:name w:val='Normal'/></w:style>"
                + styles);
  }

  private static String grid(int columns, String... rows) {
    return table("<w:tblGrid>" + "<w:gridCol w:w='2000'/>".repeat(columns) + "</w:tblGrid>", rows);
  }

  private static String table(String grid, String... rows) {
    return "<w:tbl><w:tblPr/>" + grid + String.join("", rows) + "</w:tbl>";
  }

  private static String styled(String style, String properties, String text) {
    return "<w:p><w:pPr><w:pStyle w:val='"
        + style
        + "'/></w:pPr>"
        + (properties.isEmpty() ? run(text) : run(properties, text))
        + "</w:p>";
  }

  private static String style(String type, String id, String more, String properties) {
    return "<w:style w:type='%s' w:customStyle='1' w:styleId='%s'><w:name w:val='%s'/>%s%s</w:style>"
        .formatted(type, id, id, more, properties);
  }

  private static Grid expected() {
    return onlyGrid(clean(new DocxReader().read(text().bytes())));
  }

  private static byte[] looks() throws IOException {
    return DocReaderTest.file("looks.doc");
  }

  @Test
  void every_look_is_told_as_in_a_docx() throws IOException {
    Grid grid = onlyGrid(clean(new DocReader().read(looks())));

    assertThat(lines(grid)).isEqualTo(lines(expected()));
    assertThat(marks(grid)).hasSizeGreaterThan(70).isEqualTo(marks(expected()));
  }

  @TempDir Path folder;

  @Tag("slow")
  @Test
  void every_look_is_told_of_what_is_saved_today() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    Path text = folder.resolve("looks.docx");
    Files.write(text, text().bytes());
    assertThat(OtherProgram.convert("doc", folder.resolve("saved"), text)).isZero();
    byte[] saved = Files.readAllBytes(folder.resolve("saved/looks.doc"));

    assertThat(marks(onlyGrid(clean(new DocReader().read(saved))))).isEqualTo(marks(expected()));
  }

  @Test
  void a_row_whose_end_is_hidden_is_marked() throws IOException {
    byte[] hidden;
    try (var document = new HWPFDocument(new ByteArrayInputStream(looks()))) {
      int end = document.getText().indexOf("72\u0007") + 3;
      dress(document.getCharacterTable(), end, VANISHED);
      var out = new ByteArrayOutputStream();
      document.write(out);
      hidden = out.toByteArray();
    }

    assertThat(marks(onlyGrid(clean(new DocReader().read(hidden)))))
        .filteredOn(mark -> mark.contains("HIDDEN 7"))
        .containsExactly(
            "t5.r1.c1.p1 HIDDEN 71",
            "t5.r1.c2.p1 HIDDEN 72",
            "t5.r2.c2.p1 HIDDEN 74",
            "t5.r3.c1.p1 HIDDEN 75",
            "t5.r3.c2.p1 HIDDEN 76");
  }

  /** Gives the character at a place one property, in the midst of others. */
  private static void dress(CHPBinTable table, int place, int property) {
    List<CHPX> runs = table.getTextRuns();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).getStart() < place && place < runs.get(i).getEnd()) {
        var own = new SprmBuffer(0);
        own.addSprm((short) property, (byte) 1);
        table.insert(i, place, own);
        runs.get(i + 1).setEnd(place + 1);
        runs.get(i + 2).setStart(place + 1);
        return;
      }
    }
    throw new AssertionError("nothing at " + place);
  }
}
