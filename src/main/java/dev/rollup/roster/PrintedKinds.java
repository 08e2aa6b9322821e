package dev.rollup.roster;

import dev.rollup.model.Place;
import dev.rollup.template.Blank;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kinds of units a form prints behind the blank for a unit's name, as in {@code ＿＿＿镇统计表} or
 * {@code ＿＿＿乡（镇）}: a unit that writes only the rest of its name is called by both.
 */
final class PrintedKinds {

  private static final String KIND =
      "街道办事处|街道|社区|镇|乡|县|市|区|旗|盟|州|省|村|公司|集团|学校|小学|中学|医院|卫生院"
          + "|管委会|委员会|中心|支部|大队|中队|林场|农场|局|委|办|站|厂|所|院";
  private static final Pattern NEXT = Pattern.compile("[\\s\\p{Z}、，,/（(）)或]*(" + KIND + ")");

  private final List<String> kinds;

  PrintedKinds(Template template) {
    this.kinds =
        template
            .blank()
            .flatMap(blank -> blank.header("unit").map(unit -> behind(unit, blank)))
            .map(PrintedKinds::leading)
            .orElse(List.of());
  }

  /** Returns what is printed behind a blank, be it before the next one of the same text. */
  private static String behind(HeaderBlank unit, Blank blank) {
    Place next = unit.at().blank(unit.at().blank() + 1);
    return blank.header().stream()
        .filter(other -> unit.after().isEmpty() && other.at().equals(next))
        .map(HeaderBlank::before)
        .findFirst()
        .orElse(unit.after());
  }

  private static List<String> leading(String printed) {
    var kinds = new ArrayList<String>();
    Matcher next = NEXT.matcher(printed);
    while (next.lookingAt()) {
      kinds.add(next.group(1));
      next.region(next.end(), printed.length());
    }
    return kinds;
  }

  /** Returns what a name may be with what the form prints behind it; none where it says it. */
  List<String> completed(String name) {
    return kinds.stream().anyMatch(name::endsWith)
        ? List.of()
        : kinds.stream().map(kind -> name + kind).toList();
  }
}
