package dev.rollup.samples;

import dev.rollup.support.DrawnForm;
import dev.rollup.support.FixedZip;
import dev.rollup.support.SavedAsXls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes the folder {@code samples/investment}: another form of the same office, a matrix with money
 * and rates, and what eight units send back. All numbers are made up, by a fixed seed.
 */
public final class InvestmentSamples {

  private static final long SEED = 20240115;
  private static final Date MADE = Date.from(Instant.parse("2024-01-02T04:00:00Z"));
  private static final List<String> FORM =
      List.of(
          "T 2023年度安全生产投入和隐患治理情况统计表",
          "L 填报单位（盖章）：____________||||填报日期：____年__月__日",
          "| 行业 | 企业数（家） | 安全投入（万元） | < | < | 排查隐患（处） | 已整改（处） | 整改率（%） |",
          "| ^ | ^ | 合计 | 设备更新 | 教育培训 | ^ | ^ | ^ |",
          "| 矿山 | | | | | | | |",
          "| 危险化学品 | | | | | | | |",
          "| 建筑施工 | | | | | | | |",
          "| 交通运输 | | | | | | | |",
          "| 合　计 | | | | | | | |",
          "L 注：整改率＝已整改÷排查隐患×100%，保留一位小数。",
          "L 填表人：________||||联系电话：________");

  private static final int FIRST = 4;
  private static final int ROWS = 4;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Random random = new Random(SEED);

  private InvestmentSamples() {}

  /** Writes all files into the folder named by the first argument. */
  public static void main(String[] args) throws Exception {
    for (var file : make().entrySet()) {
      Path target = Path.of(args[0]).resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  /** Returns the content of every file by its path. */
  static Map<String, byte[]> make() throws Exception {
    var samples = new InvestmentSamples();
    samples.files.put("blank.xlsx", samples.write(samples.blank()));
    samples.returns();
    return samples.files;
  }

  /** What is done to a return before it is sent. */
  private interface Flaw {
    void in(XSSFSheet sheet);
  }

  private void returns() throws Exception {
    send("城桥镇.xlsx", sheet -> {});
    files.put("submissions/堡镇.xls", SavedAsXls.of(filled("堡镇", sheet -> {})));
    // A row of its own above the table.
    send("新河镇.xlsx", sheet -> sheet.shiftRows(2, sheet.getLastRowNum(), 1));
    // Money as words, as it is pasted from an account: read all the same.
    send(
        "庙镇.xlsx",
        sheet -> {
          var cell = sheet.getRow(FIRST).getCell(3);
          cell.setCellValue(cell.getNumericCellValue() + "万元");
        });
    // A total that is not that of its parts.
    send(
        "竖新镇.xlsx",
        sheet -> {
          var cell = sheet.getRow(FIRST + ROWS).getCell(1);
          cell.setCellValue(cell.getNumericCellValue() + 10);
        });
    // A row typed one cell too far to the right.
    send(
        "向化镇.xlsx",
        sheet -> {
          var row = sheet.getRow(FIRST + 1);
          for (int column = 8; column > 1; column--) {
            var cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
            cell.setCellValue(row.getCell(column - 1).getNumericCellValue());
          }
          row.getCell(1).setBlank();
        });
    // A number that is only about right.
    send("三星镇.xlsx", sheet -> sheet.getRow(FIRST + 2).getCell(5).setCellValue("约30"));
    // 港沿镇 does not send anything.
  }

  private void send(String name, Flaw flaw) throws Exception {
    String unit = name.substring(0, name.indexOf('.'));
    files.put("submissions/" + name, filled(unit, flaw));
  }

  private XSSFWorkbook blank() throws IOException {
    var book = new XSSFWorkbook(new ByteArrayInputStream(new DrawnForm(FORM).xlsx()));
    XSSFSheet sheet = book.getSheetAt(0);
    int[] widths = {16, 11, 11, 11, 11, 11, 11, 11};
    for (int column = 0; column < widths.length; column++) {
      sheet.setColumnWidth(column, widths[column] * 256);
    }
    XSSFCellStyle title = book.createCellStyle();
    title.setAlignment(HorizontalAlignment.CENTER);
    var bold = book.createFont();
    bold.setBold(true);
    bold.setFontHeightInPoints((short) 14);
    title.setFont(bold);
    sheet.getRow(0).getCell(0).setCellStyle(title);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    return book;
  }

  private byte[] filled(String unit, Flaw flaw) throws IOException {
    XSSFWorkbook book = blank();
    XSSFSheet sheet = book.getSheetAt(0);
    sheet.getRow(1).getCell(0).setCellValue("填报单位（盖章）：" + unit);
    sheet.getRow(1).getCell(4).setCellValue("填报日期：2024年1月" + (5 + random.nextInt(9)) + "日");
    var sums = new double[8];
    for (int row = FIRST; row < FIRST + ROWS; row++) {
      int found = 20 + random.nextInt(80);
      double[] values = {
        0,
        1 + random.nextInt(30),
        0,
        random.nextInt(90_000) / 100.0,
        random.nextInt(20_000) / 100.0,
        found,
        found - random.nextInt(15),
        0
      };
      values[2] = Math.round((values[3] + values[4]) * 100) / 100.0;
      row(sheet, row, values);
      for (int column = 1; column < sums.length; column++) {
        sums[column] = Math.round((sums[column] + values[column]) * 100) / 100.0;
      }
    }
    row(sheet, FIRST + ROWS, sums);
    sheet.getRow(FIRST + ROWS + 2).getCell(0).setCellValue("填表人：示例填表人");
    sheet.getRow(FIRST + ROWS + 2).getCell(4).setCellValue("联系电话：021-00000000");
    flaw.in(sheet);
    return write(book);
  }

  private static void row(XSSFSheet sheet, int row, double[] values) {
    values[7] = Math.round(values[6] * 1000 / values[5]) / 10.0;
    for (int column = 1; column < values.length; column++) {
      sheet.getRow(row).getCell(column).setCellValue(values[column]);
    }
  }

  private byte[] write(XSSFWorkbook book) throws IOException {
    try (book;
        var bytes = new ByteArrayOutputStream()) {
      var core = book.getProperties().getCoreProperties();
      core.setCreated(Optional.of(MADE));
      core.setModified(Optional.of(MADE));
      book.write(bytes);
      return FixedZip.of(bytes.toByteArray());
    }
  }
}
