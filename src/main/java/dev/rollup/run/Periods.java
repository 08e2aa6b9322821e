package dev.rollup.run;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.report.Output;
import dev.rollup.report.Series;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.template.Template;
import dev.rollup.write.set.WholeFile;
import dev.rollup.write.summary.SeriesWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the outputs of several periods, each in a folder of its own, into one workbook. */
public final class Periods {

  private Periods() {}

  /**
   * Writes the workbook.
   *
   * @param folder holds a folder for each period, named after it, with the outputs of a merge in it
   *     or one folder below
   * @param out where the workbook is written
   * @return what the periods are called
   * @throws Mistake if there is no period, or one is of another form
   */
  public static List<String> write(
      Path folder, String template, Path out, boolean force, Messages messages)
      throws Mistake, IOException, InterruptedException {
    Arguments.mustExist(List.of(folder));
    if (!force && Files.exists(out)) {
      throw new Mistake(Mistake.Kind.FILES, "blank-exists", out.toString());
    }
    Template form = TemplateChoice.read(template, messages);
    List<EarlierPeriod> periods = OtherPeriods.read(places(folder), form);
    if (periods.isEmpty()) {
      throw new Mistake(
          Mistake.Kind.USAGE, "series.none", folder.toString(), Output.REPORT.fileName());
    }
    byte[] workbook = SeriesWorkbook.of(form, messages, Series.of(form, periods));
    try {
      WholeFile.write(out, workbook);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
    return periods.stream().map(EarlierPeriod::label).toList();
  }

  private static List<OtherPeriods.Place> places(Path folder) throws Mistake {
    try (var inner = Files.list(folder)) {
      var places = new ArrayList<OtherPeriods.Place>();
      for (var each : inner.filter(Files::isDirectory).sorted().toList()) {
        report(each)
            .ifPresent(
                file ->
                    places.add(new OtherPeriods.Place(file, String.valueOf(each.getFileName()))));
      }
      return places;
    } catch (IOException | UncheckedIOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", folder.toString());
    }
  }

  private static Optional<Path> report(Path period) throws IOException {
    try (var found = Files.walk(period, 2)) {
      return found
          .filter(file -> file.endsWith(Output.REPORT.fileName()) && Files.isRegularFile(file))
          .sorted()
          .findFirst();
    }
  }
}
