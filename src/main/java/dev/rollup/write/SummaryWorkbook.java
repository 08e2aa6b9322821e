package dev.rollup.write;

import dev.rollup.match.CarriedTable;
import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Kind;
import dev.rollup.template.RollUp;
import dev.rollup.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * {@code summary.xlsx}: how it stands, the district's form, every unit, every listed row, who
 * reported, what is to be put right, where every number comes from, and how to read it all.
 */
public final class SummaryWorkbook {

  static final String FORM = "汇总表";

  private static final int ROWS_IN_MEMORY = 100;

  private final Template template;
  private final Messages messages;
  private final Path scratch;

  /**
   * A writer of summaries of one template in one language; the sheets' names are fixed.
   *
   * @param scratch a folder for what is needed while writing only
   */
  public SummaryWorkbook(Template template, Messages messages, Path scratch) {
    this.template = template;
    this.messages = messages;
    this.scratch = scratch;
  }

  /**
   * Writes the workbook. Long tables are streamed and need no memory.
   *
   * @param deadline the one that the returns were measured by
   */
  public void write(Report report, DistrictForm form, OffsetDateTime deadline, OutputStream out)
      throws IOException {
    // Not in the system's folder for such files, which belongs to whoever used it first.
    TempFile.setThreadLocalTempFileCreationStrategy(
        new DefaultTempFileCreationStrategy(scratch.toFile()));
    try {
      stream(report, form, deadline, out);
    } finally {
      TempFile.setThreadLocalTempFileCreationStrategy(null);
    }
  }

  private void stream(Report report, DistrictForm form, OffsetDateTime deadline, OutputStream out)
      throws IOException {
    var workbook = new TemplateWorkbook(template);
    workbook.markAsRollUp();
    var words = new FindingText(messages, template);
    new OverviewSheet(workbook, template, messages, report).write();
    form(workbook, form);
    try (var book = new Streaming(workbook)) {
      new UnitsSheet(book, workbook, template, messages, report).write();
      new ActivitiesSheet(book, workbook, template, messages).write(form);
      new ReportingSheet(book, workbook, messages, words).write(report);
      new IssuesSheet(book, workbook, template, messages, words).write(report);
      new SourcesSheet(book, workbook, template, messages, words).write(report);
      new NotesSheet(book, workbook, template, messages, words).write(report, deadline);
      HiddenSheet.add(book, RollUp.ORIGINS, workbook.palette(), CarriedTable.of(form.carried()));
      book.write(out);
    }
  }

  /** POI's streaming workbook, with bytes that depend on the content alone. */
  private static final class Streaming extends SXSSFWorkbook {
    Streaming(TemplateWorkbook workbook) {
      super(workbook, ROWS_IN_MEMORY);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
      return new ReproducibleZip(out);
    }
  }

  private void form(TemplateWorkbook workbook, DistrictForm form) {
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
    XSSFSheet sheet = workbook.createSheet(FORM);
    var drawn = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.SIGNED);
    drawn.draw(form.totals());
    drawn.addSignatures(messages.text("summary.signatures"));
    drawn.print(true);
    counters(workbook, sheet, layout, form);
  }

  /** Says beside the page, where it is not printed, of how many units each total is made. */
  private void counters(
      TemplateWorkbook workbook, XSSFSheet sheet, Layout layout, DistrictForm form) {
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

  private static Map<Integer, List<String>> fieldsByRow(Layout layout) {
    return layout.slots().stream()
        .filter(slot -> slot.field() != null)
        .collect(
            Collectors.groupingBy(
                slot -> slot.at().row(),
                TreeMap::new,
                Collectors.mapping(slot -> slot.field().id(), Collectors.toList())));
  }

  private static String each(List<String> ids, DistrictForm form, ToLongFunction<Tally> part) {
    return ids.stream()
        .map(id -> String.valueOf(part.applyAsLong(form.tally(id))))
        .collect(Collectors.joining(" / "));
  }
}
