package dev.rollup.write.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.run.ReviewFile;
import dev.rollup.run.TemplateChoice;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Blank;
import dev.rollup.template.FormReview;
import dev.rollup.text.TextSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person sees of any blank, in whichever format: each blank once, where the list says. */
@Tag("slow")
@Order(3)
class ReviewOfFormsTest {

  private static final Path FORMS = Path.of("src/test/resources/forms");
  private static final Pattern MARK = Pattern.compile("#(\\d+)|\\[表头(\\d+)]");

  @TempDir Path folder;

  static Stream<String> forms() throws IOException {
    try (Stream<Path> files = Files.list(FORMS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void every_blank_is_marked_once_and_found_by_its_link(String name) throws Exception {
    List<String> lines = Files.readAllLines(FORMS.resolve(name));
    var form =
        new DrawnForm(lines.contains("---") ? lines.subList(0, lines.indexOf("---")) : lines);
    look(inferred("blank.xlsx", form.xlsx()));
    look(inferred("blank.xls", form.xls()));
    hasRoom(look(inferred("blank.docx", form.docx())));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void what_nobody_changed_changes_no_byte_of_the_template(String name) throws Exception {
    List<String> lines = Files.readAllLines(FORMS.resolve(name));
    var form =
        new DrawnForm(lines.contains("---") ? lines.subList(0, lines.indexOf("---")) : lines);
    Path template = folder.resolve("t.json");
    TemplateChoice.write(inferred("blank.docx", form.docx()), "t", template, false);
    Blank blank = TemplateReader.read(template.toString()).blank().orElseThrow();
    for (var language : Language.values()) {
      Path review =
          ReviewFile.writeTo(blank, folder.resolve("r.xlsx"), new Messages(language)).file();

      Path again = folder.resolve("again.json");
      TemplateChoice.write(template, ReviewFile.read(review, blank), again);

      assertThat(again).hasSameBinaryContentAs(template);
    }
  }

  private Blank inferred(String name, byte[] content) throws IOException, Mistake {
    return TemplateChoice.infer(Files.write(folder.resolve(name), content));
  }

  private static byte[] look(Blank blank) throws IOException {
    var review = FormReview.of(blank);
    byte[] bytes = ReviewWorkbook.of(review, new Messages(Language.ZH));
    assertThat(ReviewWorkbook.of(review, new Messages(Language.ZH))).isEqualTo(bytes);
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Sheet list = book.getSheet("核对");
      assertThat(book.getSheetIndex(list)).isEqualTo(book.getNumberOfSheets() - 1);
      var marks = new ArrayList<String>();
      for (Sheet sheet : book) {
        if (sheet != list) {
          sheet.forEach(row -> row.forEach(cell -> marks.addAll(marks(cell))));
        }
      }
      var expected = new ArrayList<String>();
      review.lines().forEach(line -> expected.add("#" + line.number()));
      review.heads().forEach(head -> expected.add("[表头" + head.number() + "]"));
      assertThat(marks).as(blank.file()).containsExactlyInAnyOrderElementsOf(expected);
      for (int r = list.getLastRowNum(); r > 3; r--) {
        linked(book, list.getRow(r));
      }
    }
    return bytes;
  }

  /** Of what was drawn from a text every word can be seen. */
  private static void hasRoom(byte[] bytes) throws IOException {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Sheet sheet = book.getSheetAt(0);
      var narrow = new ArrayList<String>();
      for (Row row : sheet) {
        for (Cell cell : row) {
          CellRangeAddress area =
              sheet.getMergedRegions().stream()
                  .filter(merged -> merged.isInRange(cell))
                  .findFirst()
                  .orElse(CellRangeAddress.valueOf(cell.getAddress().formatAsString()));
          double points = book.getFontAt(cell.getCellStyle().getFontIndex()).getFontHeight() / 20.0;
          double width =
              IntStream.rangeClosed(area.getFirstColumn(), area.getLastColumn())
                  .mapToDouble(column -> sheet.getColumnWidth(column) / 256.0)
                  .sum();
          double height =
              IntStream.rangeClosed(area.getFirstRow(), area.getLastRow())
                  .mapToDouble(r -> sheet.getRow(r).getHeightInPoints())
                  .sum();
          String text = cell.toString();
          if (!text.isEmpty()
              && height + 1 < TextSize.height(TextSize.lines(text, width + 1, points), points)) {
            narrow.add(cell.getAddress() + " " + text);
          }
        }
      }
      assertThat(narrow).isEmpty();
    }
  }

  /** The cell that a line leads to holds the line's mark, in a colour. */
  private static void linked(XSSFWorkbook book, Row line) {
    Cell number = line.getCell(0);
    String mark =
        number.toString().startsWith("表头")
            ? "[" + number + "]"
            : "#" + (int) number.getNumericCellValue();
    var at = new CellReference(line.getCell(2).getHyperlink().getAddress());
    XSSFCell cell = book.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
    assertThat(marks(cell)).contains(mark);
    assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
  }

  private static List<String> marks(Cell cell) {
    var marks = new ArrayList<String>();
    Matcher mark = MARK.matcher(cell.toString());
    while (mark.find()) {
      marks.add(mark.group());
    }
    return marks;
  }
}
