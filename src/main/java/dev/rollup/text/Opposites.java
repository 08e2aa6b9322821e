package dev.rollup.text;

import java.util.List;

/**
 * Labels that are alike and mean the contrary: 已整改 and 未整改, 男 and 女. However alike two labels are,
 * one of these pairs between them makes them two.
 */
public final class Opposites {

  private static final List<String> PAIRS =
      List.of(
          "已未", "男女", "增减", "升降", "有无", "是否", "本上", "收支", "出入", "进出", "多少", "大小", "内外", "城乡", "新旧",
          "正负", "公私", "前后", "上下", "左右", "初末", "借贷", "盈亏", "始终", "早晚", "高低");
  private static final List<List<String>> WORDS =
      List.of(
          List.of("直接", "间接"),
          List.of("死亡", "失踪"),
          List.of("死亡", "受伤"),
          List.of("计划", "完成"),
          List.of("计划", "实际"),
          List.of("累计", "本月"),
          List.of("累计", "本季"),
          List.of("累计", "本期"),
          List.of("累计", "当月"),
          List.of("实物量", "价值量"),
          List.of("数量", "金额"),
          List.of("新增", "减少"),
          List.of("新建", "改建"));
  private static final String NEGATIONS = "不未非无否";

  private Opposites() {}

  /** Tells whether one of two labels says the contrary of the other. */
  public static boolean between(String one, String other) {
    for (var pair : PAIRS) {
      String first = pair.substring(0, 1);
      String second = pair.substring(1);
      if (parts(one, other, first, second) || parts(other, one, first, second)) {
        return true;
      }
    }
    for (var pair : WORDS) {
      if (parts(one, other, pair.get(0), pair.get(1))
          || parts(other, one, pair.get(0), pair.get(1))) {
        return true;
      }
    }
    return negations(one) != negations(other);
  }

  /** Tells whether only the first label has one word of a pair, and only the second the other. */
  private static boolean parts(String one, String other, String first, String second) {
    return one.contains(first)
        && !other.contains(first)
        && other.contains(second)
        && !one.contains(second);
  }

  private static long negations(String label) {
    return label.chars().filter(sign -> NEGATIONS.indexOf(sign) >= 0).count();
  }
}
