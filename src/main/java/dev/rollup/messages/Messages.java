package dev.rollup.messages;

import dev.rollup.finding.Argument;
import dev.rollup.finding.FindingCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All words of one language. Safe for several threads. */
public final class Messages {

  private static final String FINDING = "finding.";
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final Map<String, FindingCode> CODES =
      Arrays.stream(FindingCode.values())
          .collect(Collectors.toMap(FindingCode::id, Function.identity()));

  private final Language language;
  private final BiFunction<String, List<String>, Optional<String>> instead;
  private final Properties texts = new Properties();
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

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
    String resource = language.code() + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Messages.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    MessageFormat format =
        formats.computeIfAbsent(key, k -> new MessageFormat(pattern(k), language.locale()));
    synchronized (format) {
      return format.format(args);
    }
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
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** Returns the bundle as the command line library wants it, for the texts of its help. */
  public ResourceBundle asResourceBundle() {
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String key) {
        return texts.getProperty(key);
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(keys());
      }
    };
  }

  private String pattern(String key) {
    String pattern = texts.getProperty(key);
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
