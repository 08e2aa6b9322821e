package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Finding;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.SavedAsXls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class XlsReaderTest {

  private final XlsReader reader = new XlsReader();
  private HSSFWorkbook workbook;
  private HSSFSheet sheet;

  @BeforeEach
  void open() {
    workbook = new HSSFWorkbook();
    sheet = workbook.createSheet("统计表");
  }

  @AfterEach
  void close() throws IOException {
    workbook.close();
  }

  private byte[] bytes() {
    try {
      var out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private org.apache.poi.ss.usermodel.Cell cell(int row, int column) {
    var at = sheet.getRow(row);
    return (at == null ? sheet.createRow(row) : at).createCell(column);
  }

  private org.apache.poi.ss.usermodel.Cell cell(int row, int column, String format) {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    var cell = cell(row, column);
    cell.setCellStyle(style);
    return cell;
  }

  @Test
  void a_cell_is_what_it_holds() {
    cell(0, 0).setCellValue("第1项");
    cell(0, 1).setCellValue(12);
    cell(0, 2).setCellValue(0.1);
    cell(0, 3).setCellValue(true);
    cell(0, 4).setCellErrorValue(FormulaError.REF.getCode());
    cell(0, 5).setCellValue("");
    cell(1, 0, "0.00\"万\"").setCellValue(1.5);
    cell(1, 1, "yyyy\"年\"m\"月\"d\"日\"").setCellValue(LocalDate.of(2023, 6, 28));
    cell(1, 2).setCellValue(1e300);

    assertThat(cells(onlyGrid(clean(reader.read(bytes())))))
        .isEqualTo(
            Map.of(
                "A1", text("第1项"),
                "B1", number("12"),
                "C1", number("0.1"),
                "D1", new Cell.Bool(true),
                "E1", new Cell.ErrorValue("#REF!"),
                "F1", text(""),
                "A2", number("1.5", "0.00\"万\""),
                "B2", new Cell.Date(LocalDate.of(2023, 6, 28).atStartOfDay()),
                "C2", new Cell.Number(new BigDecimal("1.0E+300"), "General")));
  }

  @Test
  void days_may_be_counted_from_1904() {
    workbook.getInternalWorkbook().getRecords().stream()
        .filter(DateWindow1904Record.class::isInstance)
        .map(DateWindow1904Record.class::cast)
        .forEach(record -> record.setWindowing((short) 1));
    cell(0, 0, "yyyy-mm-dd").setCellValue(43643);

    assertThat(cells(onlyGrid(clean(reader.read(bytes())))))
        .containsEntry("A1", new Cell.Date(LocalDate.of(2023, 6, 28).atStartOfDay()));
  }

  @Test
  void formulas_come_with_the_results_that_were_left_behind() {
    cell(0, 0).setCellValue(5);
    for (int column = 1; column < 5; column++) {
      cell(0, column);
    }
    sheet.getRow(0).getCell(1).setCellFormula("A1*2");
    sheet.getRow(0).getCell(2).setCellFormula("IF(A1>1,\"\",1)");
    sheet.getRow(0).getCell(3).setCellFormula("A1/0");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    sheet.getRow(0).getCell(4).setCellFormula("A1*3");

    assertThat(cells(onlyGrid(clean(reader.read(bytes())))))
        .isEqualTo(
            Map.of(
                "A1", number("5"),
                "B1", formula("A1*2", number("10")),
                "C1", formula("IF(A1>1,\"\",1)", text("")),
                "D1", formula("A1/0", new Cell.ErrorValue("#DIV/0!")),
                // Never computed: the zero that stands there is nobody's.
                "E1", formula("A1*3", Cell.EMPTY)));
  }

  @Test
  void what_is_hidden_is_marked() {
    cell(1, 2).setCellValue(1);
    sheet.getRow(1).setZeroHeight(true);
    sheet.setColumnHidden(2, true);
    workbook.createSheet("藏");
    workbook.createSheet("深藏");
    workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
    workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);

    var grids = clean(reader.read(bytes())).grids();
    assertThat(grids).extracting(g -> g.sheet()).containsExactly("统计表", "藏", "深藏");
    assertThat(grids).extracting(g -> g.hidden()).containsExactly(false, true, true);
    assertThat(grids.get(0).rowHidden(1)).isTrue();
    assertThat(grids.get(0).rowHidden(0)).isFalse();
    assertThat(grids.get(0).columnHidden(2)).isTrue();
    assertThat(grids.get(0).columnHidden(1)).isFalse();
  }

  @Test
  void names_point_at_one_cell_or_are_texts() {
    cell(1, 1).setCellValue(1);
    sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 4));
    name("f_1", "统计表!$B$2");
    name("f_2", "统计表!$B$3:$E$4");
    name("f_3", "统计表!$B$3:$E$5");
    name("rollup_template", "\"某表\"");
    name("sum", "SUM(统计表!$B$2:$B$9)");
    workbook.setPrintArea(0, 1, 1, 1, 1);

    var document = clean(reader.read(bytes()));
    assertThat(onlyGrid(document).names())
        .containsEntry("f_1", new Position(1, 1))
        .containsEntry("f_2", new Position(2, 1))
        .doesNotContainKeys("f_3", "sum");
    assertThat(document.properties()).isEqualTo(Map.of("rollup_template", "某表"));
  }

  private void name(String name, String formula) {
    var defined = workbook.createName();
    defined.setNameName(name);
    defined.setRefersToFormula(formula);
  }

  @Test
  void properties_are_the_custom_ones_and_the_title() {
    workbook.createInformationProperties();
    var custom = new CustomProperties();
    custom.put("年度", "2023");
    workbook.getDocumentSummaryInformation().setCustomProperties(custom);
    workbook.getSummaryInformation().setTitle("统计表");

    assertThat(clean(reader.read(bytes())).properties())
        .isEqualTo(Map.of("年度", "2023", "title", "统计表"));
  }

  @Test
  void more_cells_than_a_form_has_are_too_large() {
    for (int row = 0; row < 1_000; row++) {
      for (int column = 0; column < 201; column++) {
        cell(row, column).setCellValue(1);
      }
    }
    assertRefused(reader.read(bytes()), TOO_LARGE);
  }

  @Test
  void blanks_are_no_cells() {
    for (int row = 0; row < 2_000; row++) {
      for (int column = 0; column < 250; column++) {
        cell(row, column);
      }
    }
    cell(2_000, 0).setCellValue(7);
    assertThat(cells(onlyGrid(clean(reader.read(bytes())))))
        .isEqualTo(Map.of("A2001", number("7")));
  }

  @Test
  void macros_and_other_files_are_noted() throws IOException {
    cell(0, 0).setCellValue(1);
    try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes()))) {
      file.createDirectory("_VBA_PROJECT_CUR");
      var out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      var outcome = reader.read(out.toByteArray());
      assertThat(outcome.findings()).extracting(Finding::code).containsExactly(MACROS_IGNORED);
      assertThat(cells(onlyGrid(outcome.value().orElseThrow())))
          .isEqualTo(Map.of("A1", number("1")));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"binaryRC4", "cryptoAPI", "xor"})
  void a_password_is_asked_for_unless_everybody_knows_it(EncryptionMode mode) {
    cell(0, 0).setCellValue(1);
    workbook.createSheet("又").createRow(3).createCell(2).setCellValue("字");
    try {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      workbook.setEncryptionMode(mode);
      byte[] secret = bytes();
      Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
      workbook.setEncryptionMode(null);
      workbook.setEncryptionMode(mode);
      byte[] open = bytes();
      Biff8EncryptionKey.setCurrentUserPassword(null);

      assertRefused(reader.read(secret), PASSWORD_PROTECTED);
      var grids = clean(reader.read(open)).grids();
      assertThat(grids).hasSize(2);
      assertThat(cells(grids.get(0))).isEqualTo(Map.of("A1", number("1")));
      assertThat(cells(grids.get(1))).isEqualTo(Map.of("C4", text("字")));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /**
   * The ciphers go by blocks, and a record may lie across the end of one. (POI cannot write long
   * ones under xor.)
   */
  @ParameterizedTest
  @EnumSource(names = {"binaryRC4", "cryptoAPI"})
  void a_long_workbook_is_deciphered_to_its_end(EncryptionMode mode) throws IOException {
    byte[] plain = SavedAsXls.of(FilledBlank.with(Map.of("h_unit", "城桥镇", "f_1_1_1", "12")));
    try (var form = new HSSFWorkbook(new ByteArrayInputStream(plain))) {
      Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
      form.setEncryptionMode(mode);
      var out = new ByteArrayOutputStream();
      form.write(out);
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(clean(reader.read(out.toByteArray())).grids())
          .extracting(XlsReaderTest::described)
          .isEqualTo(
              clean(reader.read(plain)).grids().stream().map(XlsReaderTest::described).toList());
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** A sheet that is all chart keeps its numbers as a sheet keeps cells, column by column. */
  @Test
  void a_chart_sheet_is_left_out_whatever_it_keeps() throws IOException {
    cell(0, 0).setCellValue(12);
    workbook.createSheet("图表");
    var chart = new ArrayList<byte[]>();
    for (int[] at : new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
      chart.add(record(0x203, at[0], at[1], 0, 0, 0, 0, 0x4049));
    }
    byte[] stream = withChart(stream(bytes()), chart);

    assertThat(cells(onlyGrid(clean(reader.read(compound("Workbook", stream))))))
        .isEqualTo(Map.of("A1", number("12")));
  }

  @Test
  void a_sheet_that_is_said_to_be_another_kind_is_damage() throws IOException {
    cell(0, 0).setCellValue(12);
    byte[] stream = stream(bytes());
    stream[boundSheet(stream, 0) + 9] = 2;

    assertRefused(reader.read(compound("Workbook", stream)), DAMAGED_FILE);
  }

  /** Makes the second sheet a chart with these records at its beginning. */
  private static byte[] withChart(byte[] stream, List<byte[]> records) {
    int bound = boundSheet(stream, 1);
    stream[bound + 9] = 2;
    var bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    int start = bytes.getInt(bound + 4);
    bytes.putShort(start + 6, (short) 0x20);
    int first = start + 4 + bytes.getShort(start + 2);
    var out = new ByteArrayOutputStream();
    out.write(stream, 0, first);
    records.forEach(out::writeBytes);
    out.write(stream, first, stream.length - first);
    return out.toByteArray();
  }

  private static int boundSheet(byte[] stream, int index) {
    var bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    int found = 0;
    for (int at = 0; ; at += 4 + bytes.getShort(at + 2)) {
      if (bytes.getShort(at) == 0x85 && found++ == index) {
        return at;
      }
    }
  }

  private static byte[] record(int kind, int... words) {
    var record = ByteBuffer.allocate(4 + 2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    record.putShort((short) kind).putShort((short) (2 * words.length));
    for (int word : words) {
      record.putShort((short) word);
    }
    return record.array();
  }

  private static byte[] stream(byte[] file) throws IOException {
    try (var compound = new POIFSFileSystem(new ByteArrayInputStream(file))) {
      return compound.createDocumentInputStream("Workbook").readAllBytes();
    }
  }

  @Test
  void what_is_no_workbook_is_refused_as_what_it_is() throws IOException {
    assertRefused(reader.read(new byte[0]), EMPTY_FILE);
    assertRefused(reader.read("a,b".getBytes(StandardCharsets.UTF_8)), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(compound("WordDocument", new byte[5_000])), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(compound("Book", new byte[5_000])), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(compound("EncryptedPackage", new byte[9])), PASSWORD_PROTECTED);
    assertRefused(reader.read(compound("Workbook", new byte[5_000])), DAMAGED_FILE);
    byte[] excel95 = {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0, 10, 0, 0, 0};
    assertRefused(reader.read(compound("Workbook", excel95)), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(Arrays.copyOf(compound("Workbook", excel95), 600)), DAMAGED_FILE);
  }

  private static byte[] compound(String stream, byte[] content) throws IOException {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(content), stream);
      var out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @Test
  void the_form_is_the_same_as_in_the_newer_format() {
    byte[] xlsx =
        FilledBlank.with(
            Map.of(
                "h_unit", "城桥镇",
                "h_date", "@2023-06-20",
                "f_1_1_1", "12",
                "f_1_1_2", "=1+2",
                "f_1_2_1", "约200",
                "f_1_3_1", "format 0.0% 0.5",
                "f_7_1_1_1", "亲子活动"));
    var expected = new XlsxReader().read(xlsx).value().orElseThrow();
    var actual = clean(reader.read(SavedAsXls.of(xlsx)));
    assertThat(actual.grids()).hasSameSizeAs(expected.grids());
    for (int i = 0; i < expected.grids().size(); i++) {
      assertThat(described(actual.grids().get(i))).isEqualTo(described(expected.grids().get(i)));
      assertThat(actual.grids().get(i).names()).isEqualTo(expected.grids().get(i).names());
    }
    assertThat(actual.properties()).containsAllEntriesOf(without(expected.properties()));
  }

  /** Describes cells so that 12 and 12.0 are the same. */
  private static List<String> described(Grid grid) {
    return grid.cells().stream()
        .map(placed -> placed.at().a1() + " " + described(placed.cell()))
        .toList();
  }

  private static String described(Cell cell) {
    if (cell instanceof Cell.Formula formula) {
      return "=" + formula.expression() + " " + described(formula.cached());
    }
    String format = cell instanceof Cell.Number number ? number.format() : "";
    return cell.getClass().getSimpleName() + " " + cell.raw() + " " + format;
  }

  /** What only the newer format has. */
  private static Map<String, String> without(Map<String, String> properties) {
    var rest = new HashMap<>(properties);
    rest.keySet().removeAll(List.of("title", "identifier"));
    return rest;
  }
}
