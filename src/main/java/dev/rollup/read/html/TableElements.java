package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlLook.Own;
import dev.rollup.read.html.HtmlNode.Kind;
import dev.rollup.read.html.HtmlTable.TableCell;
import dev.rollup.read.html.StyleSheet.Found;
import dev.rollup.read.html.StyleSheet.Name;
import dev.rollup.read.sheet.SheetSizes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Builds the tables of a page of their tags, as browsers do. */
final class TableElements {

  private static final int MOST_CELLS = 1_000_000;

  private static final Set<Kind> AROUND_ROWS = EnumSet.of(Kind.TABLE, Kind.SECTION);
  private static final Set<Kind> AROUND_CELLS = EnumSet.of(Kind.TABLE, Kind.SECTION, Kind.ROW);

  private final HtmlTokens tokens;
  private final OpenElements open;
  private final TagReader tags;
  private int cells;

  TableElements(HtmlTokens tokens, OpenElements open, TagReader tags) {
    this.tokens = tokens;
    this.open = open;
    this.tags = tags;
  }

  /** Begins what the tag at hand begins, if it is a table or belongs to one; tells whether. */
  boolean begin(String tag) throws Refusal {
    switch (tag) {
      case "table" -> table();
      case "caption" -> caption();
      case "col", "colgroup" -> columns(tag);
      case "tbody", "thead", "tfoot" -> section(tag);
      case "tr" -> row();
      case "td", "th" -> cell(tag);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Ends what the tag at hand ends, if it is a table or belongs to one; tells whether. */
  boolean end(String tag) throws Refusal {
    switch (tag) {
      case "table" -> {
        if (open.backToTable()) {
          open.end();
        }
      }
      case "tr" -> open.endPart(Kind.ROW);
      case "td", "th" -> open.endPart(Kind.CELL);
      case "caption" -> open.endPart(Kind.CAPTION);
      case "tbody", "thead", "tfoot" -> open.endPart(Kind.SECTION);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void table() throws Refusal {
    HtmlNode outer = open.current();
    if (outer.look.gone()) {
      // It takes no place, and neither does what is in it.
      tags.begin("table", Kind.TABLE, new HtmlFlow(), new HtmlTable());
      return;
    }
    var table = new HtmlTable();
    HtmlNode node = tags.begin("table", Kind.TABLE, table.above(), table);
    if (!node.look.gone()) {
      outer.flow.add(table);
    }
  }

  private static HtmlTable tableOf(HtmlNode node) {
    return Objects.requireNonNull(node.table);
  }

  private void caption() throws Refusal {
    if (open.backToTable()) {
      HtmlTable table = tableOf(open.current());
      table.above().endParagraph();
      tags.begin("caption", Kind.CAPTION, table.above(), null);
    }
  }

  private void columns(String tag) throws Refusal {
    if (!open.backToTable()) {
      return;
    }
    String span = tokens.attributeOr("span");
    var said = tags.said(tag);
    HtmlLook look = tags.look(said);
    String width = tags.length(said.found(), "width");
    boolean hidden = look.gone() || look.unseen() || isNothing(width);
    if (tag.equals("colgroup") && span.isEmpty()) {
      tableOf(open.current()).beginGroup(hidden);
    } else {
      tableOf(open.current()).columns(HtmlTable.columnsSpanned(span), hidden);
    }
  }

  private static boolean isNothing(String size) {
    return HtmlLook.points(size, 0) < 0.5 && !size.contains("%");
  }

  private void section(String tag) throws Refusal {
    if (open.backToTable()) {
      HtmlTable table = tableOf(open.current());
      HtmlNode node = tags.begin(tag, Kind.SECTION, table.above(), table);
      keepUnseen(node);
    }
  }

  /** Rows that take no place have one in the sheet, where they are hidden. */
  private boolean keepUnseen(HtmlNode node) {
    if (node.look.gone() && !open.outer().look.gone()) {
      node.look = node.look.keptUnseen();
      return true;
    }
    return node.look.unseen();
  }

  private void row() throws Refusal {
    if (!open.isInTable()) {
      return;
    }
    open.backToAny(AROUND_ROWS);
    HtmlTable table = tableOf(open.current());
    HtmlNode node = tags.begin("tr", Kind.ROW, table.above(), table);
    boolean hidden = keepUnseen(node);
    String height = tags.length(node.found, "height");
    double points = HtmlLook.points(height, 0);
    boolean low = !Double.isNaN(points) && SheetSizes.hidesRow(points) && !height.contains("%");
    if (low && !node.look.unseen()) {
      node.look = node.look.keptUnseen();
    }
    table.beginRow(hidden || low);
    if (table.rows().size() > Limits.ROWS) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private void cell(String tag) throws Refusal {
    if (!open.isInTable()) {
      return;
    }
    open.backToAny(AROUND_CELLS);
    HtmlNode row = open.current();
    HtmlTable table = tableOf(row);
    if (row.kind != Kind.ROW) {
      open.begin(
          new HtmlNode(
              new Name("tr", List.of(), ""),
              Kind.ROW,
              Own.NOTHING,
              Found.NOTHING,
              row.look,
              table.above(),
              table));
      table.beginRow(row.look.unseen());
    }
    if (++cells > MOST_CELLS) {
      throw Refusal.of(TOO_LARGE);
    }
    var inside = new HtmlFlow();
    HtmlNode node = tags.begin(tag, Kind.CELL, inside, table);
    int columns = HtmlTable.columnsSpanned(tokens.attributeOr("colspan"));
    if (node.look.gone()) {
      if (!table.hiddenColumns().get(table.lastRow().columns())) {
        // Browsers close the gap.
        return;
      }
      node.look = node.look.keptUnseen();
    }
    table
        .lastRow()
        .add(
            new TableCell(
                inside,
                columns,
                HtmlTable.rowsSpanned(tokens.attributeOr("rowspan")),
                node.look,
                said()));
  }

  /** Returns what programs say about the value of a cell. */
  private Map<String, String> said() {
    Map<String, String> said = new HashMap<>();
    for (String each : HtmlValue.ATTRIBUTES) {
      String value = tokens.attribute(each);
      if (value != null) {
        said.put(each, value);
      }
    }
    return said.isEmpty() ? Map.of() : said;
  }
}
