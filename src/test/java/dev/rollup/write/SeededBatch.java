package dev.rollup.write;

import dev.rollup.check.Checks;
import dev.rollup.clerkfile.Correction;
import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.merge.Policy;
import dev.rollup.merge.Reconciliation;
import dev.rollup.merge.Report;
import dev.rollup.merge.Return;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.rollup.RollUp;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import dev.rollup.support.FormGrid;
import dev.rollup.template.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Returns made by a seed: lists with rows left out, blanks, words, corrections, roll-ups, late and
 * rejected ones, of units in groups and in none, with a roster and without.
 */
final class SeededBatch {

  private static final int UNITS = 9;
  private static final FormMatcher MATCHER = new FormMatcher(Forms.TEMPLATE);
  private static final String[] GROUPS = {"乡镇", "部门", null};

  private final Random random;
  private final List<Unit> units = new ArrayList<>();

  private SeededBatch(long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < UNITS; i++) {
      units.add(
          new Unit(
              "U" + i,
              "单位" + (char) ('甲' + i),
              List.of(),
              GROUPS[random.nextInt(GROUPS.length)],
              null,
              null,
              List.of()));
    }
  }

  /** Returns what the batch of a seed comes to. */
  static Report report(long seed) {
    return new SeededBatch(seed).settled();
  }

  private Report settled() {
    var returns = new ArrayList<Return>();
    for (var unit : units) {
      int sent = random.nextInt(6);
      for (int i = 0; i < Math.max(1, sent - 3) && sent > 0; i++) {
        returns.add(form(unit, unit.id() + "/" + i + ".xlsx"));
      }
    }
    boolean roster = random.nextInt(4) > 0;
    return Reconciliation.settle(
        returns,
        Forms.TEMPLATE,
        roster ? Optional.of(new Roster(units)) : Optional.empty(),
        new Policy(Forms.TEMPLATE.deadline(), random.nextBoolean(), false, false));
  }

  private Return form(Unit unit, String path) {
    Map<String, Cell> values = new HashMap<>();
    values.put("h_unit", new Cell.Text(unit.name()));
    values.put("h_date", new Cell.Text("2023-6-" + (20 + random.nextInt(11))));
    for (var name : Layout.of(Forms.TEMPLATE).inputs().keySet()) {
      if (name.startsWith("f_7")) {
        if (random.nextInt(3) == 0) {
          values.put(name, name.startsWith("f_7_1_1") ? new Cell.Text("活动" + name) : cell());
        }
      } else if (name.startsWith("f_")) {
        values.put(name, cell());
      }
    }
    boolean rollUp = random.nextInt(6) == 0;
    Document document = FormGrid.of(Forms.TEMPLATE, values);
    if (rollUp) {
      document = new Document(document.grids(), Map.of(RollUp.PROPERTY, "1"));
    }
    Outcome<Submission> read = MATCHER.match(document).get(0);
    Outcome<Submission> corrected =
        corrections(unit, read.value().orElseThrow())
            .apply(unit, read.value().orElseThrow(), read.findings());
    Submission submission = corrected.value().orElseThrow();
    var findings = new ArrayList<Finding>(corrected.findings());
    findings.addAll(Checks.run(submission, Forms.TEMPLATE, Optional.of(unit)));
    return new Return(
        path,
        path,
        "xlsx",
        Return.Kind.FORM,
        Optional.of(unit),
        Optional.of(submission),
        Optional.empty(),
        findings.stream().map(finding -> finding.inFile(path)).toList());
  }

  /** Corrects about every tenth count that a return holds. */
  private Corrections corrections(Unit unit, Submission submission) {
    var all = new ArrayList<Correction>();
    for (var entry : submission.entries()) {
      if (entry.field().counts() && entry.raw() != null && random.nextInt(10) == 0) {
        all.add(
            new Correction(
                new SideLine("corrections.csv", all.size() + 2),
                unit.id(),
                entry.field(),
                entry.row(),
                entry.raw(),
                new Value.Number(BigDecimal.valueOf(random.nextInt(90))),
                "张三",
                "电话"));
      }
    }
    return new Corrections(all);
  }

  private Cell cell() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> Cell.EMPTY;
      case 2 -> new Cell.Text("/");
      case 3 -> new Cell.Text("约" + (1 + random.nextInt(100)));
      case 4 -> new Cell.Text("十二");
      case 5 -> new Cell.Text("很多");
      default -> new Cell.Number(BigDecimal.valueOf(random.nextInt(90)), Cell.Number.GENERAL);
    };
  }
}
