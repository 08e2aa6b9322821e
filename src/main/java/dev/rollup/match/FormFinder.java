package dev.rollup.match;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

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
    if (anchors.isForm(items)) {
      var reader = new SentenceReader(grid, words, counts, width);
      Optional<Document> rollUp = ofUnits ? Optional.empty() : Optional.of(document);
      return List.of(
          new CellForm(
              grid, anchors, items, words, issued, reader, () -> text(grid, grid.cells()), rollUp));
    }
    if (!headed(grid.cells())) {
      return List.of();
    }
    TextForm text = text(grid, grid.cells());
    return text.inOrder() ? List.of(text) : List.of();
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
    if (forms.isEmpty()) {
      TextForm all = text(grid, grid.cells());
      // A text that merely mentions the form's title somewhere is not the form.
      boolean below = headed(grid.rows(0, all.tableRow()));
      Optional.of(all).filter(form -> below && form.inOrder()).ifPresent(forms::add);
    }
    return forms;
  }

  /** Puts a form that lacks sentences together with the tables that follow it. */
  private TextForm continued(TextForm form, Grid grid, int table, TreeSet<Integer> tables) {
    TextForm whole = form;
    Integer next = tables.higher(table);
    while (!whole.whole() && next != null && !text(grid, columns(grid, next, next)).inOrder()) {
      whole = text(grid, columns(grid, table, next));
      next = tables.higher(next);
    }
    return whole.whole() ? whole : form;
  }

  private TextForm text(Grid grid, List<Grid.Placed> cells) {
    return new TextForm(grid, cells, items, words, aligner, blanks);
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
