package dev.rollup.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that take the certainty from a number: it is about so much, it is not what happened, or
 * it is another number. One list for all that read numbers, by where the words stand.
 */
public final class Doubt {

  /** Right before a number: it is not exactly this one. */
  private static final Set<String> BEFORE =
      Set.of(
          "约", "大约", "约莫", "大概", "大致", "近", "将近", "接近", "超", "超过", "逾", "上", "不足", "不到", "不下",
          "不少于", "不低于", "不超过", "不多于", "至少", "最少", "最多", "至多", "起码", "估", "估计", "预计", "预估", "可能",
          "几乎", "差不多", "大于", "小于", "多于", "少于", "<", ">", "≤", "≥", "≈", "~", "～", "±");

  /** Right behind a number, or behind the measure of it. */
  private static final Set<String> BEHIND =
      Set.of(
          "左右", "上下", "以上", "以下", "以内", "以外", "之内", "不等", "余", "餘", "多", "许", "来", "來", "几", "开外",
          "出头", "不到", "不止", "有余");

  /** Wherever they stand: the number is about so much, or not yet certain. */
  private static final Set<String> UNCERTAIN =
      Set.of(
          "大约", "大概", "约莫", "左右", "上下", "不等", "差不多", "开外", "出头", "有余", "预计", "预估", "预期", "估计", "估算",
          "估测", "粗略", "不完全", "初步", "近似", "可能", "疑似", "待核", "待定", "待查", "待补", "待报", "待统计", "待确认",
          "待更新", "未核", "未定", "未确认", "核实中", "统计中", "不确定", "不详", "不清楚", "暂定", "暂估", "暂报", "暂计", "暂缺",
          "暂按", "暂时", "拟开展", "拟组织", "拟举办", "未完成", "目标", "指标", "任务数", "为计划", "系计划", "含计划", "若干",
          "许多", "很多");

  /** Wherever they stand: another number comes in its place. */
  private static final Set<String> REPLACED =
      Set.of("更正", "更改", "改为", "改成", "改填", "修正为", "订正", "应为", "应是", "应改", "实为", "作废", "误填", "填错");

  /** Wherever they stand: the number is wrong, or of something else. */
  private static final Set<String> OTHER =
      Set.of(
          "修正", "修改", "纠正", "实际为", "实际是", "无效", "有误", "不准", "不实", "不对", "错误", "误报", "笔误", "写错",
          "报错", "错填", "多报", "漏报", "少报", "少填", "多填", "重复", "撤回", "撤销", "取消", "删除", "删去", "划掉", "为准",
          "不含", "不包括", "未含", "未包括", "除外", "剔除", "扣除", "去年", "上年", "前年", "往年", "上月", "同期", "同比",
          "环比", "单位为", "单位是", "计量单位");

  /** All that is said, or all that is said besides a measure. */
  private static final Set<String> ALONE =
      Set.of(
          "约", "近", "超", "逾", "余", "餘", "多", "几", "数", "许", "来", "估", "暂", "拟", "应", "应到", "应报",
          "计划", "计划数", "计划内", "任务", "另", "万", "萬", "千", "仟", "百", "佰", "十", "拾", "亿", "億", "w", "k",
          "以上", "以下", "以内", "以外", "改", "误", "错", "计量");

  /** Of the words in {@link #ALONE}, those before which or behind which a measure may stand. */
  private static final String WITH_MEASURE = "约近超逾余餘多几来來万萬千仟百佰亿億w";

  /** Words that begin or end like these, and take nothing back. */
  private static final Set<String> OTHERS =
      Set.of(
          "约谈", "近期", "近日", "近年", "近况", "超市", "超标", "超额", "超时", "来源", "来信", "来访", "来电", "多媒体",
          "多部门", "百姓", "千万", "多种", "多方", "多样", "多元", "万家", "万户", "超前", "多维", "多级", "预约", "节约", "签约",
          "其余", "业余", "未来", "本来", "许可", "允许");

  private static final String OPEN = "约近超逾余餘多几数许来來估暂拟";

  private static final Set<String> BOUNDS = Set.of("以上", "以下", "以内", "以外");

  /** A measure is no longer than this. */
  private static final int MEASURE = 3;

  private static final String COMPARISONS = "±≈<>≤≥＜＞";

  private static final String SIGNS = "约近余餘多超逾几数概估不最许内均每未拟各预W～~+/±≈<>≤≥";
  private static final Set<String> PAIRS = Set.of("左右", "上下", "以上", "以下", "以外", "至少", "开外", "出头");

  private Doubt() {}

  /**
   * Tells whether words without a numeral say that a number beside them is not final, about so
   * much, of another time, in another scale, or replaced. 万 and its like are taken as such where
   * they stand alone or with a measure only.
   *
   * @param text what stands in the same line, row or neighbour cell; any text, null is none
   */
  public static boolean takesBack(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return false;
    }
    String words = letters(text);
    if (words.length() <= MEASURE && text.chars().anyMatch(c -> COMPARISONS.indexOf(c) >= 0)) {
      return true;
    }
    return !words.isEmpty()
        && (holds(words, UNCERTAIN)
            || holds(words, REPLACED)
            || holds(words, OTHER)
            || ALONE.contains(words)
            || besideMeasure(words)
            || words.startsWith("计划"));
  }

  /** Tells whether words take a number beside them back, or replace it in whatever they tell. */
  public static boolean unsettles(String text) {
    return takesBack(text) || replaces(text);
  }

  /**
   * Tells of words that take a number back whether it is only about so much or not yet certain,
   * rather than another one.
   */
  public static boolean leavesOpen(String text) {
    String words = letters(text);
    return holds(words, UNCERTAIN)
        || words.startsWith("计划")
        || !words.isEmpty()
            && !holds(words, OTHERS)
            && (OPEN.indexOf(words.charAt(0)) >= 0 || BOUNDS.stream().anyMatch(words::endsWith))
        || text.chars().anyMatch(c -> COMPARISONS.indexOf(c) >= 0);
  }

  /**
   * Tells whether words say that a number beside them is replaced by another one, in whatever they
   * tell besides.
   */
  public static boolean replaces(String text) {
    return holds(text, REPLACED);
  }

  /**
   * Tells whether words between a number and what comes next may make it uncertain: strictly, any
   * sign of doubt counts, since nothing but the form's own words belongs there.
   */
  public static boolean mayTouch(CharSequence words) {
    for (int i = 0; i < words.length(); i++) {
      if (SIGNS.indexOf(words.charAt(i)) >= 0
          || i + 1 < words.length() && PAIRS.contains(words.subSequence(i, i + 2).toString())) {
        return true;
      }
    }
    return false;
  }

  /** Returns where a word ends that stands right before a number and makes it uncertain, or 0. */
  static int before(String text) {
    return longest(text, BEFORE);
  }

  /**
   * Returns the length of the longest word at the beginning of a text that makes the number before
   * it uncertain; 0 for none.
   *
   * @param text what stands behind a number or behind its measure
   */
  public static int behind(String text) {
    return longest(text, BEHIND);
  }

  private static int longest(String text, Set<String> words) {
    for (int length = Math.min(MEASURE, text.length()); length > 0; length--) {
      if (words.contains(text.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean besideMeasure(String words) {
    if (words.length() < 2 || words.length() > MEASURE + 2) {
      return false;
    }
    boolean edge =
        WITH_MEASURE.indexOf(words.charAt(0)) >= 0
            || "余餘多许".indexOf(words.charAt(words.length() - 1)) >= 0
            || BOUNDS.stream().anyMatch(words::endsWith);
    return edge && !holds(words, OTHERS);
  }

  private static boolean holds(String text, Set<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  private static String letters(String text) {
    var letters = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
