package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blanks outside the tables: who fills the form in, when, for which time. */
final class HeadFinder {

  /** A label, a colon, and what stands behind it up to the next label. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "([A-Za-z]+(?: [A-Za-z]+){0,3}|[一-龥](?:[\\s\\p{Z}][一-龥]){1,7}|[一-龥](?=[（(])[（(][^（()）]{1,8}[)）]|[^\\s\\p{Z}：:_＿（）()、，,；;～~－]{2,12}"
              + "(?:[（(][^（()）]{1,8}[)）][^\\s\\p{Z}：:_＿（）()、，,；;～~－]{0,4})?)[\\s\\p{Z}]*[：:]");

  private static final Pattern DAY =
      Pattern.compile("(?:20)?[\\s\\p{Z}_＿]*年[\\s\\p{Z}_＿]*月(?:[\\s\\p{Z}_＿]*日)?");

  private static final Pattern SEAL = Pattern.compile("[（(](?:盖章|公章|章|签[字章名])[)）]");

  /** Room for an answer, before other words that nobody fills in. */
  private static final Pattern GAP = Pattern.compile("^[_＿\\s\\p{Z}]{2,}(?=.)");

  private static final int LONGEST_TIME = 30;
  private static final Pattern SPAN =
      Pattern.compile("\\d年.*[月季]|年.*[月季]|[第至—－-]|^(?:20)?[_＿\\s\\p{Z}]+年度?$");
  private static final Pattern ROOM = Pattern.compile("[_＿\\s\\p{Z}]{2,}(?=[年月季日])");

  /** The rule for a time behind that for something else. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<=[_＿\\s\\p{Z}])(?:20)?[_＿\\s\\p{Z}]+年[_＿\\s\\p{Z}]*"
              + "(?:第?[_＿\\s\\p{Z}]*季度?|[上下]?半年|月(?:[_＿\\s\\p{Z}]*日)?)?");

  /** The end of a day that stands before a label. */
  private static final Pattern DAY_BEFORE = Pattern.compile("^[年月日]+(?=..)");

  /** A year that is printed. */
  private static final Pattern PRINTED_YEAR = Pattern.compile("20\\d{2}(?=年)");

  /** Room, and the words of times. */
  private static final Pattern TIME_OR_ROOM = Pattern.compile("[\\s\\p{Z}_＿年月日季度上下半第～~至—（）()-]");

  /** What asks for a time. */
  private static final Pattern OF_TIME = Pattern.compile(".*(?:年度?|月份?|季度?|[时期]间|日期|期)");

  /** Room in brackets. */
  private static final Pattern IN_BRACKETS = Pattern.compile("[（(].*[)）]\\s*");

  /** Room, and the words for filling a form in. */
  private static final Pattern ROOM_OR_TABLE = Pattern.compile("[\\s\\p{Z}_＿填报表（）()：:]");

  /** What stands behind room for a time. */
  private static final Pattern TIME_BEHIND = Pattern.compile("^(?:年|月|季|[上下]半年).*");

  /** A rule to write on. */
  private static final Pattern RULE = Pattern.compile("[_＿]");

  private HeadFinder() {}

  /**
   * Returns the blanks in one text outside the tables.
   *
   * @param place where the text stands
   * @param next the place of the empty cell right of it, where one stands there
   * @param title whether it is the title of the form
   */
  static List<HeaderBlank> in(String text, Place place, Optional<Place> next, boolean title) {
    var found = new ArrayList<HeaderBlank>();
    if (title) {
      return inTitle(text, place);
    }
    var labels = new ArrayList<int[]>();
    var words = new ArrayList<String>();
    Matcher labelled = LABELLED.matcher(text);
    while (labelled.find()) {
      String word = DAY_BEFORE.matcher(labelled.group(1)).replaceFirst("");
      labels.add(
          new int[] {
            labelled.start() + labelled.group(1).length() - word.length(), labelled.end()
          });
      words.add(word);
    }
    List<InlineScan.Gap> gaps = InlineScan.wide(text);
    if (labels.stream().noneMatch(label -> label[0] >= 0) || labels.isEmpty()) {
      unlabelled(text, place, next, gaps, found);
      return found;
    }
    // A label without a colon may come first: 统计截至____
    if (labels.get(0)[0] > 0 && !gaps.isEmpty() && gaps.get(0).from() < labels.get(0)[0]) {
      String first = text.substring(0, gaps.get(0).from()).strip();
      Lexicon.role(first)
          .ifPresent(
              role ->
                  found.add(
                      blank(role, place, 1, text.substring(0, gaps.get(0).from()), "", first)));
    }
    // From where on the words belong to the next blank: those of labels that have no room as well.
    int from = found.isEmpty() ? 0 : labels.get(0)[0];
    for (int i = 0; i < labels.size(); i++) {
      Optional<String> role = Lexicon.role(words.get(i));
      boolean last = i == labels.size() - 1;
      String behind = text.substring(labels.get(i)[1], last ? text.length() : labels.get(i + 1)[0]);
      boolean time = role.filter(each -> each.equals("date") || each.equals("period")).isPresent();
      String printed = time ? PRINTED_YEAR.matcher(behind).replaceFirst("") : behind;
      boolean room =
          TIME_OR_ROOM.matcher(SEAL.matcher(printed).replaceAll("")).replaceAll("").isEmpty();
      Matcher gap = GAP.matcher(behind);
      boolean parted =
          !room && gap.find() && (role.isPresent() || Lexicon.mayNameUnit(words.get(i)));
      // A number makes a question of a line.
      boolean asked = role.isEmpty() && Lexicon.level(text) > 0;
      if (!room && !parted || asked || !Lexicon.mayBeHead(words.get(i))) {
        continue;
      }
      boolean empty =
          behind.isBlank() && behind.length() < 2 && last && labels.size() == 1 && next.isPresent();
      // Where the seal goes may be printed before the room or behind it.
      Matcher seal = SEAL.matcher(behind);
      boolean sealed = room && seal.find();
      boolean first =
          sealed
              && behind.substring(0, seal.start()).isBlank()
              && behind.length() - seal.end() >= seal.start();
      String before = text.substring(from, labels.get(i)[1] + (first ? seal.end() : 0));
      from = parted ? labels.get(i)[1] + gap.end() : last ? text.length() : labels.get(i + 1)[0];
      if (sealed && !first) {
        from = labels.get(i)[1] + seal.start();
      }
      String known = role.orElse(words.get(i));
      found.add(
          empty
              ? new HeaderBlank(known, next.get(), "", "", words.get(i), type(known))
              : blank(known, place, found.size() + 1, before, "", words.get(i)));
      Matcher behindIt = TIME.matcher(behind);
      if (!empty
          && !parted
          && !OF_TIME.matcher(known).matches()
          && !known.equals("date")
          && !known.equals("period")
          && behindIt.find()) {
        boolean day = behindIt.group().contains("日");
        String rule = behindIt.group().strip();
        found.add(blank(day ? "date" : "period", place, found.size() + 1, "", "", rule));
      }
    }
    if (!found.isEmpty() && from < text.length()) {
      HeaderBlank end = found.remove(found.size() - 1);
      found.add(
          new HeaderBlank(
              end.role(), end.at(), end.before(), text.substring(from), end.label(), end.type()));
    }
    if (found.isEmpty() && gaps.size() == 1 && Lexicon.role(words.get(0)).isPresent()) {
      // A time of which a part is printed: 统计时间：2023年6月1日至____
      found.add(
          new HeaderBlank(
              Lexicon.role(words.get(0)).get(),
              place.blank(1),
              text.substring(0, gaps.get(0).from()),
              text.substring(gaps.get(0).to()),
              words.get(0),
              FieldType.TEXT));
    }
    return found;
  }

  private static HeaderBlank blank(
      String role, Place place, int number, String before, String after, String label) {
    return new HeaderBlank(role, place.blank(number), before, after, label, type(role));
  }

  private static FieldType type(String role) {
    return role.equals("date") ? FieldType.DATE : FieldType.TEXT;
  }

  /**
   * A label may have no colon, and room in brackets behind it or in the next cell; room before 镇 is
   * for the name of one; a day without a label is the day on which the form is filled in.
   */
  private static void unlabelled(
      String text,
      Place place,
      Optional<Place> next,
      List<InlineScan.Gap> gaps,
      List<HeaderBlank> found) {
    Optional<String> role = Lexicon.role(text);
    if (role.isPresent() && next.isPresent() && gaps.isEmpty()) {
      found.add(new HeaderBlank(role.get(), next.get(), "", "", text.strip(), type(role.get())));
      return;
    }
    if (!gaps.isEmpty()) {
      String before = text.substring(0, gaps.get(0).from());
      String after = text.substring(gaps.get(0).to());
      Optional<String> labelled = Lexicon.role(before);
      if (labelled.isPresent() && after.isBlank() && gaps.size() == 1) {
        boolean brackets = IN_BRACKETS.matcher(text.substring(before.length())).matches();
        String open = brackets ? before + text.charAt(before.length()) : before;
        String close = brackets ? text.strip().substring(text.strip().length() - 1) : after;
        found.add(blank(labelled.get(), place, 1, open, close, before.strip()));
        return;
      }
      if (before.isBlank() && gaps.size() > 1 && areKindsOfUnits(text, gaps)) {
        // The last of several names is that of whoever fills the form in: ____县____镇
        for (int i = 0; i < gaps.size(); i++) {
          int end = i + 1 < gaps.size() ? gaps.get(i + 1).from() : text.length();
          String kind = text.substring(gaps.get(i).to(), end);
          boolean last = i == gaps.size() - 1;
          String inside = i == 0 ? "" : text.substring(gaps.get(i - 1).to(), gaps.get(i).from());
          found.add(
              blank(
                  last ? "unit" : kind.strip(),
                  place,
                  i + 1,
                  inside,
                  last ? kind : "",
                  kind.strip()));
        }
        return;
      }
      if (before.isBlank() && Lexicon.isKindOfUnit(after)) {
        found.add(blank("unit", place, 1, "", after, after.strip()));
        return;
      }
    }
    Matcher day = DAY.matcher(text);
    if (day.find() && !gaps.isEmpty()) {
      String before = text.substring(0, day.start());
      String after = text.substring(day.end());
      boolean only = ROOM_OR_TABLE.matcher(before + after).replaceAll("").isEmpty();
      // What has no day is the time that the form is about.
      String asked = only && day.group().contains("日") ? "date" : "period";
      found.add(
          new HeaderBlank(asked, place.blank(1), before, after, text.strip(), FieldType.DATE));
    } else if (text.strip().length() < LONGEST_TIME && SPAN.matcher(text).find()) {
      // A time of which a part is printed: 2023年1—____月
      Matcher room = ROOM.matcher(text);
      if (room.find()) {
        found.add(
            new HeaderBlank(
                "period",
                place.blank(1),
                text.substring(0, room.start()),
                text.substring(room.end()),
                text.strip(),
                FieldType.TEXT));
      }
    }
  }

  /** Tells whether nothing but kinds of units is printed behind each gap. */
  private static boolean areKindsOfUnits(String text, List<InlineScan.Gap> gaps) {
    for (int i = 0; i < gaps.size(); i++) {
      int end = i + 1 < gaps.size() ? gaps.get(i + 1).from() : text.length();
      if (!Lexicon.isKindOfUnit(text.substring(gaps.get(i).to(), end))) {
        return false;
      }
    }
    return true;
  }

  /** The title has room for the name of the unit, for the period, or for both. */
  private static List<HeaderBlank> inTitle(String text, Place place) {
    var found = new ArrayList<HeaderBlank>();
    int from = 0;
    boolean unit = false;
    List<InlineScan.Gap> gaps = InlineScan.inTitle(text);
    for (var gap : gaps) {
      String before = text.substring(from, gap.from());
      String after = text.substring(gap.to());
      boolean edge = after.isBlank() || text.substring(0, gap.from()).isBlank() && gap.from() > 0;
      if (edge) {
        continue;
      }
      boolean time = TIME_BEHIND.matcher(after.strip()).matches();
      boolean ruled = RULE.matcher(text.substring(gap.from(), gap.to())).find();
      if (!time && (unit || !ruled && before.isBlank())) {
        continue;
      }
      unit |= !time;
      found.add(
          new HeaderBlank(
              time ? "period" : "unit",
              place.blank(found.size() + 1),
              before,
              "",
              text.strip(),
              FieldType.TEXT));
      from = gap.to();
    }
    if (!found.isEmpty()) {
      HeaderBlank end = found.remove(found.size() - 1);
      found.add(
          new HeaderBlank(
              end.role(), end.at(), end.before(), text.substring(from), end.label(), end.type()));
    }
    return found;
  }

  /** Returns the empty cell right of another, if nothing else stands there. */
  static Optional<Place> right(
      PrintedSheet page, Position corner, Set<Position> inTables, Map<Position, Position> origins) {
    int column = page.area(corner).last().column() + 1;
    Position next = origins.getOrDefault(new Position(corner.row(), column), null);
    if (next != null && (inTables.contains(next) || !page.spot(next).isEmpty())) {
      return Optional.empty();
    }
    Position at = new Position(corner.row(), column);
    Place own = page.spot(corner).place();
    return Optional.of(new Place(own.kind(), own.on(), at, 0, 0));
  }
}
