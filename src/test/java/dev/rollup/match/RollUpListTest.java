package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Document;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.write.Forms;
import dev.rollup.write.form.AnnexSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A roll-up tells a list in one line and lists it in an annex. Whatever a person does to either in
 * a district's form, what is seen in the annex counts, and what contradicts it is said.
 */
class RollUpListTest {

  /** Names that hold numbers or words of the form are names all the same. */
  private static final List<String> NAMES =
      List.of("2023年第2期“5·12”演练", "合计", "组织开展宣讲活动(99)场，参与(88)人次；", "其中：讲座", "演练", "演练");

  private static final String LINE = "共6项，组织21场/次，参与2100人次，详见附表";

  /** A form that goes up, in one of its formats, as a person edits it. */
  private interface Edited {
    void line(String text);

    void cell(int row, int column, String text);

    void remove(int row);

    void removeAnnex();

    Document read();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx"})
  void what_was_not_touched_is_read_without_a_word(String format) {
    Outcome<Submission> read = match(form(format));
    assertThat(read.findings()).isEmpty();
    assertThat(names(read)).isEqualTo(NAMES);
    assertThat(counts(read, "7.1.2")).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(counts(read, "7.1.3")).containsExactly("100", "200", "300", "400", "500", "600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx"})
  void a_form_in_another_language_is_read_as_well(String format) {
    Outcome<Submission> read = match(form(format, new Messages(Language.EN)));
    assertThat(read.findings()).isEmpty();
    assertThat(names(read)).isEqualTo(NAMES);
  }

  @ParameterizedTest
  @CsvSource({"xlsx, 1", "xlsx, 3", "xlsx, 6", "docx, 1", "docx, 3", "docx, 6"})
  void a_number_that_was_changed_counts_and_is_said(String format, int row) {
    Edited form = form(format);
    form.cell(row, 4, "9000");
    Outcome<Submission> read = match(form);
    assertThat(codes(read)).containsExactly(FindingCode.ROLLUP_EDITED);
    assertThat(counts(read, "7.1.3")).hasSize(6).contains("9000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx"})
  void a_line_that_was_changed_with_its_rows_agrees_with_them(String format) {
    Edited form = form(format);
    form.cell(6, 4, "700");
    form.line(LINE.replace("2100", "2200"));
    assertThat(codes(match(form))).containsExactly(FindingCode.ROLLUP_EDITED);
  }

  @ParameterizedTest
  @CsvSource({
    "xlsx, 共6项，组织21场/次，参与2101人次，详见附表",
    "xlsx, 共7项，组织21场/次，参与2100人次，详见附表",
    "xlsx, 共6项，组织21场/次，参与2100人次，其中线上50人次，详见附表",
    "docx, 共6项，组织21场/次，参与2101人次，详见附表",
    "docx, 共7项，组织21场/次，参与2100人次，详见附表",
    "docx, 共6项，组织21场/次，参与2100人次，其中线上50人次，详见附表"
  })
  void a_line_that_says_something_else_is_in_doubt(String format, String line) {
    Edited form = form(format);
    form.line(line);
    Outcome<Submission> read = match(form);
    assertThat(codes(read)).isNotEmpty().containsOnly(FindingCode.FIELD_AMBIGUOUS);
    assertThat(counts(read, "7.1.3")).containsExactly("100", "200", "300", "400", "500", "600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx"})
  void a_row_that_was_taken_out_is_said(String format) {
    Edited form = form(format);
    form.remove(5);
    Outcome<Submission> read = match(form);
    assertThat(codes(read)).containsExactly(FindingCode.ROLLUP_EDITED);
    assertThat(counts(read, "7.1.3")).hasSize(5).doesNotContain("500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx"})
  void a_row_that_was_added_counts_and_is_said(String format) {
    Edited form = form(format);
    form.cell(7, 2, "新活动");
    form.cell(7, 3, "7");
    form.cell(7, 4, "70");
    Outcome<Submission> read = match(form);
    assertThat(codes(read)).containsExactly(FindingCode.ROLLUP_EDITED);
    assertThat(names(read)).hasSize(7).endsWith("新活动");
    assertThat(counts(read, "7.1.3")).hasSize(7).endsWith("70");
  }

  @ParameterizedTest
  @CsvSource({"xlsx, 1", "xlsx, 2", "docx, 1", "docx, 2"})
  void a_total_below_the_rows_is_not_added_once_more(String format, int column) {
    Edited form = form(format);
    form.cell(7, column, "合计");
    form.cell(7, 3, "21");
    form.cell(7, 4, "2100");
    Outcome<Submission> read = match(form);
    assertThat(codes(read)).containsExactly(FindingCode.TOTAL_ROW);
    assertThat(counts(read, "7.1.3")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx"})
  void an_annex_that_is_gone_is_said_row_by_row_the_line_standing_for_one(String format) {
    Edited form = form(format);
    form.removeAnnex();
    Outcome<Submission> read = match(form);
    assertThat(codes(read))
        .containsOnly(FindingCode.FIELD_AMBIGUOUS, FindingCode.ROLLUP_EDITED)
        .filteredOn(FindingCode.ROLLUP_EDITED::equals)
        .hasSize(5);
    assertThat(counts(read, "7.1.3")).isEmpty();
  }

  private static Edited form(String format) {
    return form(format, Forms.ZH);
  }

  private static Edited form(String format, Messages messages) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("h_unit", "上海市崇明区");
    values.put("f_1_1_1", 5L);
    for (int row = 1; row <= NAMES.size(); row++) {
      values.put("f_7_1_1_" + row, NAMES.get(row - 1));
      values.put("f_7_1_2_" + row, (long) row);
      values.put("f_7_1_3_" + row, row * 100L);
    }
    return format.equals("xlsx")
        ? new Workbook(Forms.open(Forms.returnWorkbook(values, messages)))
        : new Text(Forms.returnDocument(values, messages));
  }

  private static Outcome<Submission> match(Edited form) {
    List<Outcome<Submission>> forms = new FormMatcher(Forms.TEMPLATE).match(form.read());
    assertThat(forms).hasSize(1);
    return forms.get(0);
  }

  private static List<FindingCode> codes(Outcome<Submission> read) {
    return read.findings().stream().map(Finding::code).toList();
  }

  private static List<String> names(Outcome<Submission> read) {
    return counts(read, "7.1.1");
  }

  private static List<String> counts(Outcome<Submission> read, String field) {
    return read.value().orElseThrow().entries().stream()
        .filter(entry -> entry.field().id().equals(field))
        .map(Entry::value)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The form as a workbook: two rows stand above those of its annex. */
  private record Workbook(XSSFWorkbook workbook) implements Edited {

    @Override
    public void line(String text) {
      XSSFSheet form = workbook.getSheetAt(0);
      IntStream.rangeClosed(0, form.getLastRowNum())
          .mapToObj(form::getRow)
          .filter(row -> row.getCell(1) != null && row.getCell(1).toString().equals(LINE))
          .forEach(row -> row.getCell(1).setCellValue(text));
    }

    @Override
    public void cell(int number, int column, String text) {
      XSSFSheet annex = workbook.getSheet(AnnexSheet.NAME);
      XSSFRow row = annex.getRow(number + 1);
      row = row == null ? annex.createRow(number + 1) : row;
      var cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
      if (text.matches("\\d+")) {
        cell.setCellValue(Integer.parseInt(text));
      } else {
        cell.setCellValue(text);
      }
    }

    @Override
    public void remove(int number) {
      XSSFSheet annex = workbook.getSheet(AnnexSheet.NAME);
      annex.removeRow(annex.getRow(number + 1));
    }

    @Override
    public void removeAnnex() {
      workbook.removeSheetAt(workbook.getSheetIndex(AnnexSheet.NAME));
    }

    @Override
    public Document read() {
      return RollUpListTest.read(workbook::write, new XlsxReader()::read);
    }
  }

  /** The form as a text: one row stands above those of its annex. */
  private static final class Text implements Edited {

    private final XWPFDocument document;

    Text(byte[] content) {
      try {
        document = new XWPFDocument(new ByteArrayInputStream(content));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void line(String text) {
      var lines = new ArrayList<XWPFParagraph>();
      document
          .getTables()
          .get(0)
          .getRows()
          .forEach(row -> row.getTableCells().forEach(cell -> lines.addAll(cell.getParagraphs())));
      lines.stream().filter(line -> line.getText().equals(LINE)).forEach(line -> set(line, text));
    }

    private static void set(XWPFParagraph line, String text) {
      while (!line.getRuns().isEmpty()) {
        line.removeRun(0);
      }
      line.createRun().setText(text);
    }

    @Override
    public void cell(int number, int column, String text) {
      XWPFTable annex = document.getTables().get(1);
      while (annex.getRows().size() <= number) {
        annex.createRow();
      }
      XWPFTableCell cell = annex.getRow(number).getCell(column);
      set(cell.getParagraphs().get(0), text);
    }

    @Override
    public void remove(int number) {
      document.getTables().get(1).removeRow(number);
    }

    @Override
    public void removeAnnex() {
      document.removeBodyElement(document.getPosOfTable(document.getTables().get(1)));
    }

    @Override
    public Document read() {
      return RollUpListTest.read(document::write, new DocxReader()::read);
    }
  }

  private interface Written {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private interface Reader {
    Outcome<Document> read(byte[] content);
  }

  private static Document read(Written written, Reader reader) {
    var out = new ByteArrayOutputStream();
    try {
      written.to(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return reader.read(out.toByteArray()).value().orElseThrow();
  }
}
