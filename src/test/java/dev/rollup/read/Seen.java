package dev.rollup.read;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Note;
import dev.rollup.read.text.RunningText;
import java.util.ArrayList;
import java.util.List;

/** Shows in one line what of a document is seen, and where. */
public final class Seen {

  private Seen() {}

  /** Returns each text with its place, and behind it what is the matter with which words. */
  public static String texts(Document document) {
    var lines = new ArrayList<String>();
    for (var grid : document.grids()) {
      for (var placed : grid.cells()) {
        var text = (Cell.Text) placed.cell();
        var line = new StringBuilder(grid.place(placed.at()).written() + " " + text.value());
        for (var span : text.spans()) {
          line.append(" {").append(text.value(), span.from(), span.to());
          line.append(' ').append(span.mark()).append('}');
        }
        if (!grid.running()) {
          grid.marks(placed.at()).forEach(mark -> line.append(" {").append(mark).append('}'));
        }
        lines.add(line.toString().replace(RunningText.UNKNOWN, '▣').replace("\n", "⏎"));
      }
    }
    return String.join(" | ", lines);
  }

  /** Returns each note with what it is and where it hangs. */
  public static String notes(Document document) {
    List<String> notes = document.notes().stream().map(Seen::written).toList();
    return String.join(" | ", notes);
  }

  private static String written(Note note) {
    var place = note.place();
    return note.kind() + " " + (place == null ? "-" : place.written()) + " " + note.text();
  }
}
