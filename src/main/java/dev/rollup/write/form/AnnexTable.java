package dev.rollup.write.form;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import dev.rollup.write.form.TemplateDocument.Lettering;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * The annex of a filled form in Word, on pages of its own: each row of its repeated items, with the
 * unit that it comes from.
 */
final class AnnexTable {

  private static final Lettering TITLE = new Lettering("仿宋", 16, true, null);
  private static final Lettering HEAD = new Lettering("仿宋", 10.5, true, null);
  private static final Lettering TEXT = new Lettering("仿宋", 10.5);

  /** The height of a line, in points. */
  private static final double PITCH = 15;

  /** The width of the table, in twentieths of a point. */
  private static final int WIDTH = 9400;

  private AnnexTable() {}

  /** Adds a table for each repeated item that has any row. */
  static void add(
      TemplateDocument document, Template template, RollUpContents carried, Messages messages) {
    var labels = new FormLabels(template, messages);
    boolean first = true;
    for (var item : template.items()) {
      List<RollUpContents.Row> rows = carried.rows(item);
      if (!rows.isEmpty()) {
        XWPFParagraph title = document.line(ParagraphAlignment.CENTER);
        title.setPageBreak(first);
        title.setSpacingBefore(first ? 0 : 240);
        title.setSpacingAfter(120);
        String section = labels.section(template.sectionOf(item));
        TemplateDocument.write(title, messages.text("activities.title", section), TITLE);
        table(document, item, ListColumns.headings(item, labels, messages), rows);
        first = false;
      }
    }
    if (!first) {
      // Word wants a paragraph behind a table that ends a document.
      TemplateDocument.pitch(document.line(ParagraphAlignment.LEFT), 1);
    }
  }

  private static void table(
      TemplateDocument document, Item item, List<String> headings, List<RollUpContents.Row> rows) {
    List<Integer> widths = widths(item);
    XWPFTable table = document.createTable(1, widths.size());
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setWidth(WIDTH);
    var grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    for (int i = 0; i < headings.size(); i++) {
      fill(head.getCell(i), widths.get(i), headings.get(i), ParagraphAlignment.CENTER, HEAD);
    }
    XWPFTableRow line = table.createRow();
    line.setCantSplitRow(true);
    for (int i = 0; i < widths.size(); i++) {
      fill(line.getCell(i), widths.get(i), document.blank(i), alignment(item, i), TEXT);
    }
    var texts = new ArrayList<List<String>>();
    for (var row : rows) {
      var own = new ArrayList<>(List.of(String.valueOf(texts.size() + 1), row.origin().name()));
      own.addAll(row.values());
      texts.add(own);
    }
    document.repeat(line, texts);
  }

  private static void fill(
      XWPFTableCell cell, int width, String text, ParagraphAlignment alignment, Lettering type) {
    cell.setWidth(String.valueOf(width));
    XWPFParagraph paragraph = TemplateDocument.bare(cell.getParagraphs().get(0), alignment);
    TemplateDocument.pitch(paragraph, PITCH);
    TemplateDocument.write(paragraph, text, type);
  }

  private static ParagraphAlignment alignment(Item item, int column) {
    boolean words =
        column == 1
            || column >= ListLine.FIXED_COLUMNS
                && item.fields().get(column - ListLine.FIXED_COLUMNS).type() == FieldType.TEXT;
    return words ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER;
  }

  /** Shares the width out as the sheet of the same columns does. */
  private static List<Integer> widths(Item item) {
    List<Integer> sheet = ListColumns.widths(List.of(item));
    int all = sheet.stream().mapToInt(Integer::intValue).sum();
    return sheet.stream().map(width -> width * WIDTH / all).toList();
  }
}
