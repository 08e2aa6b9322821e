package dev.rollup.report;

import dev.rollup.merge.ListedRow;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.submission.Entry;
import dev.rollup.template.Clause;
import dev.rollup.template.Narrative;
import dev.rollup.template.Narrative.Featured;
import dev.rollup.template.Template;
import dev.rollup.text.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account of a merge in words: the totals in the wording of the template and nothing else. A
 * clause whose number is missing or zero is not said; neither is any word of praise.
 */
public final class NarrativeText {

  private static final String RATE = "%";

  /**
   * One part of the body.
   *
   * @param heading the heading with its number
   * @param text one paragraph
   */
  public record Part(String heading, String text) {}

  private final Narrative narrative;
  private final Narrative.Punctuation punctuation;
  private final Optional<Period> period;
  private final String district;
  private final Report report;
  private final List<ListedRow> rows;
  private final Set<String> said = new HashSet<>();
  private final List<Part> parts;

  /**
   * The account of one merge.
   *
   * @param narrative the wording
   * @param form the district's form, for its rows in the order of the units
   */
  public NarrativeText(
      Narrative narrative, Template template, String district, Report report, DistrictForm form) {
    this.narrative = narrative;
    this.punctuation = narrative.punctuation();
    this.period = template.period();
    this.district = district;
    this.report = report;
    this.rows =
        template.items().stream()
            .filter(item -> item.repeats())
            .flatMap(item -> form.rows(item).stream())
            .toList();
    this.parts = body();
  }

  /** Returns the title. */
  public String title() {
    return Clause.replaced(narrative.title(), this::ofBatch);
  }

  /** Returns the first paragraph. */
  public String opening() {
    return Clause.replaced(narrative.opening(), this::ofBatch);
  }

  /** Returns the room for the date. */
  public String date() {
    return Clause.replaced(narrative.date(), this::ofBatch);
  }

  /** Returns the parts that have something to say, numbered. */
  public List<Part> parts() {
    return parts;
  }

  /** Returns the fields whose totals are in the text. */
  public Set<String> said() {
    return Set.copyOf(said);
  }

  private List<Part> body() {
    var all = new ArrayList<Part>();
    for (var part : narrative.parts()) {
      var sentences = new ArrayList<String>();
      clauses(part).ifPresent(sentences::add);
      if (part.featured() != null) {
        sentences.addAll(featured(part.featured()));
      }
      if (!sentences.isEmpty()) {
        all.add(
            new Part(
                punctuation.numbered(all.size() + 1) + part.heading(),
                (part.lead() + String.join("", sentences)).strip()));
      }
    }
    return List.copyOf(all);
  }

  private Optional<String> clauses(Narrative.Part part) {
    var clauses = new ArrayList<String>();
    for (var choice : part.clauses()) {
      choice.wordings().stream()
          .flatMap(wording -> wording.filled(this::total).stream())
          .findFirst()
          .ifPresent(filled -> clauses.add(note(filled)));
    }
    return clauses.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(punctuation.and(), clauses) + punctuation.stop());
  }

  private String note(Clause.Filled filled) {
    said.addAll(filled.used());
    return filled.text();
  }

  /** Returns what all rows come to, and the largest of them one by one. */
  private List<String> featured(Featured featured) {
    List<ListedRow> listed =
        rows.stream().filter(row -> row.itemId().equals(featured.item().id())).toList();
    Optional<Clause.Filled> total =
        featured
            .total()
            .filled(
                name ->
                    name.equals("count")
                        ? Optional.of(String.valueOf(listed.size())).filter(n -> !listed.isEmpty())
                        : total(name));
    if (total.isEmpty()) {
      return List.of();
    }
    // Equal ones stay in the order of the units.
    List<String> told =
        listed.stream()
            .sorted(
                Comparator.comparing((ListedRow row) -> count(row, featured.by().id())).reversed())
            .flatMap(row -> featured.each().filled(name -> ofRow(row, name)).stream())
            .map(Clause.Filled::text)
            .limit(featured.most())
            .toList();
    var sentences = new ArrayList<String>();
    sentences.add(note(total.get()) + punctuation.stop());
    if (!told.isEmpty()) {
      String others = told.size() < listed.size() ? punctuation.and() + featured.more() : "";
      sentences.add(
          featured.intro() + String.join(punctuation.and(), told) + others + punctuation.stop());
    }
    return sentences;
  }

  private static BigDecimal count(ListedRow row, String fieldId) {
    Entry entry = DistrictForm.entry(row, fieldId);
    return entry == null || entry.number() == null ? BigDecimal.ONE.negate() : entry.number();
  }

  private static Optional<String> ofRow(ListedRow row, String name) {
    if (name.equals("unit")) {
      return Optional.of(row.source().name());
    }
    Entry entry = DistrictForm.entry(row, name);
    return entry == null || entry.number() != null && entry.number().signum() == 0
        ? Optional.empty()
        : Optional.ofNullable(entry.value());
  }

  /** Returns a total that is worth a clause. */
  private Optional<String> total(String fieldId) {
    return Optional.ofNullable(report.summary().totals().get(fieldId))
        .map(tally -> tally.total())
        .filter(total -> total.signum() != 0)
        .map(BigDecimal::toPlainString);
  }

  /** Returns the month that the counts are about, or the months. */
  private String months(Period days) {
    if (!punctuation.chinese()) {
      String first = YearMonth.from(days.from()).toString();
      String last = YearMonth.from(days.to()).toString();
      return first.equals(last) ? first : first + " to " + last;
    }
    String from = days.from().getYear() + "年" + days.from().getMonthValue() + "月";
    boolean sameYear = days.from().getYear() == days.to().getYear();
    String to = (sameYear ? "" : days.to().getYear() + "年") + days.to().getMonthValue() + "月";
    boolean one = sameYear && days.from().getMonthValue() == days.to().getMonthValue();
    return one ? from : from + "至" + to;
  }

  private Optional<String> ofBatch(String name) {
    Reporting reporting = report.reporting();
    Map<String, String> values = new HashMap<>();
    values.put("district", district);
    period.ifPresent(
        days -> {
          values.put("year", String.valueOf(days.to().getYear()));
          values.put("period", months(days));
        });
    values.put("actual", String.valueOf(reporting.actual()));
    values.put("onTime", String.valueOf(reporting.onTime()));
    reporting.expected().ifPresent(expected -> values.put("expected", String.valueOf(expected)));
    reporting.rate().ifPresent(rate -> values.put("rate", rate.toPlainString() + RATE));
    if (name.equals("coverage")) {
      return reporting.expected().map(e -> Clause.replaced(narrative.coverage(), this::ofBatch));
    }
    return Optional.ofNullable(values.get(name));
  }
}
