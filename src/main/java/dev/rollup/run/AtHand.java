package dev.rollup.run;

import dev.rollup.finding.Mistake;
import dev.rollup.merge.Report;
import dev.rollup.merge.Return;
import dev.rollup.merge.UnitResult;
import dev.rollup.report.Snapshot;
import dev.rollup.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether what came to hand can be all that there is. A folder that is empty, wrong or not
 * mounted looks like one to which nobody has sent anything yet, and would replace good numbers by
 * zeros.
 *
 * @param folders where the returns are looked for
 */
record AtHand(List<Path> folders, Template template) {

  /**
   * Holds what came to hand against the form, and against the last run of the same form.
   *
   * @param last what the last run came to; empty where there was none
   * @throws Mistake if nothing is this form, or it came of under half as many units as reported
   *     last time
   */
  void mustBeEnough(List<Return> returns, Report report, Optional<Snapshot> last) throws Mistake {
    long now = report.units().stream().filter(AtHand::hasForm).count();
    int before = last.map(Snapshot::reported).orElse(0);
    if (2 * now < before) {
      throw Mistake.ofPaths(
          Mistake.Kind.TOO_FEW, "far-fewer", folders, String.valueOf(now), String.valueOf(before));
    }
    if (returns.stream().noneMatch(Return::isForm)) {
      long files = returns.stream().map(Return::path).distinct().count();
      throw Mistake.ofPaths(
          Mistake.Kind.TOO_FEW, "no-return", folders, String.valueOf(files), template.title());
    }
  }

  /** What came may have to go back, but it did come. */
  private static boolean hasForm(UnitResult unit) {
    return unit.state().actual() || unit.files().stream().anyMatch(f -> f.source().isForm());
  }
}
