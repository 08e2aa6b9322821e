package dev.rollup.write.review;

import dev.rollup.messages.Messages;
import dev.rollup.model.Place;
import dev.rollup.report.FormReview;
import dev.rollup.template.HeaderBlank;
import dev.rollup.write.xlsx.ReproducibleZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The blank with every blank found on it coloured and numbered, and a sheet that says of each what
 * it is: for a person who looks it over before returns are merged by it.
 */
public final class ReviewWorkbook {

  private static final Date CREATED = new Date(946_684_800_000L);
  private static final byte[] SURE = {(byte) 0xD9, (byte) 0xEA, (byte) 0xD3};
  private static final byte[] UNSURE = {(byte) 0xF9, (byte) 0xCB, (byte) 0x9C};
  private static final byte[] HEAD = {(byte) 0xCF, (byte) 0xE2, (byte) 0xF3};
  private static final byte[] XLS = {(byte) 0xD0, (byte) 0xCF};

  private final XSSFWorkbook book;
  private final FormReview review;
  private final Messages messages;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();
  private DrawnBlank drawn;

  private ReviewWorkbook(XSSFWorkbook book, FormReview review, Messages messages) {
    this.book = book;
    this.review = review;
    this.messages = messages;
  }

  /** Returns the workbook. */
  public static byte[] of(FormReview review, Messages messages) {
    byte[] content = review.blank().content().bytes();
    boolean word = review.blank().file().toLowerCase(java.util.Locale.ROOT).endsWith(".docx");
    boolean old = content[0] == XLS[0] && content[1] == XLS[1];
    try (var book =
        word || old ? new XSSFWorkbook() : new XSSFWorkbook(new ByteArrayInputStream(content))) {
      var workbook = new ReviewWorkbook(book, review, messages);
      if (word || old) {
        workbook.drawn = new DrawnBlank(book);
        if (word) {
          workbook.drawn.word(content, messages.text("review.blank-sheet"));
        } else {
          workbook.drawn.old(content);
        }
      }
      return workbook.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write() throws IOException {
    for (HeaderBlank head : review.blank().header()) {
      colour(cell(head.at()), HEAD);
    }
    var numbers = new LinkedHashMap<Cell, List<Integer>>();
    for (var line : review.lines()) {
      byte[] colour = line.binding().sure() ? SURE : UNSURE;
      Place first = line.binding().at();
      for (int row = 0; row < line.rows(); row++) {
        Cell cell = cell(first.inRow(first.cell().row() + row));
        colour(cell, colour);
        if (cell != null && row == 0) {
          numbers.computeIfAbsent(cell, any -> new ArrayList<>()).add(line.number());
        }
      }
    }
    numbers.forEach(ReviewWorkbook::number);
    new ReviewSheet(book, review, messages).write(place -> cell(place));
    var core = book.getProperties().getCoreProperties();
    core.setCreated(Optional.of(CREATED));
    core.setModified(Optional.of(CREATED));
    var bytes = new ByteArrayOutputStream();
    var zip = new ReproducibleZip(bytes);
    book.write(zip);
    zip.close();
    return bytes.toByteArray();
  }

  /** Returns the cell of a place; null where the blank has none there. */
  private Cell cell(Place place) {
    if (drawn != null) {
      return drawn.cell(place);
    }
    Sheet sheet = book.getSheet(place.on());
    return sheet == null
        ? null
        : CellUtil.getCell(CellUtil.getRow(place.cell().row(), sheet), place.cell().column());
  }

  private void colour(Cell cell, byte[] colour) {
    if (cell == null) {
      return;
    }
    XSSFCellStyle own = (XSSFCellStyle) cell.getCellStyle();
    XSSFCellStyle filled =
        styles.computeIfAbsent(
            own.getIndex() + " " + colour[0] + colour[2],
            key -> {
              XSSFCellStyle style = book.createCellStyle();
              style.cloneStyleFrom(own);
              style.setLocked(false);
              style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
              style.setFillForegroundColor(new XSSFColor(colour, null));
              return style;
            });
    cell.setCellStyle(filled);
  }

  /** Writes the numbers of the blanks in a cell: in their gaps where it has words of its own. */
  private static void number(Cell cell, List<Integer> numbers) {
    String own = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    if (own.isBlank()) {
      cell.setBlank();
      cell.setCellValue(String.valueOf(numbers.get(0)));
      return;
    }
    var words = new StringBuilder(own);
    for (int number : numbers) {
      words.append(" [").append(number).append(']');
    }
    cell.setCellValue(words.toString());
  }
}
