package dev.rollup.clerkfile;

import dev.rollup.template.Adds;
import dev.rollup.template.FieldType;
import dev.rollup.template.Time;
import dev.rollup.text.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The words in which a person says what a blank takes, in each language. */
final class ReviewWords {

  private static final Map<String, Enum<?>> WORDS = new HashMap<>();

  /** What may be written, Chinese first, by what it means. */
  private static final Map<Class<?>, Map<Enum<?>, List<String>>> SHOWN = new HashMap<>();

  private static final List<String> YES = List.of("是", "yes", "true", "1", "√");
  private static final List<String> NO = List.of("否", "no", "false", "0", "");

  static {
    know(FieldType.COUNT, "整数", "whole number");
    know(FieldType.DECIMAL, "小数", "decimal");
    know(FieldType.MONEY, "金额", "money");
    know(FieldType.PERCENT, "百分比", "percent");
    know(FieldType.TEXT, "文字", "text");
    know(FieldType.DATE, "日期", "date");
    know(FieldType.CHOICE, "选项", "choice");
    know(FieldType.MARK, "勾选", "mark");
    know(Adds.SUM, "相加", "sum");
    know(Adds.NO, "不汇总", "none");
    know(Adds.RATIO, "按合计数计算", "from the sums");
    know(Adds.TALLY, "统计个数", "number of answers");
    know(Adds.MAX, "取最大", "largest");
    know(Adds.MIN, "取最小", "smallest");
    know(Time.FLOW, "本期发生", "in the period");
    know(Time.STOCK, "期末数", "at its end");
    know(Time.CUMULATIVE, "累计数", "up to now");
  }

  private ReviewWords() {}

  private static void know(Enum<?> value, String chinese, String english) {
    Class<?> kind = value.getDeclaringClass();
    for (var word : List.of(value.name(), chinese, english)) {
      WORDS.put(key(kind, word), value);
    }
    SHOWN.computeIfAbsent(kind, any -> new TreeMap<>()).put(value, List.of(chinese, english));
  }

  private static String key(Class<?> kind, String word) {
    return kind.getSimpleName() + " " + Folding.label(word).toLowerCase(Locale.ROOT);
  }

  /** Returns what a word means; empty where it is none of its kind. */
  static <E extends Enum<E>> Optional<E> of(String word, Class<E> kind) {
    return Optional.ofNullable(WORDS.get(key(kind, word))).map(kind::cast);
  }

  /** Returns what a word says: yes, or no; empty where it is neither. */
  static Optional<Boolean> yes(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return YES.contains(lower)
        ? Optional.of(true)
        : NO.contains(lower) ? Optional.of(false) : Optional.empty();
  }

  /** Returns all words of a kind, in one of the languages. */
  static List<String> shown(Class<?> kind, boolean chinese) {
    return SHOWN.getOrDefault(kind, Map.of()).values().stream()
        .map(words -> words.get(chinese ? 0 : 1))
        .toList();
  }

  /** Returns the words for yes and no, in one of the languages. */
  static List<String> yesOrNo(boolean chinese) {
    return chinese ? List.of("是", "否") : List.of("yes", "no");
  }
}
