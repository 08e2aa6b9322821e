package dev.rollup.read.csv;

import static dev.rollup.finding.FindingCode.CUT_OFF;
import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.format.TextDecoder;
import dev.rollup.read.sheet.RowEnds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads tables of text: {@code .csv} as Excel and WPS write it in any of their encodings, divided
 * by commas, semicolons or tabs.
 */
public final class CsvReader implements DocumentReader {

  /** Empty lines stay: a record's number is its row. */
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private static final Pattern CONSTANT = Pattern.compile("=\"([^\"]*)\"");

  /** What ends a sentence, or closes what was opened before. */
  private static final String ENDS = "。；！.;!）)】〕]”";

  private final int mostCells;

  /** A reader of returns. */
  public CsvReader() {
    this(Limits.CELLS);
  }

  private CsvReader(int mostCells) {
    this.mostCells = mostCells;
  }

  /** Returns a reader of what a clerk keeps: the roster of a nation is longer than any form. */
  public static CsvReader ofSideFile() {
    return new CsvReader(Limits.SIDE_CELLS);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The one grid has no sheet name, its cells are texts exactly as stored, and there are no
   * properties. A field {@code ="12"}, which is how spreadsheets are told to keep a text, is the
   * formula that it is.
   *
   * @return findings are {@code cut-off} beside a value for each row that may have lost its end;
   *     instead of one: {@code empty-file}, {@code too-large}, {@code unsupported-format} for what
   *     is no text or says that it is a document of another kind, {@code damaged-file} where the
   *     text breaks off or its quotes do not close
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      if (content.length == 0) {
        throw Refusal.of(EMPTY_FILE);
      }
      if (content.length > Limits.INFLATED_BYTES) {
        throw Refusal.of(TOO_LARGE);
      }
      String text = TextDecoder.decode(content);
      if (isMarkup(text)) {
        throw Refusal.unsupported();
      }
      return read(text, mostCells);
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private static Outcome<Document> read(String text, int mostCells) throws Refusal {
    var delimiter = Delimiter.of(text);
    if (delimiter.columns() > Limits.COLUMNS) {
      throw Refusal.of(TOO_LARGE);
    }
    var grid = Grid.builder(null);
    var format = FORMAT.builder().setDelimiter(delimiter.character()).get();
    var ends = new RowEnds();
    int row = 0;
    try (var records = CSVParser.parse(text, format)) {
      for (var fields : records) {
        boolean empty = fields.size() == 1 && fields.get(0).isEmpty();
        ends.add(empty ? 0 : fields.size());
        for (int column = 0; column < fields.size(); column++) {
          String field = fields.get(column);
          if (!field.isEmpty()) {
            grid.put(row, column, cell(field));
          }
        }
        if (grid.size() > mostCells || ++row > Limits.ROWS) {
          throw Refusal.of(TOO_LARGE);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Quotes that do not close, or close in the middle of a field: what was meant is not certain.
      throw Refusal.of(DAMAGED_FILE);
    }
    return Outcome.of(
        new Document(List.of(grid.build()), Map.of()),
        ends.lost(isClosed(text, delimiter.character())).stream().map(CsvReader::cutOff).toList());
  }

  /**
   * Tells whether a text is there to its end: who types or pastes one ends it with a sentence, and
   * some programs put no line end behind the last row, which ends empty as the one before does.
   */
  private static boolean isClosed(String text, char delimiter) {
    String end = text.stripTrailing();
    int row = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return text.endsWith("\n")
        || text.endsWith("\r")
        || !end.isEmpty() && ENDS.indexOf(end.charAt(end.length() - 1)) >= 0
        || row >= 0
            && text.charAt(text.length() - 1) == delimiter
            && text.substring(0, row).replace("\r", "").endsWith(String.valueOf(delimiter));
  }

  private static Finding cutOff(int row) {
    var cell = new Position(row, 0);
    return Finding.of(CUT_OFF, Location.at(null, cell)).with(Argument.ROW, row + 1);
  }

  private static Cell cell(String field) {
    var constant = CONSTANT.matcher(field);
    return constant.matches()
        ? new Cell.Formula(field.substring(1), new Cell.Text(constant.group(1)))
        : new Cell.Text(field);
  }

  /** Web pages, XML and Rich Text are often saved under the name of a table. */
  private static boolean isMarkup(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.startsWith("<", start) || text.startsWith("{\\rtf", start);
  }
}
