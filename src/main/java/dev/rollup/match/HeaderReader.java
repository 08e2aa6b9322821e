package dev.rollup.match;

import dev.rollup.match.find.ColumnHeads;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.template.HeaderField;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the blanks above the table: what stands behind each label, in its own cell as far as the
 * next label, or in the next cell; or below it, where labels stand side by side as heads of
 * columns.
 */
final class HeaderReader {

  /** What fills a blank that nobody filled in, a seal beside it, and the colon before it. */
  private static final Pattern RULES =
      Pattern.compile("^[\\s\\p{Z}:：)）_＿\\uFFFC]+|[\\s\\p{Z}_＿;；,，、。\\uFFFC]+$");

  private final Grid grid;
  private final FormWords words;
  private final Set<Position> taken = new HashSet<>();

  HeaderReader(Grid grid, FormWords words) {
    this.grid = grid;
    this.words = words;
  }

  /**
   * What stands above the table.
   *
   * @param entries what was filled in; every header field is there
   * @param taken where the labels and answers stand that were read
   */
  record Header(Map<HeaderField, HeaderEntry> entries, Set<Position> taken) {}

  /** Reads what stands above the table of a form. */
  static Header read(Form form, FormWords words) {
    var reader = new HeaderReader(form.grid(), words);
    return new Header(reader.read(form.head()), reader.taken());
  }

  /** A label in a cell. */
  private record Label(HeaderField field, int from, int to) {}

  /** Reads what stands above the table; every header field is present in what comes back. */
  Map<HeaderField, HeaderEntry> read(List<Grid.Placed> head) {
    var header = new EnumMap<HeaderField, HeaderEntry>(HeaderField.class);
    List<Grid.Placed> cells = own(head);
    ColumnHeads columns = ColumnHeads.find(cells, grid, words);
    columns
        .answers()
        .forEach(
            (field, answer) ->
                header.put(field, new HeaderEntry(answer.cell(), at(field, answer.at()))));
    columns.answers().values().forEach(answer -> taken.add(answer.at()));
    for (int i = 0; i < cells.size(); i++) {
      Grid.Placed own = cells.get(i);
      Grid.Placed next = i + 1 < cells.size() ? cells.get(i + 1) : null;
      List<Label> labels = columns.isHead(own.at()) ? List.of() : labels(own.cell());
      if (!labels.isEmpty() || columns.isHead(own.at())) {
        taken.add(own.at());
      }
      for (int j = 0; j < labels.size(); j++) {
        Label label = labels.get(j);
        boolean last = j == labels.size() - 1;
        String behind = behind(own.cell(), label, last ? null : labels.get(j + 1));
        HeaderEntry entry =
            behind.isEmpty() && last
                ? inNext(label.field(), own, next)
                : new HeaderEntry(
                    behind.isEmpty() ? Cell.EMPTY : new Cell.Text(behind),
                    at(label.field(), own.at()));
        header.putIfAbsent(label.field(), entry);
      }
    }
    for (var field : HeaderField.values()) {
      header.putIfAbsent(
          field, new HeaderEntry(Cell.EMPTY, at(field, grid.names().get(field.id()))));
    }
    return header;
  }

  /** Returns where the labels and answers stand that were read. */
  Set<Position> taken() {
    return taken;
  }

  /** A letter may come before the form in a running text, and another form. */
  private List<Grid.Placed> own(List<Grid.Placed> cells) {
    int first = 0;
    int sentences = -1;
    for (int i = 0; grid.running() && i < cells.size(); i++) {
      String folded = words.fold(cells.get(i).cell());
      if (words.holdTitle(folded)) {
        first = i;
      } else if (words.isSentence(folded)) {
        sentences = i;
      } else if (words.leadingLabel(HeaderField.UNIT, folded) != null && sentences > first) {
        // Below the sentences of another form its title need not be told again.
        first = i;
      }
    }
    return cells.subList(first, cells.size());
  }

  /** Returns the labels of a cell: at its beginning, and wherever a colon follows one. */
  private List<Label> labels(Cell cell) {
    var labels = new ArrayList<Label>();
    if (words.fold(cell).isEmpty()) {
      return labels;
    }
    String text = cell.raw();
    for (int at = 0; at < text.length(); at++) {
      Label label = labelAt(text, at);
      if (label != null
          && (labels.isEmpty() && blank(text, at)
              || colonAt(text, label.to())
              || apart(text, label))) {
        labels.add(label);
        at = label.to() - 1;
      }
    }
    return labels;
  }

  /** Tells whether white space sets a label apart from what comes before and behind. */
  private static boolean apart(String text, Label label) {
    return label.from() > 0
        && Character.isWhitespace(text.charAt(label.from() - 1))
        && (label.to() == text.length() || Character.isWhitespace(text.charAt(label.to())));
  }

  private static boolean blank(String text, int before) {
    return text.substring(0, before).codePoints().allMatch(c -> Folding.letters(c).isEmpty());
  }

  private static boolean colonAt(String text, int at) {
    int i = at;
    while (i < text.length()
        && (Character.isWhitespace(text.charAt(i)) || ")）".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == '：');
  }

  private @Nullable Label labelAt(String text, int at) {
    Label longest = null;
    for (var field : HeaderField.values()) {
      for (var spelling : words.labels(field)) {
        longest = longer(longest, field, at, end(text, at, spelling));
      }
      for (var spelling : words.otherLabels(field)) {
        int end = end(text, at, spelling);
        longest = end > 0 && colonAt(text, end) ? longer(longest, field, at, end) : longest;
      }
    }
    return longest;
  }

  private static @Nullable Label longer(
      @Nullable Label known, HeaderField field, int from, int to) {
    return to > 0 && (known == null || to > known.to()) ? new Label(field, from, to) : known;
  }

  /** Returns where folded words end that begin with the letter at a place; -1 where none do. */
  private static int end(String text, int at, String folded) {
    int letter = 0;
    for (int i = at; i < text.length(); i++) {
      String next = Folding.letters(text.charAt(i));
      if (next.isEmpty() && letter > 0) {
        continue;
      }
      if (next.isEmpty() || !folded.startsWith(next, letter)) {
        return -1;
      }
      letter += next.length();
      if (letter == folded.length()) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String behind(Cell cell, Label label, @Nullable Label next) {
    String text = cell.raw();
    String own = text.substring(label.to(), next == null ? text.length() : next.from());
    return RULES.matcher(own).replaceAll("").lines().findFirst().map(String::strip).orElse("");
  }

  private HeaderEntry inNext(HeaderField field, Grid.Placed own, Grid.@Nullable Placed next) {
    if (next != null && isBeside(own, next)) {
      List<Label> others = labels(next.cell());
      if (others.isEmpty() && !words.contains(words.fold(next.cell()))) {
        taken.add(next.at());
        return new HeaderEntry(next.cell(), at(field, next.at()));
      }
      if (!others.isEmpty() && others.get(0).field() == field) {
        // The unit typed the label once more, before its answer.
        String answer =
            behind(next.cell(), others.get(0), others.size() > 1 ? others.get(1) : null);
        return new HeaderEntry(
            answer.isEmpty() ? Cell.EMPTY : new Cell.Text(answer), at(field, next.at()));
      }
    }
    Position empty =
        grid.running() ? own.at() : new Position(own.at().row(), own.at().column() + 1);
    return new HeaderEntry(Cell.EMPTY, at(field, empty));
  }

  private boolean isBeside(Grid.Placed own, Grid.Placed next) {
    return grid.running()
        ? next.at().column() == own.at().column()
        : next.at().row() == own.at().row();
  }

  private Location at(HeaderField field, @Nullable Position position) {
    return Location.at(grid.sheet(), position == null ? null : grid.place(position))
        .ofField(field.id());
  }
}
