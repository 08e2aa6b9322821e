package dev.rollup.merge;

import static dev.rollup.support.SmallForm.suggested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.match.Provenance;
import dev.rollup.rollup.Counters;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.support.SmallForm;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What returns say of a relation that the words of the form only suggest. */
class AgreementTest {

  /** Holds, broken, or open: what a return leaves open counts for neither. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "SUM,   all=a+b,    all=5 a=3 b=2,      holds,  a sum that is right",
    "SUM,   all=a+b,    all=6 a=3 b=2,      broken, a sum that is wrong",
    "SUM,   all=a+b,    all=3 a=3,          holds,  a part that is blank adds nothing",
    "SUM,   all=a+b,    all=5 a=3 b=约2,    open,   a part that cannot be read may be anything",
    "SUM,   all=a+b,    all=约5 a=3 b=2,    open,   nor is a whole that cannot be read wrong",
    "SUM,   all=a+b,    a=3 b=2,            open,   a whole that is blank says nothing",
    "SUM,   all=a+b,    all=0 a=0 b=0,      open,   nothing but zeros bears nothing out",
    "SUM,   all=a+b,    all=0 a=0 b=1,      broken, a whole of zero with a part is wrong",
    "SUM,   all=a+b,    all=1 a=0 b=0,      broken, a whole without its parts is wrong",
    "SUM,   all=a-b,    all=3 a=5 b=2,      holds,  the last part may be taken away",
    "SUM,   all=a-b,    all=7 a=5 b=2,      broken, and is not added then",
    "SUM,   all=a+n,    all=5 a=3,          open,   a part that the return does not have",
    "PART,  all=a+b,    all=5 a=5 b=2,      holds,  each part is at most the whole",
    "PART,  all=a+b,    all=5 a=6 b=2,      broken, one part that is larger breaks it",
    "PART,  all=a+b,    all=5 a=3 b=约9,    holds,  of what can be read",
    "PART,  all=a+b,    all=5,              open,   without parts there is nothing to compare",
    "PART,  all=a+b,    all=0 a=0,          open,   zeros are parts of anything",
    "PART,  all=a+b,    all=0 a=1 b=0,      broken, a part of zero is zero",
    "PART,  all=a+b,    all=5 a=0,          holds,  no part may be all there is",
    "RATIO, rate=a+b,   rate=66.7 a=2 b=3,  holds,  a rate that is rounded",
    "RATIO, rate=a+b,   rate=66.6 a=2 b=3,  holds,  a rate that is cut off",
    "RATIO, rate=a+b,   rate=66 a=2 b=3,    holds,  with as few decimals as one likes",
    "RATIO, rate=a+b,   rate=68 a=2 b=3,    broken, but not off by one",
    "RATIO, rate=a+b,   rate=66.8 a=2 b=3,  broken, nor off by one in the last decimal",
    "RATIO, rate=a+b,   rate=51 a=1 b=2,    broken, a whole unit of the last digit is too much",
    "RATIO, rate=a+b,   rate=50 a=1 b=0,    open,   nothing is divided by zero",
    "RATIO, rate=a+b,   rate=50 a=1,        open,   nor by what is blank",
    "RATIO, rate=a+b,   rate=50 b=1,        open,   nor a blank by anything",
    "RATIO, rate=a+b,   rate=0 a=0 b=5,     open,   a rate of nothing bears nothing out",
    "RATIO, rate=a+b,   rate=0 a=5 b=5,     broken, a rate that is zero of something",
    "RATIO, rate=a+b,   rate=1 a=0 b=5,     broken, a rate that is something of nothing",
    "ROWS,  all=n,      all=5 n.1=2 n.2=3,  holds,  the rows of a list add up",
    "ROWS,  all=n,      all=5 n.1=2 n.2=2,  broken, or do not",
    "ROWS,  all=n,      n.1=2,              open,   without a whole",
    "ROWS,  all=n,      all=5 n.1=约2,      open,   with a row that cannot be read",
  })
  void one_return(Relation.Kind kind, String relation, String typed, String expected, String fact) {
    Relation suggestion = suggested(kind, relation);

    assertThat(Agreement.of(SmallForm.entries(typed), SmallForm.with(suggestion)))
        .isEqualTo(
            Map.of(
                suggestion,
                switch (expected) {
                  case "holds" -> new Agreement(1, 0);
                  case "broken" -> new Agreement(0, 1);
                  default -> new Agreement(0, 0);
                }));
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "3, 1, true,  false, mistakes are rarer than what they are in",
    "2, 1, false, false, as many as half are no mistakes",
    "1, 0, true,  false, one that holds is enough where none is broken",
    "0, 0, false, false, nobody says anything",
    "0, 1, false, false, one unit alone may be mistaken",
    "0, 2, false, true,  two are not where nobody else holds",
    "1, 2, false, false, they are where another holds",
    "1, 3, false, true,  most of them contradict it",
    "2, 4, false, false, twice as many are not enough",
  })
  void returns_together(int held, int broken, boolean bornOut, boolean refuted, String fact) {
    var agreement = new Agreement(held, broken);

    assertThat(agreement.bearsOut()).isEqualTo(bornOut);
    assertThat(agreement.refutes()).isEqualTo(refuted);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "0/0, 0/0, rows that say nothing have no voice",
    "5/2, 1/0, many rows have one voice",
    "2/2, 1/0, of which half is enough",
    "2/3, 0/1, and less is not",
    "0/1, 0/1, a single row has its own",
  })
  void rows_of_one_return_have_one_voice(String rows, String voice, String fact) {
    assertThat(agreement(rows).voice()).isEqualTo(agreement(voice));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "1/0, 0/1, 1/0, the earlier bears it out",
    "0/1, 1/0, 1/0, the later bears it out",
    "0/1, 0/0, 0/1, the later says nothing",
    "0/0, 0/1, 0/1, the earlier says nothing",
    "1/0, 0/0, 1/0, what bears out stays",
  })
  void of_two_returns_of_a_unit_the_better_counts(
      String one, String other, String expected, String fact) {
    assertThat(agreement(one).better(agreement(other))).isEqualTo(agreement(expected));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "a=30 b=25, 7/2, a roll-up says what its units said, not what its own sums come to",
    "a=31 b=25, 0/1, one that was changed speaks for itself alone",
  })
  void a_roll_up(String typed, String expected, String fact) {
    Relation relation = suggested(Relation.Kind.SUM, "all=a+b");
    Relation unknown = suggested(Relation.Kind.PART, "all=a");
    Template template = SmallForm.with(relation);
    var carried =
        new RollUpContents(
            Map.of("t.a", new RollUpContents.Total(BigDecimal.valueOf(30), Counters.NONE)),
            List.of(),
            Map.of(
                relation, new RollUpContents.Voices(Counters.NONE, 7, 2),
                unknown, new RollUpContents.Voices(Counters.NONE, 1, 1)),
            List.of());
    var submission = Sent.form("up", "all=60 " + typed).carrying(carried).submission();
    var provenance = Provenance.of(submission.carried(), submission.entries(), template);

    assertThat(Agreement.of(submission, provenance, template))
        .isEqualTo(Map.of(relation, agreement(expected)));
  }

  @ParameterizedTest
  @CsvSource("all=5 a=3 b=2")
  void what_is_certain_or_has_no_blank_file_is_not_asked(String typed) {
    assertThat(Agreement.of(SmallForm.entries(typed), SmallForm.with(SmallForm.sum("all=a+b"))))
        .isEmpty();
    assertThat(Agreement.of(SmallForm.entries(typed), SmallForm.drawn())).isEmpty();
  }

  private static Agreement agreement(String heldAndBroken) {
    String[] parts = heldAndBroken.split("/", -1);
    return new Agreement(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
