package dev.rollup.match.words;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Ordinals;
import dev.rollup.match.find.Sight;
import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.text.Brackets;
import dev.rollup.text.Doubt;
import dev.rollup.text.Numerals;
import dev.rollup.text.OtherNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form whose sentences are text: in the paragraphs of a document, or whole in the cells of a
 * sheet. The sentences are located first; then each is aligned with its own words, as far as the
 * first words of the next.
 */
public final class TextForm implements Form {

  /** A line below the form that is about it and not of it: who signed it, when, remarks. */
  private static final Pattern FOOTER =
      Pattern.compile(
          "\\n[^\\n:：]{0,8}(?:负责人|审核|审批|填表|填报|制表|日\\s*期|电\\s*话|联系人|备\\s*注|说\\s*明|注)"
              + "[^\\n:：]{0,6}(?:[:：]|\\n)"
              + "|\\n[\\s\\p{Z}]*(?:合\\s*计|总\\s*计)[\\s\\p{Z}]*(?:[:：]|\\n)"
              + "|\\n[\\s\\p{Z}]*\\d{4}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?[\\s\\p{Z}]*\\n");

  private static final Pattern NEW_LINE = Pattern.compile("\\s*\\n\\s*");

  /** A sentence that stands at more places than this stands nowhere in particular. */
  private static final int MOST_PLACES = 8;

  /** More letters than this between two rows of a list are no remark. */
  private static final int REMARK = 4;

  /** No list in a text is longer; what is, would take longer to read than it is worth. */
  private static final int MOST_ROWS = 2_000;

  /** How the place of a box begins: behind the paragraph that holds it, if one is known. */
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

  /** Where sentences stand once more that say the same. */
  private final Set<Anchor> copies = new HashSet<>();

  /** Where rows begin that have lost the form's first words. */
  private final Map<Anchor, Integer> starts = new HashMap<>();

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
    return anchors.all().isEmpty() ? 0 : positionOf(anchors.all().get(0)).row();
  }

  @Override
  public boolean holds(Position at) {
    if (anchors.all().isEmpty()) {
      return false;
    }
    Position first = positionOf(anchors.all().get(0));
    Position last = positionOf(anchors.all().get(anchors.all().size() - 1));
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
        int row = positionOf(anchor).row();
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

  private Position positionOf(Anchor anchor) {
    return flow.cellAt(flow.origin(anchor.from())).at();
  }

  @Override
  public Filled read() {
    var findings = new ArrayList<Finding>();
    Map<String, List<Anchor>> places = anchors.places();
    Map<String, Anchor> chosen = choose(places);
    List<Anchor> bounds = bounds(places, chosen);
    bounds.addAll(rowsWithoutLabel(bounds));
    bounds.sort(Comparator.comparingInt(Anchor::from));
    Alignment[] aligned = aligned(bounds, chosen);
    Claims claims = claims(bounds, aligned);
    var rows = new HashMap<String, List<Entry>>();
    for (int i = 0; i < bounds.size(); i++) {
      Anchor anchor = bounds.get(i);
      Item item = anchor.sentence();
      List<Entry> known = rows.computeIfAbsent(item.id(), id -> new ArrayList<>());
      int row = item.repeats() ? rowAfter(known) : 0;
      Alignment alignment = aligned[i];
      if (copies.contains(anchor)) {
        if (alignment == null
            || !Entry.answers(known).equals(Entry.answers(read(item, row, anchor, alignment)))) {
          known.replaceAll(entry -> entry.unread(FindingCode.FIELD_AMBIGUOUS));
        }
        continue;
      }
      if (alignment == null) {
        if (item.repeats() || known.isEmpty()) {
          known.addAll(unread(item, row, anchor));
        }
        continue;
      }
      List<Entry> read = read(item, row, anchor, alignment);
      if (!item.repeats() || !read.stream().allMatch(Entry::empty)) {
        known.addAll(read);
      }
      if (anchor.reworded() || alignment.cost() > 0) {
        findings.add(reworded(anchor, endOf(i, bounds)));
      }
    }
    var entries = new ArrayList<Entry>();
    for (var item : items) {
      // A list from which every line was taken is empty.
      boolean missing = !places.containsKey(item.id()) && !item.repeats();
      entries.addAll(
          missing
              ? Entry.unread(item, 0, at(null), FindingCode.FIELD_MISSING)
              : rows.getOrDefault(item.id(), List.of()));
    }
    moved(bounds).ifPresent(findings::add);
    return new Filled(entries, findings, claims);
  }

  /**
   * Takes the sentences as far as each reaches, and the form's other words. Of one that is in doubt
   * only its first line: what stands in others is named.
   */
  private Claims claims(List<Anchor> bounds, Alignment[] aligned) {
    var claims = new Claims();
    windows.clear();
    for (int i = 0; i < bounds.size(); i++) {
      int from = flow.origin(bounds.get(i).from());
      int to = endOfSentence(bounds.get(i), endOf(i, bounds));
      windows.add(new Window(bounds.get(i).sentence(), from, to));
      int line = flow.text().indexOf('\n', startOf(bounds.get(i)));
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

  /**
   * Returns where rows of a list begin from which the form's first words were taken, or that were
   * typed without them: lines below the list's heading that can be read as a row all the same.
   */
  private List<Anchor> rowsWithoutLabel(List<Anchor> bounds) {
    var rows = new ArrayList<Anchor>();
    for (var item : items) {
      if (item.repeats()) {
        anchors.heading(words.headingOf(item)).ifPresent(h -> rowsBelow(h, item, bounds, rows));
      }
    }
    return rows;
  }

  private void rowsBelow(Anchor heading, Item item, List<Anchor> bounds, List<Anchor> rows) {
    int from = flow.end(heading.to());
    Anchor stop =
        anchors.all().stream()
            .filter(a -> a.from() > heading.from() && !item.equals(a.item()))
            .findFirst()
            .orElse(null);
    int to = stop == null ? withoutFooter(from) : flow.origin(stop.from());
    String text = flow.text();
    int before = -1;
    for (int line = from; line < to; line = text.indexOf('\n', line) + 1) {
      int end = Math.min(to, text.indexOf('\n', line));
      int begin = Ordinals.behind(text, line, end);
      int first = flow.letterFrom(begin);
      Optional<Anchor> labelled = in(bounds, item, line, end);
      if (labelled.isPresent()) {
        before = startOf(labelled.get());
        continue;
      }
      // The words of a row may be broken, and its answers begin in the next line.
      if (begin < end
          && before <= line
          && flow.origin(first) < end
          && Numerals.in(text.substring(begin, end))
          && (before < 0 || before <= line && ends(item, before, line, end))
          && aligner.align(item, text.substring(begin, end)).filter(this::named).isPresent()) {
        var anchor = new Anchor(item, first, first, false);
        starts.put(anchor, begin);
        rows.add(anchor);
        before = begin;
      }
    }
  }

  /** Tells whether a row is over before the line that follows it. */
  private boolean ends(Item item, int row, int line, int end) {
    String text = flow.text();
    return aligner.align(item, text.substring(row, line)).isPresent()
        && aligner.align(item, text.substring(row, end)).isEmpty();
  }

  /** Tells whether nothing but a name stands before the other words of a row. */
  private boolean named(Alignment alignment) {
    return alignment.contents().stream()
        .filter(content -> content.reading() == null)
        .noneMatch(content -> content.text().chars().anyMatch(c -> Brackets.isBracket((char) c)));
  }

  private Optional<Anchor> in(List<Anchor> bounds, Item item, int from, int to) {
    return bounds.stream()
        .filter(anchor -> item.equals(anchor.item()))
        .filter(anchor -> flow.origin(anchor.from()) >= from && flow.origin(anchor.from()) < to)
        .findFirst();
  }

  /** Returns where the blanks of a sentence may begin: behind its first words. */
  private int startOf(Anchor anchor) {
    Integer begin = starts.get(anchor);
    return begin == null ? flow.end(anchor.to()) : begin;
  }

  /**
   * Aligns every sentence.
   *
   * @return one alignment for each place; null where it is not certain, by itself or for what
   *     stands beside it
   */
  private Alignment[] aligned(List<Anchor> bounds, Map<String, Anchor> chosen) {
    var aligned = new Alignment[bounds.size()];
    if (endRow() != Integer.MAX_VALUE) {
      // The same is told twice, side by side: nobody knows which is the form.
      return aligned;
    }
    Set<TextPlace> boxes = numbersInBoxes();
    for (int each = 0; each < aligned.length; each++) {
      int i = each;
      Anchor anchor = bounds.get(i);
      boolean placed =
          anchor.sentence().repeats()
              ? anchors.places().getOrDefault(anchor.sentence().id(), List.of()).size() <= MOST_ROWS
              : chosen.containsKey(anchor.sentence().id());
      if (placed && !numberBelowHeading(anchor)) {
        aligned[i] =
            align(anchor, endOf(i, bounds))
                .filter(a -> !(open(a) && underBox(anchor, boxes)))
                .filter(a -> !takenBack(anchor, a, endOf(i, bounds)))
                .orElse(null);
      }
    }
    for (int i = 1; i < aligned.length; i++) {
      // Behind prose a sentence may be part of it: what was listed before is the list.
      boolean row =
          bounds.get(i).sentence().repeats()
              && bounds.get(i).sentence().equals(bounds.get(i - 1).sentence());
      if (row && (aligned[i - 1] == null || aligned[i - 1].rest() > REMARK)) {
        aligned[i] = null;
      }
    }
    // A number too many in a line may be the answer to any blank of it that was left empty.
    for (int i = 1; i < aligned.length; i++) {
      if (aligned[i - 1] == null && open(aligned[i]) && numberBefore(bounds.get(i))) {
        aligned[i] = null;
      }
    }
    for (int i = aligned.length - 2; i >= 0; i--) {
      if (open(aligned[i]) && sameCell(bounds.get(i), bounds.get(i + 1))) {
        // An answer behind a whole line may be that of any sentence in it.
        if (aligned[i + 1] != null && aligned[i + 1].appended()) {
          aligned[i + 1] = null;
        }
        aligned[i] = aligned[i + 1] == null ? null : aligned[i];
      }
    }
    return aligned;
  }

  /** Tells whether words in the line of a sentence, around its numbers, take one back. */
  private boolean takenBack(Anchor anchor, Alignment alignment, int end) {
    if (Doubt.takesBack(before(anchor))) {
      return true;
    }
    List<String> own = anchor.sentence().literals();
    for (int i = 0; i < alignment.contents().size(); i++) {
      boolean last = i == alignment.contents().size() - 1;
      int behind = last ? alignment.end() : alignment.contents().get(i).to();
      int from = startOf(anchor) + behind;
      int to =
          last
              ? Math.min(endOfSentence(anchor, end), endOfRow(from))
              : startOf(anchor) + alignment.contents().get(i + 1).from();
      if (from < to
          && Doubt.takesBack(flow.text().substring(from, to))
          && !Doubt.takesBack(own.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the row of a table, or the paragraph, ends in which a place stands. */
  private int endOfRow(int index) {
    Position own = flow.cellAt(index).at();
    int end = flow.text().indexOf('\n', index);
    while (end >= 0 && end + 1 < flow.text().length()) {
      Position next = flow.cellAt(end + 1).at();
      boolean same =
          grid.running() ? inTable(own) && inRow(own).equals(inRow(next)) : own.row() == next.row();
      if (!same) {
        return end;
      }
      end = flow.text().indexOf('\n', end + 1);
    }
    return flow.text().length();
  }

  private boolean inTable(Position at) {
    return grid.textPlace(at).filter(TextPlace::inTable).isPresent();
  }

  /**
   * Returns the places of the paragraphs over which a box with a number lies; {@link
   * TextPlace#TEXT} stands for any of them. A box that tells a sentence of the form is about that.
   */
  private Set<TextPlace> numbersInBoxes() {
    var over = new HashSet<TextPlace>();
    for (var placed : grid.running() ? grid.cells() : List.<Grid.Placed>of()) {
      Optional<TextPlace> under = grid.textPlace(placed.at()).flatMap(TextPlace::underBox);
      if (under.isPresent()
          && Numerals.in(placed.cell().raw())
          && !words.tellSentence(words.fold(placed.cell()))) {
        over.add(under.get());
      }
    }
    return over;
  }

  private boolean underBox(Anchor anchor, Set<TextPlace> boxes) {
    return boxes.contains(TextPlace.TEXT)
        || grid.textPlace(positionOf(anchor)).filter(boxes::contains).isPresent();
  }

  private boolean sameCell(Anchor a, Anchor b) {
    return positionOf(a).equals(positionOf(b));
  }

  /** Returns the letter where the next sentence begins; -1 for the last. */
  private static int endOf(int index, List<Anchor> bounds) {
    return index + 1 < bounds.size() ? bounds.get(index + 1).from() : -1;
  }

  private static int rowAfter(List<Entry> known) {
    return known.isEmpty() ? 1 : known.get(known.size() - 1).row() + 1;
  }

  private static boolean open(Alignment alignment) {
    return alignment != null
        && alignment.contents().stream()
            .anyMatch(c -> c.reading() != null && c.reading().state() == State.BLANK);
  }

  /**
   * Chooses the place of every item that does not repeat: the only one, or of several the only one
   * that can be read; the first where all say the same.
   */
  private Map<String, Anchor> choose(Map<String, List<Anchor>> places) {
    var chosen = new HashMap<String, Anchor>();
    for (var item : items) {
      List<Anchor> own = places.getOrDefault(item.id(), List.of());
      if (item.repeats() || anchors.spoiled(item)) {
        continue;
      }
      if (own.size() == 1) {
        chosen.put(item.id(), own.get(0));
        continue;
      }
      if (own.size() > MOST_PLACES) {
        continue;
      }
      var readable = new LinkedHashMap<Anchor, Alignment>();
      for (var anchor : own) {
        align(anchor, nextOf(anchor, places))
            .filter(way -> way.cost() == 0)
            .ifPresent(way -> readable.put(anchor, way));
      }
      boolean alike = readable.values().stream().map(Alignment::values).distinct().count() == 1;
      if (readable.size() == 1) {
        chosen.put(item.id(), readable.keySet().iterator().next());
      } else if (alike && readable.size() == own.size()) {
        chosen.put(item.id(), own.get(0));
        copies.addAll(own.subList(1, own.size()));
      }
    }
    return chosen;
  }

  /** Returns the letter where the next sentence begins that stands at one place only, or -1. */
  private int nextOf(Anchor anchor, Map<String, List<Anchor>> places) {
    return anchors.all().stream()
        .filter(next -> next.from() > anchor.from() && next.item() != null)
        .filter(
            next ->
                next.sentence().repeats()
                    || next.sentence().equals(anchor.sentence())
                    || places.getOrDefault(next.sentence().id(), List.of()).size() == 1)
        .mapToInt(Anchor::from)
        .findFirst()
        .orElse(-1);
  }

  /** Returns the places where sentences begin; of an item in dispute, all of them. */
  private List<Anchor> bounds(Map<String, List<Anchor>> places, Map<String, Anchor> chosen) {
    return anchors.all().stream()
        .filter(anchor -> anchor.item() != null)
        .filter(
            anchor -> {
              Anchor only = chosen.get(anchor.sentence().id());
              List<Anchor> own = places.getOrDefault(anchor.sentence().id(), List.of(anchor));
              boolean tooMany = anchor.sentence().repeats() && own.size() > MOST_ROWS;
              return anchor.equals(only)
                  || copies.contains(anchor)
                  || only == null && !(tooMany && !anchor.equals(own.get(0)));
            })
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * Aligns one sentence.
   *
   * @param end the letter where the next sentence begins; -1 for the last
   */
  private Optional<Alignment> align(Anchor anchor, int end) {
    return aligner.align(anchor.sentence(), sentence(anchor, end));
  }

  /** Returns the text behind a sentence's first words, as far as a heading. */
  private String sentence(Anchor anchor, int end) {
    int from = startOf(anchor);
    int last = last(anchors.headingBehind(anchor), end);
    int to = endOfSentence(anchor, end);
    var text = new StringBuilder(flow.text().substring(from, Math.max(from, to)));
    if (last >= 0) {
      Ordinals.blot(text, items.size());
    }
    if (last >= 0 && besideNext(text, from, last)) {
      Ordinals.blotAlone(text, items.size());
    }
    return text.toString();
  }

  /** Returns the place where a sentence ends at the latest: prose behind its line is none of it. */
  private int endOfSentence(Anchor anchor, int end) {
    int last = last(anchors.headingBehind(anchor), end);
    int to = beforeProse(startOf(anchor), last < 0 ? flow.text().length() : flow.origin(last));
    return end < 0 ? Math.min(to, withoutFooter(startOf(anchor))) : to;
  }

  private int beforeProse(int from, int to) {
    String text = flow.text();
    int line = text.indexOf('\n', from) + 1;
    while (line > 0 && line < to) {
      int end = text.indexOf('\n', line);
      if (end <= to && Beside.isProse(text.substring(line, end))) {
        return line;
      }
      line = end + 1;
    }
    return to;
  }

  private static int last(int heading, int end) {
    return heading >= 0 && (end < 0 || heading < end) ? heading : end;
  }

  /** Returns where the text behind a place ends, or what is about the form and not of it begins. */
  private int withoutFooter(int from) {
    String text = flow.text();
    Matcher footer = FOOTER.matcher(text).region(from, text.length());
    int to = footer.find() ? footer.start() : text.length();
    // A line of nothing but a day, a telephone or a page is about the form, too.
    for (int line = text.indexOf('\n', from); line >= 0 && line < to; ) {
      int end = text.indexOf('\n', line + 1);
      if (end > 0 && OtherNumbers.allOthers(text.substring(line + 1, end))) {
        return line;
      }
      line = end;
    }
    return to;
  }

  /**
   * Tells whether the last thing before other words stands in their row, alone in a cell of its
   * own.
   */
  private boolean besideNext(CharSequence text, int from, int next) {
    int last = text.length() - 1;
    while (last > 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    Grid.Placed placed = flow.cellAt(from + Math.max(0, last));
    Position own = placed.at();
    Position of = flow.cellAt(flow.origin(next)).at();
    boolean alone = placed.cell().raw().strip().indexOf('\n') < 0;
    return alone
        && (grid.running()
            ? isNextCell(grid.textPlace(own).orElseThrow(), grid.textPlace(of).orElseThrow())
            : own.row() == of.row() && own.column() < of.column());
  }

  private TextPlace inRow(Position at) {
    return grid.textPlace(at).orElseThrow().row();
  }

  /** Tells whether a place begins another cell or box of the same row. */
  private static boolean isNextCell(TextPlace own, TextPlace of) {
    return own.paragraph() == 1 && !own.holder().equals(of.holder()) && own.row().equals(of.row());
  }

  /** Tells whether a number stands between a heading and the first words below it. */
  private boolean numberBelowHeading(Anchor anchor) {
    Anchor above = anchors.before(anchor);
    if (above == null || above.item() != null) {
      return false;
    }
    // With the last letter of the heading: what counts a line stands in a cell of its own.
    int from = flow.end(above.to()) - 1;
    int to = flow.origin(anchor.from());
    if (to <= from) {
      // The last letters of the heading are the first of the sentence.
      return false;
    }
    var between = new StringBuilder(flow.text().substring(from, to));
    between.setCharAt(0, '字');
    Ordinals.blot(between, items.size());
    if (besideNext(between, from, anchor.from())) {
      Ordinals.blotAlone(between, items.size());
    }
    return Numerals.in(between);
  }

  /** Tells whether a number stands before a sentence in the same line. */
  private boolean numberBefore(Anchor anchor) {
    var before = new StringBuilder(before(anchor));
    Ordinals.blot(before, items.size());
    return Numerals.in(before);
  }

  /** Returns what stands before a sentence in the same line, behind the sentence before it. */
  private String before(Anchor anchor) {
    int to = flow.origin(anchor.from());
    int from = to;
    while (from > 0 && "\n。；;，,、.".indexOf(flow.text().charAt(from - 1)) < 0) {
      from--;
    }
    return flow.text().substring(from, to);
  }

  private List<Entry> read(Item item, int row, Anchor anchor, Alignment alignment) {
    int start = startOf(anchor);
    boolean struckOut =
        flow.marks(Math.min(start, flow.origin(anchor.from())), start).contains(Mark.STRUCK_OUT);
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < item.fields().size(); i++) {
      var field = item.fields().get(i);
      Content content = alignment.contents().get(i);
      Grid.Placed placed = flow.cellAt(placeOf(start + content.from()));
      Location at = at(placed.at()).ofField(field.id());
      // A number in a cell of its own is read with its format.
      boolean number = !(placed.cell() instanceof Cell.Text) && !content.text().isEmpty();
      Reading reading = content.reading();
      Entry entry;
      if (reading == null) {
        entry = blanks.entry(field, row, new Cell.Text(content.text()), at);
      } else {
        boolean gone = reading.notes().contains(FindingCode.FIELD_MISSING);
        entry =
            new Entry(
                field,
                row,
                reading.content(),
                gone ? null : NEW_LINE.matcher(content.text()).replaceAll(" "),
                at,
                reading.notes());
      }
      // A number cell keeps its format, and what the words behind it say of it.
      if (number && entry.state() == State.READ) {
        Entry ofCell = blanks.entry(field, row, placed.cell(), at);
        boolean remark = entry.notes().contains(FindingCode.REMARK_IN_COUNT);
        entry = remark && ofCell.state() == State.READ ? entry : ofCell;
      }
      Set<Mark> marks = flow.marks(start + content.from(), start + content.to());
      if (struckOut) {
        marks.add(Mark.STRUCK_OUT);
      }
      marks.addAll(grid.marks(placed.at()));
      entries.add(Sight.of(entry, marks));
    }
    return entries;
  }

  /** Returns where the next thing is written. */
  private int placeOf(int index) {
    int i = index;
    while (i < flow.text().length() - 1 && Character.isWhitespace(flow.text().charAt(i))) {
      i++;
    }
    return i;
  }

  private Location at(@Nullable Position position) {
    return Location.at(grid.sheet(), position == null ? null : grid.place(position));
  }

  private List<Entry> unread(Item item, int row, Anchor anchor) {
    return Entry.unread(item, row, at(positionOf(anchor)), FindingCode.FIELD_AMBIGUOUS);
  }

  private Finding reworded(Anchor anchor, int end) {
    int from = flow.origin(anchor.from());
    String found = flow.text().substring(from, flow.end(anchor.to()));
    String expected = anchor.sentence().literals().get(0);
    if (!anchor.reworded()) {
      found += sentence(anchor, end).strip().lines().findFirst().orElse("");
      expected = anchor.sentence().text();
    }
    return Finding.ofCell(
            FindingCode.LABEL_CHANGED,
            at(positionOf(anchor)).ofField(anchor.sentence().fields().get(0).id()),
            found)
        .with(Argument.WORDS, found)
        .with(Argument.OWN, expected);
  }

  /** Says once that sentences do not stand in the order of the form. */
  private Optional<Finding> moved(List<Anchor> bounds) {
    int last = -1;
    for (var anchor : bounds) {
      if (copies.contains(anchor)) {
        continue;
      }
      int index = items.indexOf(anchor.item());
      if (index < last) {
        return Optional.of(
            Finding.of(
                FindingCode.ROW_MOVED,
                at(positionOf(anchor)).ofField(anchor.sentence().fields().get(0).id())));
      }
      last = index;
    }
    return Optional.empty();
  }
}
