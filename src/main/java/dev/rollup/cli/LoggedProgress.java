package dev.rollup.cli;

import dev.rollup.merge.Return;
import dev.rollup.run.Progress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what became of each file on its own. Names files and formats, never what stands in them. */
final class LoggedProgress implements Progress {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

  @Override
  public void takenIn(List<Return> returns, int done, int all) {
    for (var each : returns) {
      LOG.debug(
          "{}/{} {} {} {} {}",
          done,
          all,
          Printable.of(each.path()),
          each.format(),
          each.kind(),
          each.findings().stream().map(finding -> finding.code().id()).toList());
    }
  }
}
