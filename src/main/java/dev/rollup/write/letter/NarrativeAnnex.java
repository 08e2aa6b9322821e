package dev.rollup.write.letter;

import dev.rollup.merge.ListedRow;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.DistrictForm;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.write.form.TemplateDocument;
import dev.rollup.write.form.TemplateDocument.Lettering;
import dev.rollup.write.xlsx.XmlSafeText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** The table that the account refers to: every row of a list, with the unit that it is of. */
final class NarrativeAnnex {

  private static final Lettering HEAD = new Lettering("黑体", 10.5);
  private static final Lettering TEXT = new Lettering("宋体", 10.5);

  /** In twentieths of a point: number, unit, words, counts. */
  private static final int NUMBER_WIDTH = 700;

  private static final int UNIT_WIDTH = 1900;
  private static final int COUNT_WIDTH = 1300;
  private static final int WIDTH = 8800;

  private final TemplateDocument document;
  private final Messages messages;
  private final FormLabels labels;

  NarrativeAnnex(TemplateDocument document, Messages messages, FormLabels labels) {
    this.labels = labels;
    this.document = document;
    this.messages = messages;
  }

  /** Adds the rows of a list below the heading that stands on the page already. */
  void add(Item item, DistrictForm form) {
    List<ListedRow> rows = form.rows(item);
    List<Integer> widths = widths(item);
    XWPFTable table = document.createTable(rows.size() + 1, widths.size());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth(WIDTH);
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    var grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    List<String> heads = heads(item);
    table.getRow(0).setRepeatHeader(true);
    for (int c = 0; c < widths.size(); c++) {
      write(table.getRow(0), c, widths.get(c), heads.get(c), ParagraphAlignment.CENTER, HEAD);
    }
    for (int r = 0; r < rows.size(); r++) {
      XWPFTableRow row = table.getRow(r + 1);
      write(row, 0, widths.get(0), String.valueOf(r + 1), ParagraphAlignment.CENTER, TEXT);
      write(row, 1, widths.get(1), rows.get(r).source().name(), ParagraphAlignment.LEFT, TEXT);
      for (int i = 0; i < item.fields().size(); i++) {
        Field field = item.fields().get(i);
        Entry entry = DistrictForm.entry(rows.get(r), field.id());
        String value = entry == null ? "" : Objects.requireNonNullElse(entry.value(), "");
        boolean words = field.type() == FieldType.TEXT;
        ParagraphAlignment across = words ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT;
        write(row, 2 + i, widths.get(2 + i), value, across, TEXT);
      }
    }
  }

  private static List<Integer> widths(Item item) {
    long texts = item.fields().stream().filter(field -> field.type() == FieldType.TEXT).count();
    long counts = item.fields().size() - texts;
    int left = (int) (WIDTH - NUMBER_WIDTH - UNIT_WIDTH - counts * COUNT_WIDTH);
    var widths = new ArrayList<>(List.of(NUMBER_WIDTH, UNIT_WIDTH));
    for (var field : item.fields()) {
      widths.add(field.type() == FieldType.TEXT ? (int) (left / Math.max(1, texts)) : COUNT_WIDTH);
    }
    return widths;
  }

  private List<String> heads(Item item) {
    var heads =
        new ArrayList<>(List.of(messages.text("column.number"), messages.text("column.unit")));
    for (int i = 0; i < item.fields().size(); i++) {
      heads.add(labels.column(item, i));
    }
    return heads;
  }

  private static void write(
      XWPFTableRow row,
      int column,
      int width,
      String text,
      ParagraphAlignment across,
      Lettering type) {
    XWPFTableCell cell = row.getCell(column);
    cell.getCTTc().addNewTcPr().addNewTcW().setW(BigInteger.valueOf(width));
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setAlignment(across);
    TemplateDocument.write(paragraph, XmlSafeText.onOneLine(text), type);
  }
}
