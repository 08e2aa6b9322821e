package dev.rollup.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One operand of a rule. */
public sealed interface Operand {

  /** Returns the ids of the fields that the operand is made of, in order; none for a constant. */
  List<String> fields();

  /** Returns what kind of values the operand has: numbers, where it says nothing else. */
  default FieldType type() {
    return FieldType.COUNT;
  }

  /** Returns the same operand where another day is the last one of being on time. */
  default Operand until(LocalDate last) {
    return this;
  }

  /**
   * A sum of counts.
   *
   * @param terms the counts, each with its coefficient
   * @param constant what is added to them
   */
  record Sum(List<Term> terms, BigDecimal constant) implements Operand {

    /** Copies the terms. */
    public Sum {
      terms = List.copyOf(terms);
      Objects.requireNonNull(constant);
    }

    @Override
    public List<String> fields() {
      var fields = new ArrayList<String>();
      for (var term : terms) {
        fields.add(term.field());
      }
      return fields;
    }
  }

  /**
   * The sum of one column over all rows of a list.
   *
   * @param field the id of the column's field
   */
  record Rows(String field) implements Operand {

    @Override
    public List<String> fields() {
      return List.of(field);
    }
  }

  /**
   * One number divided by another.
   *
   * @param numerator the id of the field that is divided
   * @param denominator the id of the field that it is divided by
   * @param scale what the result is multiplied by: 100 for percent
   */
  record Quotient(String numerator, String denominator, int scale) implements Operand {

    @Override
    public List<String> fields() {
      return List.of(numerator, denominator);
    }
  }

  /**
   * What one field for text says.
   *
   * @param field the id of the field, or of a header field
   */
  record Text(String field) implements Operand {

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
  record Words(List<String> words) implements Operand {

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
  record FilledInOn() implements Operand {

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
   * @param deadline whether it is meant as the last day of being on time, whichever that is
   */
  record Day(LocalDate day, boolean deadline) implements Operand {

    /** A day that stays what it is. */
    public Day(LocalDate day) {
      this(day, false);
    }

    @Override
    public Operand until(LocalDate last) {
      return deadline ? new Day(last, true) : this;
    }

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
  record Range(Operand low, Operand high) implements Operand {

    /** Refuses ends of different types. */
    public Range {
      if (low.type() != high.type()) {
        throw new IllegalArgumentException("the ends of a range are of one type");
      }
    }

    @Override
    public Operand until(LocalDate last) {
      return new Range(low.until(last), high.until(last));
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
