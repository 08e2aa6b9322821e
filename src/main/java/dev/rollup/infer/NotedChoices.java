package dev.rollup.infer;

import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers that a note offers to a blank that it names: “应急预案”一栏填“是”或“否”. */
final class NotedChoices {

  private static final Pattern STOP = Pattern.compile("[。；;\\r\\n\\u2029]");

  /** What leads to a note, and numbers it. */
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:填表|填报|填写)?(?:说明|要求|须知|注)[：:]?|[（(]?[一二三四五六七八九十\\d]{1,2}[）)]?[.．、)）]?(?=\\D))+");

  private static final Pattern NOTE =
      Pattern.compile(
          "[“\"‘「《]?(?<name>[^“”\"‘’「」《》，,：:]{2,16}?)[”\"’」》]?(?:[一这本]?[栏列项格][中内目]?)?[，,：:]?"
              + "(?:请|应|须|均|只|能|可)*(?:填写?|选填?|写|选择)[为：:]?(?<answers>.+)");

  private static final Pattern QUOTED = Pattern.compile("[“\"‘「]([^“”\"‘’「」]{1,8})[”\"’」]");

  /** What may stand between answers, and behind the last. */
  private static final Pattern JOINED = Pattern.compile("(?:或者?|[、/／，,和]|之一|即可)*");

  private static final Pattern BETWEEN = Pattern.compile("或者?|[、/／]");

  /** Two answers of which one is the other's contrary need no quotation marks. */
  private static final Map<String, String> CONTRARIES =
      Map.of("是", "否", "有", "无", "男", "女", "合格", "不合格", "达标", "不达标", "已", "未");

  private final Map<String, List<String>> byName = new HashMap<>();

  /** Reads notes. */
  NotedChoices(Collection<String> texts) {
    for (var text : texts) {
      for (var sentence : STOP.split(text, -1)) {
        String bare = Lexicon.SPACE.matcher(sentence).replaceAll("");
        Matcher note = NOTE.matcher(LEAD.matcher(bare).replaceFirst(""));
        if (note.matches()) {
          List<String> answers = answers(note.group("answers"));
          if (answers.size() > 1) {
            byName.putIfAbsent(WordedRelations.bare(note.group("name")), answers);
          }
        }
      }
    }
  }

  private static List<String> answers(String words) {
    var quoted = new ArrayList<String>();
    Matcher each = QUOTED.matcher(words);
    while (each.find()) {
      quoted.add(each.group(1));
    }
    if (!quoted.isEmpty()) {
      boolean alone = JOINED.matcher(each.reset().replaceAll("")).matches();
      return alone ? quoted : List.of();
    }
    List<String> plain = List.of(BETWEEN.split(words));
    return plain.size() == 2 && plain.get(1).equals(CONTRARIES.get(plain.get(0)))
        ? plain
        : List.of();
  }

  /** Returns a blank with the answers that a note offers to it, if one does and nothing else. */
  FoundBlank completed(FoundBlank each) {
    boolean told =
        !each.choices().isEmpty() || each.measure().isPresent() || each.formula().isPresent();
    if (byName.isEmpty() || told) {
      return each;
    }
    return last(each.column())
        .or(() -> last(each.row()))
        .filter(answers -> Meaning.type(each) != FieldType.DATE)
        .map(each::offering)
        .orElse(each);
  }

  private Optional<List<String>> last(List<String> words) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byName.get(WordedRelations.bare(words.get(words.size() - 1))));
  }
}
