package dev.rollup.messages;

import dev.rollup.report.TitleBlock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts into words whose numbers these are, of when, and how far. */
public final class TitleWords {

  private final Messages messages;
  private final TitleBlock block;
  private final FormLabels labels;

  /** The words for one block in one language. */
  public TitleWords(Messages messages, FormLabels labels, TitleBlock block) {
    this.labels = labels;
    this.messages = messages;
    this.block = block;
  }

  /** Returns all that is known, a part each, whose numbers these are first. */
  public List<String> parts() {
    var parts = new ArrayList<String>();
    if (!block.district().isBlank()) {
      parts.add(messages.text("title.district", district()));
    }
    period().ifPresent(text -> parts.add(messages.text("title.period", text)));
    asOf().ifPresent(text -> parts.add(messages.text("title.as-of", text)));
    deadline().ifPresent(text -> parts.add(messages.text("title.deadline", text)));
    return parts;
  }

  /** Returns whose numbers these are; empty where nobody says. */
  public String district() {
    return labels.district(block.district());
  }

  /** Returns all that is known on one line. */
  public String line() {
    return String.join(messages.text("title.separator"), parts());
  }

  /** Returns the first and the last day that the numbers are about. */
  public Optional<String> period() {
    return block
        .period()
        .map(days -> messages.text("title.period-is", day(days.from()), day(days.to())));
  }

  /** Returns the moment that the numbers are told of. */
  public Optional<String> asOf() {
    return block.asOf().map(this::moment);
  }

  /** Returns until when a return was on time. */
  public Optional<String> deadline() {
    return block.deadline().map(this::moment);
  }

  private String moment(OffsetDateTime time) {
    LocalDateTime local = time.atZoneSameInstant(block.zone()).toLocalDateTime();
    String minute = String.format(Locale.ROOT, "%02d", local.getMinute());
    return messages.text(
        "title.moment", day(local.toLocalDate()), String.valueOf(local.getHour()), minute);
  }

  private String day(LocalDate day) {
    return messages.text(
        "notes.day",
        String.valueOf(day.getYear()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getDayOfMonth()),
        day.toString());
  }
}
