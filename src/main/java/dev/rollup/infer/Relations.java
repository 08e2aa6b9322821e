package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what holds between the blanks of a form: by its formulas, by 合计, 小计 and 其中. */
final class Relations {

  private static final Pattern SUM = Pattern.compile("(?:ROUND\\()?SUM\\(([^()]+)\\)(?:,\\d+\\))?");
  private static final Pattern TERMS =
      Pattern.compile("[+-]?\\$?[A-Z]{1,3}\\$?\\d+(?:[+-]\\$?[A-Z]{1,3}\\$?\\d+)+");
  private static final Pattern TERM = Pattern.compile("([+-]?)\\$?([A-Z]{1,3})\\$?(\\d+)");
  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+)(?::\\$?([A-Z]{1,3})\\$?(\\d+))?");
  private static final Pattern RATIO =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+)/\\$?([A-Z]{1,3})\\$?(\\d+)(\\*100)?");

  private final Map<Found, String> ids;
  private final Map<String, Found> byPlace = new HashMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final Set<String> wholes = new HashSet<>();

  Relations(Map<Found, String> ids) {
    this.ids = ids;
    ids.keySet().forEach(each -> byPlace.put(each.at().toString(), each));
  }

  /** Returns every relation that was found; each field follows from others in one way at most. */
  List<Relation> find() {
    ids.keySet().forEach(each -> each.formula().ifPresent(formula -> formula(each, formula)));
    rows();
    columns();
    lists();
    parts();
    return relations;
  }

  private void formula(Found whole, String formula) {
    String bare = formula.replaceAll("[\\s=]", "");
    Matcher sum = SUM.matcher(bare);
    if (sum.matches()) {
      var parts = new ArrayList<Found>();
      for (var each : sum.group(1).split(",")) {
        parts.addAll(range(whole.at(), each));
      }
      sum(whole, parts, 0);
      return;
    }
    if (TERMS.matcher(bare).matches()) {
      var plus = new ArrayList<Found>();
      var minus = new ArrayList<Found>();
      Matcher term = TERM.matcher(bare);
      while (term.find()) {
        find(whole.at(), term.group(2), term.group(3))
            .ifPresent(part -> (term.group(1).equals("-") ? minus : plus).add(part));
      }
      int subtracted = minus.size();
      plus.addAll(minus);
      sum(whole, plus, subtracted);
      return;
    }
    Matcher ratio = RATIO.matcher(bare);
    if (ratio.find()) {
      Optional<Found> above = find(whole.at(), ratio.group(1), ratio.group(2));
      Optional<Found> below = find(whole.at(), ratio.group(3), ratio.group(4));
      if (above.isPresent() && below.isPresent() && wholes.add(ids.get(whole))) {
        relations.add(
            new Relation(
                Relation.Kind.RATIO,
                ids.get(whole),
                List.of(ids.get(above.get()), ids.get(below.get())),
                0,
                ratio.group(5) == null && !isPercent(whole) ? 1 : 100));
      }
    }
  }

  private static boolean isPercent(Found each) {
    return each.type().filter(type -> type == dev.rollup.template.FieldType.PERCENT).isPresent();
  }

  private List<Found> range(Place of, String text) {
    var parts = new ArrayList<Found>();
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return parts;
    }
    int left = Position.columnOf(range.group(1));
    int top = Integer.parseInt(range.group(2)) - 1;
    int right = range.group(3) == null ? left : Position.columnOf(range.group(3));
    int bottom = range.group(4) == null ? top : Integer.parseInt(range.group(4)) - 1;
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        Found part =
            byPlace.get(new Place(of.kind(), of.on(), new Position(row, column), 0, 0).toString());
        if (part != null) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  private Optional<Found> find(Place of, String column, String row) {
    var at = new Position(Integer.parseInt(row) - 1, Position.columnOf(column));
    return Optional.ofNullable(byPlace.get(new Place(of.kind(), of.on(), at, 0, 0).toString()));
  }

  private void sum(Found whole, List<Found> parts, int minus) {
    List<Found> own = parts.stream().filter(part -> part != whole).distinct().toList();
    boolean list = own.size() == 1 && own.get(0).rows() > 1;
    if ((own.size() > 1 || list) && wholes.add(ids.get(whole))) {
      relations.add(
          new Relation(
              list ? Relation.Kind.ROWS : Relation.Kind.SUM,
              ids.get(whole),
              own.stream().map(ids::get).toList(),
              minus,
              1));
    }
  }

  /** 合计 in the words of a row: it is the sum of the rows above it, or of those below it. */
  private void rows() {
    for (var column : lines(true).values()) {
      totals(column, each -> last(each.row()));
    }
  }

  /** 合计 in the words of a column: it is the sum of the columns beside it under the same head. */
  private void columns() {
    for (var row : lines(false).values()) {
      var groups = new LinkedHashMap<String, List<Found>>();
      for (var each : row) {
        int depth = each.column().size();
        String head = depth < 2 ? "" : String.join("/", each.column().subList(0, depth - 1));
        groups.computeIfAbsent(head, any -> new ArrayList<>()).add(each);
      }
      groups.values().forEach(group -> totals(group, each -> last(each.column())));
    }
  }

  private Map<String, List<Found>> lines(boolean columns) {
    var lines = new LinkedHashMap<String, List<Found>>();
    for (var each : ids.keySet()) {
      if (each.kind() == Found.Kind.MATRIX
          || each.kind() == Found.Kind.CELLS && columns
          || each.kind() == Found.Kind.LIST && !columns) {
        Position at = each.at().cell();
        int line = columns ? at.column() : at.row();
        String key =
            each.at().kind() + each.at().on() + "," + line + "," + ids.get(each).split("\\.")[0];
        lines.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
      }
    }
    return lines;
  }

  private static String last(List<String> words) {
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }

  /**
   * Finds totals in a line of blanks: a first one is the sum of all behind it, any other of those
   * before it since the total before. Parts of parts are left out.
   */
  private void totals(List<Found> line, java.util.function.Function<Found, String> name) {
    for (int i = 0; i < line.size(); i++) {
      if (!Lexicon.isTotal(name.apply(line.get(i)))) {
        continue;
      }
      var parts = new ArrayList<Found>();
      boolean first = i == 0 || parts(line.subList(0, i), name).isEmpty();
      if (first) {
        for (int j = i + 1; j < line.size() && !Lexicon.isTotal(name.apply(line.get(j))); j++) {
          parts.add(line.get(j));
        }
      } else {
        boolean grand = name.apply(line.get(i)).matches(".*(?:总计|合[\\s\\p{Z}]*计|grand).*");
        List<Found> before = line.subList(0, i);
        List<Found> subtotals =
            before.stream()
                .filter(each -> name.apply(each).replaceAll("[\\s\\p{Z}]", "").contains("小计"))
                .toList();
        if (grand && subtotals.size() > 1) {
          parts.addAll(subtotals);
        } else {
          for (int j = i - 1; j >= 0 && !Lexicon.isTotal(name.apply(line.get(j))); j--) {
            parts.add(0, line.get(j));
          }
        }
      }
      sum(line.get(i), parts(parts, name), 0);
    }
  }

  private static List<Found> parts(
      List<Found> line, java.util.function.Function<Found, String> name) {
    return line.stream().filter(each -> !Lexicon.isPart(name.apply(each))).toList();
  }

  /** 合计 above or below a list is the sum of its rows. */
  private void lists() {
    for (var whole : ids.keySet()) {
      boolean total = whole.rows() == 1 && Lexicon.isTotal(last(whole.row()));
      if (total && !wholes.contains(ids.get(whole))) {
        ids.keySet().stream()
            .filter(each -> each.rows() > 1 && each.at().kind() == whole.at().kind())
            .filter(each -> each.at().on().equals(whole.at().on()))
            .filter(each -> each.at().cell().column() == whole.at().cell().column())
            .findFirst()
            .ifPresent(each -> sum(whole, List.of(each), 0));
      }
    }
  }

  /** 其中 is at most what comes before it. */
  private void parts() {
    for (var row : lines(false).values()) {
      bounded(row, each -> last(each.column()));
    }
    for (var column : lines(true).values()) {
      bounded(column, each -> each.row().isEmpty() ? "" : each.row().get(0));
    }
  }

  private void partOf(Found part, Found whole) {
    boolean alike = part.measure().equals(whole.measure());
    if (alike) {
      relations.add(new Relation(Relation.Kind.PART, ids.get(whole), List.of(ids.get(part)), 0, 1));
    }
  }

  private void bounded(List<Found> line, java.util.function.Function<Found, String> name) {
    Found whole = null;
    for (var each : line) {
      if (!Lexicon.isPart(name.apply(each))) {
        whole = each;
      } else if (whole != null) {
        partOf(each, whole);
      }
    }
  }
}
