package dev.rollup.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.rollup.RollUp;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import dev.rollup.support.FormGrid;
import dev.rollup.support.Mentions;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on a form with two counts, a third one, and a list, all of the test's own. */
class RuleCheckTest {

  private static final String ANY = "SKIP_IF_ANY_VALUE_MISSING";
  private static final String ALL = "SKIP_IF_ALL_VALUES_MISSING";
  private static final String NEVER = "NEVER_SKIP";

  @TempDir Path folder;

  /**
   * What a rule says of two answers: "ok" says nothing, "broken" is rule-violated, "open" is
   * rule-not-evaluable. A dash is a blank; 约5 is left out of every total.
   */
  @ParameterizedTest(name = "{2} {0} {3} under {1}: {4}")
  @CsvSource({
    // Every operator with both values there: the strategy does not matter.
    "equal_to, ANY, 5, 5, ok",
    "equal_to, ANY, 5, 6, broken",
    "not_equal_to, ANY, 5, 6, ok",
    "not_equal_to, ANY, 5, 5, broken",
    "greater_than, ANY, 6, 5, ok",
    "greater_than, ANY, 5, 5, broken",
    "greater_than_or_equal_to, ANY, 5, 5, ok",
    "greater_than_or_equal_to, ANY, 4, 5, broken",
    "less_than, ANY, 4, 5, ok",
    "less_than, ANY, 5, 5, broken",
    "less_than_or_equal_to, ANY, 5, 5, ok",
    "less_than_or_equal_to, ANY, 6, 5, broken",
    "positive_together, ANY, 0, 0, ok",
    "positive_together, ANY, 3, 50, ok",
    "positive_together, ANY, 0, 50, broken",
    "positive_together, ANY, 5, 0, broken",
    "compulsory_pair, ANY, 5, 5, ok",
    "compulsory_pair, ANY, 0, 0, ok",
    "exclusive_pair, ANY, 5, 5, broken",
    "exclusive_pair, ANY, 0, 0, broken",
    // One value missing: skipped under both that skip, 0 under the one that does not.
    "equal_to, ANY, -, 6, ok",
    "equal_to, ALL, -, 6, ok",
    "equal_to, NEVER, -, 6, broken",
    "equal_to, NEVER, -, 0, ok",
    "not_equal_to, ANY, -, 0, ok",
    "not_equal_to, ALL, -, 0, ok",
    "not_equal_to, NEVER, -, 0, broken",
    "greater_than, ANY, -, 1, ok",
    "greater_than, ALL, -, 1, ok",
    "greater_than, NEVER, -, 1, broken",
    "greater_than_or_equal_to, ANY, -, 1, ok",
    "greater_than_or_equal_to, ALL, -, 1, ok",
    "greater_than_or_equal_to, NEVER, -, 1, broken",
    "less_than, ANY, 1, -, ok",
    "less_than, ALL, 1, -, ok",
    "less_than, NEVER, 1, -, broken",
    "less_than_or_equal_to, ANY, 1, -, ok",
    "less_than_or_equal_to, ALL, 1, -, ok",
    "less_than_or_equal_to, NEVER, 1, -, broken",
    "positive_together, ANY, -, 50, ok",
    "positive_together, ALL, -, 50, ok",
    "positive_together, NEVER, -, 50, broken",
    // Both missing.
    "greater_than, ANY, -, -, ok",
    "greater_than, ALL, -, -, ok",
    "greater_than, NEVER, -, -, broken",
    // A pair asks for nothing else than what is missing.
    "compulsory_pair, ANY, 5, -, broken",
    "compulsory_pair, ALL, -, 5, broken",
    "compulsory_pair, NEVER, 0, -, broken",
    "compulsory_pair, NEVER, -, -, ok",
    "exclusive_pair, ANY, 5, -, ok",
    "exclusive_pair, ALL, -, 5, ok",
    "exclusive_pair, NEVER, -, -, ok",
    // Left out is neither missing nor 0.
    "greater_than, ANY, 约5, 5, open",
    "greater_than, ALL, 约5, 5, open",
    "greater_than, NEVER, 5, 约5, open",
    "greater_than, ANY, 约5, -, ok",
    "greater_than, NEVER, 约5, -, open",
    "positive_together, ANY, 约5, 0, open",
    "compulsory_pair, NEVER, 约5, 5, open",
    "compulsory_pair, NEVER, 约5, -, open",
    "exclusive_pair, NEVER, 约5, 5, open",
    "exclusive_pair, NEVER, 约5, -, ok",
  })
  void judges_two_answers(
      String operator, String missing, String left, String right, String expected)
      throws Exception {
    Template template =
        template(rule("r", "1.1.1", operator, "1.1.2", ", \"missing\": \"%s\"", missing(missing)));

    assertThat(word(check(template, filled(left, right)))).isEqualTo(expected);
  }

  /** A side of two fields, compared with 0: where the strategies differ. */
  @ParameterizedTest(name = "{0}: {1} + {2} = 0: {3}")
  @CsvSource({
    "ANY, 3, -, ok",
    "ALL, 3, -, broken",
    "NEVER, 3, -, broken",
    "ANY, -, -, ok",
    "ALL, -, -, ok",
    "NEVER, -, -, ok",
    "ANY, 约3, -, ok",
    "ALL, 约3, -, open",
    "NEVER, 0, 约3, open",
    "ANY, 0, 0, ok",
  })
  void a_side_of_several_fields_is_asked_as_a_whole(
      String missing, String first, String second, String expected) throws Exception {
    Template template =
        template(
            rule("r", "1.1.1 + 1.1.2", "equal_to", "0", ", \"missing\": \"%s\"", missing(missing)));

    assertThat(word(check(template, filled(first, second)))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: ({1} + {2}) with {3}: {4}")
  @CsvSource({
    "ANY, 3, -, 7, broken",
    "ALL, 3, -, 7, ok",
    "NEVER, 3, -, 7, ok",
    "ANY, 3, -, -, ok",
    "ALL, 3, -, -, broken",
    // Filled in whatever the other one is.
    "NEVER, 3, 约5, 7, ok",
    "ANY, 3, 约5, 7, open",
  })
  void the_strategy_says_when_a_side_of_a_pair_is_filled_in(
      String missing, String first, String second, String other, String expected) throws Exception {
    Template template =
        template(
            rule(
                "r",
                "1.1.1 + 1.1.2",
                "compulsory_pair",
                "1.2.1",
                ", \"missing\": \"%s\"",
                missing(missing)));

    Map<String, String> form = Map.of("f_1_1_1", first, "f_1_1_2", second, "f_1_2_1", other);
    assertThat(word(check(template, form))).isEqualTo(expected);
  }

  @Test
  void each_side_has_a_strategy_of_its_own() throws Exception {
    Template template =
        template(
            rule(
                "r",
                "1.1.1",
                "equal_to",
                "1.1.2",
                ", \"missing\": {\"left\": \"%s\", \"right\": \"NEVER_SKIP\"}",
                ANY));

    assertThat(word(check(template, Map.of("f_1_1_1", "5")))).isEqualTo("broken");
    assertThat(word(check(template, Map.of("f_1_1_2", "5")))).isEqualTo("ok");
  }

  @Test
  void coefficients_and_constants_are_exact() throws Exception {
    // 0.1 * 3 is 0.3, and 3 * 0.1 + 0.7 is 1: not so in binary fractions.
    Template template =
        template(rule("r", "0.1 * 1.1.1 + 0.7", "equal_to", "1.1.2 - 2 * 1.2.1", "", ""));

    assertThat(check(template, Map.of("f_1_1_1", "3", "f_1_1_2", "5", "f_1_2_1", "2"))).isEmpty();
    Finding finding =
        check(template, Map.of("f_1_1_1", "4", "f_1_1_2", "5", "f_1_2_1", "2")).get(0);
    assertThat(Mentions.of(finding)).isEqualTo("left=1.1 right=1");
  }

  @Test
  void the_finding_says_both_sides_and_where() throws Exception {
    Template template =
        template(rule("attend", "1.1.2", "greater_than_or_equal_to", "1.1.1", "", ""));

    List<Finding> findings = check(template, Map.of("f_1_1_1", "12", "f_1_1_2", "3"));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.code()).isEqualTo(FindingCode.RULE_VIOLATED);
    assertThat(finding.rule()).isEqualTo("attend");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.at().field()).isEqualTo("1.1.2");
    assertThat(finding.at().cell()).isNotNull();
    assertThat(finding.raw()).isEqualTo("3");
    var zh = new FindingText(new Messages(Language.ZH), template);
    var en = new FindingText(new Messages(Language.EN), template);
    assertThat(zh.message(finding)).isEqualTo("第1项人次：左3右12行空白");
    assertThat(en.message(finding)).isEqualTo("第1项人次: left 3 right 12 row blank");
    assertThat(zh.hint(finding)).isEqualTo("请核对。");
  }

  @Test
  void five_and_zero_is_reported_once() throws Exception {
    Template template =
        template(
            rule("pair", "1.1.1", "compulsory_pair", "1.1.2", "", ""),
            rule("positive", "1.1.1", "positive_together", "1.1.2", ", \"unless\": \"pair\"", ""),
            rule(
                "attend",
                "1.1.2",
                "greater_than_or_equal_to",
                "1.1.1",
                ", \"unless\": [\"pair\", \"positive\"]",
                ""));

    assertThat(rules(check(template, Map.of("f_1_1_1", "5", "f_1_1_2", "0"))))
        .containsExactly("positive");
    assertThat(rules(check(template, Map.of("f_1_1_1", "0", "f_1_1_2", "5"))))
        .containsExactly("positive");
    assertThat(rules(check(template, Map.of("f_1_1_1", "5", "f_1_1_2", "3"))))
        .containsExactly("attend");
    assertThat(rules(check(template, Map.of("f_1_1_1", "5")))).containsExactly("pair");
    assertThat(rules(check(template, Map.of("f_1_1_1", "5", "f_1_1_2", "约3"))))
        .containsExactly("pair");
  }

  @Test
  void a_rule_that_cannot_be_judged_hides_no_broken_one() throws Exception {
    Template template =
        template(
            rule("pair", "1.1.1", "compulsory_pair", "1.1.2", "", ""),
            rule("duty", "1.1.1", "greater_than", "0", ", \"unless\": \"pair\"", ""));

    assertThat(check(template, Map.of("f_1_1_1", "0", "f_1_1_2", "约3")))
        .extracting(finding -> finding.code() + " " + finding.rule())
        .containsExactly("RULE_NOT_EVALUABLE pair", "RULE_VIOLATED duty");
  }

  @Test
  void a_list_is_judged_row_by_row() throws Exception {
    Template template =
        template(
            rule(
                "name", "2.1.1", "compulsory_pair", "2.1.2", ", \"missing\": \"%s\"", "NEVER_SKIP"),
            rule("words", "2.1.1", "not_contains", "[\"咨询日\", \"演练\"]", "", ""));

    List<Finding> findings =
        check(
            template,
            Map.of(
                "f_1_1_1",
                "1",
                "f_2_1_1_1",
                "应急 演练",
                "f_2_1_2_1",
                "3",
                "f_2_1_1_2",
                "汇演",
                // Nothing but a zero is no row.
                "f_2_1_2_3",
                "0",
                "f_2_1_2_4",
                "6"));

    assertThat(findings)
        .extracting(finding -> finding.rule() + " " + Mentions.of(finding))
        .containsExactly(
            "name left=汇演 row=2", "name right=6 row=4", "words left=应急 演练 right=咨询日、演练 row=1");
  }

  @Test
  void what_keeps_a_rule_from_being_judged_is_said_once_for_a_list() throws Exception {
    Template template =
        template(
            rule(
                "dated",
                "2.1.2",
                "greater_than",
                "0",
                ", \"when\": {\"after\": \"2023-06-16\"}, \"missing\": \"%s\"",
                "NEVER_SKIP"));

    List<Finding> findings =
        check(
            template,
            Map.of("h_date", "某日", "f_2_1_2_1", "3", "f_2_1_2_2", "4", "f_2_1_1_3", "汇演"));

    assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.RULE_NOT_EVALUABLE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2023-6-20, ok",
    "2023-5-31, broken",
    "2023-6-28, ok",
    "2023-6-29, broken",
    "-, ok",
    "月底, open"
  })
  void days_are_compared(String date, String expected) throws Exception {
    Template template = template(rule("r", "h_date", "between", "2023-06-01..2023-06-28", "", ""));

    assertThat(word(check(template, Map.of("h_date", date, "f_1_1_1", "1")))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "town, 2023-6-20, 1, broken",
    "office, 2023-6-20, 1, ok",
    "'', 2023-6-20, 1, ok",
    "town, 2023-6-16, 1, ok",
    "town, -, 1, ok",
    "town, 月底, 1, open",
    "town, 2023-6-20, 0, ok",
    "town, 2023-6-20, -, ok",
    "town, 2023-6-20, 约3, open",
    // What is certainly not for this return is not left open.
    "office, 月底, 约3, ok",
    "town, 月底, 0, ok",
  })
  void a_rule_says_when_it_applies(String group, String date, String other, String expected)
      throws Exception {
    Template template =
        template(
            rule(
                "r",
                "1.1.1",
                "greater_than",
                "0",
                ", \"when\": {\"groups\": [\"town\"], \"after\": \"2023-06-16\","
                    + " \"where\": \"1.2.1 > 0\"}",
                ""));
    Unit unit = new Unit("U", "某单位", List.of(), group, null, null, List.of());

    List<Finding> findings =
        check(
            template,
            Map.of("h_date", date, "f_1_1_1", "0", "f_1_2_1", other, "f_1_1_2", "1"),
            Optional.of(unit),
            false);

    assertThat(word(findings)).isEqualTo(expected);
  }

  @Test
  void not_before_includes_the_day() throws Exception {
    Template template =
        template(
            rule("r", "1.1.1", "equal_to", "0", ", \"when\": {\"notBefore\": \"2023-06-16\"}", ""));

    assertThat(check(template, Map.of("h_date", "2023-6-16", "f_1_1_1", "1"))).hasSize(1);
    assertThat(check(template, Map.of("h_date", "2023-6-15", "f_1_1_1", "1"))).isEmpty();
  }

  @Test
  void rules_are_not_for_roll_ups_nor_for_returns_without_a_count() throws Exception {
    Template template =
        template(rule("r", "1.1.1", "equal_to", "7", ", \"missing\": \"%s\"", NEVER));

    Map<String, String> form = Map.of("f_1_1_1", "1");
    assertThat(check(template, form, Optional.empty(), false)).hasSize(1);
    assertThat(check(template, form, Optional.empty(), true)).isEmpty();
    assertThat(check(template, Map.of()))
        .extracting(Finding::code)
        .containsExactly(FindingCode.EMPTY_RETURN);
  }

  @Test
  void what_is_put_into_a_text_is_not_looked_at_again() throws Exception {
    Template template = template(rule("words", "2.1.1", "not_contains", "[\"right\"]", "", ""));

    Finding finding =
        check(template, Map.of("f_1_1_1", "1", "f_2_1_1_1", "{right}", "f_2_1_2_1", "1")).get(0);

    assertThat(new FindingText(new Messages(Language.ZH), template).message(finding))
        .isEqualTo("第2项名称：左{right}右right行1");
  }

  private static String missing(String word) {
    return switch (word) {
      case "ANY" -> ANY;
      case "ALL" -> ALL;
      default -> NEVER;
    };
  }

  /** A form with two answers and a third one, without which it might be empty. */
  private static Map<String, String> filled(String first, String second) {
    return Map.of("f_1_1_1", first, "f_1_1_2", second, "f_1_2_1", "1");
  }

  private static String word(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "ok";
    }
    assertThat(findings).hasSize(1);
    return findings.get(0).code() == FindingCode.RULE_VIOLATED ? "broken" : "open";
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }

  private static List<Finding> check(Template template, Map<String, String> typed) {
    return check(template, typed, Optional.empty(), false);
  }

  private static List<Finding> check(
      Template template, Map<String, String> typed, Optional<Unit> unit, boolean rollUp) {
    var cells = new HashMap<String, Cell>();
    typed.forEach((name, value) -> cells.put(name, cell(value)));
    Document form = FormGrid.of(template, cells);
    Map<String, String> properties = rollUp ? Map.of(RollUp.PROPERTY, "1") : Map.of();
    Submission submission =
        new FormMatcher(template)
            .match(new Document(form.grids(), properties))
            .get(0)
            .value()
            .orElseThrow();
    return Checks.run(submission, template, unit).stream()
        .filter(finding -> finding.code() != FindingCode.NIL_RETURN)
        .toList();
  }

  private static Cell cell(String typed) {
    if (typed.equals("-")) {
      return Cell.EMPTY;
    }
    return typed.matches("\\d+")
        ? new Cell.Number(new BigDecimal(typed), Cell.Number.GENERAL)
        : new Cell.Text(typed);
  }

  private static String rule(
      String id, String left, String operator, String right, String more, String missing) {
    return """
        {"id": "%s", "left": "%s", "operator": "%s", "right": %s, "severity": "error"%s,
         "message": {"zh": "{label}：左{left}右{right}行{row}",
                     "en": "{label}: left {left} right {right} row {row}"},
         "instruction": {"zh": "请核对。", "en": "Check it."}}
        """
        .formatted(
            id,
            left,
            operator,
            right.startsWith("[") ? right : '"' + right + '"',
            more.formatted(missing));
  }

  private Template template(String... rules) throws Exception {
    String json =
        """
        {"id": "own", "version": "1", "title": "某项活动统计表", "activity": "某项活动",
         "district": "某区", "period": {"from": "2023-06-01", "to": "2023-06-30"},
         "deadline": "2023-06-28T17:00:00+08:00",
         "header": {"unit": "填报单位", "contact": "联系人", "phone": "电话", "date": "填报日期"},
         "columns": {"section": "项目", "content": "情况"},
         "measures": {"场": {"max": 1000}, "人次": {"max": 100000}, "个": {"max": 1000}},
         "sections": [
           {"id": "1", "text": "宣传", "items": [
             {"id": "1.1", "text": "开展活动(  )场，参与(  )人次；", "fields": [
               {"id": "1.1.1", "type": "count", "measure": "场", "label": "场次"},
               {"id": "1.1.2", "type": "count", "measure": "人次", "label": "人次"}]},
             {"id": "1.2", "text": "发布视频(  )个。", "fields": [
               {"id": "1.2.1", "type": "count", "measure": "个", "label": "视频"}]}]},
           {"id": "2", "text": "其他", "items": [
             {"id": "2.1", "text": "名称(  )，组织(  )场。", "repeats": true, "fields": [
               {"id": "2.1.1", "type": "text", "label": "名称"},
               {"id": "2.1.2", "type": "count", "measure": "场", "label": "场次"}]}]}],
         "rules": [%s]}
        """
            .formatted(String.join(",", rules));
    Path file = Files.writeString(folder.resolve("template.json"), json);
    return TemplateReader.read(file.toString());
  }
}
