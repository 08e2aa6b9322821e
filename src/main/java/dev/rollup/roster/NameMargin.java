package dev.rollup.roster;

import static java.util.Comparator.naturalOrder;

import dev.rollup.template.Template;
import dev.rollup.text.ChineseNumeral;
import dev.rollup.text.Folding;
import dev.rollup.text.Style;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the name of a unit ends inside a longer text: 城桥镇安全生产月统计表 is about 城桥镇, 城桥镇中心小学统计表 is not.
 * A name ends where something that is no letter stands beside it, or words that are known to be
 * about a return; before any other letter it may go on, and is another name.
 */
public final class NameMargin {

  /** What stands beside a name in the name of a return. */
  private static final Set<String> WORDS =
      Set.of(
          ("的 报 填报 上报 报送 呈报 补报 重报 已报 已填 已 填 填写 反馈 回复 转发 关于 来自 提交 汇总 汇报 数据 情况 信息 进展 进度"
                  + " 统计 活动 安全生产 安全生产月 安全月 安全 月报 季报 年报 周报 年 年度 半年 上半年 下半年 季度 月 月份 本月 日 号 份 版 空 空白"
                  + " 新版 旧版 修改 修订 更新 更正 最新 最终 最后 正式 初稿 电子 纸质 盖章 签章 签字 扫描 政府 单位 填报单位 报送单位")
              .split(" "));

  /** Words behind which a name is over, whatever follows. */
  private static final List<String> CLOSING =
      List.of(
          "统计表", "报表", "汇总表", "情况表", "登记表", "数据表", "表格", "表式", "台账", "附件", "扫描件", "盖章件", "盖章版",
          "盖章稿", "电子版", "最终版", "修改版", "定稿", "终稿", "终版", "总结", "材料", "照片", "图片", "简报", "小结");

  /** All of these, the longest first. */
  private static final List<String> ASIDE =
      Stream.concat(CLOSING.stream(), WORDS.stream())
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(naturalOrder()))
          .toList();

  /**
   * How names of bodies end that are never units' offices, though they begin with a unit's name.
   */
  private static final List<String> BODIES =
      List.of(
          ("小学 中学 初中 高中 学校 幼儿园 托儿所 学院 大学 医院 卫生院 卫生室 门诊部 诊所 派出所 警署 交警队 消防站 消防队 公司 集团 工厂 厂"
                  + " 合作社 村 村委会 村委 居委会 居委 居民区 社区 敬老院 养老院 福利院 中心 管理所 财政所 司法所 税务所 供电所 工作站 服务站"
                  + " 水务站 分局 支队 大队 中队 营业部 项目部 工会 妇联 团委 协会 商会 银行 支行 信用社 超市 商场 市场 酒店 工地 车间 园区"
                  + " 工业园 景区 码头 加油站 农场 林场")
              .split(" "));

  /** How names of bodies and offices end, units' own among them. */
  private static final List<String> OFFICES =
      List.of("镇 乡 街道 局 委 办 所 站 队 科 室 部 处 校 院 园 行 店 会 组 班".split(" "));

  private static final Pattern SEAL = Pattern.compile("(?:盖章|公章|章)+$");

  /** 进企业、进社区: where activities went, and nobody's name. */
  private static final char WENT_TO = '进';

  private static final int MONTHS = 12;

  /** What a unit calls the office of its own that sees to safety, and sends the return. */
  private static final Pattern OWN_OFFICE =
      Pattern.compile("(?:应急|安监|城运|城市运行|平安|综治|安全生产).{0,4}(?:中心|所|站|队)$");

  /** How the full names of companies end: 集团有限公司. */
  private static final List<String> LEGAL_FORMS = List.of("股份有限公司", "有限责任公司", "有限公司");

  private final Set<String> words = new HashSet<>(WORDS);
  private final int longest;
  private final String title;

  NameMargin(Template template) {
    for (var affix : template.unitPrefixes()) {
      String folded = Folding.name(affix);
      words.add(folded);
      // 崇明 for 崇明区.
      if (folded.length() > 2 && "区县市省".indexOf(folded.charAt(folded.length() - 1)) >= 0) {
        words.add(folded.substring(0, folded.length() - 1));
      }
    }
    template.unitSuffixes().forEach(affix -> words.add(Folding.name(affix)));
    for (int month = 1; month <= MONTHS; month++) {
      words.add(ChineseNumeral.format(month, Style.PLAIN) + "月");
      words.add(ChineseNumeral.format(month, Style.PLAIN) + "季度");
    }
    words.addAll(CLOSING);
    words.remove("");
    longest = words.stream().mapToInt(String::length).max().orElse(0);
    title = Folding.label(template.title());
  }

  /**
   * A text folded as names are.
   *
   * @param letters what is left of it
   * @param gaps the places before which white space or brackets stood
   */
  record Text(String letters, BitSet gaps) {

    static Text of(String text) {
      var letters = new StringBuilder();
      var gaps = new BitSet();
      Folding.nfkc(text)
          .toLowerCase(Locale.ROOT)
          .codePoints()
          .forEach(
              c -> {
                String folded = Folding.name(Character.toString(c));
                if (folded.isEmpty()) {
                  gaps.set(letters.length());
                }
                letters.append(folded);
              });
      return new Text(letters.toString(), gaps);
    }

    /** Tells whether no letter stands right behind a place. */
    private boolean endsAt(int at) {
      return at == letters.length() || gaps.get(at) || !mayGoOn(letters.charAt(at));
    }

    /** Tells whether no letter stands right before a place. */
    private boolean beginsAt(int at) {
      return at == 0 || gaps.get(at) || !mayGoOn(letters.charAt(at - 1));
    }

    /** Names are not written in two scripts. */
    private static boolean mayGoOn(char c) {
      return Character.isLetter(c) && !isLatin(c);
    }

    /** Returns where the letters end that stand behind a place without anything between them. */
    private int endOfLetters(int from, BitSet others) {
      int end = from;
      while (!endsAt(end) && !others.get(end) || end == from) {
        end++;
      }
      return end;
    }
  }

  /** Returns where a name ends with its company's legal form, which rosters leave out. */
  static int endWithLegalForm(String letters, int to) {
    String name = letters.substring(0, to);
    return name.endsWith("集团") || name.endsWith("公司")
        ? LEGAL_FORMS.stream()
            .filter(form -> letters.startsWith(form, to))
            .map(form -> to + form.length())
            .findFirst()
            .orElse(to)
        : to;
  }

  /** Tells whether a name that ends at a place ends there, and does not go on. */
  boolean endsBehind(Text text, int to) {
    if (numbered(text, to)) {
      return false;
    }
    var reached = new BitSet();
    reached.set(to);
    for (int at = to; at >= 0; at = reached.nextSetBit(at + 1)) {
      if (text.endsAt(at)) {
        return true;
      }
      for (int end = at + 1; end == at + 1 || !text.endsAt(end - 1); end++) {
        String word = text.letters().substring(at, end);
        if (closes(word)) {
          return true;
        }
        if (isWord(word)) {
          reached.set(end);
        }
      }
    }
    return false;
  }

  /**
   * Tells whether a name that begins at a place begins there.
   *
   * @param receiving where names of those end who receive the text
   */
  boolean beginsAt(Text text, int from, BitSet receiving) {
    if (numbered(text, from)) {
      return false;
    }
    var reached = new BitSet();
    reached.set(from);
    for (int at = from; at >= 0; at = reached.previousSetBit(at - 1)) {
      if (text.beginsAt(at) || receiving.get(at)) {
        return true;
      }
      for (int begin = at - 1; begin == at - 1 || !text.beginsAt(begin + 1); begin--) {
        String word = text.letters().substring(begin, at);
        if (closes(word)) {
          return true;
        }
        if (isWord(word)) {
          reached.set(begin);
        }
      }
    }
    return false;
  }

  /** Tells whether digits go on over a place, or letters of names that have digits: 1号 and 11号. */
  private static boolean numbered(Text text, int at) {
    if (at == 0 || at == text.letters().length() || text.gaps().get(at)) {
      return false;
    }
    char before = text.letters().charAt(at - 1);
    char behind = text.letters().charAt(at);
    return Character.isDigit(before) && Character.isDigit(behind)
        || isLatin(before) && isLatin(behind);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private boolean isWord(String word) {
    return word.length() <= longest && words.contains(word)
        || word.length() > 1 && title.contains(word);
  }

  private boolean closes(String word) {
    return CLOSING.contains(word) || word.length() > 1 && title.endsWith(word);
  }

  /**
   * Returns what makes a unit's name another body's where it goes on, in brackets or not: 中心小学
   * behind 城桥镇.
   *
   * @return the rest of that body's name; empty where none is certain
   */
  String another(Text text, int to) {
    String letters = text.letters();
    return to == letters.length() || !Text.mayGoOn(letters.charAt(to))
        ? ""
        : body(letters.substring(to, text.endOfLetters(to, new BitSet())));
  }

  /** Returns the name of a body that stands apart from what is covered; empty where none does. */
  String stranger(Text text, BitSet covered) {
    for (int at = 0; at < text.letters().length(); ) {
      int end = text.endOfLetters(at, covered);
      String body = covered.get(at) ? "" : body(text.letters().substring(at, end));
      if (!body.isEmpty()) {
        return body;
      }
      at = end;
    }
    return "";
  }

  /** Returns words as far as they are the name of a body; empty where they are not. */
  private static String body(String words) {
    String rest = words;
    for (boolean shorter = true; shorter && !isBody(rest); ) {
      String whole = rest;
      rest =
          ASIDE.stream()
              .filter(whole::endsWith)
              .map(word -> whole.substring(0, whole.length() - word.length()))
              .findFirst()
              .orElse(whole);
      shorter = rest.length() < whole.length();
    }
    return isBody(rest) ? rest : "";
  }

  /** Tells whether a folded text ends as the names of bodies and offices do. */
  public static boolean isSomebody(String text) {
    String name = SEAL.matcher(text).replaceAll("");
    return isBody(name) || OFFICES.stream().anyMatch(name::endsWith);
  }

  private static boolean isBody(String words) {
    return words.indexOf(WENT_TO) < 0
        && !OWN_OFFICE.matcher(words).find()
        && BODIES.stream().anyMatch(words::endsWith);
  }
}
