package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.Slip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form that went back to a unit carries beside the form: what it corrects, and what it said
 * when it went out, so that what the unit added is known when it comes back.
 *
 * @param corrects the SHA-256, in lower-case hex, of every return that it answers
 * @param rows the rows of its list, the title and the headings first
 * @param notes the texts of the notes on its cells
 */
public record SentSlip(Set<String> corrects, List<Row> rows, List<String> notes) {

  /** No slip at all. */
  public static final SentSlip NONE = new SentSlip(Set.of(), List.of(), List.of());

  /** The title of the list and the heads of its columns. */
  public static final int HEAD_ROWS = 2;

  private static final String CORRECTS = "corrects";
  private static final String ROW = "row";
  private static final String NOTE = "note";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * What a row of the list asks about.
   *
   * @param code what was found
   * @param rule the rule of the template that it comes of; null where it comes of none
   * @param field the field that it was found in; null where it is about none
   */
  public record Question(FindingCode code, @Nullable String rule, @Nullable String field) {

    /** Refuses a question about nothing. */
    public Question {
      Objects.requireNonNull(code);
    }

    private String line() {
      return String.join(
          " ",
          code.id(),
          Objects.requireNonNullElse(rule, "-"),
          Objects.requireNonNullElse(field, "-"));
    }

    private static @Nullable Question of(String line) {
      String[] parts = line.split(" ", -1);
      return parts.length < 3
          ? null
          : Arrays.stream(FindingCode.values())
              .filter(code -> code.id().equals(parts[0]))
              .findFirst()
              .map(code -> new Question(code, part(parts[1]), part(parts[2])))
              .orElse(null);
    }

    private static @Nullable String part(String text) {
      return text.equals("-") ? null : text;
    }
  }

  /**
   * A row of the list that the unit is shown.
   *
   * @param blanks the defined names of the blanks that it is about; an answer can only be meant for
   *     one of them
   * @param question what it asks; null where it asks nothing that a word could answer
   * @param texts what stood in its cells, from the first column on
   */
  public record Row(List<String> blanks, @Nullable Question question, List<String> texts) {

    /** Copies the lists. */
    public Row {
      blanks = List.copyOf(blanks);
      texts = List.copyOf(texts);
    }

    /** A row that asks nothing. */
    public static Row of(List<String> texts) {
      return new Row(List.of(), null, texts);
    }

    /** Tells whether two rows ask the same. */
    public boolean asksTheSame(Row other) {
      return blanks.equals(other.blanks) && Objects.equals(question, other.question);
    }
  }

  /** Copies the collections. */
  public SentSlip {
    corrects = Set.copyOf(corrects);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** Returns the cells of the hidden sheet line by line. */
  public List<List<String>> lines() {
    var lines = new ArrayList<List<String>>();
    new TreeSet<>(corrects).forEach(hash -> lines.add(List.of(CORRECTS, hash)));
    for (var row : rows) {
      String question = row.question() == null ? "" : row.question().line();
      var line = new ArrayList<>(List.of(ROW, String.join(" ", row.blanks()), question));
      line.addAll(row.texts());
      lines.add(line);
    }
    notes.forEach(note -> lines.add(List.of(NOTE, note)));
    return lines;
  }

  /** Reads what a document carries; a line that makes no sense is passed over. */
  public static SentSlip of(Document document) {
    var corrects = new TreeSet<String>();
    var rows = new ArrayList<Row>();
    var notes = new ArrayList<String>();
    addHash(document.properties().getOrDefault(Slip.PROPERTY, ""), corrects);
    for (var grid : document.grids()) {
      if (Slip.SHEET.equals(grid.sheet())) {
        for (int line = 0; line < grid.height(); line++) {
          switch (text(grid, line, 0)) {
            case CORRECTS -> addHash(text(grid, line, 1), corrects);
            case ROW -> row(grid, line).ifPresent(rows::add);
            case NOTE -> notes.add(text(grid, line, 1));
            default -> {
              // Whatever else somebody wrote there says nothing about the slip.
            }
          }
        }
      }
    }
    return corrects.isEmpty() ? NONE : new SentSlip(corrects, rows, notes);
  }

  private static void addHash(String text, Set<String> hashes) {
    if (HASH.matcher(text.strip()).matches()) {
      hashes.add(text.strip());
    }
  }

  private static Optional<Row> row(Grid grid, int line) {
    var texts = new ArrayList<String>();
    int last = grid.rows(line, line + 1).stream().mapToInt(p -> p.at().column()).max().orElse(1);
    for (int column = 3; column <= last; column++) {
      texts.add(text(grid, line, column));
    }
    List<String> blanks =
        Arrays.stream(text(grid, line, 1).split(" ")).filter(name -> !name.isEmpty()).toList();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Row(blanks, Question.of(text(grid, line, 2)), texts));
  }

  private static String text(Grid grid, int line, int column) {
    Cell cell = grid.at(new Position(line, column));
    return cell.raw();
  }
}
