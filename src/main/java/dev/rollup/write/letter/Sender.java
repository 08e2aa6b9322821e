package dev.rollup.write.letter;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.template.Template;
import dev.rollup.text.Period;
import dev.rollup.write.xlsx.XmlSafeText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who writes to the units, and what is the same in every message of a run. A run without options
 * mentions no time of its own.
 */
public final class Sender {

  private static final int NOON = 12;
  private static final int LAST_MINUTE = 59;
  private static final int LAST_HOUR = 23;

  private final Template template;
  private final FormLabels labels;
  private final Messages messages;
  private final Optional<String> contact;
  private final Optional<String> phone;
  private final Optional<OffsetDateTime> deadline;
  private final Optional<OffsetDateTime> resubmitBy;
  private final Optional<OffsetDateTime> asOf;

  /**
   * A sender of one run.
   *
   * @param contact who answers questions
   * @param phone under which number
   * @param deadline until when a return is on time
   * @param resubmitBy until when a corrected one is asked for; empty for as soon as possible
   * @param asOf the time that the messages are about; empty where they name none
   */
  public Sender(
      Template template,
      Messages messages,
      Optional<String> contact,
      Optional<String> phone,
      Optional<OffsetDateTime> deadline,
      Optional<OffsetDateTime> resubmitBy,
      Optional<OffsetDateTime> asOf) {
    this.template = template;
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
    this.contact = contact;
    this.phone = phone;
    this.deadline = deadline;
    this.resubmitBy = resubmitBy;
    this.asOf = asOf;
  }

  /** Returns the words of one key, texts from outside on one line. */
  String text(String key, String... args) {
    String[] plain = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      plain[i] = XmlSafeText.onOneLine(args[i]);
    }
    return messages.text("letter." + key, plain);
  }

  /** Returns the form's title. */
  String form() {
    return labels.title();
  }

  /** Returns what the returns are about. */
  String activity() {
    return labels.activity();
  }

  /** Returns who collects the returns. */
  String office() {
    return labels.office();
  }

  /** Returns the words for who answers questions; empty where nobody is named. */
  String clerk() {
    if (contact.isEmpty() && phone.isEmpty()) {
      return "";
    }
    return contact.isEmpty()
        ? text("clerk.phone", office(), phone.get())
        : phone.isEmpty()
            ? text("clerk.name", office(), contact.get())
            : text("clerk", office(), contact.get(), phone.get());
  }

  /** Returns until when a corrected return is asked for, as an adverb. */
  String by() {
    return resubmitBy.map(time -> text("by", moment(time))).orElseGet(() -> text("soon"));
  }

  /** Returns the deadline in words. */
  String deadline() {
    return deadline.map(this::moment).orElseGet(() -> text("soon"));
  }

  /** Returns the time that the message is about with its comma; empty where it names none. */
  String asOf() {
    return asOf.map(time -> text("as-of", moment(time))).orElse("");
  }

  /** Returns the first day that is counted, as month and day. */
  String since() {
    return template.period().map(Period::from).map(this::since).orElseGet(() -> text("start"));
  }

  private String since(LocalDate day) {
    return text("since", String.valueOf(day.getMonthValue()), String.valueOf(day.getDayOfMonth()));
  }

  /** Tells whether units of a kind are asked and not told. */
  public boolean peers(@Nullable String group) {
    return group != null && template.peerGroups().contains(group);
  }

  private String moment(OffsetDateTime time) {
    var local = time.withOffsetSameInstant(template.zone()).toLocalDateTime();
    boolean endOfDay = local.getHour() == LAST_HOUR && local.getMinute() == LAST_MINUTE;
    String half = endOfDay ? "end" : local.getHour() < NOON ? "morning" : "afternoon";
    int hour = local.getHour() > NOON ? local.getHour() - NOON : local.getHour();
    String minute =
        local.getMinute() == 0
            ? ""
            : text("minute", String.format(Locale.ROOT, "%02d", local.getMinute()));
    return text(
        "moment",
        String.valueOf(local.getMonthValue()),
        String.valueOf(local.getDayOfMonth()),
        text("weekday." + local.getDayOfWeek().getValue()),
        text("hour." + half, String.valueOf(hour), minute),
        local.toLocalDate().toString(),
        local.toLocalTime().withSecond(0).withNano(0).toString());
  }
}
