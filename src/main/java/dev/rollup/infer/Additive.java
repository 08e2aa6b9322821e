package dev.rollup.infer;

import dev.rollup.template.FieldType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which numbers of several units may be added: no shares, means, prices, levels, ages and
 * distances. What a Chinese label is about stands at its end, so 深度贫困村 are villages, and 水深 is a
 * depth.
 */
final class Additive {

  /** Measures of what has a size or a level, and no amount. */
  private static final Pattern OF_LEVELS =
      Pattern.compile(
          "分贝|dB(?:\\(A\\))?|℃|°C|级|岁|层|年|毫米|厘米|mm|cm|pH|名次|位次", Pattern.CASE_INSENSITIVE);

  /** Words that make a mean or a share of whatever they stand before. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "平均|[人户生师班校村日月年亩台件次床车单]均|每[一-龥]{1,3}|^距|比上年|±|增减%"
              + "|\\b(?:average|mean|median|per|growth|max|min|maximum|minimum)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The highest of several is not what all of them are together. */
  private static final Pattern HIGHEST = Pattern.compile("最[高低大小长短快慢远近早晚重轻深浅久](?!生活|限度|人民|检察)");

  /** The highest number of a time; 最大企业 are enterprises, where they are counted. */
  private static final Pattern HIGHEST_OF_TIME =
      Pattern.compile("最[高低大小多少长短快慢远近早晚重轻深浅久](?:单?[日月年周时次]|$)");

  /** What a label may be about that nobody adds. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:(?<!功)率|比例|比重|占比|百分比|均[价值数]|水平|标准|优良天数|达标天数|满意程度|(?:满意|知晓|覆盖|参与|贡献|支持|信任)度|倍数|海拔|坡度|经度|纬度"
              + "|电压|扬程|工期|时限|期限|周期|寿命|有效期|保质期|单价|价格|(?<![造总评同标估竞议原])价|指数|年龄|温度|气温|湿度|浓度|系数"
              + "|[评得扣加自总考]分|分数|排名|名次|位次|同比|环比|增长|增幅|增速|降幅|编号|代码|编码|序号|年份|学制|年限"
              + "|[车工教党军树船楼房]龄|层数|楼层|等级|级别|密度|强度|单耗|[单亩]产量?|水位|半径|直径|口径|管径|胸径|宽度|高度|厚度|深度"
              + "|距离|风力|震级|烈度|班额|噪[声音]|音量|声级|ph|[车风流转]速|(?:起付|封顶|贫困|保障|低保|警戒)线|(?<![评对])比"
              + "|\\b(?:rate|ratio|price|index|rank|score|age|temperature|distance|height|depth|density|speed)s?)"
              + "(?:值|情况|结果|指标)?$",
          Pattern.CASE_INSENSITIVE);

  /** A length across or upwards, where it is measured. */
  private static final Pattern ACROSS = Pattern.compile("[高宽深厚径]$");

  /** The same of what a heading over others is about: all of them are shares, means, prices. */
  private static final Pattern ALL_ABOUT =
      Pattern.compile(
          "(?:均价|单价|价格|指数|系数|增长率|增幅|增速|比重|占比|比例|得分|[单亩]产量?|单耗|水位|浓度|(?:保障|补助|补贴|收费|供养|最低)标准)(?:情况)?$");

  /** In English it stands before what says more about it. */
  private static final Pattern ABOUT_FIRST =
      Pattern.compile(
          "^(?:(?:unit|retail|market) (?:cost|price|value|weight)|price|distance|height|depth|age|temperature"
              + "|ratio|score|rank|index|speed|density|days? (?:out|without|since|of stock)|stock-?outs?\\b.*\\bdays?)s?\\b",
          Pattern.CASE_INSENSITIVE);

  /** By how much something changed, which adds up where the percentage does not. */
  private static final Pattern AMOUNT_OF_CHANGE = Pattern.compile("(?:增减|增加|减少|净增)(?:额|量|[人户件]?数)");

  private static final Pattern AGAINST_EARLIER =
      Pattern.compile("[比较与](?:上|去)[年期月](?:同期|同月)?(?:相比|比较|增减|变化|变动)?");

  /** The number before a label. */
  private static final Pattern NUMBERED = Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|\\d{1,2}[.、．])");

  /** White space and points behind a label. */
  private static final Pattern END_OF_CLAUSE = Pattern.compile("[\\s\\p{Z}:：,，;；]+$");

  private static final Pattern HOURS = Pattern.compile("小时|分钟|秒|天|日|hours?|minutes?|days?");

  private static final Pattern PER_TIME = Pattern.compile("/(?:日|天|年|月|小?时|d|h|a)$");

  private Additive() {}

  /**
   * Tells whether numbers may be added.
   *
   * @param outer the words over their row and column, and the headings above
   * @param leaves the innermost words of their row and column
   * @param measure their measure; empty where there is none
   */
  static boolean of(List<String> outer, List<String> leaves, String measure) {
    if (OF_LEVELS.matcher(measure).matches()) {
      return false;
    }
    if (measure.contains("/") && !Lexicon.isEither(measure)) {
      // What can be done in a day by all is the sum of what each can do.
      return PER_TIME.matcher(measure).find() && leaves.stream().anyMatch(Additive::isCapacity);
    }
    boolean change =
        leaves.stream().map(Additive::bare).anyMatch(AMOUNT_OF_CHANGE.asMatchPredicate());
    return outer.stream()
            .map(Additive::bare)
            .filter(words -> !(change && AGAINST_EARLIER.matcher(words).matches()))
            .noneMatch(Additive::isOverShares)
        && leaves.stream().map(Additive::bare).noneMatch(leaf -> isNoAmount(leaf, measure));
  }

  private static boolean isOverShares(String words) {
    return BEFORE.matcher(words).find() || ALL_ABOUT.matcher(words).find();
  }

  private static boolean isNoAmount(String leaf, String measure) {
    FieldType type = measure.isEmpty() ? null : Lexicon.typeOf(measure);
    boolean counted = type == FieldType.COUNT && !HOURS.matcher(measure).matches();
    Pattern highest = counted ? HIGHEST_OF_TIME : HIGHEST;
    return BEFORE.matcher(leaf).find()
        || highest.matcher(leaf).find()
        || ABOUT.matcher(leaf).find()
        || ABOUT_FIRST.matcher(leaf).find()
        || type == FieldType.DECIMAL && ACROSS.matcher(leaf).find()
        || HOURS.matcher(measure).matches() && leaf.endsWith("时间");
  }

  private static boolean isCapacity(String leaf) {
    return bare(leaf).endsWith("能力");
  }

  /** Returns a label without its number, what it has in brackets, and white space in Chinese. */
  private static String bare(String label) {
    String plain = Lexicon.IN_BRACKETS.matcher(Lexicon.spaced(label)).replaceAll("");
    plain = NUMBERED.matcher(plain).replaceAll("");
    return END_OF_CLAUSE.matcher(plain).replaceAll("").strip();
  }
}
