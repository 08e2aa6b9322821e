package dev.rollup.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a unit answers when it is asked about a number: the words that say that the number stands or
 * was put right, and what is left without them and without the words that introduce another number.
 *
 * @param consents whether it says in plain words that the number stands
 * @param rest what else it says; empty where there is nothing else
 */
public record Reply(boolean consents, String rest) {

  /** The number stands: 属实, 经核实无误, 数据正确. */
  private static final String STANDS =
      "(?:已经|已|经|均|都|现|上述|以上|填报|原报|原|此|该|我镇|我乡|我单位|本单位|数据|数字|数|情况)*"
          + "(?:(?:确认|核实|核对|复核|属实|无误|正确|准确|真实|没错|没有错误|没有问题|没问题|无问题|不变|没有变化|无变化|无需修改|无需更改|不用改|不改)(?:了|的)?)+"
          + "|是|是的|对|对的|(?i:confirmed|correct|right|ok|yes|it is right)";

  /** The form was put right: 已改正, 已在表中更正. */
  private static final String DONE =
      "已经?(?:在(?:附|原|报)?表(?:格)?(?:中|内|上|里)?)?"
          + "(?:改正|更正|修改|补填|重填|更新|补充|填写|补报|订正|调整|改)(?:完成|好|完|了)?"
          + "|(?i:corrected|done)";

  /** What introduces the number that is meant. */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:(?:经核实|经核对|核实后|核对后|现)[,:\\s]*)?"
              + "(?:(?:正确|准确|实际|应填)的?(?:数字|数据|数)?(?:应?[为是:])?"
              + "|(?:应该|应当|应)?(?:更改|更正|修改|修正|订正|改正|调整|改|实)?[为是成:]"
              + "|更正|改正|改|共计|合计|共|计|答"
              + "|(?i:should be|changed to|corrected to))"
              + "\\s*:?\\s*(?=\\S)");

  private static final String BETWEEN = "[\\s\\p{Z},;:.!、。]";

  private static final Pattern FIRST =
      Pattern.compile(BETWEEN + "*(?:(" + STANDS + ")|" + DONE + ")(?:" + BETWEEN + "+|$)");

  private static final Pattern LAST =
      Pattern.compile("[\\s\\p{Z},;、。]+(?:(" + STANDS + ")|" + DONE + ")" + BETWEEN + "*$");

  /** Words by which a text without a number may deny one. */
  private static final String DENIALS = "不没未无非否错误";

  /** Reads what was answered; any text. */
  public static Reply of(String text) {
    String rest = Folding.halfWidth(text).strip();
    boolean consents = false;
    for (Matcher first = FIRST.matcher(rest); first.lookingAt(); first = FIRST.matcher(rest)) {
      consents |= first.group(1) != null;
      rest = rest.substring(first.end());
    }
    Matcher last = LAST.matcher(rest);
    if (last.find()) {
      consents |= last.group(1) != null;
      rest = rest.substring(0, last.start());
    }
    Matcher introduced = INTRODUCED.matcher(rest);
    return new Reply(
        consents, (introduced.lookingAt() ? rest.substring(introduced.end()) : rest).strip());
  }

  /** Tells whether nothing but consent is said. */
  public boolean plain() {
    return consents && rest.isEmpty();
  }

  /** Tells whether the rest may say that there is no such thing, or not so many. */
  public boolean denies() {
    return rest.chars().anyMatch(c -> DENIALS.indexOf(c) >= 0);
  }
}
