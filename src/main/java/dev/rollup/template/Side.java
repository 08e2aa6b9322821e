package dev.rollup.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** One side of a rule. */
public sealed interface Side {

  /** Returns the ids of the fields that the side is made of, in order; none for a constant. */
  List<String> fields();

  /** Returns what kind of values the side has. */
  FieldType type();

  /**
   * A sum of counts.
   *
   * @param terms the counts, each with its coefficient
   * @param constant what is added to them
   */
  record Sum(List<Term> terms, BigDecimal constant) implements Side {

    /** Copies the terms. */
    public Sum {
      terms = List.copyOf(terms);
      Objects.requireNonNull(constant);
    }

    @Override
    public List<String> fields() {
      return terms.stream().map(Term::field).toList();
    }

    @Override
    public FieldType type() {
      return FieldType.COUNT;
    }
  }

  /**
   * What one field for text says.
   *
   * @param field the id of the field, or of a header field
   */
  record Text(String field) implements Side {

    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public FieldType type() {
      return FieldType.TEXT;
    }
  }

  /**
   * Words to look for in a text.
   *
   * @param words the words
   */
  record Words(List<String> words) implements Side {

    /** Copies the words. */
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public List<String> fields() {
      return List.of();
    }

    @Override
    public FieldType type() {
      return FieldType.TEXT;
    }
  }

  /** The day on which the form was filled in. */
  record FilledInOn() implements Side {

    @Override
    public List<String> fields() {
      return List.of(HeaderField.DATE.id());
    }

    @Override
    public FieldType type() {
      return FieldType.DATE;
    }
  }

  /**
   * A day of the calendar.
   *
   * @param day the day
   */
  record Day(LocalDate day) implements Side {

    @Override
    public List<String> fields() {
      return List.of();
    }

    @Override
    public FieldType type() {
      return FieldType.DATE;
    }
  }

  /**
   * All from one constant to another, both included.
   *
   * @param low the lower end
   * @param high the upper end, of the same type
   */
  record Range(Side low, Side high) implements Side {

    /** Refuses ends of different types. */
    public Range {
      if (low.type() != high.type()) {
        throw new IllegalArgumentException("the ends of a range are of one type");
      }
    }

    @Override
    public List<String> fields() {
      return List.of();
    }

    @Override
    public FieldType type() {
      return low.type();
    }
  }
}
