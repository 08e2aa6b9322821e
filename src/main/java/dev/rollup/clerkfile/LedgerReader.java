package dev.rollup.clerkfile;

import dev.rollup.finding.Mistake;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.text.Folding;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the ledger: when which file, or the return of which unit, came in, and what counts. */
public final class LedgerReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "file", List.of("file", "文件", "文件名", "采用文件"),
          "unit", List.of("unit", "单位", "单位名称", "填报单位"),
          "received", List.of("received", "收到时间", "报送时间", "接收时间", "收件时间", "time"),
          "counts", List.of("counts", "采用", "是否采用", "以此为准"),
          "reported-by", List.of("reported by", "代报单位", "由谁代报"));

  private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "√", "采用");
  private static final Set<String> NO = Set.of("", "否", "no", "n", "false", "0", "×", "不采用");

  /** What only a time has, and no day. */
  private static final Pattern HOUR = Pattern.compile("[:：时点]");

  private final Optional<Roster> roster;
  private final ZoneOffset zone;
  private final ZoneOffset shown;
  private final Optional<LocalDate> near;
  private final Map<String, List<Noted>> noted = new HashMap<>();
  private final Map<String, SideTable.Line> lineOfUnit = new HashMap<>();

  /** A time, with the unit and the line that it is noted in. */
  private record Noted(String unit, Received received, int line) {}

  private LedgerReader(
      Optional<Roster> roster, ZoneOffset zone, ZoneOffset shown, Optional<LocalDate> near) {
    this.roster = roster;
    this.zone = zone;
    this.shown = shown;
    this.near = near;
  }

  /**
   * Reads a ledger.
   *
   * @param zone the zone of times that are noted without one
   * @param shown the zone of the deadline, in which all are shown
   * @param near the day to whose neighbourhood days without a year belong; empty where there is
   *     none, and they are no days
   * @param roster tells two names of one unit; empty where there is none
   * @throws Mistake if a line names nothing or no time, or two lines contradict each other: all
   *     such lines are told
   */
  public static Ledger read(
      SideFile file,
      ZoneOffset zone,
      ZoneOffset shown,
      Optional<LocalDate> near,
      Optional<Roster> roster)
      throws Mistake {
    var reader = new LedgerReader(roster, zone, shown, near);
    return new Ledger(
        SideTable.all(
            SideTable.read(file, HEADINGS, List.of(), List.of("received", "counts", "reported-by")),
            reader::line));
  }

  private Optional<Ledger.Line> line(SideTable.Line line) throws Mistake {
    if (line.isOnly("unit")) {
      // The ledger lists whom it waits for; nothing has come in yet.
      return Optional.empty();
    }
    String file = line.get("file");
    String unit = line.get("unit");
    if (file.isEmpty() && unit.isEmpty()) {
      throw line.mistake("ledger.no-subject");
    }
    String reportedBy = line.get("reported-by");
    boolean counts = counts(line);
    if (counts && file.isEmpty()) {
      throw line.mistake("ledger.choice-of-no-file");
    }
    String time = line.raw("received");
    Optional<Received> received = TimeParser.parse(time, zone, near).map(at -> received(time, at));
    if (received.isEmpty() && !time.isEmpty()) {
      throw line.mistake("ledger.no-time", time);
    }
    if (!counts && reportedBy.isEmpty()) {
      line.required("received");
    }
    if (!reportedBy.isEmpty()) {
      reportedByOther(line, unit, reportedBy);
    }
    if (received.isPresent()) {
      once(line, file, unit, received.get());
    }
    return Optional.of(
        new Ledger.Line(line.at(), file, unit, received.orElse(null), counts, reportedBy));
  }

  /** A day is the same day wherever it is shown; a moment has another time there. */
  private Received received(String text, OffsetDateTime time) {
    boolean dayOnly = time.toLocalTime().equals(LocalTime.MIDNIGHT) && !HOUR.matcher(text).find();
    return dayOnly
        ? new Received(time.toLocalDate().atStartOfDay().atOffset(shown), true)
        : new Received(time.withOffsetSameInstant(shown), false);
  }

  /**
   * One file came in once, and so did the return of a unit where no files are told apart. Where the
   * unit of a file is left out, it may be any.
   */
  private void once(SideTable.Line line, String file, String unit, Received received)
      throws Mistake {
    String whose = unit.isEmpty() ? "" : id(unit);
    // Compared with their brackets, as the ledger does.
    String key = file.isEmpty() ? "\n" + whose : Folding.nfkc(file);
    List<Noted> earlier = noted.computeIfAbsent(key, k -> new ArrayList<>());
    for (var other : earlier) {
      boolean same = other.unit().equals(whose) || other.unit().isEmpty() || whose.isEmpty();
      if (same && received.compare(other.received()) != 0) {
        throw line.mistake(
            "ledger.two-times", file.isEmpty() ? unit : file, String.valueOf(other.line()));
      }
    }
    earlier.add(new Noted(whose, received, line.at().line()));
  }

  private static boolean counts(SideTable.Line line) throws Mistake {
    String text = Folding.nfkc(line.raw("counts")).toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      throw line.mistake("ledger.no-choice", text);
    }
    return YES.contains(text);
  }

  /** One unit reports for another, for the whole of it, and not for itself. */
  private void reportedByOther(SideTable.Line line, String unit, String by) throws Mistake {
    if (unit.isEmpty() || id(unit).equals(id(by))) {
      throw line.mistake("ledger.reported-by", by);
    }
    SideTable.Line earlier = lineOfUnit.putIfAbsent(id(unit), line);
    if (earlier != null && !id(earlier.get("reported-by")).equals(id(by))) {
      throw line.mistake("ledger.reported-by-two", unit, String.valueOf(earlier.at().line()));
    }
  }

  private String id(String name) {
    return Folding.name(roster.flatMap(known -> known.called(name)).map(Unit::id).orElse(name));
  }
}
