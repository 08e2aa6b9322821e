package dev.rollup.match.blank;

import dev.rollup.text.Folding;
import java.util.regex.Pattern;

/** Tells whether words say of all numbers around them that they are about so much. */
final class Estimates {

  private static final String ABOUT =
      "(?:估算|估计|预估|预计|预测|概算|大概|大约|大致|粗略|近似|暂估|暂定|初步|不完全统计)(?:数据?|数字|统计|值|得出)?|约数|概数";

  /** All that is said: 估计数. */
  private static final Pattern ALONE =
      Pattern.compile("(?:此|该|均|都|系|为|是|属)*(?:" + ABOUT + ")[。.!！]?");

  /** Said of others: 以上数据均为估算. */
  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?:注|备注|说明)?[：:]?(?:以上|上述|上面|上表|本表|表中|表内|所报|所填|填报|各项|全部|所有)"
              + "[一-龥]{0,8}?(?:均|都|皆|全)?(?:为|系|是|属于?|根据|据)?(?:"
              + ABOUT
              + ")[。.!！]?");

  private Estimates() {}

  /** Tells whether a text says so of the numbers of its row. */
  static boolean ofRow(String text) {
    String bare = Folding.halfWidth(text).replace(" ", "").replaceAll("[()]", "");
    return ALONE.matcher(bare).matches() || ofAll(text);
  }

  /** Tells whether a text says so of all numbers above it. */
  static boolean ofAll(String text) {
    return OF_ALL
        .matcher(Folding.halfWidth(text).replace(" ", "").replaceAll("[()]", ""))
        .matches();
  }
}
