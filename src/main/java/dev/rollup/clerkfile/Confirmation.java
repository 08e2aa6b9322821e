package dev.rollup.clerkfile;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.submission.Entry;
import dev.rollup.template.FieldReference;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a unit answered when it was asked whether something is right.
 *
 * @param at where it is noted
 * @param unit the unit's id, name or alias
 * @param subjects the field, rule or code that the answer is about; all of them, where several
 * @param value what stood there when it was confirmed; empty where nothing did
 * @param by who noted it
 * @param why what the unit said
 * @param date when it was noted, as written; empty where it was not
 */
public record Confirmation(
    SideLine at,
    String unit,
    List<String> subjects,
    String value,
    String by,
    String why,
    String date) {

  /** What may stand between two numbers that were confirmed together: 3/12, 3、12. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s,，;；、/|<>=≤≥]+");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Refuses nulls. */
  public Confirmation {
    Objects.requireNonNull(at);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(value);
    Objects.requireNonNull(by);
    Objects.requireNonNull(why);
    Objects.requireNonNull(date);
    subjects = List.copyOf(subjects);
  }

  /** Returns what a confirmation of a finding has to be about: its rule or its code, its blank. */
  public static List<String> subjectsOf(Finding finding) {
    String what = finding.rule() == null ? finding.code().id() : finding.rule();
    return Stream.of(what, finding.at().field()).filter(Objects::nonNull).toList();
  }

  /** Returns what stands there, or of what is about no cell what the finding compares. */
  public static String valueOf(Finding finding) {
    return finding.raw() != null
        ? finding.raw()
        : finding.severity() == Severity.WARNING
            ? finding.code().arguments().stream()
                .flatMap(name -> finding.mentioned(name).stream())
                .flatMap(argument -> argument.plain().stream())
                .findFirst()
                .orElse("")
            : "";
  }

  /**
   * Tells whether a finding is about what was confirmed.
   *
   * @param entry the entry that it was found in, if any
   */
  public boolean isAbout(Finding finding, Optional<Entry> entry, Template template) {
    return subjects.stream().allMatch(subject -> isAbout(subject, finding, entry, template));
  }

  private static boolean isAbout(
      String subject, Finding finding, Optional<Entry> entry, Template template) {
    if (isCalled(finding, subject)) {
      return true;
    }
    String found = finding.at().field();
    if (found == null) {
      return false;
    }
    Optional<FieldReference> field = FieldReference.of(subject, template);
    return field.isPresent()
        ? field.get().field().id().equals(found)
            && (field.get().row() == 0
                || entry.filter(e -> e.row() == field.get().row()).isPresent())
        : Folding.label(template.label(found)).equals(Folding.label(subject));
  }

  /** Tells whether a finding is called so by its rule or its code, and not by its field. */
  private static boolean isCalled(Finding finding, String subject) {
    String plain = plain(subject);
    return plain.equalsIgnoreCase(finding.rule()) || finding.code().id().equalsIgnoreCase(plain);
  }

  /**
   * Tells whether what was confirmed still stands there: as it was typed, as it was read, or, where
   * a finding compares numbers, as those numbers.
   */
  public boolean holds(Finding finding, Optional<Entry> entry) {
    List<String> content =
        Stream.of(finding.raw(), entry.map(Entry::value).orElse(null))
            .filter(Objects::nonNull)
            .map(Confirmation::plain)
            .toList();
    String confirmed = plain(value);
    if (content.contains(confirmed)) {
      return true;
    }
    List<String> compared =
        finding
            .mentioned()
            .flatMap(argument -> argument.plain().stream())
            .map(Confirmation::plain)
            .toList();
    if (confirmed.isEmpty()) {
      // Where there is a number, it has to be named: an answer is about that one only.
      return finding.raw() == null
          && finding.at().field() == null
          && compared.stream().noneMatch(arg -> NUMBER.matcher(arg).matches());
    }
    List<String> parts =
        Arrays.stream(BETWEEN.split(confirmed)).filter(part -> !part.isEmpty()).toList();
    boolean namesNumbers =
        parts.size() > 1
            || finding.raw() == null
            || subjects.stream().anyMatch(subject -> isCalled(finding, subject));
    return namesNumbers
        && !parts.isEmpty()
        && parts.stream().allMatch(part -> content.contains(part) || compared.contains(part));
  }

  /** Returns who confirmed, and when if that is noted. */
  public String source() {
    return date.isEmpty() ? by : by + " " + date;
  }

  private static String plain(String text) {
    return Folding.nfkc(text).strip();
  }
}
