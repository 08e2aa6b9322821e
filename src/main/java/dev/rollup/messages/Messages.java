package dev.rollup.messages;

import dev.rollup.finding.Argument;
import dev.rollup.finding.FindingCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All words of one language. Safe for several threads. */
public final class Messages {

  private static final String FINDING = "finding.";
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final Map<String, FindingCode> CODES = codes();

  private final Language language;
  private final BiFunction<String, List<String>, Optional<String>> instead;
  private final Map<String, String> texts;
  private final Map<String, List<String>> pieces = new ConcurrentHashMap<>();

  /** Loads the bundle of a language. */
  public Messages(Language language) {
    this(language, (key, args) -> Optional.empty());
  }

  /**
   * Loads the bundle of a language, for a run of which facts are looked at and not words.
   *
   * @param instead gives what is said instead of the text of a key with what is put into it; empty
   *     where it is to be that text
   */
  public Messages(Language language, BiFunction<String, List<String>, Optional<String>> instead) {
    this.language = language;
    this.instead = instead;
    this.texts = Bundle.read(language.code() + ".properties");
  }

  private static Map<String, FindingCode> codes() {
    Map<String, FindingCode> codes = new HashMap<>();
    for (var code : FindingCode.values()) {
      codes.put(code.id(), code);
    }
    return codes;
  }

  /** Returns the language of these messages. */
  public Language language() {
    return language;
  }

  /**
   * Returns the text of a key with its placeholders {0}, {1}, … replaced.
   *
   * @param key a key of the bundle; one that is missing is a bug
   * @param args texts, put in as they are; numbers are to be passed as text
   */
  public String text(String key, String... args) {
    return instead.apply(key, Arrays.asList(args)).orElseGet(() -> worded(key, args));
  }

  private String worded(String key, String... args) {
    List<String> cut = pieces.get(key);
    if (cut == null) {
      cut = cut(pattern(key));
      pieces.put(key, cut);
    }
    if (cut.size() == 1) {
      return cut.get(0);
    }
    var text = new StringBuilder();
    for (int i = 0; i < cut.size(); i++) {
      if (i % 2 == 0) {
        text.append(cut.get(i));
      } else {
        int place = Integer.parseInt(cut.get(i));
        // What is not given stays as it is written.
        text.append(place < args.length ? args[place] : "{" + place + "}");
      }
    }
    return text.toString();
  }

  /** Cuts a text at its placeholders: words, number, words, and so on. */
  private static List<String> cut(String pattern) {
    var cut = new ArrayList<String>();
    int done = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', done)) {
      int close = pattern.indexOf('}', open);
      cut.add(pattern.substring(done, open));
      cut.add(pattern.substring(open + 1, close));
      done = close + 1;
    }
    cut.add(pattern.substring(done));
    return List.copyOf(cut);
  }

  /** As {@link #text(String, String...)}, with the placeholders' texts in a collection. */
  public String text(String key, Collection<String> args) {
    return text(key, args.toArray(String[]::new));
  }

  /** Tells whether the bundle has a key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** Returns all keys of the bundle. */
  public Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  /** Returns the bundle as the command line library wants it, for the texts of its help. */
  public ResourceBundle asResourceBundle() {
    return new ResourceBundle() {
      @Override
      protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
      }
    };
  }

  private String pattern(String key) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalStateException("no text for " + key + " in " + language);
    }
    return key.startsWith(FINDING) ? numbered(key, pattern) : pattern;
  }

  /** Puts places for the names of a finding's arguments. */
  private static String numbered(String key, String pattern) {
    String id = key.substring(FINDING.length(), key.indexOf('.', FINDING.length()));
    FindingCode code = Objects.requireNonNull(CODES.get(id), key);
    return NAME.matcher(pattern)
        .replaceAll(name -> Matcher.quoteReplacement("{" + place(code, name.group(1)) + "}"));
  }

  /** Returns the place of a name among what a text is given: the field first, then the rest. */
  private static int place(FindingCode code, String name) {
    return name.equals("field")
        ? 0
        : code.arguments().indexOf(Argument.valueOf(name.toUpperCase(Locale.ROOT))) + 1;
  }
}
