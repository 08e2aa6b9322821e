package dev.rollup.model;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/** What one cell holds, whatever format it was read from. A closed set: a reader adds no kinds. */
public sealed interface Cell {

  /** The one cell that holds nothing. */
  Cell EMPTY = new Empty();

  /** Returns what the cell holds as plain text, unconverted, for the audit trail; never null. */
  String raw();

  /** Nothing at all. */
  record Empty() implements Cell {
    @Override
    public String raw() {
      return "";
    }
  }

  /**
   * Text, exactly as stored: not trimmed, not folded.
   *
   * @param spans the stretches of it that do not look like what is stored
   */
  record Text(String value, List<Span> spans) implements Cell {
    /** Refuses null, and copies the spans. */
    public Text {
      Objects.requireNonNull(value);
      spans = List.copyOf(spans);
    }

    /** Text that looks like what it says. */
    public Text(String value) {
      this(value, List.of());
    }

    @Override
    public String raw() {
      return value;
    }
  }

  /**
   * A number that no date format is laid over.
   *
   * @param value the stored number, not the displayed one
   * @param format the number format code that decides what is displayed, {@code General} where none
   */
  record Number(BigDecimal value, String format) implements Cell {
    /** The format code of a cell without a format of its own. */
    public static final String GENERAL = "General";

    /** Refuses null. */
    public Number {
      Objects.requireNonNull(value);
      Objects.requireNonNull(format);
    }

    @Override
    public String raw() {
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
  }

  /** A number displayed as a date or a time of day. */
  record Date(LocalDateTime value) implements Cell {
    /** Refuses null. */
    public Date {
      Objects.requireNonNull(value);
    }

    @Override
    public String raw() {
      return value.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? value.toLocalDate().toString()
          : value.toString().replace('T', ' ');
    }
  }

  /** TRUE or FALSE. */
  record Bool(boolean value) implements Cell {
    @Override
    public String raw() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An error value, for example {@code #REF!}. */
  record ErrorValue(String code) implements Cell {
    /** Refuses null. */
    public ErrorValue {
      Objects.requireNonNull(code);
    }

    @Override
    public String raw() {
      return code;
    }
  }

  /**
   * A formula, which is never computed here.
   *
   * @param expression the formula without its equals sign; empty where the file does not repeat it
   * @param cached the result that the writing program left behind; {@link Empty} where it left none
   */
  record Formula(String expression, Cell cached) implements Cell {
    /** Refuses null and a formula as the result of a formula. */
    public Formula {
      Objects.requireNonNull(expression);
      if (cached instanceof Formula) {
        throw new IllegalArgumentException("a formula has no formula for a result");
      }
      Objects.requireNonNull(cached);
    }

    @Override
    public String raw() {
      return cached instanceof Empty ? "=" + expression : cached.raw();
    }
  }
}
