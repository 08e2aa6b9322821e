package dev.rollup.write.review;

import dev.rollup.messages.Messages;
import dev.rollup.model.Place;
import dev.rollup.report.BoundValues;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.FormReview;
import dev.rollup.template.HeaderBlank;
import dev.rollup.write.copy.SheetCopy;
import dev.rollup.write.copy.TextCopy;
import dev.rollup.write.xlsx.Opaque;
import dev.rollup.write.xlsx.ReproducibleZip;
import dev.rollup.write.xlsx.SheetText;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/**
 * The blank with every blank found on it coloured and numbered, and a sheet that says of each what
 * it is: for a person who looks it over before returns are merged by it.
 */
public final class ReviewWorkbook {

  private final TemplateWorkbook book;
  private final FormReview review;
  private final Messages messages;

  /** Finds where a place of the blank is in the workbook; null where it is nowhere. */
  private final Function<Place, @Nullable Cell> cells;

  private final Map<String, XSSFCellStyle> styles = new HashMap<>();

  private ReviewWorkbook(
      TemplateWorkbook book,
      FormReview review,
      Messages messages,
      Function<Place, @Nullable Cell> cells) {
    this.book = book;
    this.review = review;
    this.messages = messages;
    this.cells = cells;
  }

  /** Returns the workbook. */
  public static byte[] of(FormReview review, Messages messages) {
    try {
      return marked(review, messages).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether a file is as it was written, and nobody has saved it again. */
  public static boolean isUntouched(byte[] file) {
    return ReproducibleZip.wrote(file);
  }

  /** Begins with the blank, as it looks or as well as it can be drawn. */
  private static ReviewWorkbook marked(FormReview review, Messages messages) throws IOException {
    Blank blank = review.blank();
    byte[] content = blank.content().bytes();
    BoundValues marks = marks(review, messages);
    boolean word = blank.bindings().get(0).at().kind() != Place.Kind.SHEET;
    if (word) {
      var book = TemplateWorkbook.review(blank.title());
      var drawn =
          new DrawnText(book, messages.text("review.blank-sheet"), TextCopy.of(blank, marks));
      drawn.draw();
      return new ReviewWorkbook(book, review, messages, drawn::cell);
    }
    if (SheetCopy.isOld(content)) {
      var book = TemplateWorkbook.review(blank.title());
      try (var old = new HSSFWorkbook(new ByteArrayInputStream(content))) {
        SheetCopy.mark(old, marks);
        new OldSheets(old, book).copy();
      }
      return new ReviewWorkbook(book, review, messages, onSheets(book));
    }
    var book = TemplateWorkbook.review(blank.title(), content);
    SheetCopy.mark(book, marks);
    return new ReviewWorkbook(book, review, messages, onSheets(book));
  }

  /** Returns what stands in every blank; of a list in its first row. */
  private static BoundValues marks(FormReview review, Messages messages) {
    var header = new LinkedHashMap<HeaderBlank, Value>();
    review.heads().forEach(head -> header.put(head.blank(), new Value.Words(mark(head, messages))));
    var values = new LinkedHashMap<Binding, Value>();
    review.lines().forEach(line -> values.put(line.binding(), new Value.Words(line.mark())));
    return new BoundValues(header, values, Map.of());
  }

  private static String mark(FormReview.Head head, Messages messages) {
    return messages.text("review.head-mark", String.valueOf(head.number()));
  }

  private static Function<Place, @Nullable Cell> onSheets(TemplateWorkbook book) {
    return place -> {
      Sheet sheet = book.getSheet(place.on());
      return sheet == null
          ? null
          : CellUtil.getCell(CellUtil.getRow(place.cell().row(), sheet), place.cell().column());
    };
  }

  private byte[] write() {
    for (var head : review.heads()) {
      Cell cell = cells.apply(head.blank().at());
      colour(cell, Fill.HEADER);
      marked(cell, mark(head, messages));
    }
    for (var line : review.lines()) {
      Place first = line.binding().at();
      for (int row = 0; row < line.rows(); row++) {
        colour(cells.apply(first.inRow(first.cell().row() + row)), Fill.of(line.binding()));
      }
    }
    // Of several blanks in one cell, one that is not sure gives it its colour.
    for (var line : review.lines()) {
      Cell cell = cells.apply(line.binding().at());
      if (!line.binding().sure()) {
        colour(cell, Fill.UNSURE);
      }
      marked(cell, line.mark());
    }
    new ReviewSheet(book, review, messages).write(cells);
    return book.toBytes();
  }

  /** Where no room was found for a mark among the words, it stands behind them. */
  private static void marked(Cell cell, String mark) {
    if (cell == null) {
      return;
    }
    String words = cell.toString();
    // #1 is not there where #12 is.
    if (!Pattern.compile(Pattern.quote(mark) + "(?!(?<=\\d)\\d)").matcher(words).find()) {
      cell.setBlank();
      cell.setCellValue(SheetText.clean(words.isBlank() ? mark : words + " " + mark));
    }
  }

  private void colour(Cell cell, Fill fill) {
    if (cell == null) {
      return;
    }
    XSSFCellStyle own = (XSSFCellStyle) cell.getCellStyle();
    XSSFCellStyle filled =
        styles.computeIfAbsent(
            own.getIndex() + fill.colour(),
            key -> {
              XSSFCellStyle style = book.createCellStyle();
              style.cloneStyleFrom(own);
              style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
              style.setFillForegroundColor(Opaque.colour(fill.colour()));
              return style;
            });
    cell.setCellStyle(filled);
  }
}
