package dev.rollup.submission;

import dev.rollup.text.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one blank of a return comes to: a value of one kind, nothing, or something left out. */
public sealed interface Value {

  /**
   * A number that was read with certainty.
   *
   * @param number the number, without zeros behind its last decimal
   */
  record Number(BigDecimal number) implements Value {

    /** Takes the zeros behind the last decimal away. */
    public Number {
      number = Decimals.plain(number);
    }
  }

  /**
   * Words that were read with certainty.
   *
   * @param text the words
   */
  record Words(String text) implements Value {

    /** Refuses null. */
    public Words {
      Objects.requireNonNull(text);
    }
  }

  /**
   * A day that was read with certainty.
   *
   * @param day the day
   */
  record Day(LocalDate day) implements Value {

    /** Refuses null. */
    public Day {
      Objects.requireNonNull(day);
    }
  }

  /** Why there is no value. */
  enum Absent implements Value {
    /** The unit left the blank empty, or wrote a sign for empty. Not zero. */
    BLANK,
    /** Something stands there that is left out of every total. */
    EXCLUDED
  }

  /** Returns whether there is a value. */
  default State state() {
    if (this == Absent.BLANK) {
      return State.BLANK;
    }
    return this == Absent.EXCLUDED ? State.EXCLUDED : State.READ;
  }

  /** Returns it as a form has it: as {@link #plain}, and a day as 2023年6月27日. */
  default @Nullable String written() {
    return this instanceof Day date
        ? date.day().getYear()
            + "年"
            + date.day().getMonthValue()
            + "月"
            + date.day().getDayOfMonth()
            + "日"
        : plain();
  }

  /** Returns it in plain digits, words or as a day of ISO 8601; null where there is none. */
  default @Nullable String plain() {
    if (this instanceof Number read) {
      return read.number().toPlainString();
    }
    if (this instanceof Words words) {
      return words.text();
    }
    return this instanceof Day date ? date.day().toString() : null;
  }
}
