package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What thousands of returns of one form have in common, held in memory once: the places of its
 * blanks, and the short texts and numbers in them. Safe for several threads.
 */
public final class SharedParts {

  /** Longer texts are seldom written twice. */
  private static final int LONGEST = 12;

  /** So many of a kind are worth remembering: of forms that are all different nothing is gained. */
  private static final int MOST = 50_000;

  private final Map<Location, Location> places = new ConcurrentHashMap<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<BigDecimal, Value.Number> numbers = new ConcurrentHashMap<>();
  private final Map<Answer, Entry> answers = new ConcurrentHashMap<>();

  /** What tells two entries of one field apart. */
  private record Answer(
      Location at, int row, Value content, @Nullable String raw, List<FindingCode> notes) {}

  /** Returns an equal submission that shares what it has in common with those before it. */
  public Submission of(Submission submission) {
    var header = new EnumMap<>(submission.header());
    header.replaceAll((field, entry) -> new HeaderEntry(entry.cell(), shared(places, entry.at())));
    return new Submission(
        header,
        submission.date(),
        submission.entries().stream().map(this::of).toList(),
        submission.nilStated(),
        submission.rollUp(),
        submission.carried(),
        submission.corrects());
  }

  /** Few numbers are large: most answers are those that other units gave in the same blank. */
  private Entry of(Entry entry) {
    var answer =
        new Answer(
            shared(places, entry.at()),
            entry.row(),
            entry.content() instanceof Value.Number number ? of(number) : entry.content(),
            of(entry.raw()),
            entry.notes());
    Entry known = answers.get(answer);
    if (known != null && known.field().equals(entry.field())) {
      return known;
    }
    var lean =
        new Entry(
            entry.field(),
            answer.row(),
            answer.content(),
            answer.raw(),
            answer.at(),
            answer.notes());
    if (known == null && isShort(lean.raw()) && answers.size() < MOST) {
      answers.putIfAbsent(answer, lean);
    }
    return lean;
  }

  private Value.Number of(Value.Number number) {
    Value.Number known = numbers.get(number.number());
    if (known == null && numbers.size() < MOST) {
      known = numbers.putIfAbsent(number.number(), number);
    }
    return known == null ? number : known;
  }

  private @Nullable String of(@Nullable String text) {
    return text == null || !isShort(text) ? text : shared(texts, text);
  }

  private static boolean isShort(@Nullable String text) {
    return text == null || text.length() <= LONGEST;
  }

  private static <T> T shared(Map<T, T> all, T part) {
    T known = all.get(part);
    if (known == null && all.size() < MOST) {
      known = all.putIfAbsent(part, part);
    }
    return known == null ? part : known;
  }
}
