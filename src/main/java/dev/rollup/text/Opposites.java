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
  private static final String NEGATIONS = "不未非无否";

  private Opposites() {}

  /** Tells whether one of two labels says the contrary of the other. */
  public static boolean between(String one, String other) {
    for (var pair : PAIRS) {
      if (parts(one, other, pair.charAt(0), pair.charAt(1))
          || parts(other, one, pair.charAt(0), pair.charAt(1))) {
        return true;
      }
    }
    return negations(one) != negations(other);
  }

  /** Tells whether only the first label has one sign of a pair, and only the second the other. */
  private static boolean parts(String one, String other, char first, char second) {
    return has(one, first) && !has(other, first) && has(other, second) && !has(one, second);
  }

  private static boolean has(String label, char sign) {
    return label.indexOf(sign) >= 0;
  }

  private static long negations(String label) {
    return label.chars().filter(sign -> NEGATIONS.indexOf(sign) >= 0).count();
  }
}
