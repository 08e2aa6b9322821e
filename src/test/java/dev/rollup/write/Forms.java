package dev.rollup.write;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.report.TitleBlock;
import dev.rollup.rollup.Counters;
import dev.rollup.rollup.Origin;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.support.Values;
import dev.rollup.template.Template;
import dev.rollup.write.form.ReturnDocument;
import dev.rollup.write.form.ReturnWorkbook;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.summary.SummaryWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the tests of forms have in common: the built-in template, and reading back with POI. */
public final class Forms {

  public static final Template TEMPLATE = template();
  public static final Messages ZH = new Messages(Language.ZH);

  /** Who writes to the units, without a name. */
  public static final Sender SENDER =
      new Sender(
          TEMPLATE,
          ZH,
          Optional.empty(),
          Optional.empty(),
          TEMPLATE.deadline(),
          Optional.empty(),
          Optional.empty());

  /** What stands above what is written. */
  public static final TitleBlock BLOCK =
      new TitleBlock(
          TEMPLATE.district(),
          TEMPLATE.period(),
          Optional.empty(),
          TEMPLATE.deadline(),
          TEMPLATE.zone());

  /** The name of a value in a row of the list: its field and its row. */
  private static final Pattern ROW = Pattern.compile("f_7_1_(\\d)_(\\d+)");

  private Forms() {}

  /** Returns the writer of summaries. */
  public static SummaryWorkbook summaries() {
    return new SummaryWorkbook(
        TEMPLATE, ZH, SENDER, false, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Returns the workbook that goes up with values, those of rows in its annex. */
  public static byte[] returnWorkbook(Map<String, ?> values) {
    return returnWorkbook(values, ZH);
  }

  /** As {@link #returnWorkbook(Map)}, in a language. */
  public static byte[] returnWorkbook(Map<String, ?> values, Messages messages) {
    return returnWorkbook(TEMPLATE, Values.of(totals(values)), carried(values), messages);
  }

  /** Returns the workbook that goes up. */
  public static byte[] returnWorkbook(
      Template template, Map<String, Value> totals, RollUpContents carried) {
    return returnWorkbook(template, totals, carried, ZH);
  }

  private static byte[] returnWorkbook(
      Template template, Map<String, Value> totals, RollUpContents carried, Messages messages) {
    var out = new ByteArrayOutputStream();
    try {
      ReturnWorkbook.write(
          template, totals, carried, messages, Path.of(System.getProperty("java.io.tmpdir")), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Returns the document that goes up with values, those of rows in its annex. */
  public static byte[] returnDocument(Map<String, ?> values) {
    return returnDocument(values, ZH);
  }

  /** As {@link #returnDocument(Map)}, in a language. */
  public static byte[] returnDocument(Map<String, ?> values, Messages messages) {
    return ReturnDocument.of(TEMPLATE, Values.of(totals(values)), carried(values), messages);
  }

  private static Map<String, Object> totals(Map<String, ?> values) {
    var totals = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) -> {
          if (!ROW.matcher(name).matches()) {
            totals.put(name, value);
          }
        });
    return totals;
  }

  /** Returns what a roll-up carries whose rows are those of {@code f_7_1_2_5} and the like. */
  public static RollUpContents carried(Map<String, ?> values) {
    var rows = new TreeMap<Integer, List<String>>();
    var totals = new TreeMap<String, RollUpContents.Total>();
    values.forEach(
        (name, value) -> {
          Matcher row = ROW.matcher(name);
          if (row.matches()) {
            rows.computeIfAbsent(
                    Integer.parseInt(row.group(2)), n -> new ArrayList<>(List.of("", "", "")))
                .set(Integer.parseInt(row.group(1)) - 1, value.toString());
          }
        });
    for (int field = 2; field <= 3; field++) {
      int at = field - 1;
      List<BigDecimal> counts =
          rows.values().stream()
              .map(row -> row.get(at))
              .filter(count -> !count.isEmpty())
              .map(BigDecimal::new)
              .toList();
      totals.put(
          "7.1." + field,
          new RollUpContents.Total(
              counts.stream().reduce(BigDecimal::add).orElse(null),
              new Counters(counts.size(), rows.size() - counts.size(), 0)));
    }
    return new RollUpContents(
        rows.isEmpty() ? Map.of() : totals,
        rows.entrySet().stream()
            .map(
                row ->
                    new RollUpContents.Row(
                        "7.1", new Origin("U" + row.getKey(), "单位" + row.getKey()), row.getValue()))
            .toList());
  }

  public static XSSFWorkbook open(byte[] workbook) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cell that a name refers to. */
  public static XSSFCell cell(XSSFWorkbook workbook, String name) {
    var at = new CellReference(workbook.getName(name).getRefersToFormula());
    return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
  }

  private static Template template() {
    try {
      return TemplateReader.read(TemplateReader.DEFAULT_ID);
    } catch (Mistake e) {
      throw new IllegalStateException(e);
    }
  }
}
