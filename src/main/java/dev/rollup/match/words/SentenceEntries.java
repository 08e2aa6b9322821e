package dev.rollup.match.words;

import dev.rollup.finding.FindingCode;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Sight;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes entries of sentences that were aligned, and of those that were not. */
final class SentenceEntries {

  private static final Pattern NEW_LINE = Pattern.compile("\\s*\\n\\s*");

  private final Grid grid;
  private final TextFlow flow;
  private final SentenceWindows windows;
  private final BlankReader blanks;

  SentenceEntries(Grid grid, TextFlow flow, SentenceWindows windows, BlankReader blanks) {
    this.grid = grid;
    this.flow = flow;
    this.windows = windows;
    this.blanks = blanks;
  }

  /**
   * Returns the entries of a sentence.
   *
   * @param row its number in a list; 0 where it is in none
   */
  List<Entry> read(Item item, int row, Anchor anchor, Alignment alignment) {
    int start = windows.startOf(anchor);
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

  /** Returns the entries of a sentence of which nobody can tell which answer is whose. */
  List<Entry> unread(Item item, int row, Anchor anchor) {
    return Entry.unread(item, row, at(flow.positionOf(anchor)), FindingCode.FIELD_AMBIGUOUS);
  }

  /** Returns the entries of a sentence that stands nowhere. */
  List<Entry> missing(Item item) {
    return Entry.unread(item, 0, Location.at(grid.sheet(), null), FindingCode.FIELD_MISSING);
  }

  private Location at(Position position) {
    return Location.at(grid.sheet(), grid.place(position));
  }
}
