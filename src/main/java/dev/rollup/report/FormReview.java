package dev.rollup.report;

import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found on a blank, numbered for a person who looks it over.
 *
 * @param blank the form
 * @param lines its blanks in reading order
 */
public record FormReview(Blank blank, List<Line> lines) {

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
  }

  /** Copies the lines. */
  public FormReview {
    lines = List.copyOf(lines);
  }

  /** Returns the review of a form. */
  public static FormReview of(Blank blank) {
    var lines = new ArrayList<Line>();
    for (var block : blank.blocks()) {
      int rows = block instanceof Block.Rows list ? list.rows() : 1;
      for (var binding : block.bindings()) {
        List<Relation> relations =
            blank.relations().stream().filter(each -> each.whole().equals(binding.id())).toList();
        lines.add(new Line(lines.size() + 1, rows, binding, relations));
      }
    }
    return new FormReview(blank, lines);
  }

  /** Returns the number of a blank. */
  public int number(String id) {
    for (var line : lines) {
      if (line.binding().id().equals(id)) {
        return line.number();
      }
    }
    throw new IllegalArgumentException(id);
  }
}
