package dev.rollup.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found on a blank, numbered for a person who looks it over.
 *
 * @param blank the form
 * @param lines its blanks in reading order
 * @param heads those of its header
 */
public record FormReview(Blank blank, List<Line> lines, List<Head> heads) {

  /**
   * By what a file says that it is the review of a form, and no return, as a document property and
   * as a hidden name.
   */
  public static final String PROPERTY = "rollup_review";

  /**
   * One blank.
   *
   * @param number its number, from 1
   * @param rows how many rows it repeats on; 1 where it does not
   * @param binding what it is
   * @param relations what it is made of, or bounds
   */
  public record Line(int number, int rows, Binding binding, List<Relation> relations) {

    /** Copies the relations. */
    public Line {
      relations = List.copyOf(relations);
    }

    /** Returns how it is marked on the form: no count, whoever reads it. */
    public String mark() {
      return FormReview.mark(number);
    }
  }

  /**
   * One blank of the header.
   *
   * @param number its number, from 1
   * @param blank what it is
   */
  public record Head(int number, HeaderBlank blank) {

    /** Returns under what it stands in a list of fields: {@code h_unit}. */
    public String id() {
      return "h_" + blank.role();
    }
  }

  /** Copies the lists. */
  public FormReview {
    lines = List.copyOf(lines);
    heads = List.copyOf(heads);
  }

  /** Returns the review of a form. */
  public static FormReview of(Blank blank) {
    var relations = new HashMap<String, List<Relation>>();
    for (var relation : blank.relations()) {
      relations.computeIfAbsent(relation.whole(), id -> new ArrayList<>()).add(relation);
    }
    var lines = new ArrayList<Line>();
    for (var block : blank.blocks()) {
      int rows = block instanceof Block.Rows list ? list.rows() : 1;
      for (var binding : block.bindings()) {
        List<Relation> own = relations.getOrDefault(binding.id(), List.of());
        lines.add(new Line(lines.size() + 1, rows, binding, own));
      }
    }
    var heads = new ArrayList<Head>();
    for (var head : blank.header()) {
      heads.add(new Head(heads.size() + 1, head));
    }
    return new FormReview(blank, lines, heads);
  }

  /** Returns the number of every blank, by its id. */
  public Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    lines.forEach(line -> numbers.put(line.binding().id(), line.number()));
    return numbers;
  }

  /** Returns how the blank of a number is marked. */
  public static String mark(int number) {
    return "#" + number;
  }
}
