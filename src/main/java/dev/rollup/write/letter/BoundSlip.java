package dev.rollup.write.letter;

import dev.rollup.model.Position;
import dev.rollup.report.BoundValues;
import dev.rollup.submission.Submission;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.copy.SheetCopy;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.Opaque;
import dev.rollup.write.xlsx.SheetText;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The office's own form as it goes back to a unit: what the unit said in its place, and a mark with
 * a note where it must say it again. Where the blank is no workbook of today there is no such form,
 * and the unit answers on the list, or sends its own form again.
 */
final class BoundSlip {

  private static final String MARK = "FFE14D";
  private static final int NOTE_COLUMNS = 3;
  private static final int NOTE_WIDTH = 30;

  private final TemplateWorkbook workbook;
  private final Map<Integer, XSSFCellStyle> marked = new HashMap<>();

  private BoundSlip(TemplateWorkbook workbook) {
    this.workbook = workbook;
  }

  /**
   * Returns the workbook that goes back, without its list.
   *
   * @param marks the notes by the name of the input
   */
  static TemplateWorkbook of(
      Template template,
      String unit,
      Optional<Submission> submission,
      Map<String, List<String>> marks) {
    Blank blank = template.blank().orElseThrow();
    byte[] content = blank.content().bytes();
    boolean word = blank.file().toLowerCase(java.util.Locale.ROOT).endsWith(".docx");
    if (word || SheetCopy.isOld(content)) {
      return new TemplateWorkbook(template);
    }
    try {
      TemplateWorkbook workbook = TemplateWorkbook.copyOf(template, content);
      SheetCopy.fillFor(workbook, blank, BoundValues.of(blank, unit, submission));
      new BoundSlip(workbook).mark(blank, marks);
      return workbook;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark(Blank blank, Map<String, List<String>> marks) {
    for (var block : blank.blocks()) {
      for (var binding : block.bindings()) {
        boolean list = block instanceof Block.Rows;
        for (var mark : marks.entrySet()) {
          for (int row = list ? 1 : 0; row <= (list ? rows(marks, binding) : 0); row++) {
            if (mark.getKey().equals(Layout.name(binding.id(), row))) {
              mark(binding, Math.max(0, row - 1), String.join("\n", mark.getValue()));
            }
          }
        }
      }
    }
  }

  private static int rows(Map<String, List<String>> marks, Binding binding) {
    String name = Layout.name(binding.id(), 0) + "_";
    return marks.keySet().stream()
        .filter(key -> key.startsWith(name))
        .mapToInt(key -> Integer.parseInt(key.substring(name.length())))
        .max()
        .orElse(0);
  }

  private void mark(Binding binding, int down, String text) {
    XSSFSheet sheet = workbook.getSheet(binding.at().on());
    Position at = binding.at().cell();
    XSSFCell cell =
        (XSSFCell) CellUtil.getCell(CellUtil.getRow(at.row() + down, sheet), at.column());
    XSSFCellStyle own = cell.getCellStyle();
    cell.setCellStyle(
        marked.computeIfAbsent(
            (int) own.getIndex(),
            index -> {
              XSSFCellStyle style = workbook.createCellStyle();
              style.cloneStyleFrom(own);
              style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
              style.setFillForegroundColor(Opaque.colour(MARK));
              return style;
            }));
    XSSFComment before = cell.getCellComment();
    String all =
        SheetText.clean(before == null ? text : before.getString().getString() + "\n" + text);
    if (before != null) {
      cell.removeCellComment();
    }
    int lines = 2 + TextSize.lines(all, NOTE_WIDTH, CellFormat.Type.SMALL.points());
    var anchor =
        new XSSFClientAnchor(
            0,
            0,
            0,
            0,
            at.column() + 1,
            at.row() + down,
            at.column() + 1 + NOTE_COLUMNS,
            at.row() + down + lines);
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAuthor("rollup");
    comment.setString(new XSSFRichTextString(all));
    cell.setCellComment(comment);
  }
}
