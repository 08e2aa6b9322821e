package dev.rollup.infer;

import java.util.Locale;
import java.util.regex.Pattern;

/** How far the total of a row or column reaches, by what it is called: lower ones are in higher. */
enum Total {
  /** No total. */
  NONE,
  /** 小计: of the rows since the last one. */
  SUBTOTAL,
  /** 合计: of subtotals as well. */
  TOTAL,
  /** 总计: of totals as well. */
  GRAND;

  private static final Pattern IS_GRAND =
      Pattern.compile(
          "(?:.*[^统会])?(?:总计|总合计)|全[国省市州县区乡镇村街校院厂司](?:[总合]?计)?|grandtotal|overalltotal");
  private static final Pattern IS_SUBTOTAL = Pattern.compile(".*小计|sub-?totals?.*|.*sub-?totals?");
  private static final Pattern IS_TOTAL =
      Pattern.compile(
          "计|共|(?:.*[^统会])?(?:合计|共计|合计数)|总数|总量|总额|total|alltotal|.*total|total[a-z]{3,14}");

  /** White space and colons. */
  private static final Pattern SPACE_OR_COLON = Pattern.compile("[\\s\\p{Z}:：]+");

  /** The number before a label, and what stands in brackets. */
  private static final Pattern NUMBER_OR_BRACKETS =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]+|\\d{1,2})[、.．]|^[（(][一二三四五六七八九十\\d]{1,3}[)）]|[（(][^（()）]*[)）]");

  /** Returns what a label says of its row or column. */
  static Total of(String label) {
    String bare =
        NUMBER_OR_BRACKETS
            .matcher(SPACE_OR_COLON.matcher(label.strip().toLowerCase(Locale.ROOT)).replaceAll(""))
            .replaceAll("");
    if (IS_GRAND.matcher(bare).matches()) {
      return GRAND;
    }
    if (IS_SUBTOTAL.matcher(bare).matches()) {
      return SUBTOTAL;
    }
    return IS_TOTAL.matcher(bare).matches() ? TOTAL : NONE;
  }
}
