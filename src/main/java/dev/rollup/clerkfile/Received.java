package dev.rollup.clerkfile;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * When a return came in, as the ledger has it. A day without a time is that day and no moment of
 * it: it is late when the day is after that of the deadline, and comes neither before nor after a
 * time on the same day.
 *
 * @param time the moment; of a day alone its first
 * @param dayOnly whether only the day is noted
 */
public record Received(OffsetDateTime time, boolean dayOnly) {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** Refuses null. */
  public Received {
    Objects.requireNonNull(time);
  }

  /** Tells whether it came after a deadline. */
  public boolean isAfter(OffsetDateTime deadline) {
    return dayOnly ? time.toLocalDate().isAfter(deadline.toLocalDate()) : time.isAfter(deadline);
  }

  /** Compares two: 0 where they are the same, and where a day alone leaves it open. */
  public int compare(Received other) {
    return mayBe(other) ? 0 : time.toInstant().compareTo(other.time.toInstant());
  }

  private boolean mayBe(Received other) {
    return dayOnly && lasts(other) || other.dayOnly && other.lasts(this);
  }

  /** Tells whether another time is on this day, in whatever zone that one is noted. */
  private boolean lasts(Received other) {
    Duration between = Duration.between(time, other.time);
    return !between.isNegative() && between.toDays() < 1;
  }

  /** Returns what a person reads: the day, and the time where it is known. */
  public String shown() {
    return dayOnly ? time.toLocalDate().toString() : SHOWN.format(time);
  }
}
