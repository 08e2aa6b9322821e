package dev.rollup.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How one measure is written in several ways, and which others measure the same in other steps. */
public final class MeasureNames {

  /** 万元 is ten thousand 元; a kilogram is counted as one, whatever it is a thousand of. */
  private static final Pattern MANY = Pattern.compile("[十百千万亿](?![克米瓦帕焦伏卡分]).+");

  /** Whose money it is changes no measure of it. */
  private static final Pattern CURRENCY = Pattern.compile("人民币|RMB|CNY");

  /** The signs of the International System of Units, and the other Chinese names. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("kg", "公斤"),
          Map.entry("千克", "公斤"),
          Map.entry("g", "克"),
          Map.entry("t", "吨"),
          Map.entry("km", "公里"),
          Map.entry("千米", "公里"),
          Map.entry("m", "米"),
          Map.entry("m2", "平方米"),
          Map.entry("km2", "平方公里"),
          Map.entry("hm2", "公顷"),
          Map.entry("ha", "公顷"),
          Map.entry("m3", "立方米"),
          Map.entry("l", "升"),
          Map.entry("kw", "千瓦"),
          Map.entry("kwh", "千瓦时"));

  /** What is measured in one of them is another number in the next. */
  private static final List<Set<String>> KINDS =
      List.of(
          Set.of("亩", "公顷", "平方米", "平方公里"),
          Set.of("吨", "公斤", "克", "斤", "担"),
          Set.of("公里", "米", "延米"),
          Set.of("吨", "吨公里"),
          Set.of("立方米", "升", "毫升"),
          Set.of("人", "人次", "户"));

  private MeasureNames() {}

  /** Returns the one name of a measure, by which it is compared: 平方米 for ㎡. */
  public static String of(String measure) {
    String plain =
        CURRENCY.matcher(Normalizer.normalize(measure, Normalizer.Form.NFKC)).replaceAll("");
    return same(plain.strip());
  }

  /** Returns the one name of a measure in half width; of other words, these. */
  public static String same(String measure) {
    String base = base(measure);
    String name = SAME.get(base.toLowerCase(Locale.ROOT));
    return name == null ? measure : measure.substring(0, measure.length() - base.length()) + name;
  }

  /** Tells whether a measure is so many of another: 万元, 千公顷. */
  public static boolean isManyOfAnother(String measure) {
    return MANY.matcher(measure).matches();
  }

  /**
   * Tells whether two measures, as {@link #of} names them, measure the same in other steps: 元 and
   * 万元, 亩 and 公顷, or people and how often they came.
   */
  public static boolean areSteps(String one, String other) {
    String first = base(one);
    String second = base(other);
    return !one.equals(other)
        && !first.isEmpty()
        && (first.equals(second)
            || KINDS.stream().anyMatch(kind -> kind.contains(first) && kind.contains(second)));
  }

  private static String base(String measure) {
    String base = measure;
    while (isManyOfAnother(base)) {
      base = base.substring(1);
    }
    return base;
  }
}
