package dev.rollup.clerkfile;

import dev.rollup.finding.Mistake;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.FieldType;
import dev.rollup.template.Time;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads back the sheet on which a person looked over what was found on a blank. */
public final class ReviewReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "field", List.of("field", "指标编号"),
          "type", List.of("type", "类型"),
          "measure", List.of("measure", "计量单位"),
          "adds", List.of("district total", "adds", "汇总方式"),
          "time", List.of("time", "时间属性"),
          "sure", List.of("sure", "有把握"));

  private static final Map<String, Enum<?>> WORDS = new HashMap<>();

  /** What may be written, by the kind of word, as people write it. */
  private static final Map<Class<?>, List<String>> SHOWN = new HashMap<>();

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
    know(Adds.LAST, "取最新", "latest");
    know(Time.FLOW, "本期发生", "in the period");
    know(Time.STOCK, "期末数", "at its end");
    know(Time.CUMULATIVE, "累计数", "up to now");
  }

  private static final List<String> YES = List.of("是", "yes", "true", "1", "√");
  private static final List<String> NO = List.of("否", "no", "false", "0", "");

  private ReviewReader() {}

  private static void know(Enum<?> value, String... words) {
    WORDS.put(key(value.getDeclaringClass(), value.name()), value);
    for (var word : words) {
      WORDS.put(key(value.getDeclaringClass(), word), value);
      SHOWN.computeIfAbsent(value.getDeclaringClass(), kind -> new ArrayList<>()).add(word);
    }
  }

  private static String key(Class<?> kind, String word) {
    return kind.getSimpleName() + " " + Folding.label(word).toLowerCase(Locale.ROOT);
  }

  /** Returns the heading by which the sheet is known among others. */
  public static List<String> heading() {
    return HEADINGS.get("adds");
  }

  /**
   * Returns a form as the sheet says that it is. Blanks that it does not name stay as they are.
   *
   * @throws Mistake if a line names no blank of the form, or says what cannot be
   */
  public static Blank read(SideFile file, Blank blank) throws Mistake {
    var known = new HashMap<String, Binding>();
    blank.bindings().forEach(each -> known.put(each.id(), each));
    var told = new HashSet<String>();
    for (var line :
        SideTable.read(file, HEADINGS, List.of("field", "type", "measure", "adds", "sure"))) {
      String id = line.required("field");
      if (id.startsWith("h_")) {
        continue;
      }
      Binding binding = known.get(id);
      if (binding == null || !told.add(id)) {
        throw line.mistake(binding == null ? "review.no-field" : "review.twice", id);
      }
      known.put(id, read(line, binding));
    }
    return blank.with(each -> known.get(each.id()));
  }

  private static Binding read(SideTable.Line line, Binding binding) throws Mistake {
    FieldType type = word(line, "type", FieldType.class);
    Adds adds = word(line, "adds", Adds.class);
    boolean adding = adds != Adds.NO && adds != Adds.TALLY && adds != Adds.LAST;
    if (adding && !type.number() || adds == Adds.SUM && type == FieldType.PERCENT) {
      throw line.mistake("review.cannot-add", line.raw("type"), line.raw("adds"));
    }
    Optional<Time> time =
        line.raw("time").isEmpty() ? Optional.empty() : Optional.of(word(line, "time", Time.class));
    String sure = line.raw("sure").toLowerCase(Locale.ROOT);
    if (!YES.contains(sure) && !NO.contains(sure)) {
      throw line.mistake("review.unknown-word", line.raw("sure"), "是 / 否 (yes / no)");
    }
    return binding.told(
        type,
        Optional.of(line.raw("measure")).filter(text -> !text.isEmpty()),
        adds,
        time,
        YES.contains(sure));
  }

  private static <E extends Enum<E>> E word(SideTable.Line line, String column, Class<E> kind)
      throws Mistake {
    String word = line.required(column);
    Enum<?> value = WORDS.get(key(kind, word));
    if (value == null) {
      throw line.mistake("review.unknown-word", word, String.join(" / ", SHOWN.get(kind)));
    }
    return kind.cast(value);
  }
}
