package dev.rollup.match.blank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollup.config.BindingsWriter;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.support.Mentions;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lays a small blank over returns that were disturbed in every way, and asks for what was read. */
class BlankMatcherTest {

  private static final String SHEET = "表";
  private static final int FIRST = 4;
  private static final List<String> ROWS = List.of("工业", "建筑业", "交通运输", "商贸", "其他");
  private static final List<String> COLUMNS = List.of("单位数", "从业人员", "其中：女", "产值", "整改率");

  private static Template template;
  private static Document blank;

  @BeforeAll
  static void infer() throws Exception {
    blank = document(printed().build());
    byte[] content = {1, 2, 3};
    var bindings = new ArrayList<Binding>();
    for (int row = 0; row < ROWS.size(); row++) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        bindings.add(binding(row, column));
      }
    }
    var form =
        new Blank(
            "blank.xlsx",
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
            "生产情况表",
            new Blank.Content(content),
            List.of(
                new HeaderBlank(
                    "unit",
                    Place.onSheet(SHEET, new Position(1, 0)).blank(1),
                    "填报单位：",
                    "",
                    "填报单位",
                    FieldType.TEXT)),
            List.of(new Block.Matrix("1", bindings)),
            List.of());
    var json = new ByteArrayOutputStream();
    BindingsWriter.write("small", form, json);
    template = TemplateReader.read(json.toByteArray(), "small.json");
  }

  private static Binding binding(int row, int column) {
    FieldType type =
        column == 3 ? FieldType.MONEY : column == 4 ? FieldType.PERCENT : FieldType.COUNT;
    return new Binding(
        "1." + (row + 1) + "." + (column + 1),
        Place.onSheet(SHEET, new Position(FIRST + row, column + 2)),
        List.of(),
        List.of(ROWS.get(row)),
        column == 1 || column == 2
            ? List.of("人员", COLUMNS.get(column))
            : List.of(COLUMNS.get(column)),
        Optional.of("0" + (row + 1)),
        Optional.empty(),
        type,
        Optional.empty(),
        column == 3 ? 2 : column == 4 ? 6 : 0,
        false,
        List.of(),
        column == 4 ? Adds.NO : Adds.SUM,
        Optional.empty(),
        false,
        true);
  }

  private static Grid.Builder printed() {
    var grid = Grid.builder(SHEET);
    print(grid, 0, 0, "生产情况表");
    print(grid, 1, 0, "填报单位：");
    print(grid, 2, 0, "行业");
    print(grid, 2, 1, "代码");
    print(grid, 2, 2, COLUMNS.get(0));
    print(grid, 2, 3, "人员");
    print(grid, 3, 3, COLUMNS.get(1));
    print(grid, 3, 4, COLUMNS.get(2));
    print(grid, 2, 5, COLUMNS.get(3));
    print(grid, 2, 6, COLUMNS.get(4));
    grid.merge(new Area(new Position(2, 3), new Position(2, 4)));
    for (int column : new int[] {0, 1, 2, 5, 6}) {
      grid.merge(new Area(new Position(2, column), new Position(3, column)));
    }
    for (int row = 0; row < ROWS.size(); row++) {
      print(grid, FIRST + row, 0, ROWS.get(row));
      print(grid, FIRST + row, 1, "0" + (row + 1));
    }
    print(grid, FIRST + ROWS.size(), 0, "注：按月报送。");
    return grid;
  }

  private static void print(Grid.Builder grid, int row, int column, String text) {
    grid.put(row, column, new Cell.Text(text));
  }

  private static Document document(Grid grid) {
    return new Document(List.of(grid), Map.of());
  }

  /** What was typed, by field. */
  private static Map<String, String> answers() {
    var answers = new TreeMap<String, String>();
    for (int row = 1; row <= ROWS.size(); row++) {
      answers.put("1." + row + ".1", String.valueOf(row * 11));
      answers.put("1." + row + ".2", String.valueOf(row * 100 + 7));
      answers.put("1." + row + ".3", String.valueOf(row * 50 + 3));
      answers.put("1." + row + ".4", row + "23.45");
      answers.put("1." + row + ".5", row * 10 + ".5");
    }
    return answers;
  }

  /** A return as a table that is easy to disturb. */
  private static List<List<String>> filled() {
    var table = new ArrayList<List<String>>();
    var own = printed().build();
    for (int row = 0; row <= FIRST + ROWS.size(); row++) {
      var line = new ArrayList<String>();
      for (int column = 0; column < 8; column++) {
        line.add(own.at(new Position(row, column)).raw());
      }
      table.add(line);
    }
    table.get(1).set(0, "填报单位：城桥镇");
    answers()
        .forEach(
            (id, value) -> {
              int row = Integer.parseInt(id.split("\\.")[1]) - 1;
              int column = Integer.parseInt(id.split("\\.")[2]) - 1;
              table.get(FIRST + row).set(column + 2, value);
            });
    return table;
  }

  private static Grid.Builder grid(List<List<String>> table) {
    var grid = Grid.builder("Sheet1");
    for (int row = 0; row < table.size(); row++) {
      for (int column = 0; column < table.get(row).size(); column++) {
        String text = table.get(row).get(column);
        if (text.matches("\\d+(\\.\\d+)?") && !text.startsWith("0")) {
          grid.put(row, column, new Cell.Number(new BigDecimal(text), Cell.Number.GENERAL));
        } else if (!text.isEmpty()) {
          print(grid, row, column, text);
        }
      }
    }
    return grid;
  }

  private static Outcome<Submission> read(Document document) {
    List<Outcome<Submission>> read = new BlankMatcher(template, blank).match(document);
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private static Map<String, String> values(Outcome<Submission> read) {
    var values = new TreeMap<String, String>();
    for (Entry entry : read.value().orElseThrow().entries()) {
      if (entry.state() == State.READ) {
        values.put(entry.field().id(), entry.value());
      }
    }
    return values;
  }

  /** Who writes a comment on a number, with another one or with a doubt, has not settled it. */
  @ParameterizedTest
  @CsvSource({
    "COMMENT,应为7771",
    "COMMENT,待核实",
    "COMMENT,约数",
    "COMMENT,更正：12",
    "FOOTNOTE,应为7771",
    "FOOTNOTE,待核实",
  })
  void a_comment_on_an_answer_leaves_it_out(Note.Kind kind, String words) {
    Grid form = grid(filled()).build();
    var at = new Position(FIRST, 3);
    var note = new Note(kind, form.sheet(), form.place(at), words);

    Outcome<Submission> read =
        read(new Document(List.of(form), List.of(), List.of(note), Map.of()));

    var left = answers();
    left.remove("1.1.2");
    assertThat(values(read)).isEqualTo(left);
    assertThat(read.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(FindingCode.NUMBER_ELSEWHERE, FindingCode.FIELD_AMBIGUOUS);
  }

  @Test
  void a_return_that_nobody_disturbed_is_read_whole() {
    Outcome<Submission> read = read(document(grid(filled()).build()));

    assertThat(values(read)).isEqualTo(answers());
    assertThat(read.findings()).isEmpty();
    assertThat(read.value().orElseThrow().header().get(HeaderField.UNIT).text()).isEqualTo("城桥镇");
  }

  /** What is done to a return that leaves every number beside its own words. */
  private enum Harmless {
    ROW_ABOVE,
    ROW_IN_THE_HEAD,
    ROW_INSIDE,
    COLUMN_LEFT,
    COLUMN_INSIDE,
    ROWS_EXCHANGED,
    ROW_MOVED_TO_THE_END,
    LABEL_REWORDED,
    ROWS_NUMBERED,
    NOTE_GONE,
    ANOTHER_SHEET
  }

  @ParameterizedTest
  @EnumSource
  void numbers_that_keep_their_words_are_read(Harmless deed) {
    List<List<String>> table = filled();
    List<String> empty = List.of("", "", "", "", "", "", "", "");
    var before = new ArrayList<Grid>();
    switch (deed) {
      case ROW_ABOVE -> table.add(0, empty);
      case ROW_IN_THE_HEAD -> table.add(2, empty);
      case ROW_INSIDE -> table.add(FIRST + 2, empty);
      case COLUMN_LEFT -> table.forEach(line -> line.add(0, ""));
      case COLUMN_INSIDE -> table.forEach(line -> line.add(2, ""));
      case ROWS_EXCHANGED -> table.add(FIRST + 1, table.remove(FIRST + 3));
      case ROW_MOVED_TO_THE_END -> table.add(FIRST + 4, table.remove(FIRST));
      case LABEL_REWORDED -> table.get(FIRST + 2).set(0, "交通运输、仓储");
      case ROWS_NUMBERED -> {
        for (int row = 0; row < table.size(); row++) {
          boolean body = row >= FIRST && row < FIRST + ROWS.size();
          table.get(row).add(0, body ? String.valueOf(row - FIRST + 1) : "");
        }
      }
      case NOTE_GONE -> table.remove(table.size() - 1);
      case ANOTHER_SHEET -> before.add(Grid.builder("说明").put(0, 0, new Cell.Text("谢谢")).build());
    }
    before.add(grid(table).build());
    Outcome<Submission> read = read(new Document(before, Map.of()));

    assertThat(values(read)).isEqualTo(answers());
    assertThat(read.findings())
        .extracting(Finding::code, Mentions::of)
        .containsExactlyElementsOf(
            deed == Harmless.LABEL_REWORDED
                ? List.of(tuple(FindingCode.LABEL_CHANGED, "words=交通运输、仓储 own=交通运输"))
                : List.of());
  }

  /** What is done to a return after which some number has no words of its own. */
  private enum Harmful {
    MOVED_RIGHT,
    ROW_MOVED_RIGHT,
    ROW_WITHOUT_ITS_CODE,
    LABELS_EXCHANGED,
    HEADS_EXCHANGED,
    HEAD_REPLACED,
    NUMBER_BESIDE,
    WORDS_THAT_TAKE_BACK,
    ROW_HIDDEN,
    ROW_GONE
  }

  @ParameterizedTest
  @EnumSource
  void a_number_without_its_words_is_not_read_as_another(Harmful deed) {
    List<List<String>> table = filled();
    switch (deed) {
      case MOVED_RIGHT -> {
        for (int row = FIRST; row < FIRST + ROWS.size(); row++) {
          table.get(row).add(2, "");
        }
      }
      case ROW_MOVED_RIGHT -> table.get(FIRST + 1).add(2, "");
      case ROW_WITHOUT_ITS_CODE -> table.get(FIRST + 1).set(1, "04");
      case LABELS_EXCHANGED -> {
        table.get(FIRST).set(0, ROWS.get(1));
        table.get(FIRST + 1).set(0, ROWS.get(0));
      }
      case HEADS_EXCHANGED -> {
        table.get(3).set(3, COLUMNS.get(2));
        table.get(3).set(4, COLUMNS.get(1));
        table.get(2).set(3, "员工");
      }
      case HEAD_REPLACED -> table.get(2).set(5, "利润");
      case NUMBER_BESIDE -> table.get(FIRST + 1).set(7, "9");
      case WORDS_THAT_TAKE_BACK -> table.get(FIRST + 1).set(7, "待核实");
      case ROW_GONE -> table.remove(FIRST + 1);
      case ROW_HIDDEN -> {
        // Done to the grid.
      }
    }
    Grid.Builder built = grid(table);
    if (deed == Harmful.ROW_HIDDEN) {
      built.hideRow(FIRST + 1);
    }
    Outcome<Submission> read = read(document(built.build()));

    Map<String, String> values = values(read);
    assertThat(answers().entrySet()).containsAll(values.entrySet());
    assertThat(values).hasSizeLessThan(answers().size());
    assertThat(read.findings()).extracting(Finding::severity).contains(Severity.ERROR);
  }

  /** Heads in other words: which columns are still read, and what is said once for each. */
  @ParameterizedTest
  @CsvSource({
    // Alike, and the same to a person.
    "2, 2, 单位数量, 12345, label-changed",
    "3, 4, 其中：女性, 12345, label-changed",
    "2, 3, 人员情况, 12345, label-changed label-changed",
    // Another, or the contrary.
    "2, 2, 户主, 2345, field-ambiguous",
    "2, 5, 利润, 1235, field-ambiguous",
    "2, 6, 未整改率, 1234, field-ambiguous",
    "2, 6, 不整改率, 1234, field-ambiguous",
    "2, 3, 设备, 145, field-ambiguous field-ambiguous",
  })
  void a_head_in_other_words_leaves_the_other_columns_alone(
      int row, int column, String head, String columns, String findings) {
    List<List<String>> table = filled();
    table.get(row).set(column, head);

    Outcome<Submission> read = read(document(grid(table).build()));

    Map<String, String> expected = new TreeMap<>(answers());
    expected.keySet().removeIf(id -> columns.indexOf(id.charAt(id.length() - 1)) < 0);
    assertThat(values(read)).isEqualTo(expected);
    boolean each = findings.startsWith("field");
    var codes = new ArrayList<String>();
    for (var code : findings.split(" ")) {
      codes.addAll(Collections.nCopies(each ? ROWS.size() : 1, code));
    }
    assertThat(read.findings()).extracting(finding -> finding.code().id()).isEqualTo(codes);
  }

  @Tag("slow")
  @Test
  void whatever_is_typed_anywhere_is_read_at_its_place_or_named() {
    long seed = 20261127;
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      List<List<String>> table = filled();
      int row = random.nextInt(table.size());
      int column = random.nextInt(8);
      String typed = String.valueOf(5000 + random.nextInt(1000));
      String was = table.get(row).set(column, typed);
      Outcome<Submission> read = read(document(grid(table).build()));
      if (read.value().isEmpty()) {
        continue;
      }
      Map<String, String> expected = new TreeMap<>(answers());
      boolean input = row >= FIRST && row < FIRST + ROWS.size() && column >= 2 && column < 7;
      if (input) {
        expected.put("1." + (row - FIRST + 1) + "." + (column - 1), typed);
      }
      String about = "seed " + seed + ": " + typed + " for " + was + " at " + row + "," + column;
      Map<String, String> values = values(read);
      assertThat(expected.entrySet()).as(about).containsAll(values.entrySet());
      if (!input) {
        assertThat(read.findings())
            .as(about)
            .anyMatch(
                finding -> typed.equals(finding.raw()) || finding.severity() == Severity.ERROR);
      }
    }
  }

  @Test
  void what_a_person_does_not_see_is_not_read() {
    Grid.Builder built = grid(filled());
    built.mark(new Position(FIRST, 2), Mark.STRUCK_OUT);

    Outcome<Submission> read = read(document(built.build()));

    assertThat(values(read)).doesNotContainKey("1.1.1").hasSize(answers().size() - 1);
    assertThat(read.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.STRUCK_OUT_COUNT);
  }

  /** What a unit's own formula shows is believed unless its operands plainly say otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C6+C7 | 55 | 55 |",
        "C6+C7 | 54 | | formula-without-value",
        "C6+C7 | 0 | | formula-without-value",
        "SUM(C6:C9) | 153 | | formula-without-value",
        "SUM(C6:C9)-C9-C8 | 55 | 55 |",
        "SUM(H6:H9) | 0 | 0 |",
        "SUM(H6:H9) | 3 | | formula-without-value",
        "ROUND(C6/2,0) | 11 | 11 |",
        "C6-C7+23 | 12.0000000000001 | 12 |",
        "ROUND(C6*1.229,2) | 0 | | formula-without-value",
        "IF(C6=0,0,ROUND(C7/C6,0)) | 2 | 2 |",
        "IF(H6=0,0,C7/H6) | 0 | 0 |",
        "IFERROR(C7/H6,0) | 0 | 0 |",
        "COUNTIF(C6:C7,22) | 0 | | formula-without-value",
        "COUNTIF(H6:H7,22) | 0 | 0 |",
        "COUNTIF(C6:C7,22) | 1 | 1 |",
      })
  void a_formula_that_contradicts_its_operands_is_not_believed(
      String expression, String stored, String value, String code) {
    Grid.Builder built = grid(filled());
    built.put(
        FIRST,
        2,
        new Cell.Formula(expression, new Cell.Number(new BigDecimal(stored), Cell.Number.GENERAL)));

    Outcome<Submission> read = read(document(built.build()));

    assertThat(values(read).get("1.1.1")).isEqualTo(value);
    assertThat(values(read)).hasSize(answers().size() - (value == null ? 1 : 0));
    assertThat(read.findings())
        .extracting(finding -> finding.code().id())
        .isEqualTo(List.of(code == null ? "formula-value" : code));
  }

  /** The same over other sheets, names and other workbooks; E1 is 5 and E2 empty on 明细. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "明细!E1+C6 | 27 | 27 |",
        "明细!E1+C6 | 22 | | formula-without-value",
        "SUM(明细!E1:E4) | 5 | 5 |",
        "SUM(明细!E1:E4) | 0 | | formula-without-value",
        "SUM(明细!E4:E6) | 0 | 0 |",
        "SUM(明细!E2:E4) | 0 | | formula-without-value",
        "SUMIF(明细!D:D,\"甲\",明细!E:E) | 0 | | formula-without-value",
        "SUMIF(明细!D:D,\"甲\",明细!E:E) | 5 | 5 |",
        "COUNTIF(明细!F:F,\"甲\") | 0 | 0 |",
        "'明细'!E3 | 0 | | formula-without-value",
        "VLOOKUP(A5,明细!D1:E9,2) | 0 | | formula-without-value",
        "没有!E1 | 0 | | formula-without-value",
        "[1]明细!E1 | 0 | | formula-without-value",
        "名称 | 0 | | formula-without-value",
        "INDIRECT(\"明细!E1\") | 0 | | formula-without-value",
        "INDIRECT(\"明细!E1\") | 5 | 5 |",
      })
  void a_formula_over_other_sheets_is_held_against_what_stands_there(
      String expression, String stored, String value, String code) {
    Grid.Builder built = grid(filled());
    built.put(FIRST, 2, formula(expression, stored));
    Grid other =
        Grid.builder("明细")
            .put(0, 3, new Cell.Text("甲"))
            .put(0, 4, new Cell.Number(new BigDecimal("5"), Cell.Number.GENERAL))
            .put(2, 4, formula("COUNTIF(E1:E2,5)", "0"))
            .build();

    Outcome<Submission> read = read(new Document(List.of(built.build(), other), Map.of()));

    assertThat(values(read).get("1.1.1")).isEqualTo(value);
    assertThat(read.findings())
        .extracting(finding -> finding.code().id())
        .contains(code == null ? "formula-value" : code);
  }

  private static Cell formula(String expression, String stored) {
    return new Cell.Formula(
        expression, new Cell.Number(new BigDecimal(stored), Cell.Number.GENERAL));
  }

  @Test
  void another_form_is_none_of_this() {
    Grid other =
        Grid.builder("Sheet1")
            .put(0, 0, new Cell.Text("值班表"))
            .put(1, 0, new Cell.Text("姓名"))
            .put(1, 1, new Cell.Text("电话"))
            .build();

    assertThat(read(document(other)).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.NOT_THIS_FORM);
  }
}
