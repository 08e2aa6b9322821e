package dev.rollup.write.summary;

import dev.rollup.merge.Tally;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.report.Comparison;
import dev.rollup.report.Comparison.Then;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.FieldHeads;
import dev.rollup.template.Field;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Kind;
import dev.rollup.template.Template;
import dev.rollup.write.form.ListLines;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.FormSheet;
import dev.rollup.write.xlsx.Palette;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * The sheet 汇总表: the district's own form, and beside it what each total is made of, and what it was
 * in other periods.
 */
public final class TotalsSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "汇总表";

  private static final CellFormat BESIDE =
      CellFormat.WORDS
          .type(CellFormat.Type.SMALL)
          .frame(CellFormat.Frame.THIN)
          .across(HorizontalAlignment.CENTER);

  private static final List<String> HEADS =
      List.of("column.counted", "column.blank", "column.excluded");

  private static final List<String> PERIOD =
      List.of("compare.then", "compare.more", "compare.percent");

  /** A number that was counted in no period. */
  private static final Then NEVER = new Then(null, null, null);

  /** Stands where a number has no counterpart in the other period. */
  private static final String NONE = "–";

  private final TemplateWorkbook workbook;
  private final Template template;
  private final Messages messages;

  TotalsSheet(TemplateWorkbook workbook, Template template, Messages messages) {
    this.workbook = workbook;
    this.template = template;
    this.messages = messages;
  }

  /**
   * Adds the sheet.
   *
   * @param comparison the other periods; empty where there are none to compare with
   */
  void write(DistrictForm form, Optional<Comparison> comparison) {
    Layout layout = Layout.told(template, ListLines.lines(template, form.carried(), messages));
    XSSFSheet sheet = workbook.createSheet(NAME);
    var drawn = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.SIGNED);
    drawn.draw(form.totals());
    links(sheet, layout);
    drawn.addSignatures(messages.text("summary.signatures"));
    drawn.print(true);
    int next = counters(sheet, layout, form);
    comparison.ifPresent(with -> periods(sheet, layout, with, next));
  }

  /**
   * Says beside the page, where it is not printed, of how many units each total is made.
   *
   * @return the column behind
   */
  private int counters(XSSFSheet sheet, Layout layout, DistrictForm form) {
    Palette palette = workbook.palette();
    int column = layout.columns() + 1;
    beside(sheet, layout, column, messages.text("summary.counters"), HEADS);
    if (form.madeOfRollUps()) {
      beside(sheet, layout, column + HEADS.size(), messages.text("summary.made-of"), HEADS);
    }
    fieldsByRow(layout)
        .forEach(
            (row, ids) -> {
              var cells = sheet.getRow(row);
              palette.write(cells.createCell(column), each(ids, form, t -> t.counted()), BESIDE);
              palette.write(cells.createCell(column + 1), each(ids, form, t -> t.blank()), BESIDE);
              palette.write(
                  cells.createCell(column + 2), each(ids, form, t -> t.excluded()), BESIDE);
              if (form.madeOfRollUps()) {
                List<ToLongFunction<Tally>> below =
                    List.of(
                        t -> t.madeOf().counted(),
                        t -> t.madeOf().blank(),
                        t -> t.madeOf().excluded());
                for (int i = 0; i < below.size(); i++) {
                  palette.write(
                      cells.createCell(column + HEADS.size() + i),
                      each(ids, form, below.get(i)),
                      BESIDE);
                }
              }
            });
    return column + HEADS.size() * (form.madeOfRollUps() ? 2 : 1);
  }

  /** Says beside the page what the totals were in other periods, and by how much they changed. */
  private void periods(XSSFSheet sheet, Layout layout, Comparison comparison, int from) {
    Map<String, List<Then>> byField = new HashMap<>();
    comparison.lines().forEach(line -> byField.put(line.field().id(), line.then()));
    for (int p = 0; p < comparison.labels().size(); p++) {
      int period = p;
      int column = from + p * PERIOD.size();
      beside(sheet, layout, column, comparison.labels().get(p), PERIOD);
      fieldsByRow(layout)
          .forEach(
              (row, ids) -> {
                List<Then> own =
                    ids.stream()
                        .map(byField::get)
                        .map(then -> then == null ? NEVER : then.get(period))
                        .toList();
                var cells = sheet.getRow(row);
                write(cells.createCell(column), own, then -> plain(then.value()));
                write(cells.createCell(column + 1), own, then -> plain(then.more()));
                write(
                    cells.createCell(column + 2),
                    own,
                    then -> ComparisonSheet.percent(then.percent()));
              });
    }
  }

  private void write(XSSFCell cell, List<Then> all, Function<Then, String> part) {
    String text =
        all.stream()
            .map(part)
            .map(words -> words.isEmpty() ? NONE : words)
            .collect(Collectors.joining(" / "));
    workbook.palette().write(cell, text, BESIDE);
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  /** Writes the heads of columns beside the page. */
  private void beside(
      XSSFSheet sheet, Layout layout, int column, String title, List<String> heads) {
    int headRow =
        layout.slots().stream()
            .filter(slot -> slot.kind() == Kind.COLUMN_HEAD)
            .mapToInt(slot -> slot.at().row())
            .findFirst()
            .orElseThrow();
    Palette palette = workbook.palette();
    palette.write(
        sheet.getRow(headRow - 1).createCell(column),
        title,
        CellFormat.WORDS.type(CellFormat.Type.SMALL_HEAD).across(HorizontalAlignment.CENTER));
    sheet.addMergedRegionUnsafe(
        new CellRangeAddress(headRow - 1, headRow - 1, column, column + heads.size() - 1));
    for (int i = 0; i < heads.size(); i++) {
      sheet.setColumnWidth(column + i, 14 * 256);
      palette.write(
          sheet.getRow(headRow).createCell(column + i), messages.text(heads.get(i)), BESIDE);
    }
  }

  /** Lets every total lead to the column of 分单位 that it is the sum of. */
  private void links(XSSFSheet sheet, Layout layout) {
    var labels = new FormLabels(template, messages);
    var heads = FieldHeads.of(template, template.sections(), labels::heading, labels::content);
    for (var slot : layout.slots()) {
      Field field = slot.field();
      if (field != null && heads.fields().contains(field)) {
        var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        Position to = UnitsSheet.total(heads, field);
        link.setAddress("'" + UnitsSheet.NAME + "'!" + to.a1());
        sheet.getRow(slot.at().row()).getCell(slot.at().column()).setHyperlink(link);
      }
    }
  }

  private static Map<Integer, List<String>> fieldsByRow(Layout layout) {
    return layout.slots().stream()
        .filter(slot -> slot.field() != null)
        .collect(
            Collectors.groupingBy(
                slot -> slot.at().row(),
                TreeMap::new,
                Collectors.mapping(slot -> slot.input().id(), Collectors.toList())));
  }

  private static String each(List<String> ids, DistrictForm form, ToLongFunction<Tally> part) {
    return ids.stream()
        .map(id -> String.valueOf(part.applyAsLong(form.tally(id))))
        .collect(Collectors.joining(" / "));
  }
}
