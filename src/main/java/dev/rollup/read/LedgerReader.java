package dev.rollup.read;

import dev.rollup.finding.Mistake;
import dev.rollup.match.TimeParser;
import dev.rollup.template.Ledger;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the ledger: when which file, or the return of which unit, came in. */
public final class LedgerReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "file", List.of("file", "文件", "文件名", "采用文件"),
          "unit", List.of("unit", "单位", "单位名称", "填报单位"),
          "received", List.of("received", "收到时间", "报送时间", "接收时间", "收件时间", "time"));

  private LedgerReader() {}

  /**
   * Reads a ledger from a csv or a workbook.
   *
   * @param zone the zone of times that are noted without one
   * @throws Mistake if it cannot be read, or a line names nothing or no time
   */
  public static Ledger read(Path file, ZoneOffset zone) throws Mistake {
    var lines = new ArrayList<Ledger.Line>();
    for (var line : SideTable.read(file, HEADINGS, List.of("received"))) {
      if (line.get("file").isEmpty() && line.get("unit").isEmpty()) {
        throw line.mistake("ledger.no-subject");
      }
      Optional<OffsetDateTime> received = TimeParser.parse(line.get("received"), zone);
      if (received.isEmpty()) {
        throw line.mistake("ledger.no-time", line.raw("received"));
      }
      lines.add(new Ledger.Line(line.get("file"), line.get("unit"), received.get()));
    }
    return new Ledger(lines);
  }
}
