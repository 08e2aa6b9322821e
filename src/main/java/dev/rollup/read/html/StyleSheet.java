package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the style sheets of a page say (CSS 2.1), as far as it decides what a person sees. Of
 * selectors, elements, classes and ids are judged, with what elements stand in; whatever else a
 * selector asks for nobody knows here.
 */
final class StyleSheet {

  /** How many comparisons a form never needs. */
  private static final long MOST_WORK = 100_000_000;

  private static final String IMPORTANT = "!important";

  /** Properties that decide whether and how something is seen. */
  private static final Set<String> OF_SIGHT =
      Set.of(
          "color",
          "background",
          "background-color",
          "display",
          "visibility",
          "opacity",
          "font-size",
          "font",
          "text-decoration",
          "text-indent",
          "content",
          "vertical-align",
          "mso-hide",
          "mso-number-format");

  /** What an element is called, by which selectors find it. */
  record Name(String tag, List<String> classes, String id) {}

  /** One part of a selector: what an element must be called. */
  private record Compound(String tag, List<String> classes, String id) {
    boolean fits(Name name) {
      return (tag.isEmpty() || tag.equals(name.tag()))
          && (id.isEmpty() || id.equals(name.id()))
          && (classes.isEmpty() || name.classes().containsAll(classes));
    }
  }

  /**
   * One rule.
   *
   * @param outer what the element must stand in, the innermost first
   * @param near for each of these, whether it must hold the one before it directly
   * @param certain whether nothing else is asked for
   * @param generated whether it is about text that the sheet itself adds
   */
  private record Rule(
      Compound own,
      List<Compound> outer,
      List<Boolean> near,
      int weight,
      int order,
      boolean certain,
      boolean generated,
      Map<String, String> said) {}

  /**
   * What was found for one element.
   *
   * @param said the values by property, important ones included
   * @param doubtful whether more may hold that decides what is seen
   * @param generated whether the sheet may add text to it
   */
  record Found(Map<String, String> said, boolean doubtful, boolean generated) {
    static final Found NOTHING = new Found(Map.of(), false, false);
  }

  private final Map<String, List<Rule>> byKey = new HashMap<>();
  private final Map<String, Found> known = new HashMap<>();
  private final List<String> margins = new ArrayList<>();
  private int rules;
  private long work;

  /** Whether a rule asks where an element stands, so that the same name may mean another look. */
  private boolean nested;

  /** Returns what stands at the top and the foot of pages, in the codes of Excel. */
  List<String> margins() {
    return margins;
  }

  /** Adds a sheet. */
  void add(String sheet) throws Refusal {
    known.clear();
    String css = withoutComments(sheet);
    int at = 0;
    while (at < css.length()) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String head = css.substring(at, open);
      // Statements without a block stand before it, and other programs' comment signs.
      head = head.substring(head.lastIndexOf(';') + 1).replace("<!--", "").replace("-->", "");
      head = head.substring(head.lastIndexOf('}') + 1).strip();
      if (head.startsWith("@")) {
        String name = head.toLowerCase(Locale.ROOT);
        if (name.startsWith("@media") && (name.contains("screen") || name.contains("all"))) {
          at = open + 1;
          continue;
        }
        int end = endOfBlock(css, open);
        if (name.startsWith("@page")) {
          page(css.substring(open + 1, Math.max(open + 1, end - 1)));
        }
        at = end;
        continue;
      }
      int close = css.indexOf('}', open);
      int end = close < 0 ? css.length() : close;
      Map<String, String> said = declarations(css.substring(open + 1, end));
      for (String selector : head.split(",", -1)) {
        add(selector.strip(), said);
      }
      at = end + 1;
    }
  }

  private void page(String block) {
    for (var each : declarations(block).entrySet()) {
      if (each.getKey().equals("mso-header-data") || each.getKey().equals("mso-footer-data")) {
        margins.add(unquoted(each.getValue()));
      }
    }
  }

  private static int endOfBlock(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return css.length();
  }

  private static String withoutComments(String sheet) {
    int at = sheet.indexOf("/*");
    if (at < 0) {
      return sheet;
    }
    var rest = new StringBuilder(sheet.length());
    int from = 0;
    while (at >= 0) {
      rest.append(sheet, from, at);
      int end = sheet.indexOf("*/", at + 2);
      if (end < 0) {
        return rest.toString();
      }
      from = end + 2;
      at = sheet.indexOf("/*", from);
    }
    return rest.append(sheet, from, sheet.length()).toString();
  }

  private void add(String selector, Map<String, String> said) throws Refusal {
    if (selector.isEmpty() || said.isEmpty()) {
      return;
    }
    Limits.checkListed(++rules);
    String lower = selector.toLowerCase(Locale.ROOT);
    if (lower.contains(":hover")
        || lower.contains(":active")
        || lower.contains(":focus")
        || lower.contains(":visited")
        || lower.contains("::selection")) {
      return;
    }
    boolean generated = lower.contains(":before") || lower.contains(":after");
    String asked = selector.replaceAll("(?i)::?(before|after)", "").replaceAll("(?i):link", "");
    if (isLeftOpen(asked, '[', ']') || isLeftOpen(asked, '(', ')')) {
      // Browsers drop a rule that asks for nothing in particular.
      return;
    }
    boolean certain = !asked.matches("(?s).*[\\[\\]:+~()].*");
    String plain = certain ? asked : asked.replaceAll("\\[[^\\]]*\\]|::?[\\w-]+(\\([^)]*\\))?", "");
    if (generated && emptyContent(said)) {
      return;
    }
    var compounds = new ArrayList<Compound>();
    var near = new ArrayList<Boolean>();
    int weight = 0;
    boolean direct = false;
    for (String part :
        plain.replace(">", " > ").replaceAll("[+~]", " ").strip().split("\\s+", -1)) {
      if (part.equals(">")) {
        direct = true;
        continue;
      }
      Compound compound = compound(part);
      compounds.add(0, compound);
      near.add(0, direct);
      direct = false;
      weight +=
          (compound.id().isEmpty() ? 0 : 10_000)
              + 100 * compound.classes().size()
              + (compound.tag().isEmpty() ? 0 : 1);
    }
    if (compounds.isEmpty()) {
      return;
    }
    // Beside each other is not inside each other, so that nobody knows what stands before it.
    boolean sibling = plain.matches("(?s).*[+~].*");
    List<Compound> outer = sibling ? List.of() : compounds.subList(1, compounds.size());
    Compound own = compounds.get(0);
    nested |= !outer.isEmpty();
    String key =
        !own.id().isEmpty()
            ? "#" + own.id()
            : !own.classes().isEmpty() ? "." + own.classes().get(0) : own.tag();
    byKey
        .computeIfAbsent(key, each -> new ArrayList<>())
        .add(
            new Rule(
                own,
                List.copyOf(outer),
                List.copyOf(near),
                weight,
                rules,
                certain && !sibling,
                generated,
                said));
  }

  private static boolean isLeftOpen(String selector, char open, char close) {
    return selector.lastIndexOf(open) > selector.lastIndexOf(close);
  }

  private static boolean emptyContent(Map<String, String> said) {
    String content = said.getOrDefault("content", "none").replace(IMPORTANT, "").strip();
    return content.equals("none") || content.equals("normal") || unquoted(content).isBlank();
  }

  private static Compound compound(String part) {
    String tag = "";
    String id = "";
    var classes = new ArrayList<String>();
    int at = 0;
    while (at < part.length()) {
      int end = at + 1;
      while (end < part.length() && part.charAt(end) != '.' && part.charAt(end) != '#') {
        end++;
      }
      String word = part.substring(at, end).replace("\\", "");
      switch (word.charAt(0)) {
        case '.' -> classes.add(word.substring(1));
        case '#' -> id = word.substring(1);
        default -> tag = word.equals("*") ? "" : word.toLowerCase(Locale.ROOT);
      }
      at = end;
    }
    return new Compound(tag, List.copyOf(classes), id);
  }

  /** Reads what stands between the braces of a rule, or in a style attribute. */
  static Map<String, String> declarations(String block) {
    var said = new LinkedHashMap<String, String>();
    int at = 0;
    while (at < block.length()) {
      int end = endOfDeclaration(block, at);
      String each = block.substring(at, end);
      int colon = each.indexOf(':');
      if (colon > 0) {
        String property = each.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = each.substring(colon + 1).strip();
        String before = said.get(property);
        if (before == null || !isImportant(before) || isImportant(value)) {
          said.remove(property);
          said.put(property, value);
        }
      }
      at = end + 1;
    }
    return said;
  }

  /** Semicolons in quotes end nothing, and signs behind a backslash mean nothing. */
  private static int endOfDeclaration(String block, int from) {
    char quote = 0;
    for (int i = from; i < block.length(); i++) {
      char c = block.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ';') {
        return i;
      }
    }
    return block.length();
  }

  static boolean isImportant(String value) {
    return value.toLowerCase(Locale.ROOT).replace(" ", "").endsWith(IMPORTANT);
  }

  /** Returns a value without its quotes and escapes (CSS 2.1, 4.1.3). */
  static String unquoted(String written) {
    String value = written.strip();
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    int to = quoted ? value.length() - 1 : value.length();
    var all = new StringBuilder();
    for (int i = quoted ? 1 : 0; i < to; i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 >= to) {
        all.append(c);
        continue;
      }
      int end = i + 1;
      int number = 0;
      while (end < to && end - i <= 6 && Character.digit(value.charAt(end), 16) >= 0) {
        number = number * 16 + Character.digit(value.charAt(end), 16);
        end++;
      }
      if (end == i + 1) {
        all.append(value.charAt(++i));
      } else {
        all.appendCodePoint(Character.isValidCodePoint(number) ? number : 0xFFFD);
        i = end - 1;
        if (end < to && value.charAt(end) == ' ') {
          i++;
        }
      }
    }
    return all.toString();
  }

  /**
   * Finds what is said of an element.
   *
   * @param around what it stands in, the outermost first
   * @param own what its style attribute says; null where it has none
   */
  Found find(Name name, List<Name> around, @Nullable String own) throws Refusal {
    String key = null;
    if (!nested) {
      key = name.tag() + "\0" + String.join(" ", name.classes()) + "\0" + name.id() + "\0" + own;
      Found before = known.get(key);
      if (before != null) {
        return before;
      }
    }
    Found found = findAnew(name, around, own);
    if (key != null && known.size() < 10_000) {
      known.put(key, found);
    }
    return found;
  }

  private Found findAnew(Name name, List<Name> around, @Nullable String own) throws Refusal {
    var fitting = new ArrayList<Rule>();
    collect("", name, around, fitting);
    collect(name.tag(), name, around, fitting);
    for (String each : name.classes()) {
      collect("." + each, name, around, fitting);
    }
    if (!name.id().isEmpty()) {
      collect("#" + name.id(), name, around, fitting);
    }
    if (fitting.isEmpty() && own == null) {
      return Found.NOTHING;
    }
    fitting.sort(Comparator.comparingInt(Rule::weight).thenComparingInt(Rule::order));
    var said = new LinkedHashMap<String, String>();
    boolean doubtful = false;
    boolean generated = false;
    for (var rule : fitting) {
      if (rule.generated()) {
        generated = true;
      } else if (rule.certain()) {
        lay(rule.said(), said);
      } else {
        doubtful |= rule.said().keySet().stream().anyMatch(OF_SIGHT::contains);
      }
    }
    if (own != null) {
      lay(declarations(own), said);
    }
    return new Found(said, doubtful, generated);
  }

  private static void lay(Map<String, String> more, Map<String, String> said) {
    more.forEach(
        (property, value) -> {
          String before = said.get(property);
          if (before == null || !isImportant(before) || isImportant(value)) {
            said.remove(property);
            said.put(property, value);
          }
        });
  }

  private void collect(String key, Name name, List<Name> around, List<Rule> fitting)
      throws Refusal {
    for (var rule : byKey.getOrDefault(key, List.of())) {
      spend(1);
      if (rule.own().fits(name) && (rule.outer().isEmpty() || stands(rule, around))) {
        fitting.add(rule);
      }
    }
  }

  private boolean stands(Rule rule, List<Name> around) throws Refusal {
    int wanted = 0;
    for (int i = around.size() - 1; i >= 0 && wanted < rule.outer().size(); i--) {
      spend(1);
      if (rule.outer().get(wanted).fits(around.get(i))) {
        wanted++;
      } else if (rule.near().get(wanted)) {
        return false;
      }
    }
    return wanted == rule.outer().size();
  }

  private void spend(int more) throws Refusal {
    work += more;
    if (work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
  }
}
