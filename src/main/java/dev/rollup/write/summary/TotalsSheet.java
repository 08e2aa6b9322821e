package dev.rollup.write.summary;

import dev.rollup.merge.Tally;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.FieldHeads;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Kind;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.FormSheet;
import dev.rollup.write.xlsx.Look;
import dev.rollup.write.xlsx.Palette;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The sheet 汇总表: the district's own form, and beside it what each total is made of. */
public final class TotalsSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "汇总表";

  private final TemplateWorkbook workbook;
  private final Template template;
  private final Messages messages;

  TotalsSheet(TemplateWorkbook workbook, Template template, Messages messages) {
    this.workbook = workbook;
    this.template = template;
    this.messages = messages;
  }

  /** Adds the sheet. */
  void write(DistrictForm form) {
    var lines = new HashMap<String, String>();
    template.items().stream()
        .filter(Item::repeats)
        .forEach(
            item ->
                lines.put(
                    item.id(),
                    form.told(
                        item,
                        messages.text("summary.rows", String.valueOf(form.rows(item).size())),
                        messages.text("summary.more"))));
    Layout layout = Layout.told(template, lines);
    XSSFSheet sheet = workbook.createSheet(NAME);
    var drawn = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.SIGNED);
    drawn.draw(form.totals());
    links(sheet, layout);
    drawn.addSignatures(messages.text("summary.signatures"));
    drawn.print(true);
    counters(sheet, layout, form);
  }

  /** Says beside the page, where it is not printed, of how many units each total is made. */
  private void counters(XSSFSheet sheet, Layout layout, DistrictForm form) {
    Palette palette = workbook.palette();
    Look look =
        Look.WORDS.type(Look.Type.SMALL).frame(Look.Frame.THIN).across(HorizontalAlignment.CENTER);
    int column = layout.columns() + 1;
    List<String> heads = List.of("column.counted", "column.blank", "column.excluded");
    int headRow =
        layout.slots().stream()
            .filter(slot -> slot.kind() == Kind.COLUMN_HEAD)
            .mapToInt(slot -> slot.at().row())
            .findFirst()
            .orElseThrow();
    Look heading = Look.WORDS.type(Look.Type.SMALL_HEAD).across(HorizontalAlignment.CENTER);
    List<String> titles =
        form.madeOfRollUps()
            ? List.of("summary.counters", "summary.made-of")
            : List.of("summary.counters");
    for (int t = 0; t < titles.size(); t++) {
      int first = column + t * heads.size();
      palette.write(
          sheet.getRow(headRow - 1).createCell(first), messages.text(titles.get(t)), heading);
      sheet.addMergedRegionUnsafe(
          new CellRangeAddress(headRow - 1, headRow - 1, first, first + heads.size() - 1));
      for (int i = 0; i < heads.size(); i++) {
        sheet.setColumnWidth(first + i, 14 * 256);
        palette.write(
            sheet.getRow(headRow).createCell(first + i), messages.text(heads.get(i)), look);
      }
    }
    fieldsByRow(layout)
        .forEach(
            (row, ids) -> {
              var cells = sheet.getRow(row);
              palette.write(cells.createCell(column), each(ids, form, t -> t.counted()), look);
              palette.write(cells.createCell(column + 1), each(ids, form, t -> t.blank()), look);
              palette.write(cells.createCell(column + 2), each(ids, form, t -> t.excluded()), look);
              if (form.madeOfRollUps()) {
                List<ToLongFunction<Tally>> below =
                    List.of(
                        t -> t.madeOf().counted(),
                        t -> t.madeOf().blank(),
                        t -> t.madeOf().excluded());
                for (int i = 0; i < below.size(); i++) {
                  palette.write(
                      cells.createCell(column + heads.size() + i),
                      each(ids, form, below.get(i)),
                      look);
                }
              }
            });
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
