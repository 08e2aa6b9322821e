package dev.rollup.match;

import dev.rollup.match.cells.CellForm;
import dev.rollup.match.cells.SentenceReader;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Anchors;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Heads;
import dev.rollup.match.words.BrokenLabels;
import dev.rollup.match.words.SentenceAligner;
import dev.rollup.match.words.TextForm;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.submission.SentSlip;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the forms of one template in a document: by the cells that hold the form's words, else by
 * the words in the text. Safe for several threads.
 */
final class FormFinder {

  private final List<Item> items;
  private final FormWords words;
  private final Map<String, Position> issued;
  private final int width;
  private final boolean ofUnits;
  private final CountParser counts;
  private final BlankReader blanks;
  private final SentenceAligner aligner;
  private final Beside beside;

  /**
   * A finder of one kind of form.
   *
   * @param ofUnits whether the forms are returns of units, and not roll-ups
   */
  FormFinder(Template template, Layout layout, FormWords words, boolean ofUnits) {
    this.items = template.items();
    this.words = words;
    this.issued = layout.inputs();
    // Beside the form of a roll-up stands of how many units its totals are made.
    this.width = ofUnits ? Integer.MAX_VALUE : layout.columns();
    this.ofUnits = ofUnits;
    this.counts = new CountParser(template.measureWords(), ofUnits);
    this.blanks = new BlankReader(counts);
    this.aligner = new SentenceAligner(items, template.measureWords(), counts);
    this.beside = new Beside(template.measureWords());
  }

  /** Returns what goes over the document when its forms are read. */
  Sweep sweep() {
    return new Sweep(items, words, aligner, blanks, beside);
  }

  /** Returns the forms of a slip with the answers that were written on its list. */
  List<Sweep.Found> answered(SentSlip sent, Document document, List<Sweep.Found> forms) {
    if (sent.rows().isEmpty()) {
      return forms;
    }
    var answered = new ArrayList<>(forms);
    int index = Sweep.toldAbout(forms);
    Sweep.Found first = forms.get(index);
    // Of several forms nobody knows which the answers are for.
    Optional<Grid> only = forms.size() == 1 ? Optional.of(first.form().grid()) : Optional.empty();
    Filled filled =
        SlipAnswers.with(sent, document, sheets(forms), only, first.filled(), blanks, beside);
    answered.set(index, first.with(filled));
    return answered;
  }

  /** Returns the names of the sheets that forms stand on. */
  static Set<String> sheets(List<Sweep.Found> forms) {
    return forms.stream()
        .map(each -> each.form().grid().sheet())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Returns the forms that a person sees; where there are none, those on hidden sheets. */
  List<Form> find(Document document) {
    List<Form> seen = find(document, false);
    return seen.isEmpty() ? find(document, true) : seen;
  }

  private List<Form> find(Document document, boolean hidden) {
    var forms = new ArrayList<Form>();
    for (var grid : document.grids()) {
      if (grid.hidden() == hidden) {
        forms.addAll(grid.running() ? inText(grid) : onSheet(grid, document));
      }
    }
    return forms;
  }

  private List<Form> onSheet(Grid grid, Document document) {
    List<Form> upright = onUprightSheet(grid, document);
    return upright.isEmpty() && headed(grid.cells())
        ? onUprightSheet(grid.transposed(), document)
        : upright;
  }

  private List<Form> onUprightSheet(Grid grid, Document document) {
    Anchors anchors = Anchors.find(grid, items, words);
    List<Grid> parts = parts(grid, anchors.heads());
    if (parts.size() > 1) {
      return parts.stream().flatMap(part -> onUprightSheet(part, document).stream()).toList();
    }
    if (anchors.isForm(items)) {
      var reader = new SentenceReader(grid, words, counts, beside, width);
      Optional<Document> rollUp = ofUnits ? Optional.empty() : Optional.of(document);
      return List.of(
          new CellForm(
              grid,
              anchors,
              items,
              words,
              issued,
              reader,
              beside,
              () -> text(grid, grid.cells()),
              rollUp));
    }
    if (!headed(grid.cells())) {
      return List.of();
    }
    // What stands above the head may tell the same in the same words.
    List<Integer> heads = anchors.heads().rows();
    return Stream.of(from(grid.cells(), heads.isEmpty() ? 0 : heads.get(0)), grid.cells())
        .map(cells -> text(grid, cells))
        .filter(TextForm::inOrder)
        .limit(1)
        .<Form>map(text -> text)
        .toList();
  }

  /**
   * Cuts a sheet that holds several forms below each other, or side by side, at their heads; what
   * stands between two forms stays with the one before.
   *
   * @return parts that together are the sheet; the sheet alone where it holds one form or none
   */
  private List<Grid> parts(Grid grid, Heads heads) {
    List<Integer> rows = heads.rows();
    if (rows.size() > 1) {
      List<Grid> below = cut(rows, (from, end) -> grid.within(from, end, 0, Integer.MAX_VALUE));
      if (below.size() > 1) {
        return below;
      }
    }
    List<Integer> columns = heads.columns();
    return columns.size() > 1
        ? cut(columns, (from, end) -> grid.within(0, Integer.MAX_VALUE, from, end))
        : List.of(grid);
  }

  /**
   * Cuts a sheet before every head but the first that a form belongs to.
   *
   * @param part makes a part from one row or column to before another
   */
  private List<Grid> cut(List<Integer> heads, BiFunction<Integer, Integer, Grid> part) {
    var begins = new ArrayList<Integer>();
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? heads.get(i + 1) : Integer.MAX_VALUE;
      if (holdsForm(part.apply(heads.get(i), end))) {
        begins.add(begins.isEmpty() ? 0 : heads.get(i));
      }
    }
    var parts = new ArrayList<Grid>();
    for (int i = 0; i < begins.size(); i++) {
      int end = i + 1 < begins.size() ? begins.get(i + 1) : Integer.MAX_VALUE;
      parts.add(part.apply(begins.get(i), end));
    }
    return parts;
  }

  private boolean holdsForm(Grid part) {
    return Anchors.find(part, items, words).isForm(items)
        || headed(part.cells()) && text(part, part.cells()).inOrder();
  }

  /**
   * Finds the forms in a running text. A table that is the form outranks the text around it, which
   * may tell the same in the same words; a table that was torn apart is put together again.
   */
  private List<Form> inText(Grid grid) {
    if (!headed(grid.cells())) {
      return List.of();
    }
    var tables = new TreeSet<Integer>();
    grid.cells().forEach(placed -> tables.add(placed.at().column()));
    tables.remove(0);
    var forms = new ArrayList<Form>();
    for (int table : tables) {
      TextForm form = text(grid, columns(grid, table, table));
      if (form.inOrder()) {
        forms.add(continued(form, grid, table, tables));
      }
    }
    if (forms.isEmpty() && !tables.isEmpty()) {
      TextForm all = text(grid, columns(grid, 1, Integer.MAX_VALUE));
      Optional.of(all).filter(TextForm::inOrder).ifPresent(forms::add);
    }
    forms.addAll(outsideTables(grid, forms));
    return forms;
  }

  /**
   * Finds the forms whose sentences are paragraphs. Each begins with its head, and ends where its
   * sentences begin anew: what comes before and behind may tell the same in the same words.
   *
   * @param inTables the forms that are tables, each of which has its head above it
   */
  private List<Form> outsideTables(Grid grid, List<Form> inTables) {
    List<Integer> heads = Heads.in(grid.cells(), words).rows();
    var begins = new TreeSet<>(heads);
    inTables.forEach(table -> begins.add(table.tableRow()));
    var forms = new ArrayList<Form>();
    for (int head : heads) {
      Integer next = begins.higher(head);
      TextForm form = withoutProse(grid, grid.rows(head, next == null ? grid.height() : next));
      Optional.of(form).filter(TextForm::inOrder).ifPresent(forms::add);
    }
    return forms;
  }

  /** Puts a form that lacks sentences together with the tables around it that are none. */
  private TextForm continued(TextForm form, Grid grid, int table, NavigableSet<Integer> tables) {
    TextForm most = form;
    int first = table;
    int last = table;
    Integer before = tables.lower(table);
    while (!most.whole() && before != null && !isForm(grid, before)) {
      first = before;
      most = more(most, text(grid, columns(grid, first, last)));
      before = tables.lower(before);
    }
    Integer next = tables.higher(table);
    while (!most.whole() && next != null && !isForm(grid, next)) {
      last = next;
      most = more(most, text(grid, columns(grid, first, last)));
      next = tables.higher(next);
    }
    return most;
  }

  private boolean isForm(Grid grid, int table) {
    return text(grid, columns(grid, table, table)).inOrder();
  }

  private static TextForm more(TextForm a, TextForm b) {
    return b.inOrder() && b.sentences() > a.sentences() ? b : a;
  }

  /**
   * Takes cells for a form as far as its sentences do not begin anew. What begins there is no form:
   * were it one, nobody could tell which of the two counts.
   */
  private TextForm text(Grid grid, List<Grid.Placed> cells) {
    TextForm all = whole(grid, cells);
    int end = all.endRow();
    boolean another = end == Integer.MAX_VALUE || whole(grid, from(cells, end)).inOrder();
    return another ? all : whole(grid, before(cells, end));
  }

  /** As {@link #text}, where what comes behind the form is prose, whatever it tells. */
  private TextForm withoutProse(Grid grid, List<Grid.Placed> cells) {
    TextForm all = whole(grid, cells);
    int end = all.endRow();
    return end == Integer.MAX_VALUE ? all : whole(grid, before(cells, end));
  }

  private TextForm whole(Grid grid, List<Grid.Placed> cells) {
    List<Grid.Placed> mended = grid.running() ? BrokenLabels.mended(grid, cells, words) : cells;
    return new TextForm(grid, mended, items, words, aligner, blanks);
  }

  private static List<Grid.Placed> before(List<Grid.Placed> cells, int row) {
    return cells.stream().filter(placed -> placed.at().row() < row).toList();
  }

  private static List<Grid.Placed> from(List<Grid.Placed> cells, int row) {
    return cells.stream().filter(placed -> placed.at().row() >= row).toList();
  }

  private static List<Grid.Placed> columns(Grid grid, int first, int last) {
    return grid.cells().stream()
        .filter(placed -> placed.at().column() >= first && placed.at().column() <= last)
        .toList();
  }

  /** Tells whether the form's title, or the line above its table, is among some cells. */
  private boolean headed(List<Grid.Placed> cells) {
    return cells.stream()
        .map(placed -> words.fold(placed.cell()))
        .anyMatch(
            folded ->
                words.holdTitle(folded) || words.leadingLabel(HeaderField.UNIT, folded) != null);
  }
}
