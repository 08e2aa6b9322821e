package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.model.Addresses.address;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.xls.HandMadeRecords.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.xlsx.HandMadeWorkbook;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.OtherProgram;
import dev.rollup.support.SavedAsXls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.common.ExtendedColor;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFExtendedColor;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting.IconSet;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code .xls} keeps a person from seeing, as the marks of the cell C3, which holds 300. */
@Tag("slow")
class XlsSightTest {

  private static final Position CELL = new Position(2, 2);

  private final HSSFWorkbook workbook = new HSSFWorkbook();
  private final HSSFCell cell = workbook.createSheet("表").createRow(2).createCell(2);

  @Test
  void fonts_and_fills() throws IOException {
    assertThat(grid().marks(CELL)).isEmpty();
    font(font -> font.setStrikeout(true));
    assertThat(grid().marks(CELL)).containsExactly(Mark.STRUCK_OUT);
    font(font -> font.setTypeOffset(Font.SS_SUPER));
    assertThat(grid().marks(CELL)).containsExactly(Mark.SHIFTED);
    font(font -> font.setFontHeightInPoints((short) 1));
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    font(font -> font.setColor(HSSFColorPredefined.WHITE.getIndex()));
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    cell.getCellStyle().setFillPattern(FillPatternType.SOLID_FOREGROUND);
    cell.getCellStyle().setFillForegroundColor(HSSFColorPredefined.BLUE.getIndex());
    assertThat(grid().marks(CELL)).isEmpty();
  }

  @Test
  void runs_of_a_text() throws IOException {
    HSSFFont struck = workbook.createFont();
    struck.setStrikeout(true);
    var text = new HSSFRichTextString("2835");
    text.applyFont(0, 2, struck);
    cell.setCellValue(text);
    assertThat(((Cell.Text) document().grids().get(0).at(CELL)).spans())
        .containsExactly(new Span(0, 2, Mark.STRUCK_OUT));
  }

  @Test
  void rows_columns_merges_and_zeros() throws IOException {
    workbook.getSheetAt(0).addMergedRegion(new CellRangeAddress(2, 2, 1, 3));
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    workbook.getSheetAt(0).removeMergedRegion(0);
    workbook.getSheetAt(0).getRow(2).setZeroHeight(true);
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    workbook.getSheetAt(0).getRow(2).setZeroHeight(false);
    workbook.getSheetAt(0).getRow(2).setHeightInPoints(1);
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    workbook.getSheetAt(0).getRow(2).setHeightInPoints(15);
    assertThat(grid().marks(CELL)).isEmpty();
    workbook.getSheetAt(0).setColumnWidth(2, 40);
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    workbook.getSheetAt(0).setColumnWidth(2, 2000);
    workbook.getSheetAt(0).setDisplayZeros(false);
    assertThat(grid().marks(CELL)).isEmpty();
    cell.setCellValue(0);
    assertThat(document().grids().get(0).marks(CELL)).containsExactly(Mark.RESTYLED);
  }

  @Test
  void what_lies_over_cells_and_hangs_on_them() throws IOException {
    var drawing = workbook.getSheetAt(0).createDrawingPatriarch();
    var comment =
        drawing.createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 5, 5, (short) 7, 8));
    comment.setString(new HSSFRichTextString("更正为15"));
    cell.setCellComment(comment);
    drawing
        .createTextbox(new HSSFClientAnchor(0, 0, 0, 0, (short) 2, 2, (short) 3, 3))
        .setString(new HSSFRichTextString("20"));
    workbook.getSheetAt(0).getFooter().setCenter("另有12场");
    Document document = document();
    assertThat(document.grids().get(0).marks(CELL)).containsExactly(Mark.DRAWN_OVER);
    assertThat(document.notes())
        .containsExactlyInAnyOrder(
            new Note(Note.Kind.COMMENT, "表", address("C3"), "更正为15"),
            new Note(Note.Kind.BOX, "表", address("C3"), "20"),
            new Note(Note.Kind.PAGE_MARGIN, "表", null, "另有12场"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ | ",
        "0\"万\" | ",
        ";;; | HIDDEN",
        "@\"万\" | RESTYLED",
      })
  void a_format_may_show_a_text_otherwise(String code, Mark mark) throws IOException {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(code));
    cell.setCellStyle(style);
    assertThat(grid().marks(CELL)).isEmpty();
    cell.setCellValue("300");
    assertThat(document().grids().get(0).marks(CELL)).isEqualTo(setOf(mark));
  }

  @Test
  void what_is_repeated_to_fill_the_cell_is_not_what_is_stored() throws IOException {
    var style = workbook.createCellStyle();
    style.setAlignment(HorizontalAlignment.FILL);
    cell.setCellStyle(style);
    assertThat(grid().marks(CELL)).containsExactly(Mark.RESTYLED);
  }

  @Test
  void formulas_may_be_shown_in_the_place_of_results() throws IOException {
    workbook.getSheetAt(0).setDisplayFormulas(true);
    assertThat(grid().marks(CELL)).isEmpty();
    cell.setCellFormula("1+2");
    cell.setCellValue(3);
    assertThat(document().grids().get(0).marks(CELL)).containsExactly(Mark.RESTYLED);
  }

  @Test
  void white_is_hidden_before_whatever_is_white() throws IOException {
    font(font -> font.setColor(HSSFColorPredefined.WHITE.getIndex()));
    var style = cell.getCellStyle();
    style.setFillPattern(FillPatternType.BIG_SPOTS);
    style.setFillForegroundColor(HSSFColorPredefined.WHITE.getIndex());
    style.setFillBackgroundColor(HSSFColorPredefined.WHITE.getIndex());
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
    style.setFillForegroundColor(HSSFColorPredefined.RED.getIndex());
    assertThat(grid().marks(CELL)).isEmpty();
    workbook
        .getCustomPalette()
        .setColorAtIndex(HSSFColorPredefined.RED.getIndex(), (byte) 0xFF, (byte) 0xFE, (byte) 0xFF);
    assertThat(grid().marks(CELL)).containsExactly(Mark.HIDDEN);
  }

  /** The formats of a sheet that depend on what its cells hold. */
  @Nested
  class ConditionalLooks {

    private static final short NO_FORMULA = 0;
    private static final byte[] ANY = bytes("1d 01");

    /** Parts of a look, and that all of them are said. */
    private static final int FORMAT = 1 << 25;

    private static final int FONT = 1 << 26;
    private static final int ALIGNMENT = 1 << 27;
    private static final int BORDER = 1 << 28;
    private static final int PATTERN = 1 << 29;
    private static final int PROTECTION = 1 << 30;

    private static final byte[] WAN = look(FORMAT, 1, format("0\"万\""));
    private static final byte[] WHITE = look(FONT, 0, font("", -1, 0, 0, 9));
    private static final byte[] NOTHING = bytes(0, (short) 0);

    private static byte[] look(int parts, int more, byte[]... content) {
      return bytes(parts, (short) more, bytes((Object[]) content));
    }

    private static byte[] format(String code) {
      byte[] text = HandMadeRecords.text(code);
      return bytes((short) (text.length + 2), text);
    }

    private static byte[] font(String name, int height, int style, int shift, int color) {
      byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
      return bytes(
          (byte) letters.length,
          (byte) 0,
          Arrays.copyOf(letters, 62),
          height,
          style,
          "9001",
          (short) shift,
          "00 00 00 00",
          color,
          "00000000",
          style == 0 ? 0x9A : 0x1A,
          shift == 0 ? 1 : 0,
          "01000000 00000000 00000000 00000000 00000000 0100");
    }

    private static byte[] pattern(int kind, int front, int back) {
      return bytes((short) (kind << 10), (short) (front | back << 7));
    }

    /** Returns the records of a rule for C3. */
    private static HandMadeRecords rule(int kind, int operator, byte[] look, byte[]... operands) {
      return new HandMadeRecords()
          .ofSheet(0x1B0, (short) 1, (short) (7 << 1), areas())
          .ofSheet(
              0x1B1,
              (byte) kind,
              (byte) operator,
              (short) (operands.length > 0 ? operands[0].length : 0),
              (short) (operands.length > 1 ? operands[1].length : 0),
              look,
              bytes((Object[]) operands));
    }

    /** The areas I9 and C3:D3. */
    private static byte[] areas() {
      return bytes("0200 0800 0200 0800", "0200", "0800 0800 0800 0800", "0200 0200 0200 0300");
    }

    private Set<Mark> marks(HandMadeRecords records) {
      var outcome = new XlsReader().read(records.in(workbook));
      return outcome.value().orElseThrow().grids().get(0).marks(CELL);
    }

    private static byte[] whole(int number) {
      return bytes((byte) 0x1E, (short) number);
    }

    static Stream<Arguments> comparisons() {
      byte[] more = bytes(whole(40), "13");
      byte[] reference = bytes("24 0000 1900");
      return Stream.of(
          arguments(5, List.of(whole(0)), true),
          arguments(5, List.of(whole(40)), false),
          arguments(7, List.of(whole(40)), true),
          arguments(6, List.of(whole(40)), false),
          arguments(6, List.of(bytes((byte) 0x1F, 40.5)), true),
          arguments(8, List.of(bytes(whole(40), "13")), false),
          arguments(8, List.of(bytes(whole(40), "15 13 15 13")), true),
          arguments(3, List.of(whole(40)), true),
          arguments(3, List.of(whole(41)), false),
          arguments(4, List.of(whole(40)), false),
          arguments(1, List.of(whole(50), whole(30)), true),
          arguments(1, List.of(whole(50), whole(60)), false),
          arguments(2, List.of(whole(30), whole(50)), false),
          arguments(2, List.of(more, whole(30)), true),
          arguments(1, List.of(whole(50)), true),
          arguments(3, List.of(reference), true),
          arguments(3, List.of(bytes(whole(41), whole(0), "03")), true),
          arguments(0, List.of(whole(41)), true),
          arguments(99, List.of(whole(41)), true));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void a_comparison_counts_unless_it_certainly_does_not_hold(
        int operator, List<byte[]> operands, boolean may) {
      byte[][] formulas = operands.toArray(byte[][]::new);
      Set<Mark> expected = may ? Set.of(Mark.RESTYLED) : Set.of();

      cell.setCellValue(40);
      assertThat(marks(rule(1, operator, WAN, formulas))).isEqualTo(expected);
      cell.setCellFormula("20*2");
      cell.setCellValue(40);
      assertThat(marks(rule(1, operator, WAN, formulas))).isEqualTo(expected);
    }

    /** Programs that have more kinds than the format has write them as kinds of their own. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 77})
    void any_other_condition_may_hold(int kind) {
      cell.setCellValue(40);
      assertThat(marks(rule(kind, 0, WAN, ANY))).containsExactly(Mark.RESTYLED);
      cell.setCellValue("40");
      assertThat(marks(rule(kind, 0, WAN, ANY))).isEmpty();
      assertThat(marks(rule(kind, 0, WHITE, ANY))).containsExactly(Mark.HIDDEN);
    }

    static Stream<Arguments> looks() {
      byte[] red = font("", -1, 0, 0, 10);
      return Stream.of(
          arguments(look(FORMAT, 0, bytes("00 03")), null),
          arguments(look(FORMAT, 1, format("General")), null),
          arguments(look(FORMAT, 0, bytes("00 09")), Mark.RESTYLED),
          arguments(look(FORMAT, 1, format(";;;")), Mark.RESTYLED),
          arguments(look(FORMAT, 0, bytes("00 a4")), Mark.RESTYLED),
          arguments(look(FONT, 0, font("", -1, 0x80, 0, -1)), Mark.STRUCK_OUT),
          arguments(look(FONT, 0, font("", -1, 0, 1, -1)), Mark.SHIFTED),
          arguments(look(FONT, 0, font("", 20, 0, 0, -1)), Mark.HIDDEN),
          arguments(look(FONT, 0, font("", 240, 0, 0, -1)), null),
          arguments(look(FONT, 0, font("Wingdings", -1, 0, 0, -1)), Mark.RESTYLED),
          arguments(look(FONT, 0, red), null),
          arguments(WHITE, Mark.HIDDEN),
          arguments(look(FONT, 0, font("", -1, 0, 0, 0x7FFF)), null),
          arguments(look(PATTERN, 0, pattern(1, 64, 10)), null),
          arguments(look(PATTERN, 0, pattern(1, 64, 8)), Mark.HIDDEN),
          arguments(look(PATTERN | 1 << 16 | 1 << 17, 0, pattern(0, 64, 8)), Mark.HIDDEN),
          arguments(look(PATTERN | 1 << 18, 0, pattern(1, 8, 10)), Mark.HIDDEN),
          arguments(look(PATTERN, 0, pattern(2, 8, 10)), null),
          arguments(look(FONT | PATTERN, 0, red, pattern(1, 64, 10)), Mark.HIDDEN),
          arguments(look(FONT | PATTERN, 0, red, pattern(1, 10, 9)), null),
          arguments(
              look(
                  FORMAT | FONT | ALIGNMENT | BORDER | PATTERN | PROTECTION,
                  0,
                  bytes("00 01"),
                  red,
                  new byte[16],
                  pattern(1, 64, 10),
                  new byte[2]),
              Mark.HIDDEN),
          arguments(look(BORDER, 0, new byte[8]), null),
          arguments(NOTHING, null));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_rule_lays_its_look_over_that_of_the_cell(byte[] look, Mark mark) {
      workbook.createCellStyle().setDataFormat(workbook.createDataFormat().getFormat("0\"万\""));
      cell.setCellValue(40);

      assertThat(marks(rule(2, 0, look, ANY))).isEqualTo(setOf(mark));
      assertThat(marks(newer(2, 0, look, 1, ""))).isEqualTo(setOf(mark));
      assertThat(marks(rule(1, 5, look, whole(41)))).isEmpty();
    }

    /** Returns the records of a rule as newer programs write it. */
    private static HandMadeRecords newer(
        int kind, int operator, byte[] look, int template, String rest) {
      return new HandMadeRecords()
          .ofSheet(0x879, "7908 0100 0200 0200 0200 0200", (short) 1, (short) (7 << 1), areas())
          .ofSheet(
              0x87A,
              "7a08 0000 0000 0000 0000 0000",
              (byte) kind,
              (byte) operator,
              (short) ANY.length,
              NO_FORMULA,
              sized(look),
              ANY,
              "0200 1d01",
              "00 0100",
              (short) template,
              (byte) 16,
              new byte[16],
              rest);
    }

    private static byte[] sized(byte[] look) {
      return look.length == 0 ? new byte[6] : bytes(look.length, look);
    }

    /** The colours of a newer program, over those of the palette that are most like them. */
    private static byte[] extended(byte[] look, byte[]... extensions) {
      return bytes(look, "0000 ffff 0000", (short) extensions.length, bytes((Object[]) extensions));
    }

    private static byte[] color(int what, int kind, int tint, int value) {
      return bytes((short) what, (short) 20, (short) kind, (short) tint, value, new byte[8]);
    }

    static Stream<Arguments> newerColors() {
      return Stream.of(
          arguments(extended(NOTHING, color(13, 2, 0, 0xFFFFFFFF)), Mark.HIDDEN),
          arguments(extended(NOTHING, color(13, 2, 0, 0xFF0000FF)), null),
          arguments(extended(NOTHING, color(13, 3, 0, 0)), Mark.HIDDEN),
          arguments(extended(NOTHING, color(13, 3, 0x7FFF, 1)), Mark.HIDDEN),
          arguments(extended(NOTHING, color(13, 1, 0, 9)), Mark.HIDDEN),
          arguments(extended(NOTHING, color(13, 0, 0, 0)), null),
          arguments(extended(WHITE, color(13, 2, 0, 0xFF0000FF)), null),
          arguments(extended(WHITE, color(13, 9, 0, 0xFF0000FF)), Mark.HIDDEN),
          arguments(extended(NOTHING, color(5, 2, 0, 0xFF000000)), Mark.HIDDEN),
          arguments(extended(NOTHING, color(4, 2, 0, 0xFF000000)), Mark.HIDDEN),
          arguments(
              extended(
                  NOTHING,
                  color(13, 2, 0, 0xFF06009C),
                  bytes("0e00 0500 02"),
                  color(5, 2, 0, 0xFFCEC7FF)),
              null),
          arguments(
              extended(NOTHING, color(13, 2, 0, 0xFFCEC7FF), color(5, 2, 0, 0xFFCEC7FF)),
              Mark.HIDDEN),
          arguments(extended(WHITE, bytes("0600 0c00", new byte[8])), null));
    }

    @ParameterizedTest
    @MethodSource("newerColors")
    void newer_programs_say_colours_that_the_palette_does_not_have(byte[] look, Mark mark) {
      cell.setCellValue(40);

      assertThat(marks(newer(2, 0, look, 1, ""))).isEqualTo(setOf(mark));
      assertThat(marks(extending(0, 1, look, 2, NOTHING))).isEqualTo(setOf(mark));
      assertThat(marks(extending(1, 1, look, 2, NOTHING))).isEmpty();
    }

    private static Object[] extensionOf(int index, int template, byte[] look) {
      return new Object[] {
        "7b08 0100 0200 0200 0200 0200",
        0,
        (short) 7,
        (short) index,
        "00",
        (byte) template,
        "0100 01",
        (byte) (look.length == 0 ? 0 : 1),
        look.length == 0 ? look : sized(look),
        (byte) 16,
        new byte[16]
      };
    }

    private static HandMadeRecords extending(
        int index, int template, byte[] look, int kind, byte[] old) {
      return rule(kind, 0, old, ANY).ofSheet(0x87B, extensionOf(index, template, look));
    }

    @Test
    void blanks_and_errors_are_no_numbers() {
      cell.setCellValue(40);
      for (int template : new int[] {0x9, 0xB}) {
        assertThat(marks(newer(2, 0, WHITE, template, ""))).isEmpty();
        assertThat(marks(extending(0, template, new byte[0], 2, WHITE))).isEmpty();
      }
      for (int template : new int[] {0x7, 0x8, 0xA, 0xC, 0x1B}) {
        assertThat(marks(newer(2, 0, WHITE, template, ""))).containsExactly(Mark.HIDDEN);
        assertThat(marks(extending(0, template, new byte[0], 2, WHITE)))
            .containsExactly(Mark.HIDDEN);
      }
    }

    @Test
    void a_newer_rule_may_be_one_more_for_the_cells_of_an_old_one() {
      cell.setCellValue(40);
      for (short id : new short[] {7, 8}) {
        assertThat(
                marks(
                    rule(2, 0, NOTHING, ANY)
                        .ofSheet(0x87B, "7b08 0100 0200 0200 0200 0200", 1, id)
                        .ofSheet(
                            0x87A,
                            "7a08 0000 0000 0000 0000 0000",
                            "02 00 0200 0000",
                            sized(WHITE),
                            ANY,
                            "0000 00 0100 0100 10",
                            new byte[16])))
            .containsExactly(Mark.HIDDEN);
      }
    }

    @Test
    void an_icon_or_a_bar_may_stand_in_the_place_of_the_number() {
      cell.setCellValue(40);
      String bar = "0000 00 %s 0a 5a 0200 0000 ff638ec6 0000000000000000 02 0000 03 0000";
      assertThat(marks(newer(4, 0, new byte[0], 3, bar.formatted("00"))))
          .containsExactly(Mark.RESTYLED);
      assertThat(marks(newer(4, 0, new byte[0], 3, bar.formatted("01"))))
          .containsExactly(Mark.RESTYLED);
      assertThat(marks(newer(4, 0, new byte[0], 3, bar.formatted("02")))).isEmpty();
    }

    @Test
    void what_poi_writes() {
      cell.setCellValue(40);
      var rules = workbook.getSheetAt(0).getSheetConditionalFormatting();
      CellRangeAddress[] places = {new CellRangeAddress(0, 9, 0, 9)};
      var icons = rules.createConditionalFormattingRule(IconSet.GYR_3_TRAFFIC_LIGHTS);
      var bar = rules.createConditionalFormattingRule(new HSSFExtendedColor(new ExtendedColor()));
      var scale = rules.createConditionalFormattingColorScaleRule();
      var over = rules.createConditionalFormattingRule(ComparisonOperator.GT, "30");
      over.createFontFormatting().setFontColorIndex(HSSFColorPredefined.RED.getIndex());
      rules.addConditionalFormatting(places, icons);
      rules.addConditionalFormatting(places, bar);
      rules.addConditionalFormatting(places, scale);
      rules.addConditionalFormatting(places, over);
      assertThat(marks(new HandMadeRecords())).isEmpty();
      var fill = over.createPatternFormatting();
      fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
      fill.setFillBackgroundColor(HSSFColorPredefined.RED.getIndex());
      assertThat(marks(new HandMadeRecords())).containsExactly(Mark.HIDDEN);
      cell.setCellValue(30);
      assertThat(marks(new HandMadeRecords())).isEmpty();
      icons.getMultiStateFormatting().setIconOnly(true);
      assertThat(marks(new HandMadeRecords())).containsExactly(Mark.RESTYLED);
    }

    @Test
    void a_rule_for_other_cells_is_nothing() {
      workbook.getSheetAt(0).getRow(2).createCell(4).setCellValue(40);
      var grid =
          new XlsReader()
              .read(rule(2, 0, WHITE, ANY).in(workbook))
              .value()
              .orElseThrow()
              .grids()
              .get(0);
      assertThat(grid.marks(new Position(2, 4))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1B0, 0x1B1, 0x879, 0x87A, 0x87B})
    void half_a_record_is_damage(int kind) {
      cell.setCellValue(40);
      assertRefused(
          new XlsReader().read(new HandMadeRecords().ofSheet(kind, "0100").in(workbook)),
          DAMAGED_FILE);
    }

    @ParameterizedTest
    @EnumSource(names = {"binaryRC4", "cryptoAPI", "xor"})
    void a_workbook_under_the_password_of_everybody_has_them_too(EncryptionMode mode) {
      cell.setCellValue(40);
      var rules = workbook.getSheetAt(0).getSheetConditionalFormatting();
      var white = rules.createConditionalFormattingRule("C3>10");
      white.createFontFormatting().setFontColorIndex(HSSFColorPredefined.WHITE.getIndex());
      rules.addConditionalFormatting(
          new CellRangeAddress[] {new CellRangeAddress(2, 2, 2, 2)}, white);
      try {
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
        workbook.setEncryptionMode(mode);
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        Biff8EncryptionKey.setCurrentUserPassword(null);
        assertThat(
                new XlsReader()
                    .read(out.toByteArray())
                    .value()
                    .orElseThrow()
                    .grids()
                    .get(0)
                    .marks(CELL))
            .containsExactly(Mark.HIDDEN);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        Biff8EncryptionKey.setCurrentUserPassword(null);
      }
    }
  }

  /** LibreOffice leaves number formats, bars and scales out of rules, and so shows the number. */
  @Test
  void what_libreoffice_makes_of_rules(@TempDir Path folder) throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    var rules =
        List.of(
            rule(
                "HIDDEN",
                "type='cellIs' operator='greaterThan' dxfId='0'",
                "<formula>10</formula>"),
            rule("", "type='cellIs' operator='greaterThan' dxfId='0'", "<formula>41</formula>"),
            rule("HIDDEN", "type='expression' dxfId='1'", "<formula>A1&gt;10</formula>"),
            rule(
                "STRUCK_OUT",
                "type='cellIs' operator='notEqual' dxfId='2'",
                "<formula>3</formula>"),
            rule("", "type='duplicateValues' dxfId='3'", ""),
            rule("", "type='containsBlanks' dxfId='3'", "<formula>LEN(TRIM(A1))=0</formula>"),
            rule("", "type='expression' dxfId='4'", "<formula>A1&gt;10</formula>"),
            rule("", "type='top10' rank='3' dxfId='3'", ""),
            rule("", "type='aboveAverage' dxfId='3'", ""),
            rule(
                "",
                "type='dataBar'",
                "<dataBar><cfvo type='min'/><cfvo type='max'/><color rgb='FF638EC6'/></dataBar>"),
            rule(
                "",
                "type='colorScale'",
                "<colorScale><cfvo type='min'/><cfvo type='max'/><color rgb='FFFF0000'/>"
                    + "<color rgb='FF00FF00'/></colorScale>"),
            rule(
                "",
                "type='iconSet'",
                "<iconSet><cfvo type='percent' val='0'/><cfvo type='percent' val='33'/>"
                    + "<cfvo type='percent' val='67'/></iconSet>"));
    var rows = new StringBuilder();
    var formats = new StringBuilder();
    for (int row = 1; row <= rules.size(); row++) {
      rows.append("<row r='%d'><c r='A%d'><v>40</v></c></row>".formatted(row, row));
      formats.append(
          ("<conditionalFormatting sqref='A%d'><cfRule priority='%d' %s</cfRule>"
                  + "</conditionalFormatting>")
              .formatted(row, row, rules.get(row - 1)[1].replace("A1", "A" + row)));
    }
    String red =
        "<dxf><font><color rgb='FF9C0006'/></font><fill><patternFill><bgColor rgb='FFFFC7CE'/>"
            + "</patternFill></fill></dxf>";
    byte[] xlsx =
        new HandMadeWorkbook()
            .sheet("表", "<sheetData>" + rows + "</sheetData>" + formats)
            .styles(
                "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
                    + "<cellXfs><xf/></cellXfs><dxfs>"
                    + "<dxf><font><color rgb='FFFFFFFF'/></font></dxf>"
                    + "<dxf><fill><patternFill><bgColor rgb='FF000000'/></patternFill></fill></dxf>"
                    + "<dxf><font><strike/></font></dxf>"
                    + red
                    + "<dxf><numFmt numFmtId='170' formatCode='0&quot;万&quot;'/></dxf></dxfs>")
            .bytes();
    Path file = Files.write(folder.resolve("rules.xlsx"), xlsx);
    Path saved = folder.resolve("saved");
    assertThat(OtherProgram.convert("xls", saved, file)).isZero();

    var grid =
        clean(new XlsReader().read(Files.readAllBytes(saved.resolve("rules.xls")))).grids().get(0);
    for (int row = 0; row < rules.size(); row++) {
      String expected = rules.get(row)[0];
      assertThat(grid.marks(new Position(row, 0)))
          .as(rules.get(row)[1])
          .isEqualTo(expected.isEmpty() ? Set.of() : Set.of(Mark.valueOf(expected)));
    }
  }

  private static String[] rule(String mark, String attributes, String content) {
    return new String[] {mark, attributes + ">" + content};
  }

  /** What a workbook says that asks to be calculated when it is opened. */
  @Nested
  class Results {

    private Cell result(HandMadeRecords records) {
      cell.setCellFormula("38+45");
      cell.setCellValue(83);
      var outcome = new XlsReader().read(records.in(workbook));
      return outcome.value().orElseThrow().grids().get(0).at(CELL);
    }

    @Test
    void are_read_where_it_does_not_ask() {
      assertThat(result(new HandMadeRecords())).isEqualTo(formula("38+45", number("83")));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void are_none_where_it_is_calculated_in_full_each_time(int force, boolean none) {
      assertThat(result(new HandMadeRecords().ofWorkbook(0x8A3, "a308", new byte[10], force)))
          .isEqualTo(formula("38+45", none ? Cell.EMPTY : number("83")));
    }

    @Test
    void are_none_where_another_sheet_was_not_calculated() throws IOException {
      cell.setCellFormula("38+45");
      cell.setCellValue(83);
      workbook.createSheet("又").setForceFormulaRecalculation(true);
      assertThat(document().grids().get(0).at(CELL)).isEqualTo(formula("38+45", Cell.EMPTY));
    }

    @Test
    void are_none_where_no_program_has_calculated_it() {
      workbook.setForceFormulaRecalculation(true);
      assertThat(result(new HandMadeRecords())).isEqualTo(formula("38+45", Cell.EMPTY));
      workbook.getInternalWorkbook().getRecalcId().setEngineId(0x18D54);
      assertThat(result(new HandMadeRecords())).isEqualTo(formula("38+45", number("83")));
    }

    @Test
    void of_other_cells_are_what_they_are() throws IOException {
      workbook.getSheetAt(0).setForceFormulaRecalculation(true);
      cell.setCellValue(5);
      assertThat(document().grids().get(0).at(CELL)).isEqualTo(number("5"));
    }
  }

  /** The same rules and the same asking, in the newer format and in the older one. */
  @Test
  void a_form_is_told_the_same_as_in_the_newer_format() throws Exception {
    var typed = Map.of("h_unit", "城桥镇", "f_1_1_1", "12", "f_1_1_2", "300", "f_1_3_1", "=9+9");
    byte[] xlsx = FilledBlank.with(typed);
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx));
        var old = new HSSFWorkbook(new ByteArrayInputStream(SavedAsXls.of(xlsx)))) {
      var matcher = new FormMatcher(TemplateReader.read(TemplateReader.DEFAULT_ID));
      var places = new HashMap<String, CellRangeAddress[]>();
      for (var name : List.of("f_1_1_1", "f_1_1_2")) {
        var at = new CellReference(book.getName(name).getRefersToFormula());
        places.put(
            name,
            new CellRangeAddress[] {
              new CellRangeAddress(at.getRow(), at.getRow(), at.getCol(), at.getCol())
            });
      }
      for (var sheet : List.of(book.getSheetAt(0), old.getSheetAt(0))) {
        var rules = sheet.getSheetConditionalFormatting();
        var white = rules.createConditionalFormattingRule(ComparisonOperator.GT, "10");
        white.createFontFormatting().setFontColorIndex(HSSFColorPredefined.WHITE.getIndex());
        white.createPatternFormatting().setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        white.getPatternFormatting().setFillBackgroundColor(HSSFColorPredefined.WHITE.getIndex());
        rules.addConditionalFormatting(places.get("f_1_1_1"), white);
        var icons = rules.createConditionalFormattingRule(IconSet.GYR_3_TRAFFIC_LIGHTS);
        icons.getMultiStateFormatting().setIconOnly(true);
        rules.addConditionalFormatting(places.get("f_1_1_2"), icons);
      }
      book.setForceFormulaRecalculation(true);
      old.getSheetAt(0).setForceFormulaRecalculation(true);
      var expected = told(matcher, new XlsxReader(), book);

      assertThat(expected)
          .containsExactly(
              "1.1.1 hidden-count", "1.1.2 display-differs", "1.3.1 formula-without-value");
      assertThat(told(matcher, new XlsReader(), old)).isEqualTo(expected);
    }
  }

  private static List<String> told(FormMatcher matcher, DocumentReader reader, Workbook workbook)
      throws IOException {
    var out = new ByteArrayOutputStream();
    workbook.write(out);
    var form = matcher.match(reader.read(out.toByteArray()).value().orElseThrow()).get(0);
    return form.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.at().field() + " " + finding.code().id())
        .sorted()
        .toList();
  }

  private static Set<Mark> setOf(Mark mark) {
    return mark == null ? Set.of() : Set.of(mark);
  }

  private void font(Consumer<HSSFFont> look) {
    HSSFFont font = workbook.createFont();
    look.accept(font);
    var style = workbook.createCellStyle();
    style.setFont(font);
    cell.setCellStyle(style);
  }

  private Grid grid() throws IOException {
    cell.setCellValue(300);
    return document().grids().get(0);
  }

  private Document document() throws IOException {
    var out = new ByteArrayOutputStream();
    workbook.write(out);
    return new XlsReader().read(out.toByteArray()).value().orElseThrow();
  }
}
