package dev.rollup.write.form;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.write.form.TemplateDocument.Lettering;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** The table in Word that a line refers to: each row of a list, with the unit that it is of. */
public final class AnnexTable {

  /** In twentieths of a point: number, unit, words, counts. */
  private static final int NUMBER_WIDTH = 700;

  private static final int UNIT_WIDTH = 1900;
  private static final int COUNT_WIDTH = 1300;

  private final TemplateDocument document;
  private final int width;
  private final Lettering head;
  private final Lettering text;

  /**
   * Tables of one document.
   *
   * @param width how wide they are, in twentieths of a point
   */
  public AnnexTable(TemplateDocument document, int width, Lettering head, Lettering text) {
    this.document = document;
    this.width = width;
    this.head = head;
    this.text = text;
  }

  /** Adds the rows of a list below the heading that stands on the page already. */
  public void add(Item item, List<RollUpContents.Row> rows, FormLabels labels, Messages messages) {
    List<Integer> widths = widths(item);
    XWPFTable table = document.createTable(2, widths.size());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth(width);
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    var grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int each : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(each));
    }
    List<String> heads = ListColumns.headings(item, labels, messages);
    table.getRow(0).setRepeatHeader(true);
    XWPFTableRow row = table.getRow(1);
    row.setCantSplitRow(true);
    for (int c = 0; c < widths.size(); c++) {
      write(table.getRow(0), c, widths.get(c), heads.get(c), ParagraphAlignment.CENTER, head);
      write(row, c, widths.get(c), document.blank(c), across(item, c), text);
    }
    var texts = new ArrayList<List<String>>();
    for (var each : rows) {
      var own = new ArrayList<>(List.of(String.valueOf(texts.size() + 1), each.origin().name()));
      own.addAll(each.values());
      texts.add(own);
    }
    document.repeat(row, texts);
  }

  private static ParagraphAlignment across(Item item, int column) {
    if (column == 0) {
      return ParagraphAlignment.CENTER;
    }
    int field = column - ListLine.FIXED_COLUMNS;
    return field < 0 || item.fields().get(field).type() == FieldType.TEXT
        ? ParagraphAlignment.LEFT
        : ParagraphAlignment.RIGHT;
  }

  private List<Integer> widths(Item item) {
    long texts = item.fields().stream().filter(field -> field.type() == FieldType.TEXT).count();
    long counts = item.fields().size() - texts;
    int left = (int) (width - NUMBER_WIDTH - UNIT_WIDTH - counts * COUNT_WIDTH);
    var widths = new ArrayList<>(List.of(NUMBER_WIDTH, UNIT_WIDTH));
    for (var field : item.fields()) {
      widths.add(field.type() == FieldType.TEXT ? (int) (left / Math.max(1, texts)) : COUNT_WIDTH);
    }
    return widths;
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
    TemplateDocument.write(TemplateDocument.bare(cell.getParagraphs().get(0), across), text, type);
  }
}
