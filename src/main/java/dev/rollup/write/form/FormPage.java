package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.form.TemplateDocument.Lettering;
import dev.rollup.write.xlsx.TemplateLine;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * The form on a page of Word as it was issued: title, a line with the blanks of the head, and a
 * table of two columns, the sentences of a section in one cell.
 */
final class FormPage {

  private static final String FONT = "仿宋";
  private static final Lettering TITLE = new Lettering(FONT, 18, true, null);
  private static final Lettering HEAD = new Lettering(FONT, 10.5);
  private static final Lettering FULL_HEAD = new Lettering(FONT, 10);
  private static final Lettering TEXT = new Lettering(FONT, 11);
  private static final Lettering SMALL = new Lettering(FONT, 8.5);
  private static final Lettering FAINT = new Lettering(FONT, 8, false, "808080");

  /** The height of a line, in points. */
  private static final double PITCH = 16.5;

  private static final double SMALL_PITCH = 12;

  private static final TemplateDocument.Margins MARGINS =
      new TemplateDocument.Margins(1134, 1247, 1134, 1247);

  /** The columns of the table, in twentieths of a point. */
  private static final List<Integer> COLUMNS = List.of(2900, 6500);

  /** How many Latin letters the line with the head has room for, and how the blanks share it. */
  private static final int HEAD_ROOM = 88;

  private static final Map<HeaderField, Integer> SHARES =
      Map.of(
          HeaderField.UNIT, 40,
          HeaderField.CONTACT, 16,
          HeaderField.PHONE, 20,
          HeaderField.DATE, 24);

  private static final int FILLED_SHARE = 8;
  private static final int GAP = 2;

  private final Template template;
  private final Map<String, Value> values;
  private final Map<String, String> told;
  private final TemplateDocument document;

  /**
   * Draws a form.
   *
   * @param values by defined name, as {@link Layout#name} gives it; a blank without one stays as
   *     issued
   * @param told by item id the lines that tell repeated items
   */
  FormPage(Template template, Map<String, Value> values, Map<String, String> told) {
    this.template = template;
    this.values = values;
    this.told = told;
    this.document = new TemplateDocument(template, template.title(), MARGINS);
    XWPFParagraph title = document.line(ParagraphAlignment.CENTER);
    title.setSpacingAfter(160);
    TemplateDocument.write(title, template.title(), TITLE);
    XWPFParagraph head = document.line(ParagraphAlignment.LEFT);
    head.setSpacingAfter(80);
    TemplateDocument.pitch(head, PITCH);
    TemplateDocument.write(head, head(), spare() < 0 ? FULL_HEAD : HEAD);
    table();
  }

  /** Returns the document, for what else is to stand in it. */
  TemplateDocument document() {
    return document;
  }

  /** Adds how to fill the form in, small below the table. */
  void addInstructions(Messages messages) {
    List<String> instructions = template.instructions();
    if (instructions.isEmpty()) {
      return;
    }
    XWPFParagraph head = document.line(ParagraphAlignment.LEFT);
    head.setSpacingBefore(120);
    TemplateDocument.pitch(head, SMALL_PITCH);
    TemplateDocument.write(head, messages.text("form.instructions"), SMALL);
    for (int i = 0; i < instructions.size(); i++) {
      XWPFParagraph line = document.line(ParagraphAlignment.LEFT);
      line.setIndentationLeft(300);
      line.setIndentationHanging(300);
      TemplateDocument.pitch(line, SMALL_PITCH);
      TemplateDocument.write(line, (i + 1) + ". " + instructions.get(i), SMALL);
    }
  }

  /** Numbers the pages: a long list of rows makes several. */
  void numberPages() {
    document.numberPages(SMALL);
  }

  /** Adds the line that names the template, for people and for programs that drop properties. */
  void addTemplateLine(Messages messages) {
    addTemplateLine(TemplateLine.ofBlank(template, messages));
  }

  /** As {@link #addTemplateLine(Messages)}, of a form that is made of returns. */
  void addTemplateLine(Messages messages, RollUpContents carried) {
    addTemplateLine(TemplateLine.ofReturns(template, carried, messages));
  }

  private void addTemplateLine(String text) {
    XWPFParagraph line = document.line(ParagraphAlignment.RIGHT);
    line.setSpacingBefore(60);
    TemplateDocument.write(line, text, FAINT);
  }

  /**
   * Returns the line above the table. An empty blank is room to write in; the names stand as far
   * apart as the line allows.
   */
  private String head() {
    int spare = spare();
    int shares = 0;
    for (var field : HeaderField.values()) {
      shares += share(field);
    }
    var line = new StringBuilder();
    for (var field : HeaderField.values()) {
      int room = spare < 0 ? 1 : GAP + spare * share(field) / shares;
      line.append(label(field)).append(blank(field)).append(" ".repeat(room));
    }
    return line.toString();
  }

  /** Returns how much room the line has besides its words; negative where they do not fit well. */
  private int spare() {
    int spare = HEAD_ROOM;
    for (var field : HeaderField.values()) {
      spare -= TextSize.halves(label(field) + blank(field)) + GAP;
    }
    return spare;
  }

  /** Returns how much of the spare room stands behind a name: less where the blank is filled. */
  private int share(HeaderField field) {
    return blank(field).isEmpty() ? SHARES.getOrDefault(field, 0) : FILLED_SHARE;
  }

  private String label(HeaderField field) {
    return template.header().get(field) + "：";
  }

  private String blank(HeaderField field) {
    String value = text(values.get(field.id()));
    return value == null ? "" : value;
  }

  private void table() {
    XWPFTable table = document.createTable(template.sections().size() + 1, COLUMNS.size());
    CTTblPr properties = table.getCTTbl().getTblPr();
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setWidth(COLUMNS.stream().mapToInt(Integer::intValue).sum());
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    for (int width : COLUMNS) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    fill(head, 0, List.of(template.sectionHead()));
    fill(head, 1, List.of(template.contentHead()));
    int row = 1;
    for (var section : template.sections()) {
      XWPFTableRow line = table.getRow(row++);
      fill(line, 0, List.of(section.heading()));
      fill(line, 1, paragraphs(section));
    }
  }

  private static void fill(XWPFTableRow row, int column, List<String> lines) {
    XWPFTableCell cell = row.getCell(column);
    cell.setWidth(String.valueOf(COLUMNS.get(column)));
    for (int i = 0; i < lines.size(); i++) {
      XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
      TemplateDocument.bare(paragraph, ParagraphAlignment.LEFT);
      TemplateDocument.pitch(paragraph, PITCH);
      TemplateDocument.write(paragraph, lines.get(i), TEXT);
    }
  }

  /** Returns the sentences of a section; one that ends in the middle of a clause runs on. */
  private List<String> paragraphs(Section section) {
    var paragraphs = new ArrayList<String>();
    var open = new StringBuilder();
    for (var item : section.items()) {
      open.append(sentence(item));
      if (item.repeats() || item.closed()) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty() || paragraphs.isEmpty()) {
      paragraphs.add(open.toString());
    }
    return paragraphs;
  }

  /** Returns the sentence of an item, or the line that tells it. */
  private String sentence(Item item) {
    String line = told.getOrDefault(item.id(), "");
    return item.repeats()
        ? line.isEmpty() ? item.text() : line
        : item.filled(field -> text(values.get(Layout.name(field.id(), 0))));
  }

  private static @Nullable String text(@Nullable Value value) {
    return value == null ? null : value.written();
  }
}
