package dev.rollup.read.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the digits stored in a spreadsheet mean: a number, or a day counted from an epoch. */
public final class StoredNumber {

  /** More digits than these only say which double is meant, as in 0.10000000000000001. */
  private static final int DOUBLE_DIGITS = 15;

  /** Half of the last of 13 decimals. */
  private static final double NOISE = 5e-14;

  /** Longer than any double is written; mostly zeros, if it is a number at all. */
  private static final int LONGEST_PLAIN = 40;

  private static final int LONGEST_LONG = 18;

  /** Up to here a double tells every whole number from the next. */
  private static final double LARGEST_WHOLE = 1e15;

  private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);

  /** The day after 9999-12-31. */
  private static final int END_1904 = 2_957_004;

  private static final int END_1900 = 2_958_466;

  /** 29 February 1900, which there was not; everything from here on is counted one too high. */
  private static final int NO_SUCH_DAY = 60;

  private StoredNumber() {}

  /**
   * Reads a number as XML Schema writes doubles.
   *
   * @return null for anything that is no finite number; never a number of unbounded length
   */
  public static @Nullable BigDecimal parse(String text) {
    String digits = text.strip();
    int significant = 0;
    boolean whole = !digits.isEmpty();
    boolean exponent = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= '0' && c <= '9') {
        significant += !exponent && (significant > 0 || c != '0') ? 1 : 0;
      } else if (c == 'e' || c == 'E') {
        exponent = true;
        whole = false;
      } else if (c == '.') {
        whole = false;
      } else if (c != '+' && c != '-') {
        return null;
      }
    }
    try {
      if (exponent || significant > DOUBLE_DIGITS || digits.length() > LONGEST_PLAIN) {
        double value = Double.parseDouble(digits);
        boolean lost = Double.isInfinite(value) || value == 0 && significant > 0;
        return lost ? null : withoutNoise(value);
      }
      return whole && digits.length() <= LONGEST_LONG
          ? BigDecimal.valueOf(Long.parseLong(digits))
          : new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Returns the number that a double stands for, as it would be written.
   *
   * @return null for anything that is no finite number
   */
  public static @Nullable BigDecimal of(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    long whole = (long) value;
    return whole == value && Math.abs(value) < LARGEST_WHOLE
        ? BigDecimal.valueOf(whole)
        : withoutNoise(value);
  }

  /**
   * Returns a double as it is written, or the number that it misses by no more than adding and
   * multiplying in doubles does, 0.3 for 0.1 + 0.2: no spreadsheet shows the difference, not even
   * in its input line, which has 15 significant digits.
   */
  private static BigDecimal withoutNoise(double value) {
    double whole = Math.rint(value);
    if (whole == value || whole != 0 && Math.abs(value - whole) < NOISE) {
      return BigDecimal.valueOf(whole);
    }
    BigDecimal written = BigDecimal.valueOf(value);
    if (written.precision() <= DOUBLE_DIGITS) {
      return written;
    }
    BigDecimal seen = written.round(new MathContext(DOUBLE_DIGITS)).stripTrailingZeros();
    return seen.scale() < 0 ? seen.setScale(0) : seen;
  }

  /**
   * Returns the point in time that a serial stands for, to the nearest millisecond.
   *
   * @return null where it stands for none: negative, or after the year 9999
   */
  static @Nullable LocalDateTime time(BigDecimal serial, boolean since1904) {
    if (serial.signum() < 0 || serial.doubleValue() >= (since1904 ? END_1904 : END_1900)) {
      return null;
    }
    int day = serial.intValue();
    long millis =
        serial
            .subtract(BigDecimal.valueOf(day))
            .multiply(MILLIS_OF_DAY)
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDate date =
        since1904
            ? EPOCH_1904.plusDays(day)
            : EPOCH_1900.plusDays(day > NO_SUCH_DAY ? day - 1 : day);
    return date.atStartOfDay().plusNanos(millis * 1_000_000);
  }
}
