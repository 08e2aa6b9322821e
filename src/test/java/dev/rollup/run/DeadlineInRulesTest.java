package dev.rollup.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.template.Operand;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DeadlineInRulesTest {

  @Test
  void another_deadline_reaches_the_rules_that_speak_of_it() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    Template later = template.withDeadline(OffsetDateTime.parse("2023-07-02T12:00:00+08:00"));

    assertThat(last(template)).isEqualTo(LocalDate.parse("2023-06-28"));
    assertThat(last(later)).isEqualTo(LocalDate.parse("2023-07-02"));
    assertThat(later.deadline()).contains(OffsetDateTime.parse("2023-07-02T12:00:00+08:00"));
  }

  @Test
  void days_that_are_counted_from_the_period_stay() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    Rule rule = rule(template, "date-consult");
    assertThat(rule.right()).isEqualTo(new Operand.Day(LocalDate.parse("2023-06-16")));
  }

  private static LocalDate last(Template template) {
    var range = (Operand.Range) rule(template, "date-period").right();
    return ((Operand.Day) range.high()).day();
  }

  private static Rule rule(Template template, String id) {
    return template.rules().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
