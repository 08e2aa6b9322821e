package dev.rollup.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.rollup.RollUp;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import dev.rollup.support.FormGrid;
import dev.rollup.support.Mentions;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class BatchChecksTest {

  private static final Path BUILT_IN =
      Path.of("src/main/resources/dev/rollup/templates", TemplateReader.DEFAULT_ID + ".json");

  private static Template template;

  @BeforeAll
  static void readTemplate() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
  }

  @Test
  void an_odd_number_of_peers() {
    // 10 12 13 14 15 16 17 18 40: the median is 15. Deviations 5 3 2 1 0 1 2 3 25, sorted
    // 0 1 1 2 2 3 3 5 25: MAD 2. 40: 0.6745 * 25 / 2 = 8.43 > 3.5. 10: 0.6745 * 5 / 2 = 1.69.
    List<Finding> findings = counts("town", 10, 12, 13, 14, 15, 16, 17, 18, 40);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo(FindingCode.OUTLIER);
    assertThat(Mentions.of(findings.get(0))).isEqualTo("value=40 median=15 peers=town");
    assertThat(findings.get(0).at().file()).isEqualTo("town8.xlsx");
    assertThat(findings.get(0).at().field()).isEqualTo("1.2.1");
  }

  @Test
  void an_even_number_of_peers() {
    // 1 2 3 4 5 6 7 30: the median is 4.5. Deviations 3.5 2.5 1.5 0.5 0.5 1.5 2.5 25.5, sorted
    // 0.5 0.5 1.5 1.5 2.5 2.5 3.5 25.5: MAD (1.5 + 2.5) / 2 = 2. 30: 0.6745 * 25.5 / 2 = 8.60.
    assertThat(counts("town", 1, 2, 3, 4, 5, 6, 7, 30))
        .extracting(Mentions::of)
        .containsExactly("value=30 median=4.5 peers=town");
  }

  @Test
  void the_threshold_itself_is_no_outlier() {
    var score = new ModifiedZScore(BigDecimal.ZERO, new BigDecimal("0.6745"));
    // 0.6745 * 3 / 0.6745 is 3 exactly.
    assertThat(score.exceeds(BigDecimal.valueOf(3), new BigDecimal("3"))).isFalse();
    assertThat(score.exceeds(BigDecimal.valueOf(-3), new BigDecimal("2.9999"))).isTrue();
  }

  @Test
  void seven_peers_are_too_few() {
    assertThat(counts("town", 1, 2, 3, 4, 5, 6, 90)).isEmpty();
  }

  @Test
  void where_half_of_the_values_are_the_same_there_is_no_score() {
    assertThat(counts("town", 5, 5, 5, 5, 5, 6, 7, 90)).isEmpty();
  }

  @Test
  void groups_are_apart_and_a_unit_without_one_has_no_peers() {
    var returns = new ArrayList<AcceptedReturn>();
    for (int i = 0; i < 5; i++) {
      returns.add(of("town", "a" + i, Map.of("f_1_2_1", i + 1)));
      returns.add(of("office", "b" + i, Map.of("f_1_2_1", i == 4 ? 90 : i + 1)));
    }
    assertThat(run(returns, template)).isEmpty();
    assertThat(counts(null, 1, 2, 3, 4, 5, 6, 7, 90)).isEmpty();
  }

  @Test
  void roll_ups_are_nobodys_peers() {
    var returns = new ArrayList<AcceptedReturn>();
    for (int i = 0; i < 8; i++) {
      returns.add(of("town", "t" + i, Map.of("f_1_2_1", i == 7 ? 90 : i + 1), i == 7));
    }
    assertThat(run(returns, template)).isEmpty();
  }

  @Test
  void the_same_large_value_at_two_units_is_said_of_both() {
    List<Finding> findings =
        run(
            List.of(
                of(null, "甲", Map.of("f_6_2_2", 1200, "f_6_1_2", 99)),
                of(null, "乙", Map.of("f_6_2_2", 1200, "f_6_1_2", 99)),
                of(null, "丙", Map.of("f_6_1_2", 1200))),
            template);

    assertThat(findings)
        .extracting(
            finding -> finding.code() + " " + finding.at().file() + " " + Mentions.of(finding))
        .containsExactly(
            "SAME_AS_OTHER_UNIT 乙.xlsx value=1200 unit=甲",
            "SAME_AS_OTHER_UNIT 甲.xlsx value=1200 unit=乙");
  }

  @Test
  void rows_of_a_list_are_compared_too() {
    assertThat(
            run(
                List.of(
                    of(null, "甲", Map.of("f_7_1_2_1", 1, "f_7_1_3_1", 50, "f_7_1_3_2", 500)),
                    of(null, "乙", Map.of("f_7_1_2_1", 1, "f_7_1_3_1", 500))),
                template))
        .extracting(finding -> finding.code() + " " + finding.at().field())
        .containsExactly("SAME_AS_OTHER_UNIT 7.1.3", "SAME_AS_OTHER_UNIT 7.1.3");
  }

  @Test
  void a_copied_form_is_said_once() {
    Map<String, Integer> form =
        Map.of("f_1_1_1", 3, "f_1_1_2", 80, "f_6_1_1", 2, "f_6_1_2", 300, "f_1_2_1", 1);
    Map<String, Integer> other = new HashMap<>(form);
    other.put("f_1_2_1", 2);

    assertThat(run(List.of(of(null, "甲", form), of(null, "乙", form)), template))
        .extracting(finding -> finding.rule() + " " + Mentions.of(finding))
        .containsExactly("batch-copy unit=甲", "batch-copy unit=乙");
    assertThat(run(List.of(of(null, "甲", form), of(null, "乙", other)), template))
        .extracting(Finding::code)
        .containsOnly(FindingCode.SAME_AS_OTHER_UNIT);
  }

  @Test
  void four_counts_may_be_the_same_by_chance() {
    Map<String, Integer> form = Map.of("f_1_1_1", 3, "f_1_1_2", 80, "f_6_1_1", 2, "f_6_1_2", 30);

    assertThat(run(List.of(of(null, "甲", form), of(null, "乙", form)), template)).isEmpty();
  }

  @Test
  void the_order_of_the_returns_does_not_matter() {
    long seed = 7;
    var random = new Random(seed);
    var returns = new ArrayList<AcceptedReturn>();
    for (int i = 0; i < 40; i++) {
      returns.add(
          of(
              "group" + i % 3,
              "u" + i,
              Map.of("f_1_2_1", random.nextInt(10) * random.nextInt(30), "f_6_2_2", 100 + i % 7)));
    }
    List<Finding> inOrder = run(returns, template);
    assertThat(inOrder).extracting(Finding::code).contains(FindingCode.OUTLIER);

    Collections.shuffle(returns, random);

    assertThat(run(returns, template)).as("seed " + seed).isEqualTo(inOrder);
  }

  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource({
    // Ten times as large is the bound, and the larger one is 100 at least.
    "1000, 100, PERIOD_JUMP",
    "999, 100,",
    "100, 1000, PERIOD_JUMP",
    "100, 10, PERIOD_JUMP",
    "99, 9,",
    // Nothing is no number to compare with.
    "1000, 0,",
    "0, 1000,",
  })
  void a_digit_too_many_or_too_few(int now, int then, FindingCode code) {
    AcceptedReturn one = of(null, "甲", Map.of("f_1_2_1", now));
    var year =
        new EarlierPeriod("上年", Map.of(), null, Map.of("乙", Map.of("1.2.1", BigDecimal.TEN)));
    EarlierPeriod month = period("上期", "1.2.1", then);

    assertThat(BatchChecks.run(List.of(one), template, List.of(year, month)))
        .extracting(finding -> finding.code() + " " + Mentions.of(finding))
        .isEqualTo(
            code == null ? List.of() : List.of(code + " value=" + now + " period=上期 then=" + then));
  }

  @Test
  void rows_of_a_list_and_roll_ups_are_compared_with_no_other_period() {
    EarlierPeriod month = period("上期", "7.1.3", 5);

    assertThat(
            BatchChecks.run(
                List.of(of(null, "甲", Map.of("f_7_1_3_1", 500))), template, List.of(month)))
        .isEmpty();
    assertThat(
            BatchChecks.run(
                List.of(of(null, "甲", Map.of("f_1_2_1", 5000), true)),
                template,
                List.of(period("上期", "1.2.1", 5))))
        .isEmpty();
  }

  @Test
  void of_two_that_have_a_units_names_either_may_be_the_one() {
    Unit unit = new Unit("甲", "甲", List.of("旧甲", "老甲"), null, null, null, List.of());
    Map<String, BigDecimal> ten = Map.of("1.2.1", BigDecimal.TEN);
    Map<String, BigDecimal> one = Map.of("1.2.1", BigDecimal.ONE);

    assertThat(new EarlierPeriod("", Map.of(), null, Map.of("旧甲", ten)).of(unit)).isEqualTo(ten);
    assertThat(new EarlierPeriod("", Map.of(), null, Map.of("旧甲", ten, "老甲", one)).of(unit))
        .isEmpty();
    assertThat(new EarlierPeriod("", Map.of(), null, Map.of("旧甲", ten, "甲", one)).of(unit))
        .isEqualTo(one);
  }

  @Test
  void what_is_counted_on_never_becomes_less() throws Exception {
    String json = Files.readString(BUILT_IN);
    Template counting =
        TemplateReader.read(
            json.replaceFirst(
                    "\\{",
                    "{\"acrossPeriods\": {\"notLess\":"
                        + " {\"period\": \"上期\", \"fields\": [\"1.2.1\"]}},")
                .getBytes(StandardCharsets.UTF_8),
            "counting.json");
    AcceptedReturn one = of(null, "甲", Map.of("f_1_2_1", 11, "f_1_1_1", 11));
    var before = Map.of("甲", Map.of("1.2.1", new BigDecimal(12), "1.1.1", new BigDecimal(12)));

    assertThat(
            BatchChecks.run(
                List.of(one),
                counting,
                List.of(
                    new EarlierPeriod("上年", Map.of(), null, before),
                    new EarlierPeriod("上期", Map.of(), null, before))))
        .extracting(finding -> finding.code() + " " + finding.at().field())
        .containsExactly("PERIOD_LESS 1.2.1");
  }

  private static EarlierPeriod period(String label, String field, int then) {
    return new EarlierPeriod(
        label, Map.of(), null, Map.of("甲", Map.of(field, BigDecimal.valueOf(then))));
  }

  private static List<Finding> run(List<AcceptedReturn> returns, Template template) {
    return BatchChecks.run(returns, template, List.of());
  }

  private static List<Finding> counts(String group, int... counts) {
    var returns = new ArrayList<AcceptedReturn>();
    for (int count : counts) {
      returns.add(of(group, group + returns.size(), Map.of("f_1_2_1", count)));
    }
    return run(returns, template);
  }

  private static AcceptedReturn of(String group, String name, Map<String, Integer> counts) {
    return of(group, name, counts, false);
  }

  private static AcceptedReturn of(
      String group, String name, Map<String, Integer> counts, boolean rollUp) {
    var cells = new HashMap<String, Cell>();
    counts.forEach(
        (field, count) ->
            cells.put(field, new Cell.Number(BigDecimal.valueOf(count), Cell.Number.GENERAL)));
    Document form = FormGrid.of(template, cells);
    Submission submission =
        new FormMatcher(template)
            .match(new Document(form.grids(), rollUp ? Map.of(RollUp.PROPERTY, "1") : Map.of()))
            .get(0)
            .value()
            .orElseThrow();
    Unit unit = new Unit(name, name, List.of(), group, null, null, List.of());
    return new AcceptedReturn(unit, name + ".xlsx", submission);
  }
}
