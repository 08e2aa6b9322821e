package dev.rollup.run;

import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.RosterReader;
import dev.rollup.discover.Discovery;
import dev.rollup.discover.FoundFile;
import dev.rollup.finding.Mistake;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Policy;
import dev.rollup.merge.Reconciliation;
import dev.rollup.merge.Return;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Roster;
import dev.rollup.roster.UnitResolver;
import dev.rollup.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks returns one by one, without comparing them with each other and without writing. */
public final class Validation {

  /**
   * What a validation is asked for.
   *
   * @param files folders and files
   * @param template the id or file of the template
   * @param units the roster; empty for the one beside the files, if any
   * @param settings the file of settings in use, if any, which is no return
   * @param strict whether any error rejects its whole file
   * @param jobs how many files are read at a time
   */
  public record Request(
      List<Path> files,
      String template,
      Optional<Path> units,
      Optional<Path> settings,
      boolean strict,
      int jobs) {}

  /** What a validation came to: every file with the status that it would have on its own. */
  public record Result(Template template, List<FileResult> files) {}

  private Validation() {}

  /**
   * Checks every file.
   *
   * @throws Mistake if the request cannot be carried out; bad returns are in the result instead
   */
  public static Result run(Request request, Messages messages, Progress progress)
      throws Mistake, IOException, InterruptedException {
    Arguments.mustExist(request.files());
    Template template = TemplateChoice.read(request.template(), messages);
    Optional<Path> rosterFile = RosterChoice.of(request.units(), request.files());
    Optional<Roster> roster = Optional.empty();
    if (rosterFile.isPresent()) {
      roster = RosterReader.read(SideFiles.open(rosterFile.get())).value();
    }
    List<FoundFile> files =
        Discovery.list(
            request.files(), null, Arguments.realPaths(List.of(rosterFile, request.settings())));
    var resolver = new UnitResolver(template, roster, template.district());
    List<Return> returns =
        new ReturnReader(template, resolver, Ledger.EMPTY, Corrections.NONE)
            .takeIn(files, request.jobs(), progress);
    var policy = new Policy(template.deadline(), true, request.strict(), false);
    var results = new ArrayList<FileResult>();
    for (var each : returns) {
      results.addAll(Reconciliation.settle(List.of(each), template, roster, policy).files());
    }
    return new Result(template, results);
  }
}
