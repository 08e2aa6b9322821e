package dev.rollup.infer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds what is the total of what in one line of blanks, by the words of their rows or columns.
 * These words are a tree: what has the same outer words hangs together, and a total inside is of
 * what stands beside it there.
 */
final class TotalsByWords {

  private static final String TOTAL = "合计";

  private static final Pattern TIME = Pattern.compile("[本上当]|[月季年]");

  private static final Pattern SIGNED = Pattern.compile("^[减加][：:]?");

  private static final Pattern BREAKDOWN =
      Pattern.compile(".*(?:性别|年龄|学历|职称|民族|文化程度|政治面貌|工龄|教龄|党龄).*|^(?:按.{1,10}分.*|by .*)");

  /** What a name is compared without. */
  private static final Pattern SPACE_OR_BRACKETS = Pattern.compile("[\\s\\p{Z}]|[（(][^（()）]*[)）]");

  /** A number of all. */
  private static final Pattern COUNTED = Pattern.compile("总.*|.*[总人户]数");

  /** Both together are all; one without the other is a part. */
  private static final Map<String, String> HALVES =
      Map.of("女", "男", "女性", "男性", "男", "女", "男性", "女性");

  /** Takes what was found. */
  interface Report {

    /**
     * Takes a sum.
     *
     * @param minus how many of the last parts are subtracted
     */
    void sum(FoundBlank whole, List<FoundBlank> parts, int minus);

    /** Takes a part that is at most as large as its whole. */
    void part(FoundBlank whole, FoundBlank part);
  }

  private final Report report;

  private TotalsByWords(Report report) {
    this.report = report;
  }

  /**
   * Reports every total in a line, and every part.
   *
   * @param line the blanks, in order
   * @param words the words of each, outermost first
   */
  static void find(List<FoundBlank> line, Function<FoundBlank, List<String>> words, Report report) {
    var leaves = new ArrayList<Leaf>();
    line.forEach(each -> leaves.add(new Leaf(words.apply(each), each)));
    new TotalsByWords(report).level(leaves);
  }

  /** One blank with the words that tell it from others at this level. */
  private record Leaf(List<String> words, FoundBlank blank) {
    Leaf inner() {
      return new Leaf(words.subList(1, words.size()), blank);
    }
  }

  /** What has the same outermost word: one blank, or several that have more words. */
  private record Node(String name, List<Leaf> leaves) {

    boolean single() {
      return leaves.size() == 1 && leaves.get(0).words.size() <= 1;
    }

    Node named(String other) {
      return new Node(other, leaves);
    }

    /** Returns its name without white space and brackets. */
    String bare() {
      return SPACE_OR_BRACKETS.matcher(name).replaceAll("");
    }

    /** Tells whether it is one of two of which the other stands beside it. */
    boolean isHalf(List<Node> siblings) {
      String other = HALVES.get(bare());
      return other != null && siblings.stream().anyMatch(each -> each.bare().equals(other));
    }

    /** Tells whether it belongs to a total, or to a lower one of its kind: 流动负债合计 to 负债合计. */
    boolean isBelow(Node whole) {
      int order = total().compareTo(whole.total());
      boolean longer = bare().length() > whole.bare().length() && whole.bare().length() > 2;
      return order < 0 || order == 0 && longer && bare().endsWith(whole.bare());
    }

    Total total() {
      return Total.of(name);
    }

    /**
     * Returns the blanks that stand for all of it: its own total, else every one that is no part.
     */
    List<FoundBlank> all() {
      if (single()) {
        return List.of(leaves.get(0).blank);
      }
      List<Node> inner = nodes(leaves.stream().map(Leaf::inner).toList());
      Node highest = null;
      for (int i = 0; i < inner.size(); i++) {
        Node node = inner.get(i);
        boolean end = i == 0 || i == inner.size() - 1;
        if (end
            && node.total() != Total.NONE
            && (highest == null || node.total().compareTo(highest.total()) > 0)) {
          highest = node;
        }
      }
      if (highest != null) {
        return highest.all();
      }
      var all = new ArrayList<FoundBlank>();
      inner.stream().filter(node -> !isPart(node, inner)).forEach(node -> all.addAll(node.all()));
      return all;
    }
  }

  private static List<Node> nodes(List<Leaf> leaves) {
    var nodes = new ArrayList<Node>();
    String last = null;
    for (var leaf : leaves) {
      String name = leaf.words.isEmpty() ? "" : leaf.words.get(0);
      if (last == null || !name.equals(last) || leaf.words.size() < 2) {
        nodes.add(new Node(name, new ArrayList<>()));
      }
      nodes.get(nodes.size() - 1).leaves.add(leaf);
      last = leaf.words.size() < 2 ? null : name;
    }
    return nodes;
  }

  private static boolean isPart(Node node, List<Node> siblings) {
    String other = HALVES.get(node.bare());
    boolean half = other != null && siblings.stream().noneMatch(each -> each.bare().equals(other));
    return half || Lexicon.isPart(node.name) || Lexicon.isPartOnly(node.name);
  }

  private void level(List<Leaf> all) {
    List<Leaf> leaves = inside(hoisted(all));
    List<Node> nodes = nodes(leaves);
    boolean times = nodes.stream().anyMatch(node -> TIME.matcher(node.bare()).find());
    if (!times) {
      // Where nothing is of one month, what is accumulated is the sum of the rest.
      nodes.replaceAll(node -> node.bare().equals("累计") ? node.named("合计") : node);
    }
    for (var node : nodes) {
      if (!node.single()) {
        level(node.leaves.stream().map(Leaf::inner).toList());
      }
    }
    List<Node> netted = nets(nodes);
    // Two are enough where one of them is a group: 男, 女 and 合计 behind both.
    if (netted.size() > 2 || netted.size() == 2 && !netted.stream().allMatch(Node::single)) {
      ends(netted);
    }
    breakdowns(nodes);
    numbered(nodes);
    months(nodes);
    parts(nodes);
  }

  /** What stands before groups by sex or age is broken down by each of them: 总人数 by 男 and 女. */
  private void breakdowns(List<Node> nodes) {
    for (int i = 0; i + 1 < nodes.size(); i++) {
      Node whole = nodes.get(i);
      boolean counted = COUNTED.matcher(whole.bare()).matches();
      for (int next = i + 1; counted && whole.single() && next < nodes.size(); next++) {
        Node group = nodes.get(next);
        if (group.single() || !BREAKDOWN.matcher(group.bare()).matches()) {
          break;
        }
        if (whole.total() == Total.NONE && group.all().size() > 1) {
          report.sum(whole.leaves.get(0).blank, group.all(), 0);
        }
      }
    }
  }

  /** A longer time is the sum of the shorter ones beside it that fill it: 一季度 of its months. */
  private void months(List<Node> nodes) {
    var times = new LinkedHashMap<Node, Months>();
    nodes.forEach(node -> Months.of(node.name).ifPresent(months -> times.put(node, months)));
    List<Node> accumulated = nodes.stream().filter(node -> node.bare().equals("累计")).toList();
    if (times.size() > 1 && accumulated.size() == 1 && times.size() == nodes.size() - 1) {
      int last = times.values().stream().mapToInt(Months::last).max().orElseThrow();
      int first = times.values().stream().mapToInt(Months::first).min().orElseThrow();
      times.put(accumulated.get(0), new Months(first, last));
    }
    times.forEach(
        (whole, months) -> {
          var inside = new LinkedHashMap<Node, Months>();
          times.forEach(
              (node, own) -> {
                if (months.holds(own)) {
                  inside.put(node, own);
                }
              });
          var parts = new LinkedHashMap<Node, Months>();
          inside.forEach(
              (node, own) -> {
                if (inside.values().stream().noneMatch(other -> other.holds(own))) {
                  parts.put(node, own);
                }
              });
          int next = months.first();
          for (var part : parts.values()) {
            next = part.first() == next ? part.last() + 1 : 0;
          }
          if (next == months.last() + 1) {
            sum(whole, List.copyOf(parts.keySet()));
          }
        });
  }

  /** What is numbered one level below what it follows makes it up: 1. and 2. below 一、. */
  private void numbered(List<Node> nodes) {
    for (int i = 0; i + 1 < nodes.size(); i++) {
      Node whole = nodes.get(i);
      int level = Lexicon.level(whole.name);
      int below = Lexicon.level(nodes.get(i + 1).name);
      if (level == 0 || below <= level || whole.total() != Total.NONE) {
        continue;
      }
      var inside = new ArrayList<Node>();
      for (var node : nodes.subList(i + 1, nodes.size())) {
        int own = Lexicon.level(node.name);
        if (own > 0 && own <= level || node.total() != Total.NONE) {
          break;
        }
        if (own == below) {
          inside.add(node);
        }
      }
      if (inside.stream().noneMatch(node -> isPart(node, inside))) {
        sum(whole, inside);
      }
    }
  }

  /** What others are set in below is the total of them: 工矿 before 煤矿 and 非煤. */
  private static List<Leaf> inside(List<Leaf> leaves) {
    var all = new ArrayList<>(leaves);
    for (int i = 0; i + 1 < all.size(); i++) {
      List<String> own = all.get(i).words;
      List<String> next = all.get(i + 1).words;
      if (own.size() == 1 && next.size() > 1 && next.get(0).equals(own.get(0))) {
        all.set(i, new Leaf(List.of(own.get(0), TOTAL), all.get(i).blank));
      }
    }
    return all;
  }

  /** A total of totals at the end of the last section is that of all sections. */
  private static List<Leaf> hoisted(List<Leaf> leaves) {
    var sections = new LinkedHashMap<String, List<Leaf>>();
    for (var leaf : leaves) {
      if (leaf.words.size() > 1) {
        sections.computeIfAbsent(leaf.words.get(0), any -> new ArrayList<>()).add(leaf);
      }
    }
    if (sections.size() < 2) {
      return leaves;
    }
    return leaves.stream().map(leaf -> isOfAll(leaf, sections) ? leaf.inner() : leaf).toList();
  }

  private static boolean isOfAll(Leaf leaf, Map<String, List<Leaf>> sections) {
    if (leaf.words.size() != 2) {
      return false;
    }
    Total own = Total.of(leaf.words.get(1));
    List<Leaf> section = sections.getOrDefault(leaf.words.get(0), List.of(leaf));
    boolean end = leaf.equals(section.get(section.size() - 1));
    return own != Total.NONE
        && end
        && section.stream()
            .filter(other -> !other.equals(leaf) && other.words.size() == 2)
            .map(other -> Total.of(other.words.get(1)))
            .anyMatch(other -> other != Total.NONE && other.compareTo(own) < 0);
  }

  /**
   * 减 and 加 lead from one line to a net: reports it, and returns the lines with nothing but the net
   * in their place.
   */
  private List<Node> nets(List<Node> nodes) {
    var left = new ArrayList<>(nodes);
    int i = 0;
    while (i < left.size()) {
      int end = i + 1;
      while (end < left.size() && SIGNED.matcher(left.get(end).bare()).find()) {
        end++;
      }
      boolean net =
          end > i + 1
              && end < left.size()
              && left.subList(i, end + 1).stream().allMatch(Node::single);
      if (!net) {
        i++;
        continue;
      }
      var plus = new ArrayList<FoundBlank>();
      var minus = new ArrayList<FoundBlank>();
      for (var node : left.subList(i, end)) {
        (node.bare().startsWith("减") ? minus : plus).add(node.leaves.get(0).blank);
      }
      plus.addAll(minus);
      report.sum(left.get(end).leaves.get(0).blank, plus, minus.size());
      // The net may be where the next one begins.
      left.subList(i, end).clear();
    }
    return left;
  }

  /** 其中 is at most what comes before it. */
  private void parts(List<Node> nodes) {
    FoundBlank whole = null;
    FoundBlank total = null;
    for (var node : nodes) {
      List<FoundBlank> all = node.all();
      if (!Lexicon.isPart(node.name)) {
        total = node.single() && node.total() != Total.NONE ? all.get(0) : total;
        // A part behind several columns is one of all of them.
        whole = all.size() == 1 ? all.get(0) : total;
      } else if (whole != null) {
        for (var part : all) {
          report.part(whole, part);
        }
      }
    }
  }

  /** Splits off a total at one end that is of the totals between. */
  private void ends(List<Node> nodes) {
    Node first = nodes.get(0);
    Node last = nodes.get(nodes.size() - 1);
    boolean leads = first.total() != Total.NONE;
    boolean trails = last.total() != Total.NONE;
    if (leads && trails) {
      boolean above = first.total().compareTo(last.total()) >= 0;
      List<Node> between =
          above ? nodes.subList(1, nodes.size()) : nodes.subList(0, nodes.size() - 1);
      List<Node> open = run(between, !above);
      total(above ? first : last, open);
    } else {
      run(nodes, leads);
    }
  }

  /**
   * Gives every total what is open since the last one of its kind, and returns what is open still.
   *
   * @param leads whether a total comes before what it is of
   */
  private List<Node> run(List<Node> nodes, boolean leads) {
    var open = new ArrayList<Node>();
    List<Node> order = new ArrayList<>(nodes);
    if (leads) {
      Collections.reverse(order);
    }
    for (var node : order) {
      if (node.total() == Total.NONE) {
        open.add(node);
        continue;
      }
      var own = new ArrayList<Node>();
      while (!open.isEmpty() && open.get(open.size() - 1).isBelow(node)) {
        own.add(open.remove(open.size() - 1));
      }
      if (!leads) {
        Collections.reverse(own);
      }
      total(node, own);
      open.add(node);
    }
    if (leads) {
      Collections.reverse(open);
    }
    return open;
  }

  private void total(Node whole, List<Node> around) {
    List<Node> breakdowns =
        around.stream()
            .filter(node -> !node.single() && BREAKDOWN.matcher(node.bare()).matches())
            .toList();
    var parts = new ArrayList<>(around);
    parts.removeAll(breakdowns);
    boolean onlyParts = !parts.isEmpty() && Lexicon.isPart(parts.get(0).name);
    parts.removeIf(node -> isPart(node, around));
    int level = parts.isEmpty() ? 0 : Lexicon.level(parts.get(0).name);
    if (level > 0 && parts.stream().anyMatch(node -> Lexicon.level(node.name) != level)) {
      // What is numbered in another way is inside what comes before it, or beside the total.
      int least =
          parts.stream()
              .mapToInt(node -> Lexicon.level(node.name))
              .filter(n -> n > 0)
              .min()
              .orElse(0);
      parts.removeIf(node -> Lexicon.level(node.name) != least);
    }
    if (parts.stream().anyMatch(node -> node.isHalf(around))) {
      // Who is counted by sex is counted once more by what stands beside that.
      parts.removeIf(node -> !node.isHalf(around));
    }
    if (!onlyParts) {
      sum(whole, parts);
    }
    if (whole.single()) {
      for (var breakdown : breakdowns) {
        report.sum(whole.leaves.get(0).blank, breakdown.all(), 0);
      }
    }
  }

  private void sum(Node whole, List<Node> parts) {
    if (whole.single()) {
      var all = new ArrayList<FoundBlank>();
      parts.forEach(node -> all.addAll(node.all()));
      report.sum(whole.leaves.get(0).blank, all, 0);
      return;
    }
    // A head of several columns is the total of the same columns under the other heads.
    var byWords = new LinkedHashMap<List<String>, FoundBlank>();
    whole.leaves.forEach(leaf -> byWords.putIfAbsent(leaf.inner().words, leaf.blank));
    byWords.forEach(
        (words, blank) -> {
          var same = new ArrayList<FoundBlank>();
          for (var node : parts) {
            node.leaves.stream()
                .filter(leaf -> leaf.words.size() > 1 && leaf.inner().words.equals(words))
                .findFirst()
                .ifPresent(leaf -> same.add(leaf.blank));
          }
          if (same.size() == parts.size()) {
            report.sum(blank, same, 0);
          }
        });
  }
}
