package dev.rollup.finding;

import dev.rollup.model.Location;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that a finding mentions, not yet in words. */
public sealed interface Mentioned {

  /** Returns what it says in plain digits and words, for comparing; none where it says nothing. */
  default List<String> plain() {
    return List.of();
  }

  /**
   * Words from outside: of a return, a side file, a file's name.
   *
   * @param text the words as they were written
   */
  record Text(String text) implements Mentioned {

    /** Refuses null. */
    public Text {
      Objects.requireNonNull(text);
    }

    @Override
    public List<String> plain() {
      return List.of(text);
    }
  }

  /**
   * A number.
   *
   * @param number the number as it is to be shown, with its decimals
   */
  record Number(BigDecimal number) implements Mentioned {

    /** Refuses null. */
    public Number {
      Objects.requireNonNull(number);
    }

    @Override
    public List<String> plain() {
      return List.of(number.toPlainString());
    }
  }

  /**
   * A day.
   *
   * @param day the day
   * @param time the time on that day; null where it is not known
   */
  record Day(LocalDate day, @Nullable LocalTime time) implements Mentioned {

    /** Refuses no day. */
    public Day {
      Objects.requireNonNull(day);
    }

    @Override
    public List<String> plain() {
      return List.of(time == null ? day.toString() : day + " " + time);
    }
  }

  /**
   * Several names from outside.
   *
   * @param names the names
   * @param more whether there are others that are not named
   */
  record Names(List<String> names, boolean more) implements Mentioned {

    /** Copies the names. */
    public Names {
      names = List.copyOf(names);
    }

    @Override
    public List<String> plain() {
      return names;
    }
  }

  /**
   * All that lies between two ends.
   *
   * @param low the lower end
   * @param high the upper end
   */
  record Range(Mentioned low, Mentioned high) implements Mentioned {
    @Override
    public List<String> plain() {
      return Stream.concat(low.plain().stream(), high.plain().stream()).toList();
    }
  }

  /**
   * Kinds of findings.
   *
   * @param codes the kinds
   */
  record Codes(List<FindingCode> codes) implements Mentioned {

    /** Copies the codes. */
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /**
   * A place in the file of the finding.
   *
   * @param at the sheet and the cell
   */
  record Where(Location at) implements Mentioned {}

  /**
   * One of a few cases that have texts of their own.
   *
   * @param of the case
   */
  record Choice(Enum<?> of) implements Mentioned {

    /** Returns the readable kebab-case word for it. */
    public String word() {
      return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
