package dev.rollup.run;

import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.config.EarlierReport;
import dev.rollup.discover.Discovery;
import dev.rollup.finding.Mistake;
import dev.rollup.merge.Return;
import dev.rollup.merge.Summary;
import dev.rollup.merge.Tally;
import dev.rollup.report.Earlier;
import dev.rollup.report.Output;
import dev.rollup.report.Snapshot;
import dev.rollup.roster.Unit;
import dev.rollup.roster.UnitResolver;
import dev.rollup.template.Template;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what was reported of other periods: the report of a run, or a form that went up. */
final class OtherPeriods {

  private OtherPeriods() {}

  /** Where another period is found, and what it is called. */
  record Place(Path file, String label) {}

  /**
   * Reads places as the command line names them: {@code PATH=LABEL}, where a folder stands for the
   * report in it, and without a label the folder's name is one.
   *
   * @throws Mistake if two have one label
   */
  static List<Place> places(List<String> given) throws Mistake {
    var places = new ArrayList<Place>();
    var labels = new HashSet<String>();
    for (var each : given) {
      int equals = each.lastIndexOf('=');
      Path named = Path.of(equals < 0 ? each : each.substring(0, equals));
      Path file = Files.isDirectory(named) ? named.resolve(Output.REPORT.fileName()) : named;
      Path folder = file.toAbsolutePath().normalize().getParent();
      String label =
          equals < 0
              ? folder == null ? "" : String.valueOf(folder.getFileName())
              : each.substring(equals + 1).strip();
      if (label.isEmpty() || !labels.add(label)) {
        throw new Mistake(Mistake.Kind.USAGE, "compare.label", each);
      }
      places.add(new Place(file, label));
    }
    return places;
  }

  /** Reads several periods, as {@link #read(Place, Template)}. */
  static List<Earlier> read(List<Place> places, Template template)
      throws Mistake, IOException, InterruptedException {
    var periods = new ArrayList<Earlier>();
    for (var place : places) {
      periods.add(read(place, template));
    }
    return periods;
  }

  /**
   * Reads one period.
   *
   * @throws Mistake if there is none, or it is of another form
   */
  static Earlier read(Place place, Template template)
      throws Mistake, IOException, InterruptedException {
    Path file = place.file();
    if (!Files.isRegularFile(file)) {
      throw new Mistake(Mistake.Kind.FILES, "not-found", file.toString());
    }
    Optional<EarlierReport> report = EarlierReport.read(file);
    if (report.isPresent()) {
      if (!report.get().template().equals(template.id())) {
        throw new Mistake(
            Mistake.Kind.USAGE,
            "compare.other-form",
            file.toString(),
            report.get().template(),
            template.id());
      }
      Snapshot snapshot = report.get().snapshot();
      return new Earlier(place.label(), snapshot.totals(), snapshot.reported());
    }
    return new Earlier(place.label(), totals(file, template), null);
  }

  private static Map<String, BigDecimal> totals(Path file, Template template)
      throws Mistake, IOException, InterruptedException {
    var resolver = new UnitResolver(template, Optional.empty(), template.district());
    List<Return> forms =
        new ReturnReader(template, resolver, Ledger.EMPTY, Corrections.NONE)
            .takeIn(Discovery.list(List.of(file), null, Set.of()), 1, Progress.NONE).stream()
                .filter(each -> each.submission().isPresent())
                .toList();
    if (forms.size() != 1) {
      throw new Mistake(Mistake.Kind.USAGE, "compare.no-form", file.toString(), template.title());
    }
    Map<String, Tally> tallies =
        Summary.of(
                forms.get(0).submission().orElseThrow(),
                Unit.named(file.toString(), file.toString()),
                file.toString(),
                template)
            .totals();
    var totals = new HashMap<String, BigDecimal>();
    tallies.forEach((field, tally) -> totals.put(field, tally.total()));
    return totals;
  }
}
