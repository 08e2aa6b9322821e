package dev.rollup.write.data;

import dev.rollup.finding.FindingCode;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Report;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.write.xlsx.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code counts.csv}: one row for every entry of every return that counts, read or not, for
 * whoever wants to compute further. UTF-8 with byte order mark, CRLF.
 */
public final class CountsCsv {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private CountsCsv() {}

  /** Writes all entries, in the order of the units and of the form. */
  public static void write(Report report, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVPrinter csv = new CSVPrinter(writer, FORMAT);
    csv.printRecord(
        "unit_id",
        "unit_name",
        "field_id",
        "row",
        "measure_unit",
        "value",
        "raw",
        "note",
        "file",
        "sheet",
        "cell");
    for (var unit : report.units()) {
      if (unit.accepted().isPresent()) {
        FileResult file = unit.accepted().get();
        for (var entry : file.source().submission().orElseThrow().entries()) {
          row(csv, unit.unit(), entry, file);
        }
      }
    }
    csv.flush();
  }

  private static void row(CSVPrinter csv, Unit unit, Entry entry, FileResult file)
      throws IOException {
    csv.printRecord(
        harmless(unit.id()),
        harmless(unit.name()),
        entry.field().id(),
        entry.row() == 0 ? "" : String.valueOf(entry.row()),
        entry.field().measure() == null ? "" : entry.field().measure().name(),
        entry.number() != null ? entry.value() : harmless(entry.value()),
        harmless(entry.raw()),
        notes(entry, file),
        harmless(file.source().path()),
        harmless(entry.at().sheet()),
        entry.at().written());
  }

  /** Joins what was found in the entry itself and what came of comparing it with another return. */
  private static String notes(Entry entry, FileResult file) {
    boolean decreased =
        file.findings().stream()
            .filter(finding -> finding.code() == FindingCode.DECREASED_COUNT)
            .anyMatch(finding -> finding.at().equals(entry.at().inFile(file.source().path())));
    return Stream.concat(
            entry.notes().stream(),
            decreased ? Stream.of(FindingCode.DECREASED_COUNT) : Stream.empty())
        .map(FindingCode::id)
        .collect(Collectors.joining(";"));
  }

  /** Keeps spreadsheets from running what a unit typed: such text gets an apostrophe in front. */
  private static @Nullable String harmless(@Nullable String text) {
    return text != null && SheetText.needsQuote(text) ? "'" + text : text;
  }
}
