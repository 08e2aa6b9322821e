package dev.rollup.match.words;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form whose sentences are text: in the paragraphs of a document, or whole in the cells of a
 * sheet. The sentences are located first; then each is aligned with its own words, as far as the
 * first words of the next.
 */
public final class TextForm implements Form {

  private final Grid grid;

  private final List<Item> items;
  private final SentenceAligner aligner;
  private final BlankReader blanks;
  private final TextFlow flow;
  private final TextAnchors anchors;
  private final FormWords words;

  /** The sentences as they were read, as far as each reaches. */
  private final List<Window> windows = new ArrayList<>();

  private @Nullable Filled filled;

  /** Where in the text a sentence stands, with what is behind it. */
  private record Window(Item item, int from, int to) {}

  /** Reads the form of one template from texts. */
  public TextForm(
      Grid grid,
      List<Grid.Placed> cells,
      List<Item> items,
      FormWords words,
      SentenceAligner aligner,
      BlankReader blanks) {
    this.grid = grid;
    this.items = items;
    this.aligner = aligner;
    this.blanks = blanks;
    this.words = words;
    this.flow = new TextFlow(cells);
    this.anchors = TextAnchors.find(flow.letters(), items, words);
  }

  /** Tells whether most sentences of the form stand here, in its order. */
  public boolean inOrder() {
    return anchors.inOrder(items);
  }

  /** Tells whether every sentence of the form stands here. */
  public boolean whole() {
    return sentences() == items.size();
  }

  /** Returns how many sentences of the form stand here. */
  public int sentences() {
    return anchors.places().size();
  }

  @Override
  public Grid grid() {
    return grid;
  }

  @Override
  public int tableRow() {
    return anchors.all().isEmpty() ? 0 : flow.positionOf(anchors.all().get(0)).row();
  }

  @Override
  public boolean holds(Position at) {
    if (anchors.all().isEmpty()) {
      return false;
    }
    Position first = flow.positionOf(anchors.all().get(0));
    Position last = flow.positionOf(anchors.all().get(anchors.all().size() - 1));
    boolean table = grid.running() && first.column() > 0 && first.column() == at.column();
    return table || at.row() >= first.row() && at.row() <= last.row();
  }

  @Override
  public List<Grid.Placed> head() {
    var head = new ArrayList<>(grid.rows(0, tableRow()));
    if (!anchors.all().isEmpty()) {
      // The head may stand in the same cell as the first sentence.
      int begin = flow.origin(anchors.all().get(0).from());
      String before = flow.text().substring(flow.startOfCell(begin), begin);
      head.add(new Grid.Placed(flow.cellAt(begin).at(), new Cell.Text(before)));
    }
    return head;
  }

  /**
   * Returns the row in which something begins that is no longer the form: behind its last sentence,
   * or where sentences come once more, the first that is out of order.
   */
  public int endRow() {
    var seen = new HashSet<String>();
    var again = new HashSet<String>();
    int outOfOrder = Integer.MAX_VALUE;
    int last = -1;
    int lastRow = -1;
    for (var anchor : anchors.all()) {
      if (anchor.item() != null) {
        int index = items.indexOf(anchor.item());
        int row = flow.positionOf(anchor).row();
        if (index < last) {
          outOfOrder = Math.min(outOfOrder, row);
          // In the same row as the last sentence it may be in a name.
          if (last == items.size() - 1 && row > lastRow && seen.size() * 2 > items.size()) {
            return outOfOrder;
          }
        }
        if (!seen.add(anchor.item().id()) && !anchor.item().repeats()) {
          again.add(anchor.item().id());
        }
        last = index;
        lastRow = row;
      }
    }
    // A single one may be in a name.
    return again.size() > 1 ? Math.min(outOfOrder, Integer.MAX_VALUE - 1) : Integer.MAX_VALUE;
  }

  @Override
  public Filled read() {
    var reach = new SentenceWindows(grid, flow, anchors, items.size());
    var places = new SentencePlaces(items, anchors, reach, aligner);
    List<Anchor> bounds = places.bounds();
    bounds.addAll(new UnlabelledRows(flow, anchors, items, words, aligner, reach).beside(bounds));
    bounds.sort(Comparator.comparingInt(Anchor::from));
    Alignment[] aligned = aligned(bounds, places, reach);
    Claims claims = claims(bounds, aligned, reach);
    var entries = new SentenceEntries(grid, flow, reach, blanks);
    var changes = new WordFindings(grid, flow, reach, items);
    var findings = new ArrayList<Finding>();
    var rows = new HashMap<String, List<Entry>>();
    for (int i = 0; i < bounds.size(); i++) {
      Anchor anchor = bounds.get(i);
      List<Entry> known = rows.computeIfAbsent(anchor.sentence().id(), id -> new ArrayList<>());
      if (places.isCopy(anchor)) {
        compare(known, anchor, aligned[i], entries);
      } else if (aligned[i] == null) {
        if (anchor.sentence().repeats() || known.isEmpty()) {
          known.addAll(entries.unread(anchor.sentence(), rowOf(anchor, known), anchor));
        }
      } else {
        add(known, anchor, aligned[i], entries);
        if (anchor.reworded() || aligned[i].cost() > 0) {
          findings.add(changes.reworded(anchor, SentenceWindows.endOf(i, bounds)));
        }
      }
    }
    var all = new ArrayList<Entry>();
    for (var item : items) {
      // A list from which every line was taken is empty.
      boolean missing = !places.isFound(item) && !item.repeats();
      all.addAll(missing ? entries.missing(item) : rows.getOrDefault(item.id(), List.of()));
    }
    changes.moved(bounds, places).ifPresent(findings::add);
    return new Filled(all, findings, claims);
  }

  private Alignment[] aligned(List<Anchor> bounds, SentencePlaces places, SentenceWindows reach) {
    if (endRow() != Integer.MAX_VALUE) {
      // The same is told twice, side by side: nobody knows which is the form.
      return new Alignment[bounds.size()];
    }
    var beside = new BesideSentences(grid, flow, anchors, words, reach, items.size());
    return new SentenceAlignments(flow, aligner, reach, places, beside).of(bounds);
  }

  /** Takes a sentence that says once more what was read; where it says something else, neither. */
  private static void compare(
      List<Entry> known, Anchor copy, @Nullable Alignment aligned, SentenceEntries entries) {
    if (aligned == null
        || !Entry.answers(known)
            .equals(
                Entry.answers(entries.read(copy.sentence(), rowOf(copy, known), copy, aligned)))) {
      known.replaceAll(entry -> entry.unread(FindingCode.FIELD_AMBIGUOUS));
    }
  }

  private static void add(
      List<Entry> known, Anchor anchor, Alignment aligned, SentenceEntries entries) {
    Item item = anchor.sentence();
    List<Entry> read = entries.read(item, rowOf(anchor, known), anchor, aligned);
    if (!item.repeats() || !read.stream().allMatch(Entry::empty)) {
      known.addAll(read);
    }
  }

  private static int rowOf(Anchor anchor, List<Entry> known) {
    return anchor.sentence().repeats() ? rowAfter(known) : 0;
  }

  /**
   * Takes the sentences as far as each reaches, and the form's other words. Of one that is in doubt
   * only its first line: what stands in others is named.
   */
  private Claims claims(List<Anchor> bounds, Alignment[] aligned, SentenceWindows reach) {
    var claims = new Claims();
    windows.clear();
    for (int i = 0; i < bounds.size(); i++) {
      int from = flow.origin(bounds.get(i).from());
      int to = reach.endOfSentence(bounds.get(i), SentenceWindows.endOf(i, bounds));
      windows.add(new Window(bounds.get(i).sentence(), from, to));
      int line = flow.text().indexOf('\n', reach.startOf(bounds.get(i)));
      flow.claim(grid, from, aligned[i] == null ? Math.min(to, line) : to, claims);
      Anchor above = anchors.before(bounds.get(i));
      if (above != null && above.item() == null) {
        // A number there only counts the line, or leaves the sentence in doubt, which is said
        // there.
        flow.claim(grid, flow.end(above.to()), from, claims);
      }
    }
    for (var anchor : anchors.all()) {
      if (anchor.item() == null) {
        flow.claim(grid, flow.origin(anchor.from()), flow.end(anchor.to()), claims);
      }
    }
    return claims;
  }

  /** Returns the entries of one item. */
  public List<Entry> entriesOf(Item item) {
    return known().entries().stream()
        .filter(entry -> item.fields().contains(entry.field()))
        .toList();
  }

  /** Returns what is to be said about the words of one item. */
  public List<Finding> findingsOf(Item item) {
    Set<String> ids = item.fields().stream().map(Field::id).collect(Collectors.toSet());
    return known().findings().stream()
        .filter(finding -> finding.code() == FindingCode.LABEL_CHANGED)
        .filter(finding -> ids.contains(finding.at().field()))
        .toList();
  }

  /** Returns what of the document one item was read from. */
  public Claims claimsOf(Item item) {
    var claims = new Claims();
    for (var window : windowsOf(item)) {
      flow.claim(grid, window.from(), window.to(), claims);
    }
    return claims;
  }

  /**
   * Tells whether the sentence of an item, as it was read, reaches over a cell of the sheet: then
   * no number in that cell was left over.
   */
  public boolean reaches(Item item, Position at) {
    return windowsOf(item).stream()
        .anyMatch(
            window ->
                flow.cellAt(window.from()).at().compareTo(at) <= 0
                    && flow.cellAt(Math.max(window.from(), window.to() - 1)).at().compareTo(at)
                        >= 0);
  }

  private Filled known() {
    if (filled == null) {
      filled = read();
    }
    return filled;
  }

  private List<Window> windowsOf(Item item) {
    known();
    return windows.stream().filter(window -> item.equals(window.item())).toList();
  }

  private static int rowAfter(List<Entry> known) {
    return known.isEmpty() ? 1 : known.get(known.size() - 1).row() + 1;
  }
}
