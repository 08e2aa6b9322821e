package dev.rollup.cases;

import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says keys instead of words, each with what is put into its text: {@code
 * ⟨mistake.no-such-file│x⟩}. A case that is compared in keys stays as it is when words are put
 * better. Of every text that was said once an example is kept, to be compared in words.
 */
final class Keys {

  /** What is said about returns and runs; what stands in forms and sheets is named in words. */
  private static final Set<String> SAID =
      Set.of(
          "bug",
          "changes",
          "corrected",
          "correction",
          "explain",
          "finding",
          "letter",
          "mistake",
          "place",
          "print",
          "quoted",
          "schema",
          "side-line",
          "state",
          "status",
          "usage",
          "verdict");

  /** What only separates. */
  private static final Set<String> SIGNS =
      Set.of("place.separator", "print.comma", "quoted", "verdict.comma");

  private static final Pattern INNERMOST = Pattern.compile("⟨([^⟨⟩]*)⟩");
  private static final Pattern FINDING =
      Pattern.compile("⟨finding\\.([a-z-]+)\\.message(\\.[a-z-]+)?(?:│[^│⟨⟩]*)?");

  private final Map<Language, Messages> words =
      Map.of(Language.ZH, new Messages(Language.ZH), Language.EN, new Messages(Language.EN));

  /** By key, the least of all that was put into its text. */
  private final Map<String, List<String>> examples = new TreeMap<>();

  /** Returns messages that say keys. */
  Messages in(Language language) {
    return new Messages(language, this::said);
  }

  private synchronized Optional<String> said(String key, List<String> args) {
    if (!SAID.contains(key.split("\\.", -1)[0]) || SIGNS.contains(key)) {
      return Optional.empty();
    }
    examples.merge(
        key, List.copyOf(args), (a, b) -> a.toString().compareTo(b.toString()) <= 0 ? a : b);
    return Optional.of("⟨" + key + (args.isEmpty() ? "" : "│") + String.join("│", args) + "⟩");
  }

  /** Returns a text in which findings are called by their codes, without the name of the field. */
  static String brief(String text) {
    return FINDING.matcher(text).replaceAll("⟨$1$2");
  }

  /** Returns every key that was said, with an example in each language. */
  synchronized String examples(String folder) {
    var text = new StringBuilder();
    examples.forEach(
        (key, args) -> {
          text.append(key).append('\n');
          for (var language : Language.values()) {
            List<String> own = args.stream().map(arg -> inWords(arg, language)).toList();
            text.append("  ")
                .append(language.code())
                .append(' ')
                .append(words.get(language).text(key, own).replace("\n", "\n     "))
                .append('\n');
          }
        });
    return text.toString().replace(folder, "");
  }

  private String inWords(String text, Language language) {
    Matcher inner = INNERMOST.matcher(text);
    while (inner.find()) {
      String[] said = inner.group(1).split("│", -1);
      String worded = words.get(language).text(said[0], Arrays.copyOfRange(said, 1, said.length));
      text = text.substring(0, inner.start()) + worded + text.substring(inner.end());
      inner = INNERMOST.matcher(text);
    }
    return text;
  }
}
