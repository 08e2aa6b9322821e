package dev.rollup.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollup.config.BindingsWriter;
import dev.rollup.config.TemplateReader;
import dev.rollup.filetype.FileType;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.blank.BlankMatcher;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Place;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.blank.BlankPages;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.support.DrawnForm;
import dev.rollup.support.OtherProgram;
import dev.rollup.support.xlsb.SavedAsXlsb;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every blank that is found on a form reads back what somebody types into it. */
@Tag("slow")
@Order(1)
class FilledFormTest {

  private static final Path FORMS = Path.of("src/test/resources/forms");
  private static final Pattern GAP = Pattern.compile("[（(][\\s\\p{Z}]*[)）]|_{2,}|[\\s\\p{Z}]{3,}");

  private static final Map<String, Sent> SENT = new HashMap<>();

  @TempDir Path folder;

  @AfterAll
  static void forget() {
    SENT.clear();
  }

  /** What becomes of a sheet on its way. */
  enum Deed {
    NONE,
    ROWS_ABOVE,
    COLUMN_LEFT
  }

  static Stream<Arguments> sheets() throws IOException {
    return forms()
        .flatMap(
            form ->
                Stream.of("xlsx", "xls", "xlsb")
                    .flatMap(
                        kind ->
                            Stream.of(Deed.values())
                                // POI moves no columns of old workbooks whole.
                                .filter(d -> !kind.equals("xls") || d != Deed.COLUMN_LEFT)
                                .filter(d -> !kind.equals("xlsb") || d == Deed.NONE)
                                .map(d -> Arguments.of(form, kind, d))));
  }

  static Stream<String> forms() throws IOException {
    try (Stream<Path> files = Files.list(FORMS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void what_is_typed_into_a_sheet_reads_back(String form, String kind, Deed deed) throws Exception {
    Sent sent = Sent.of(form, kind.equals("xlsb") ? "xlsx" : kind);
    byte[] filled;
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(sent.filled()));
        var bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.getSheetAt(0);
      switch (deed) {
        case NONE -> {}
        case ROWS_ABOVE -> sheet.shiftRows(0, sheet.getLastRowNum(), 2);
        case COLUMN_LEFT -> sheet.shiftColumns(0, 60, 1);
      }
      if (sent.template().blank().orElseThrow().blocks().stream()
          .flatMap(block -> block.bindings().stream())
          .anyMatch(Binding::formula)) {
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      }
      workbook.write(bytes);
      filled = kind.equals("xlsb") ? SavedAsXlsb.of(bytes.toByteArray()) : bytes.toByteArray();
    }

    assertReads(sent, sent.read(filled));
  }

  /**
   * All forms, filled in and saved by LibreOffice: as workbooks of both kinds, as .doc and .docx.
   */
  @ParameterizedTest
  @CsvSource({"xlsx,xls", "xlsx,xlsx", "docx,doc", "docx,docx"})
  void what_another_program_saved_reads_back(String from, String to) throws Exception {
    assumeThat(OtherProgram.run("soffice", "--version")).as("LibreOffice is not here").isZero();
    var sent = new TreeMap<String, Sent>();
    var files = new ArrayList<Path>();
    for (String form : forms().toList()) {
      Sent each = Sent.of(form, from);
      if (computed(each.template()).isEmpty()) {
        String name = form.replace(".txt", "");
        sent.put(name, each);
        files.add(Files.write(folder.resolve(name + "." + from), each.filled()));
      }
    }
    Path saved = Files.createDirectories(folder.resolve("saved"));
    assertThat(OtherProgram.convert(to, saved, files.toArray(Path[]::new))).isZero();

    for (var each : sent.entrySet()) {
      byte[] content = Files.readAllBytes(saved.resolve(each.getKey() + "." + to));
      List<Outcome<Submission>> all = each.getValue().matcher().match(read(content));
      assertThat(all).as(each.getKey()).hasSize(1);
      assertReads(each.getValue(), all.get(0));
    }
  }

  private static Document read(byte[] content) {
    return DocumentReaders.of(FileType.of(content))
        .orElseThrow()
        .read(content)
        .value()
        .orElseThrow();
  }

  @Test
  void what_the_form_computes_needs_no_result_but_another_formula_does() throws Exception {
    Sent sent = Sent.of("12-formulas.txt", "xlsx");
    byte[] filled;
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(sent.filled()));
        var bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.getSheetAt(0);
      sheet.getRow(4).getCell(3).setCellFormula("B5+C5");
      sheet.shiftRows(0, sheet.getLastRowNum(), 1);
      workbook.write(bytes);
      filled = bytes.toByteArray();
    }

    assertThat(sent.read(filled).findings())
        .extracting(each -> each.code() + " " + each.at().written())
        .containsExactly("FORMULA_WITHOUT_VALUE D6");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void numbers_typed_one_cell_off_are_never_read_as_others(String form) throws Exception {
    Sent sent = Sent.of(form, "xlsx");
    Template template = sent.template();
    // What a form computes has rules of its own.
    assumeThat(computed(template)).isEmpty();
    NavigableMap<String, String> typed = sent.typed();
    // Where nobody remarks anything, numbers may end up under the head for that.
    var numbers = new TreeMap<>(typed);
    numbers.keySet().removeIf(key -> !isNumber(template, key));
    for (int[] step : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {0, 1, 0}}) {
      byte[] filled;
      try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(sent.blank()));
          var bytes = new ByteArrayOutputStream()) {
        fill(
            template.blank().orElseThrow(),
            step.length > 2 ? numbers : typed,
            workbook.getSheetAt(0),
            step[0],
            step[1]);
        workbook.write(bytes);
        filled = bytes.toByteArray();
      }
      Outcome<Submission> read = sent.read(filled);

      var wrong = new TreeMap<String, String>();
      for (Entry entry : read.value().orElseThrow().entries()) {
        String id = entry.field().id();
        // The rows of a list are filled in anywhere.
        if (entry.state() == State.READ
            && entry.row() == 0
            && entry.field().type().number()
            && !entry.value().equals(typed.get(id + ",0"))) {
          wrong.put(
              entry.at().written() + " " + id, entry.value() + " for " + typed.get(id + ",0"));
        }
      }
      // Labels with one blank each have no row or column that would tell.
      boolean named =
          template.blank().get().blocks().stream().anyMatch(Block.Cells.class::isInstance)
              && read.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR);
      if (named) {
        continue;
      }
      assertThat(wrong).as("%s %s", List.of(step[0], step[1]), read.findings().size()).isEmpty();
    }
  }

  private static boolean isNumber(Template template, String key) {
    return template.fields().get(key.substring(0, key.indexOf(','))).type().number();
  }

  /**
   * What a unit has none of it deletes; nothing else is read in its place. Where two deletions
   * leave the same words, what is read is right for one of them.
   */
  @ParameterizedTest
  @MethodSource("formsWithRowsAlike")
  @Tag("slow")
  void rows_that_are_deleted_take_no_others_for_themselves(String form) throws Exception {
    Sent sent = Sent.of(form, "xlsx");
    assumeThat(computed(sent.template())).isEmpty();
    Map<String, String> typed = sent.typed();
    var wrong = new TreeMap<String, List<List<String>>>();
    int height = sent.issued().grids().get(0).height();
    for (int many = 1; many < 5; many++) {
      for (int first = 2; first + many <= height; first++) {
        byte[] filled;
        String left;
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(sent.blank()))) {
          delete(workbook.getSheetAt(0), first, many);
          left = words(workbook.getSheetAt(0));
        }
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(sent.filled()));
            var bytes = new ByteArrayOutputStream()) {
          delete(workbook.getSheetAt(0), first, many);
          workbook.write(bytes);
          filled = bytes.toByteArray();
        }
        var own = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var each : sent.matcher().match(read(filled))) {
          for (Entry entry : each.value().map(Submission::entries).orElse(List.of())) {
            String answer = typed.get(entry.field().id() + ",0");
            if (entry.state() == State.READ && entry.field().type().number()) {
              places.add(entry.at().written() + " of " + entry.raw());
              if (entry.row() == 0 && !entry.value().equals(answer)) {
                own.add(entry.field().id() + " " + entry.value() + " for " + answer);
              }
            }
          }
        }
        assertThat(places).as("%s from row %s", many, first + 1).doesNotHaveDuplicates();
        wrong.computeIfAbsent(left, any -> new ArrayList<>()).add(own);
      }
    }
    assertThat(wrong.values()).allSatisfy(same -> assertThat(same).contains(List.of()));
  }

  /**
   * What was read of a form on whose way something happened: how many numbers as typed, and others.
   */
  private record Arrived(int right, Map<String, String> wrong, List<Finding> findings) {}

  /**
   * A form that is filled in, and a reader that knows its blank. Each is drawn, understood and
   * filled in once.
   */
  private record Sent(
      byte[] blank,
      Template template,
      NavigableMap<String, String> typed,
      Document issued,
      BlankMatcher matcher,
      byte[] filled) {

    static Sent of(String form, String kind) throws Exception {
      Sent known = SENT.get(form + kind);
      if (known == null) {
        byte[] blank =
            switch (kind) {
              case "xls" -> drawn(form).xls();
              case "xlsx" -> drawn(form).xlsx();
              default -> drawn(form).docx();
            };
        Template template = FilledFormTest.template(blank, kind.equals("docx"), "blank." + kind);
        NavigableMap<String, String> typed = FilledFormTest.typed(template);
        Document issued = FilledFormTest.read(blank);
        byte[] filled = FilledFormTest.filled(template, typed, blank, kind.equals("docx"));
        known =
            new Sent(blank, template, typed, issued, new BlankMatcher(template, issued), filled);
        SENT.put(form + kind, known);
      }
      return known;
    }

    /** Returns how many numbers were typed. */
    int numbers() {
      return (int) typed.keySet().stream().filter(key -> isNumber(template, key)).count();
    }

    /** Reads a return in which nothing is wrong. */
    Outcome<Submission> read(byte[] returned) {
      Outcome<Document> document =
          DocumentReaders.of(FileType.of(returned)).orElseThrow().read(returned);
      assertThat(document.findings()).isEmpty();
      List<Outcome<Submission>> read = matcher.match(document.value().orElseThrow());
      assertThat(read).hasSize(1);
      return read.get(0);
    }

    /** Reads the form after something was done to its sheet. */
    Arrived after(Consumer<Sheet> deed) throws Exception {
      byte[] returned;
      try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(filled));
          var bytes = new ByteArrayOutputStream()) {
        deed.accept(workbook.getSheetAt(0));
        workbook.write(bytes);
        returned = bytes.toByteArray();
      }
      var wrong = new TreeMap<String, String>();
      var findings = new ArrayList<Finding>();
      int right = 0;
      for (var each : matcher.match(FilledFormTest.read(returned))) {
        findings.addAll(each.findings());
        for (Entry entry : each.value().map(Submission::entries).orElse(List.of())) {
          String answer = typed.get(entry.field().id() + "," + entry.row());
          // The rows of a list are filled in anywhere.
          if (entry.state() == State.READ && entry.field().type().number() && entry.row() == 0) {
            if (entry.value().equals(answer)) {
              right++;
            } else {
              wrong.put(
                  entry.at().written() + " " + entry.field().id(),
                  entry.value() + " for " + answer);
            }
          }
        }
      }
      return new Arrived(right, wrong, findings);
    }

    /** Tells where something may be done to the sheet as it was filled in. */
    List<Integer> where(int from, int to, BiPredicate<Sheet, Integer> may) throws Exception {
      try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(filled))) {
        Sheet sheet = workbook.getSheetAt(0);
        return IntStream.range(from, to).boxed().filter(each -> may.test(sheet, each)).toList();
      }
    }
  }

  /**
   * Two columns that changed places with their heads are read by their words, where these are
   * unique, and else not at all.
   */
  @ParameterizedTest
  @MethodSource("forms")
  @Tag("slow")
  void columns_that_change_places_with_their_heads_are_found(String form) throws Exception {
    Sent sent = Sent.of(form, "xlsx");
    assumeThat(computed(sent.template())).isEmpty();
    Grid grid = sent.issued().grids().get(0);
    int width = grid.cells().stream().mapToInt(c -> c.at().column()).max().orElse(0);
    assertThat(sent.after(sheet -> {}).wrong()).isEmpty();
    for (int left : sent.where(0, width, FilledFormTest::mayChange)) {
      Arrived arrived = sent.after(sheet -> change(sheet, left));

      assertThat(arrived.wrong()).as("column %s", left).isEmpty();
      if (form.equals("01-flat-totals.txt") && left > 0 && left < 5) {
        assertThat(arrived.right()).as("column %s", left).isEqualTo(sent.numbers());
      }
    }
  }

  /** The table beside a sentence ends where a number of its own was typed over the words. */
  @ParameterizedTest
  @ValueSource(strings = {"103.25", "103.25万次", "１０３.２５ 万次", "一百零三", "103.25105.25"})
  void a_number_typed_over_a_sentence_is_not_its_answer(String typed) throws Exception {
    Sent sent = Sent.of("a24-scores-of-people.txt", "xlsx");

    Arrived arrived =
        sent.after(
            sheet -> {
              for (int column = 3; column < 5; column++) {
                sheet
                    .getRow(4)
                    .getCell(column)
                    .setCellValue(sheet.getRow(3).getCell(column).getNumericCellValue());
                sheet.getRow(3).getCell(column).setBlank();
              }
              sheet.getRow(5).getCell(1).setCellValue(typed);
            });

    assertThat(arrived.wrong()).isEmpty();
    assertThat(arrived.right()).isZero();
    assertThat(arrived.findings())
        .filteredOn(each -> each.code() == FindingCode.NUMBER_ELSEWHERE)
        .extracting(each -> each.at().written() + " " + each.raw())
        .containsExactly("B6 " + typed);
  }

  /** Who adds a row of his own counts all rows anew; what stands in the others is read. */
  @ParameterizedTest
  @ValueSource(strings = {"50-plan-and-done.txt", "a12-rows-counted.txt"})
  void rows_that_are_counted_anew_are_the_same_rows(String form) throws Exception {
    Sent sent = Sent.of(form, "xlsx");

    Arrived arrived =
        sent.after(
            sheet -> {
              int second = rowCounted(sheet, "2");
              sheet.shiftRows(second, sheet.getLastRowNum(), 1);
              var added = sheet.createRow(second);
              added.createCell(0).setCellValue("2");
              added.createCell(1).setCellValue("本单位自加一行");
              for (int row = second + 1; row <= sheet.getLastRowNum(); row++) {
                var first = sheet.getRow(row).getCell(0);
                String number = new DataFormatter().formatCellValue(first);
                if (number.matches("\\d")) {
                  first.setCellValue(String.valueOf(Integer.parseInt(number) + 1));
                }
              }
            });

    assertThat(arrived.wrong()).isEmpty();
    assertThat(arrived.right()).isEqualTo(sent.numbers());
  }

  /** A number that counts no row is seen, and is named. */
  @ParameterizedTest
  @ValueSource(strings = {"300", "7", "1"})
  void a_number_over_that_of_a_row_is_named(String number) throws Exception {
    Arrived arrived =
        Sent.of("a12-rows-counted.txt", "xlsx")
            .after(sheet -> sheet.getRow(rowCounted(sheet, "3")).getCell(0).setCellValue(number));

    assertThat(arrived.findings())
        .filteredOn(each -> each.code() == FindingCode.NUMBER_ELSEWHERE)
        .extracting(Finding::raw)
        .containsExactly(number);
  }

  private static int rowCounted(Sheet sheet, String number) {
    int row = 1;
    while (!new DataFormatter().formatCellValue(sheet.getRow(row).getCell(0)).equals(number)) {
      row++;
    }
    return row;
  }

  /** Two rows that changed places with their labels are read by their words, else not at all. */
  @ParameterizedTest
  @MethodSource("forms")
  @Tag("slow")
  void rows_that_change_places_with_their_labels_are_found(String form) throws Exception {
    Sent sent = Sent.of(form, "xlsx");
    assumeThat(computed(sent.template())).isEmpty();
    assertThat(sent.after(sheet -> {}).wrong()).isEmpty();
    int height = sent.issued().grids().get(0).height();
    for (int upper : sent.where(2, height - 1, FilledFormTest::mayChangeRows)) {
      Arrived arrived = sent.after(sheet -> changeRows(sheet, upper));

      assertThat(arrived.wrong()).as("row %s", upper).isEmpty();
      if (form.equals("08-measure-column.txt") && upper > 2 && upper < 8) {
        assertThat(arrived.right()).as("row %s", upper).isEqualTo(sent.numbers());
      }
    }
  }

  /** Tells whether no merged cell reaches over one of two rows only. */
  private static boolean mayChangeRows(Sheet sheet, int upper) {
    return sheet.getMergedRegions().stream()
        .noneMatch(area -> area.containsRow(upper) != area.containsRow(upper + 1));
  }

  private static void changeRows(Sheet sheet, int upper) {
    List<CellRangeAddress> merged = sheet.getMergedRegions();
    for (int column = 0; column < 60; column++) {
      var above = sheet.getRow(upper) == null ? null : sheet.getRow(upper).getCell(column);
      var below = sheet.getRow(upper + 1) == null ? null : sheet.getRow(upper + 1).getCell(column);
      boolean tall =
          above != null
              && merged.stream()
                  .anyMatch(area -> area.isInRange(above) && area.containsRow(upper + 1));
      if (above != null && below != null && !tall) {
        exchange(above, below);
      }
    }
  }

  private static void exchange(
      org.apache.poi.ss.usermodel.Cell a, org.apache.poi.ss.usermodel.Cell b) {
    String text = new DataFormatter().formatCellValue(a);
    String other = new DataFormatter().formatCellValue(b);
    boolean number = a.getCellType() == CellType.NUMERIC;
    boolean otherNumber = b.getCellType() == CellType.NUMERIC;
    double value = number ? a.getNumericCellValue() : 0;
    double otherValue = otherNumber ? b.getNumericCellValue() : 0;
    set(a, other, otherNumber, otherValue);
    set(b, text, number, value);
  }

  /** Tells whether no merged cell reaches over one of two columns only, and both hold words. */
  private static boolean mayChange(Sheet sheet, int left) {
    for (CellRangeAddress area : sheet.getMergedRegions()) {
      boolean first = area.getFirstColumn() <= left && area.getLastColumn() >= left;
      boolean second = area.getFirstColumn() <= left + 1 && area.getLastColumn() >= left + 1;
      boolean one = area.getFirstColumn() == area.getLastColumn();
      if (first != second && !one) {
        return false;
      }
    }
    return true;
  }

  private static void change(Sheet sheet, int left) {
    List<CellRangeAddress> before = sheet.getMergedRegions();
    for (var row : sheet) {
      if (row.getRowNum() < 2 && row.getPhysicalNumberOfCells() < 3) {
        continue;
      }
      var a = row.getCell(left);
      var b = row.getCell(left + 1);
      boolean wide =
          before.stream()
              .anyMatch(
                  area ->
                      area.containsRow(row.getRowNum())
                          && area.containsColumn(left)
                          && area.containsColumn(left + 1));
      if (a == null || b == null || wide) {
        continue;
      }
      exchange(a, b);
    }
    var merged = new ArrayList<CellRangeAddress>();
    for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
      CellRangeAddress area = sheet.getMergedRegion(i);
      boolean one = area.getFirstColumn() == area.getLastColumn();
      if (one && (area.getFirstColumn() == left || area.getFirstColumn() == left + 1)) {
        int to = area.getFirstColumn() == left ? left + 1 : left;
        merged.add(new CellRangeAddress(area.getFirstRow(), area.getLastRow(), to, to));
        sheet.removeMergedRegion(i);
      }
    }
    merged.forEach(sheet::addMergedRegion);
  }

  private static void set(
      org.apache.poi.ss.usermodel.Cell cell, String text, boolean number, double value) {
    if (text.isEmpty()) {
      cell.setBlank();
    } else if (number) {
      cell.setCellValue(value);
    } else {
      cell.setCellValue(text);
    }
  }

  /** The forms on which several rows have the same words. */
  static Stream<String> formsWithRowsAlike() throws IOException {
    var alike = new ArrayList<String>();
    for (String form : forms().toList()) {
      List<String> rows =
          Files.readAllLines(FORMS.resolve(form)).stream()
              .takeWhile(line -> !line.equals("---"))
              .filter(line -> line.matches("\\|.*[\\p{L}].*"))
              .toList();
      if (rows.stream().distinct().count() < rows.size()) {
        alike.add(form);
      }
    }
    return alike.stream();
  }

  private static String words(Sheet sheet) {
    var words = new StringBuilder();
    sheet.forEach(
        row -> {
          words.append('\n');
          row.forEach(cell -> words.append('|').append(new DataFormatter().formatCellValue(cell)));
        });
    return words.toString();
  }

  private static void delete(Sheet sheet, int first, int many) {
    for (int row = first; row < first + many; row++) {
      if (sheet.getRow(row) != null) {
        sheet.removeRow(sheet.getRow(row));
      }
    }
    for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
      CellRangeAddress area = sheet.getMergedRegion(i);
      if (area.getFirstRow() >= first && area.getLastRow() < first + many) {
        sheet.removeMergedRegion(i);
      }
    }
    if (first + many <= sheet.getLastRowNum()) {
      sheet.shiftRows(first + many, sheet.getLastRowNum(), -many);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void what_is_typed_into_a_document_reads_back(String form) throws Exception {
    Sent sent = Sent.of(form, "docx");

    assertReads(sent, sent.read(sent.filled()));
  }

  private static void assertReads(Sent sent, Outcome<Submission> read) {
    List<String> computed = computed(sent.template());
    var values = new TreeMap<String, String>();
    for (Entry entry : read.value().orElseThrow().entries()) {
      // What the form itself computes was typed by nobody.
      if (entry.state() == State.READ && !computed.contains(entry.field().id())) {
        values.put(entry.field().id() + "," + entry.row(), entry.value());
      }
    }
    assertThat(values).as("%s", read.findings()).isEqualTo(sent.typed());
    assertThat(read.findings()).extracting(Finding::code).isEmpty();
    assertThat(read.value().orElseThrow().header().get(HeaderField.UNIT).text()).isEqualTo("城桥镇");
  }

  private static List<String> computed(Template template) {
    return template.blank().orElseThrow().blocks().stream()
        .flatMap(block -> block.bindings().stream())
        .filter(Binding::formula)
        .map(Binding::id)
        .toList();
  }

  private static DrawnForm drawn(String form) throws IOException {
    List<String> lines = Files.readAllLines(FORMS.resolve(form));
    return new DrawnForm(lines.subList(0, lines.indexOf("---")));
  }

  private static Template template(byte[] content, boolean word, String name) throws Exception {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    Pages pages = BlankPages.read(content, word).orElseThrow();
    Blank inferred =
        FormInference.of(pages, name, sha256, new Blank.Content(content)).orElseThrow();
    var json = new ByteArrayOutputStream();
    BindingsWriter.write("drawn", inferred, json);
    return TemplateReader.read(json.toByteArray(), "drawn.json");
  }

  /** Returns an answer for every blank, by field and row, no two of them alike. */
  private static NavigableMap<String, String> typed(Template template) {
    var typed = new TreeMap<String, String>();
    int number = 100;
    for (Block block : template.blank().orElseThrow().blocks()) {
      for (Binding each : block.bindings()) {
        int rows = block instanceof Block.Rows list ? list.rows() : 0;
        for (int row = Math.min(1, rows); row <= rows && !each.formula(); row++) {
          number++;
          String answer =
              switch (each.type()) {
                case COUNT -> String.valueOf(number);
                case DECIMAL, MONEY -> number + ".25";
                case PERCENT -> number % 90 + ".5";
                case TEXT -> "答" + "一二三四五六七八九".charAt(number % 9) + "号";
                case DATE -> "2023-06-" + (10 + number % 20);
                case CHOICE -> each.choices().isEmpty() ? "是" : each.choices().get(0);
                case MARK -> "√";
              };
          typed.put(each.id() + "," + row, answer);
        }
      }
    }
    return typed;
  }

  private static byte[] filled(
      Template template, NavigableMap<String, String> typed, byte[] blank, boolean word)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (word) {
      try (var document = new XWPFDocument(new ByteArrayInputStream(blank))) {
        fill(template.blank().orElseThrow(), typed, document);
        document.write(bytes);
      }
    } else {
      try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(blank))) {
        fill(template.blank().orElseThrow(), typed, workbook.getSheetAt(0), 0, 0);
        workbook.write(bytes);
      }
    }
    return bytes.toByteArray();
  }

  /** Fills a sheet in, every number so many rows below and columns right of its place. */
  private static void fill(
      Blank blank, NavigableMap<String, String> typed, Sheet sheet, int down, int right) {
    List<CellRangeAddress> merged = sheet.getMergedRegions();
    forEach(
        blank,
        typed,
        (each, at, answer) -> {
          boolean whole = at.blank() == 0;
          put(
              cell(sheet, merged, at, whole ? down : 0, whole ? right : 0),
              at.blank(),
              answer,
              each.type().number());
        });
    for (HeaderBlank head : blank.header()) {
      if (head.role().equals("unit")) {
        put(cell(sheet, merged, head.at(), 0, 0), head.at().blank(), "城桥镇", false);
      }
    }
  }

  /** What is done with a blank, at its place in one row, and the answer to it. */
  private interface Answered {
    void put(Binding blank, Place at, String answer);
  }

  /**
   * Goes over all answers, from the last blank of each block, as blanks in one cell are counted.
   */
  private static void forEach(Blank blank, NavigableMap<String, String> typed, Answered answered) {
    for (Block block : blank.blocks()) {
      var fromTheEnd = new ArrayList<>(block.bindings());
      Collections.reverse(fromTheEnd);
      for (Binding each : fromTheEnd) {
        // All keys that begin with the blank and a comma, which the hyphen follows.
        typed
            .subMap(each.id() + ",", each.id() + "-")
            .forEach(
                (key, answer) -> {
                  int row = Integer.parseInt(key.substring(key.indexOf(',') + 1));
                  Place at = each.at().inRow(each.at().cell().row() + Math.max(0, row - 1));
                  answered.put(each, at, answer);
                });
      }
    }
  }

  private static Cell cell(
      Sheet sheet, List<CellRangeAddress> merged, Place at, int down, int right) {
    int row = Math.max(0, at.cell().row() + down);
    int column = Math.max(0, at.cell().column() + right);
    for (CellRangeAddress area : merged) {
      if (area.isInRange(row, column)) {
        row = area.getFirstRow();
        column = area.getFirstColumn();
      }
    }
    return CellUtil.getCell(CellUtil.getRow(row, sheet), column);
  }

  private static void put(Cell cell, int blank, String answer, boolean number) {
    if (blank > 0) {
      cell.setCellValue(into(new DataFormatter().formatCellValue(cell), blank, answer));
    } else if (number) {
      cell.setCellValue(Double.parseDouble(answer));
    } else {
      cell.setCellValue(answer);
    }
  }

  /** Returns a text with an answer in its n-th gap; later gaps are filled in before it. */
  private static String into(String text, int blank, String answer) {
    Matcher gap = GAP.matcher(text);
    for (int number = 1; gap.find(); number++) {
      if (number == blank) {
        return text.substring(0, gap.start()) + answer + text.substring(gap.end());
      }
    }
    return text + answer;
  }

  private static void fill(Blank blank, NavigableMap<String, String> typed, XWPFDocument document) {
    forEach(blank, typed, (each, at, answer) -> put(paragraph(document, at), at.blank(), answer));
    for (HeaderBlank head : blank.header()) {
      if (head.role().equals("unit")) {
        put(paragraph(document, head.at()), head.at().blank(), "城桥镇");
      }
    }
  }

  private static XWPFParagraph paragraph(XWPFDocument document, Place at) {
    if (at.kind() == Place.Kind.PARAGRAPH) {
      var own = new ArrayList<XWPFParagraph>(document.getParagraphs());
      return own.get(at.cell().row());
    }
    int table = Integer.parseInt(at.on().substring(1)) - 1;
    var cell =
        document
            .getTables()
            .get(table)
            .getRow(at.cell().row())
            .getTableCells()
            .get(at.cell().column());
    return cell.getParagraphs().get(Math.max(0, at.paragraph() - 1));
  }

  private static void put(XWPFParagraph paragraph, int blank, String answer) {
    String text = paragraph.getText();
    String filled = blank > 0 ? into(text, blank, answer) : answer;
    while (!paragraph.getRuns().isEmpty()) {
      paragraph.removeRun(0);
    }
    paragraph.createRun().setText(filled);
  }
}
