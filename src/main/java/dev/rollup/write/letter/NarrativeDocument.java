package dev.rollup.write.letter;

import dev.rollup.merge.Report;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.NarrativeText;
import dev.rollup.template.Item;
import dev.rollup.template.Narrative;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.form.AnnexTable;
import dev.rollup.write.form.TemplateDocument;
import dev.rollup.write.form.TemplateDocument.Lettering;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/**
 * {@code narrative.docx}: the draft of the account that goes up with the form, laid out as official
 * papers are (GB/T 9704), and a page of notes behind it that stays in the house.
 */
public final class NarrativeDocument {

  private static final Lettering ANNEX_HEAD = new Lettering("黑体", 10.5);
  private static final Lettering ANNEX_TEXT = new Lettering("宋体", 10.5);

  /** The width of what is annexed, in twentieths of a point. */
  private static final int ANNEX_WIDTH = 8800;

  private static final Lettering MARK = new Lettering("仿宋", 10.5, false, "808080");
  private static final Lettering TITLE = new Lettering("方正小标宋简体", 22);
  private static final Lettering HEADING = new Lettering("黑体", 16);
  private static final Lettering TEXT = new Lettering("仿宋_GB2312", 16);
  private static final Lettering PAGE = new Lettering("宋体", 14);

  /** The height of a line, in points. */
  private static final double PITCH = 28;

  private static final double TITLE_PITCH = 35;

  /** How wide the line of the title is, in points: a little wider than those of the text. */
  private static final double LINE = 482;

  private static final int OVERHANG = 400;

  /** The margins of official papers: 37, 26, 35 and 28 mm. */
  private static final TemplateDocument.Margins MARGINS =
      new TemplateDocument.Margins(2098, 1474, 1985, 1588);

  /** A character of the text, in twentieths of a point. */
  private static final int CHARACTER = 320;

  private NarrativeDocument() {}

  /**
   * Returns the account of a merge as a docx file.
   *
   * @param template a template that has a narrative
   * @param district who signs it
   */
  public static byte[] of(
      Template template, String district, Report report, DistrictForm form, Messages messages) {
    var labels = new FormLabels(template, messages);
    Narrative narrative = labels.narrative().orElseThrow();
    var text = new NarrativeText(narrative, template, labels.district(district), report, form);
    var document = new TemplateDocument(template, text.title(), MARGINS);
    write(document, ParagraphAlignment.LEFT, narrative.mark(), MARK);
    XWPFParagraph title = title(document, text.title());
    title.setSpacingBefore(280);
    title.setSpacingAfter(560);
    paragraph(document, text.opening(), TEXT);
    for (var part : text.parts()) {
      paragraph(document, part.heading(), HEADING).setKeepNext(true);
      paragraph(document, part.text(), TEXT);
    }
    boolean ownDistrict = district.equals(template.district());
    XWPFParagraph signature =
        write(
            document,
            ParagraphAlignment.RIGHT,
            ownDistrict ? narrative.signature() : labels.district(district),
            TEXT);
    signature.setSpacingBefore(560);
    signature.setKeepNext(true);
    signature.setIndentationRight(2 * CHARACTER);
    write(document, ParagraphAlignment.RIGHT, text.date(), TEXT).setIndentationRight(4 * CHARACTER);

    var annex = new AnnexTable(document, ANNEX_WIDTH, ANNEX_HEAD, ANNEX_TEXT);
    for (var part : narrative.parts()) {
      if (part.featured() != null && !form.rows(part.featured().item()).isEmpty()) {
        Item item = part.featured().item();
        String section = labels.section(template.sectionOf(item));
        String name = messages.text("narrative.annex", messages.text("activities.title", section));
        write(document, ParagraphAlignment.CENTER, name, HEADING).setPageBreak(true);
        annex.add(item, form.listed(item), labels, messages);
      }
    }

    XWPFParagraph notes =
        write(document, ParagraphAlignment.CENTER, narrative.notes().heading(), HEADING);
    notes.setPageBreak(true);
    write(document, ParagraphAlignment.CENTER, narrative.notes().mark(), MARK);
    var words = new FindingText(messages, template);
    for (var note : NarrativeNotes.of(narrative, template, report, text.said(), words)) {
      paragraph(document, note, TEXT);
    }
    document.numberPages(PAGE);
    return document.toBytes();
  }

  /** A title that is too long for a line breaks before its last bracket, not within a word. */
  private static XWPFParagraph title(TemplateDocument document, String text) {
    int bracket = text.lastIndexOf('（');
    boolean fits = TextSize.halves(text) * TITLE.points() / 2 <= LINE;
    XWPFParagraph title =
        write(
            document,
            ParagraphAlignment.CENTER,
            fits || bracket < 1 ? text : text.substring(0, bracket),
            TITLE);
    if (!fits && bracket > 0) {
      title.getRuns().get(0).addBreak();
      TemplateDocument.write(title, text.substring(bracket), TITLE);
    }
    title.setIndentationLeft(-OVERHANG);
    title.setIndentationRight(-OVERHANG);
    return TemplateDocument.pitch(title, TITLE_PITCH);
  }

  /** Adds a paragraph whose first line stands two characters in. */
  private static XWPFParagraph paragraph(TemplateDocument document, String text, Lettering type) {
    XWPFParagraph paragraph = write(document, ParagraphAlignment.LEFT, text, type);
    CTPPr properties = paragraph.getCTP().getPPr();
    CTInd indentation = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
    indentation.setFirstLine(BigInteger.valueOf(2L * CHARACTER));
    // In characters too: this is what Word goes by when somebody changes the size.
    indentation.setFirstLineChars(BigInteger.valueOf(200));
    return paragraph;
  }

  private static XWPFParagraph write(
      TemplateDocument document, ParagraphAlignment alignment, String text, Lettering type) {
    XWPFParagraph paragraph = TemplateDocument.pitch(document.line(alignment), PITCH);
    TemplateDocument.write(paragraph, text, type);
    return paragraph;
  }
}
