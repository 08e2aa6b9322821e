package dev.rollup.read.page;

import dev.rollup.read.page.PageLayout.Block;
import dev.rollup.read.page.PageLayout.Line;
import dev.rollup.read.page.PageLayout.Table;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts pages behind each other: without their numbers and without what only stands on every one of
 * them, and with tables going on where they were broken.
 */
final class Sequence {

  /** A page's number, alone in its line. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)[-—–－~·\\s]*(?:第\\s*\\d+\\s*页(?:\\s*[,，、/／]?\\s*共\\s*\\d+\\s*页)?"
              + "|共\\s*\\d+\\s*页\\s*[,，、/／]?\\s*第\\s*\\d+\\s*页"
              + "|(?:page\\s*)?(\\d+)(?:\\s*(?:/|／|of)\\s*\\d+)?\\s*页?)[-—–－~·\\s]*");

  /** A page's number, and how many there are. */
  private static final Pattern OF_PAGES =
      Pattern.compile("(?i)(?:第|page)?\\s*(\\d+)\\s*页?\\s*(?:[,，、/／]|of)?\\s*共?\\s*(\\d+)\\s*页?");

  /** So much of a page, from its edge, is margin. */
  private static final double EDGE = 0.12;

  /** Lines and sides of tables at the same place of two pages differ by less than this. */
  private static final double SAME = 4;

  /**
   * A page of the sequence.
   *
   * @param blocks what belongs to it, from above
   * @param flows whether it goes on with what the page before tells, and is not another copy of it
   * @param continues whether its first block goes on with the last table of the page before
   * @param heads how many rows of that only repeat the table's heads
   */
  record Part(PageLayout layout, List<Block> blocks, boolean flows, boolean continues, int heads) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<String> margins = new ArrayList<>();

  private Sequence(List<PageLayout> pages) {
    List<List<Block>> bodies = new ArrayList<>();
    pages.forEach(page -> bodies.add(withoutNumber(page, pages.size())));
    int head = 0;
    int foot = 0;
    boolean flowed = false;
    for (int i = 0; i < pages.size(); i++) {
      List<Block> own = bodies.get(i);
      List<Block> next = i + 1 < pages.size() ? bodies.get(i + 1) : List.of();
      boolean flows = i + 1 < pages.size() && !repeats(own, next);
      // The last page has the same foot, which nobody looks for behind it.
      foot = flows ? commonEnd(own, next) : Math.min(foot, own.size());
      int end = Math.max(head, own.size() - foot);
      if (flows && !flowed) {
        own.subList(end, own.size()).forEach(block -> margins.add(text(block)));
      }
      add(pages.get(i), List.copyOf(own.subList(head, end)), flowed);
      // A page is held against the whole of the one before, whose own head is not told again.
      head = flows ? commonBegin(own, next) : 0;
      foot = flows ? foot : 0;
      flowed = flows;
    }
  }

  static Sequence of(List<PageLayout> pages) {
    return new Sequence(pages);
  }

  /** Returns the pages. */
  List<Part> parts() {
    return parts;
  }

  /** Returns what stands on every page, once. */
  List<String> margins() {
    return margins;
  }

  private void add(PageLayout page, List<Block> blocks, boolean flows) {
    int heads = -1;
    if (flows && !blocks.isEmpty() && blocks.get(0) instanceof Table table) {
      Table before = lastTable();
      boolean goesOn =
          before != null
              && Math.abs(before.box().left() - table.box().left()) < SAME
              && Math.abs(before.box().right() - table.box().right()) < SAME;
      heads = goesOn ? heads(first(), table) : -1;
    }
    parts.add(new Part(page, blocks, flows, heads >= 0, Math.max(heads, 0)));
  }

  /** Returns the table that the last page ends with, or null. */
  private @Nullable Table lastTable() {
    List<Block> before = parts.isEmpty() ? List.of() : parts.get(parts.size() - 1).blocks();
    return !before.isEmpty() && before.get(before.size() - 1) instanceof Table table ? table : null;
  }

  /** Returns the beginning of the table that the last page ends with. */
  private Table first() {
    int at = parts.size() - 1;
    while (parts.get(at).continues() && parts.get(at).blocks().size() == 1) {
      at--;
    }
    List<Block> blocks = parts.get(at).blocks();
    return (Table) blocks.get(blocks.size() - 1);
  }

  /** Counts the rows at the beginning of a table that are those of another, once more. */
  private static int heads(Table first, Table more) {
    int rows = 0;
    while (rows < Math.min(first.lattice().rows(), more.lattice().rows())
        && !more.hasBeside(rows)
        && isHead(row(first, rows))
        && row(first, rows).equals(row(more, rows))) {
      rows++;
    }
    return rows;
  }

  /** A row of heads has words, or counts its columns. */
  private static boolean isHead(List<String> row) {
    List<String> said = row.stream().filter(text -> !text.isEmpty()).toList();
    if (said.isEmpty()) {
      return false;
    }
    boolean counted = said.size() > 2;
    for (int i = 0; i < said.size() && counted; i++) {
      counted =
          said.get(i).equals(String.valueOf(i + 1))
              || said.get(i).matches("[甲乙丙丁]")
              || i > 0 && said.get(i).matches("\\d+") && said.get(i - 1).matches("\\d+|[甲乙丙丁]");
    }
    return counted || said.stream().noneMatch(text -> text.matches("[\\d.,，\\s]+"));
  }

  private static List<String> row(Table table, int row) {
    var texts = new ArrayList<String>();
    for (int cell : table.lattice().across(row)) {
      texts.add(table.lattice().regions().get(cell).row() == row ? table.text(cell) : "");
    }
    return texts;
  }

  private static List<Block> withoutNumber(PageLayout page, int pages) {
    var blocks = new ArrayList<Block>();
    double height = page.page().height();
    int number = page.page().number();
    for (var block : page.blocks()) {
      boolean edge =
          block.box().top() > height * (1 - EDGE) || block.box().bottom() < height * EDGE;
      if (!edge || !(block instanceof Line line)) {
        blocks.add(block);
      } else if (!isNumber(line.text().text().value().strip(), number)) {
        blocks.add(
            line.text()
                .without(text -> isNumberOf(text, number, pages))
                .map(Line::new)
                .orElse(line));
      }
    }
    return blocks;
  }

  /** Beside other words of an edge, a number is that of its page where it also says of how many. */
  private static boolean isNumberOf(String text, int page, int pages) {
    var number = OF_PAGES.matcher(text);
    return number.matches()
        && number.group(1).equals(String.valueOf(page))
        && number.group(2).equals(String.valueOf(pages));
  }

  /** A bare number is that of its page, or something else. */
  private static boolean isNumber(String text, int page) {
    var number = NUMBER.matcher(text);
    return number.matches()
        && (number.group(1) == null || number.group(1).equals(String.valueOf(page)));
  }

  /**
   * Tells whether most of what a page says is what the page before said: then it is a copy. What
   * only stands on every page, and the heads of tables that go on, say nothing about that.
   */
  private static boolean repeats(List<Block> page, List<Block> next) {
    Set<String> said = new HashSet<>(words(page));
    List<Block> own = next.subList(commonBegin(page, next), next.size());
    List<String> again = words(own);
    Optional<Table> first = table(page);
    Optional<Table> more = table(own);
    if (first.isPresent() && more.isPresent()) {
      int heads = heads(first.get(), more.get());
      for (int row = 0; row < heads; row++) {
        row(more.get(), row).stream().map(Sequence::plain).forEach(again::remove);
      }
    }
    long same = again.stream().filter(said::contains).count();
    return again.size() > 2 && same * 2 > again.size();
  }

  private static Optional<Table> table(List<Block> blocks) {
    return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).findFirst();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }

  private static List<String> words(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Table table
                    ? table.texts().stream().flatMap(List::stream).map(p -> p.text().value())
                    : java.util.stream.Stream.of(text(block)))
        .map(Sequence::plain)
        .filter(text -> text.length() > 1 && !Numerals.in(text.substring(0, 1)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String text(Block block) {
    return block instanceof Line line ? line.text().text().value().strip() : "";
  }

  private static int commonEnd(List<Block> one, List<Block> other) {
    int count = 0;
    while (count < Math.min(one.size(), other.size())
        && isSame(one.get(one.size() - 1 - count), other.get(other.size() - 1 - count))) {
      count++;
    }
    return count;
  }

  private static int commonBegin(List<Block> one, List<Block> other) {
    int count = 0;
    while (count < Math.min(one.size(), other.size()) && isSame(one.get(count), other.get(count))) {
      count++;
    }
    return count;
  }

  private static boolean isSame(Block one, Block other) {
    return one instanceof Line
        && other instanceof Line
        && Math.abs(one.box().top() - other.box().top()) < SAME
        && Math.abs(one.box().left() - other.box().left()) < SAME
        && text(one).equals(text(other));
  }
}
