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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
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
    look(inferred("blank.docx", form.docx()));
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

  private static void look(Blank blank) throws IOException {
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
