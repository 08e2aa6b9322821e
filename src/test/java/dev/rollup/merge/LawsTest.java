package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.check.Checks;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Cell;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.support.FormGrid;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every batch, tried on batches made by a seed, which stands in each name. */
@Tag("slow")
class LawsTest {

  private static final int UNITS = 12;

  private static Template template;
  private static FormMatcher matcher;

  @BeforeAll
  static void read() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    matcher = new FormMatcher(template);
  }

  static LongStream seeds() {
    return LongStream.range(20230601, 20230641);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_files_does_not_matter(long seed) {
    var random = new Random(seed);
    List<Return> batch = batch(random);
    Report inOrder = settle(batch);

    var shuffled = new ArrayList<>(batch);
    Collections.shuffle(shuffled, random);

    assertThat(settle(shuffled)).isEqualTo(inOrder);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void merging_halves_is_merging_the_whole(long seed) {
    var random = new Random(seed);
    List<Summary> all =
        settle(batch(random)).files().stream()
            .filter(file -> file.status().counts())
            .map(FileResult::source)
            .map(r -> Summary.of(r.submission().get(), r.unit().get(), r.path(), template))
            .toList();
    int middle = random.nextInt(all.size() + 1);

    Summary left = Summary.sum(template, all.subList(0, middle).stream());
    Summary right = Summary.sum(template, all.subList(middle, all.size()).stream());

    Summary whole = Summary.sum(template, all.stream());
    assertThat(Summary.sum(template, Stream.of(left, right))).isEqualTo(whole);
    assertThat(Summary.sum(template, Stream.of(right, left))).isEqualTo(whole);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void totals_are_the_sums_of_accepted_entries(long seed) {
    Report report = settle(batch(new Random(seed)));

    for (var field : template.fields().values()) {
      if (!field.counts()) {
        continue;
      }
      Tally tally = report.summary().totals().get(field.id());
      var entries =
          report.files().stream()
              .filter(file -> file.status().counts())
              .flatMap(file -> file.source().submission().get().entries().stream())
              .filter(entry -> entry.field().equals(field))
              .toList();
      BigDecimal sum =
          entries.stream()
              .filter(entry -> entry.state() == State.READ)
              .map(entry -> entry.number())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(tally.sum()).as(field.id()).isEqualTo(sum);
      assertThat(tally.counted() + tally.blank() + tally.excluded()).isEqualTo(entries.size());
      if (!template.items().stream().anyMatch(i -> i.repeats() && i.fields().contains(field))) {
        assertThat(entries).hasSize(report.reporting().actual());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_file_has_a_status_and_every_unit_a_state(long seed) {
    List<Return> batch = batch(new Random(seed));
    Report report = settle(batch);
    Reporting reporting = report.reporting();

    assertThat(report.files()).hasSameSizeAs(batch);
    assertThat(report.files()).allSatisfy(file -> assertThat(file.status()).isNotNull());
    assertThat(reporting.actual() + reporting.returned() + reporting.missing())
        .isEqualTo(UNITS)
        .isEqualTo(reporting.expected().get());
    assertThat(reporting.onTime() + reporting.late() + reporting.unknown())
        .isEqualTo(reporting.actual());
    assertThat(report.units())
        .allSatisfy(
            unit -> assertThat(unit.accepted().isPresent()).isEqualTo(unit.state().actual()));
    for (var unit : report.units()) {
      assertThat(unit.files().stream().filter(file -> file.status().counts()).count())
          .isLessThanOrEqualTo(1);
    }
  }

  private static Report settle(List<Return> batch) {
    return Reconciliation.settle(
        batch,
        template,
        Optional.of(roster()),
        new Policy(template.deadline(), false, false, false));
  }

  private static Roster roster() {
    return new Roster(
        IntStream.range(0, UNITS).mapToObj(i -> Unit.named("U" + i, "单位" + i)).toList());
  }

  /** Returns what a few units send: nothing, one return or several, good and bad. */
  private static List<Return> batch(Random random) {
    var batch = new ArrayList<Return>();
    for (var unit : roster().units()) {
      int returns = random.nextInt(4);
      for (int i = 0; i < returns; i++) {
        batch.add(form(unit, unit.id() + "/" + i + ".xlsx", random));
      }
      if (random.nextInt(5) == 0) {
        batch.add(other(unit, unit.id() + "/盖章件.pdf", Return.Kind.COMPANION));
      }
      if (random.nextInt(8) == 0) {
        batch.add(other(unit, unit.id() + "/坏.xlsx", Return.Kind.UNUSABLE));
      }
    }
    return batch;
  }

  private static Return form(Unit unit, String path, Random random) {
    Map<String, Cell> values = new HashMap<>();
    values.put("h_unit", new Cell.Text(unit.name()));
    if (random.nextInt(4) > 0) {
      values.put("h_date", new Cell.Text("2023-6-" + (20 + random.nextInt(11))));
    }
    for (var name : Layout.of(template).inputs().keySet()) {
      if (name.startsWith("f_") && (!name.startsWith("f_7") || random.nextInt(12) == 0)) {
        values.put(name, cell(random));
      }
    }
    Outcome<Submission> outcome = matcher.match(FormGrid.of(template, values)).get(0);
    Submission submission = outcome.value().orElseThrow();
    var findings =
        Stream.concat(
                outcome.findings().stream(),
                Checks.run(submission, template, Optional.of(unit)).stream())
            .map(finding -> finding.inFile(path))
            .toList();
    String hash = random.nextInt(6) == 0 ? "same" + unit.id() : path;
    return new Return(
        path,
        hash,
        "xlsx",
        Return.Kind.FORM,
        Optional.of(unit),
        Optional.of(submission),
        Optional.empty(),
        findings);
  }

  private static Cell cell(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> Cell.EMPTY;
      case 1 -> new Cell.Text(random.nextInt(20) == 0 ? "约" + random.nextInt(100) : "/");
      case 2 -> new Cell.Text("十二");
      default -> new Cell.Number(BigDecimal.valueOf(random.nextInt(500)), Cell.Number.GENERAL);
    };
  }

  private static Return other(Unit unit, String path, Return.Kind kind) {
    return new Return(
        path, path, null, kind, Optional.of(unit), Optional.empty(), Optional.empty(), List.of());
  }
}
