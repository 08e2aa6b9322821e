package dev.rollup.run;

import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.config.EarlierReport;
import dev.rollup.discover.Discovery;
import dev.rollup.finding.Mistake;
import dev.rollup.merge.Return;
import dev.rollup.merge.Summary;
import dev.rollup.merge.Tally;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.read.SideFiles;
import dev.rollup.report.Output;
import dev.rollup.report.Snapshot;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.roster.Unit;
import dev.rollup.roster.UnitResolver;
import dev.rollup.template.Field;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was reported of other periods: the report of a run, or a form that went up. */
final class OtherPeriods {

  private static final String COUNTS = Output.COUNTS.fileName();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

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
  static List<EarlierPeriod> read(List<Place> places, Template template)
      throws Mistake, IOException, InterruptedException {
    var periods = new ArrayList<EarlierPeriod>();
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
  static EarlierPeriod read(Place place, Template template)
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
      return new EarlierPeriod(
          place.label(),
          snapshot.totals(),
          snapshot.reported(),
          byUnit(file.resolveSibling(COUNTS), report.get().outputs().get(COUNTS), template));
    }
    return new EarlierPeriod(place.label(), totals(file, template), null, Map.of());
  }

  /**
   * Adds up what each unit counted, as long as the file is the one that the report knows: one that
   * was opened and saved by a spreadsheet may say something else.
   */
  private static Map<String, Map<String, BigDecimal>> byUnit(
      Path counts, @Nullable String sha256, Template template) throws IOException {
    if (!Files.isRegularFile(counts)
        || !TemplateChoice.sha256(Files.readAllBytes(counts)).equals(sha256)) {
      return Map.of();
    }
    Grid table;
    try {
      table = SideFiles.open(counts).table();
    } catch (Mistake e) {
      return Map.of();
    }
    var heads = new HashMap<String, Integer>();
    table.rows(0, 1).forEach(head -> heads.put(head.cell().raw(), head.at().column()));
    Map<String, Field> fields = template.fields();
    Map<String, Map<String, BigDecimal>> byUnit = new HashMap<>();
    for (int row = 1; row < table.height(); row++) {
      Field field = fields.get(text(table, row, heads.get("field_id")));
      String value = text(table, row, heads.get("value"));
      if (field != null && field.counts() && NUMBER.matcher(value).matches()) {
        byUnit
            .computeIfAbsent(text(table, row, heads.get("unit_name")), unit -> new HashMap<>())
            .merge(field.id(), new BigDecimal(value), BigDecimal::add);
      }
    }
    return byUnit;
  }

  private static String text(Grid table, int row, @Nullable Integer column) {
    return column == null ? "" : table.at(new Position(row, column)).raw().strip();
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
