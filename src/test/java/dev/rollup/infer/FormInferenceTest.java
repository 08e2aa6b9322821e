package dev.rollup.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollup.read.blank.BlankPages;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Relation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is found on blank forms of many kinds. Each form is drawn in a file of its own, above what
 * must be found on it. {@code -Drollup.forms=write} writes down what is found, to be read in the
 * difference.
 */
@Tag("slow")
class FormInferenceTest {

  private static final Path FORMS = Path.of("src/test/resources/forms");
  private static final String FOUND = "---";
  private static final Pattern IN_TABLE =
      Pattern.compile("t(\\d+)\\.r(\\d+)(?:\\.\\.(\\d+))?\\.c(\\d+)(?:\\.p\\d+)?(?:#(\\d+))?");

  static Stream<String> forms() throws IOException {
    try (Stream<Path> files = Files.list(FORMS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void all_that_is_on_a_form_is_found_and_nothing_else(String name) throws IOException {
    List<String> lines = Files.readAllLines(FORMS.resolve(name));
    int end = lines.contains(FOUND) ? lines.indexOf(FOUND) : lines.size();
    var form = new DrawnForm(lines.subList(0, end));
    Pages pages = BlankPages.read(form.xlsx(), false).orElseThrow();
    Blank blank =
        FormInference.of(pages, "blank.xlsx", "0", new Blank.Content(new byte[0])).orElseThrow();
    List<String> found = told(blank, at -> at.replace("表!", ""));

    if ("write".equals(System.getProperty("rollup.forms"))) {
      var all = new ArrayList<>(lines.subList(0, end));
      all.add(FOUND);
      all.addAll(found);
      Files.write(FORMS.resolve(name), all);
      return;
    }
    assertThat(found)
        .containsExactlyElementsOf(lines.subList(Math.min(end + 1, lines.size()), lines.size()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void the_same_form_is_the_same_in_a_workbook_of_old(String name) throws IOException {
    List<String> lines = Files.readAllLines(FORMS.resolve(name));
    int end = lines.indexOf(FOUND);
    Pages pages = BlankPages.read(new DrawnForm(lines.subList(0, end)).xls(), false).orElseThrow();
    Blank blank =
        FormInference.of(pages, "blank.xls", "0", new Blank.Content(new byte[0])).orElseThrow();

    assertThat(told(blank, at -> at.replace("表!", "")))
        .containsExactlyElementsOf(lines.subList(end + 1, lines.size()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void the_same_form_is_the_same_in_word(String name) throws IOException {
    List<String> lines = Files.readAllLines(FORMS.resolve(name));
    List<String> drawn = lines.subList(0, lines.indexOf(FOUND));
    // Word computes nothing.
    assumeThat(drawn).noneMatch(line -> line.contains("| ="));
    Pages pages = BlankPages.read(new DrawnForm(drawn).docx(), true).orElseThrow();
    Blank blank =
        FormInference.of(pages, "blank.docx", "0", new Blank.Content(new byte[0])).orElseThrow();

    assertThat(told(blank, at -> onSheet(at, drawn)).stream().filter(line -> line.contains("·")))
        .containsExactlyElementsOf(
            lines.subList(drawn.size() + 1, lines.size()).stream()
                .filter(line -> line.contains("·"))
                .toList());
  }

  /** How far a row is set in is told by white space, or by a style in every kind of file. */
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls", "docx"})
  void rows_set_in_by_a_style_are_as_those_by_white_space(String kind) throws IOException {
    List<String> lines = Files.readAllLines(FORMS.resolve("b01-set-in-rows.txt"));
    List<String> drawn = lines.subList(0, lines.indexOf(FOUND));
    var form = new DrawnForm(drawn);
    boolean word = kind.equals("docx");
    byte[] set =
        word ? setInText(form.docx()) : setIn(kind.equals("xls") ? form.xls() : form.xlsx());
    Pages pages = BlankPages.read(set, word).orElseThrow();
    Blank blank =
        FormInference.of(pages, "blank." + kind, "0", new Blank.Content(new byte[0])).orElseThrow();

    List<String> told =
        told(blank, at -> word ? onSheet(at, drawn) : at.replace("表!", "")).stream()
            .filter(line -> line.contains("·"))
            .toList();
    assertThat(told)
        .containsExactlyElementsOf(
            lines.subList(drawn.size() + 1, lines.size()).stream()
                .filter(line -> line.contains("·"))
                .toList());
  }

  /** Makes styles of the white space before the words of the first column. */
  private static byte[] setIn(byte[] form) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(form));
        var bytes = new ByteArrayOutputStream()) {
      for (var row : workbook.getSheetAt(0)) {
        String words = row.getCell(0).getStringCellValue();
        String bare = words.replaceFirst("^　+", "");
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(row.getCell(0).getCellStyle());
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) (words.length() - bare.length()));
        row.getCell(0).setCellStyle(style);
        row.getCell(0).setCellValue(bare);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] setInText(byte[] form) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(form));
        var bytes = new ByteArrayOutputStream()) {
      for (var row : document.getTables().get(0).getRows()) {
        XWPFParagraph label = row.getCell(0).getParagraphs().get(0);
        String words = label.getText();
        String bare = words.replaceFirst("^　+", "");
        label.getRuns().get(0).setText(bare, 0);
        label.setIndentationLeft(200 * (words.length() - bare.length()));
      }
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** Returns a place in a table as that on the sheet on which the same form is drawn. */
  private static String onSheet(String at, List<String> drawn) {
    Matcher place = IN_TABLE.matcher(at);
    if (!place.find()) {
      // Above the first table a line is a row of the sheet, and a paragraph of the text.
      return at.replaceFirst("^p(\\d+)#", "A$1#");
    }
    int first = 0;
    for (int table = Integer.parseInt(place.group(1)); table > 0; first++) {
      boolean begins = first == 0 || !drawn.get(first - 1).startsWith("|");
      table -= begins && drawn.get(first).startsWith("|") ? 1 : 0;
    }
    int row = Integer.parseInt(place.group(2)) - 1;
    String drawnRow = drawn.get(first - 1 + row);
    int column = DrawnForm.starts(drawnRow).get(Integer.parseInt(place.group(4)) - 1);
    String letter = CellReference.convertNumToColString(column);
    String to =
        place.group(3) == null
            ? ""
            : ".." + letter + (first + Integer.parseInt(place.group(3)) - 1);
    return letter + (first + row) + to + (place.group(5) == null ? "" : "#" + place.group(5));
  }

  private static List<String> told(Blank blank, UnaryOperator<String> place) {
    var places = new HashMap<String, String>();
    var lines = new ArrayList<String>();
    for (HeaderBlank head : blank.header()) {
      lines.add(head.role() + " " + place.apply(head.at().toString()));
    }
    for (Block block : blank.blocks()) {
      int rows = block instanceof Block.Rows list ? list.rows() : 1;
      block
          .bindings()
          .forEach(each -> places.put(each.id(), place.apply(each.at().toString(rows))));
    }
    for (Block block : blank.blocks()) {
      for (Binding each : block.bindings()) {
        var line = new ArrayList<String>();
        line.add(places.get(each.id()));
        line.add(word(each.type()));
        each.measure().ifPresent(line::add);
        line.add(word(each.adds()));
        if (!each.sure()) {
          line.add("unsure");
        }
        blank.relations().stream()
            .filter(relation -> relation.whole().equals(each.id()))
            .forEach(relation -> line.add(relation(relation, places)));
        line.add("· " + String.join("/", each.row()) + " · " + String.join("/", each.column()));
        lines.add(String.join(" ", line));
      }
    }
    return lines;
  }

  private static String relation(Relation relation, Map<String, String> places) {
    List<String> parts = relation.parts().stream().map(places::get).toList();
    return switch (relation.kind()) {
      case SUM -> {
        var sum = new StringBuilder("=");
        for (int i = 0; i < parts.size(); i++) {
          boolean minus = i >= parts.size() - relation.minus();
          sum.append(i == 0 ? "" : minus ? "-" : "+").append(parts.get(i));
        }
        yield sum.toString();
      }
      case ROWS -> "=Σ" + parts.get(0);
      case PART -> ">=" + parts.get(0);
      case RATIO -> "=" + parts.get(0) + "/" + parts.get(1);
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
