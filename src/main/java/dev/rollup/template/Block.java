package dev.rollup.template;

import java.util.List;

/**
 * One part of a form that is filled in. A closed set: what is none of the four is described as
 * several of them.
 */
public sealed interface Block {

  /** Returns the number of the block in the form, from 1. */
  String id();

  /** Returns what is filled in, in reading order. */
  List<Binding> bindings();

  /** Returns what it is called in a template. */
  Kind kind();

  /** Returns a block of the same kind with another number and other blanks. */
  default Block with(String id, List<Binding> bindings) {
    return switch (kind()) {
      case MATRIX -> new Matrix(id, bindings);
      case LIST -> new Rows(id, ((Rows) this).rows(), bindings);
      case CELLS -> new Cells(id, bindings);
      case SENTENCES -> new Sentences(id, bindings);
    };
  }

  /** What a block is called in a template. */
  enum Kind {
    /** {@link Matrix}. */
    MATRIX,
    /** {@link Rows}. */
    LIST,
    /** {@link Cells}. */
    CELLS,
    /** {@link Sentences}. */
    SENTENCES
  }

  /**
   * Rows crossed with columns.
   *
   * @param bindings one for each cell that is filled in
   */
  record Matrix(String id, List<Binding> bindings) implements Block {
    /** Copies the list. */
    public Matrix {
      bindings = List.copyOf(bindings);
    }

    @Override
    public Kind kind() {
      return Kind.MATRIX;
    }
  }

  /**
   * Columns below which a unit writes any number of rows.
   *
   * @param rows how many rows the blank offers; more may be added below them
   * @param bindings one for each column, at its place in the first row
   */
  record Rows(String id, int rows, List<Binding> bindings) implements Block {
    /** Copies the list. */
    public Rows {
      bindings = List.copyOf(bindings);
    }

    @Override
    public Kind kind() {
      return Kind.LIST;
    }
  }

  /**
   * Labels with their values, singly or side by side.
   *
   * @param bindings one for each value
   */
  record Cells(String id, List<Binding> bindings) implements Block {
    /** Copies the list. */
    public Cells {
      bindings = List.copyOf(bindings);
    }

    @Override
    public Kind kind() {
      return Kind.CELLS;
    }
  }

  /**
   * Sentences with blanks in them: brackets, underlines.
   *
   * @param bindings one for each blank
   */
  record Sentences(String id, List<Binding> bindings) implements Block {
    /** Copies the list. */
    public Sentences {
      bindings = List.copyOf(bindings);
    }

    @Override
    public Kind kind() {
      return Kind.SENTENCES;
    }
  }
}
