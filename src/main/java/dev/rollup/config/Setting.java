package dev.rollup.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be set once for every run: in {@code rollup.json}, or in the environment. */
public enum Setting {
  /** Where the returns are, for a merge that names no folder. */
  SUBMISSIONS("submissions", Kind.FILE),
  /** The form: the id of a built-in one, or a file. */
  TEMPLATE("template", Kind.FORM),
  /** Who owes a return. */
  UNITS("units", Kind.FILE),
  /** Where the outputs go. */
  OUT("out", Kind.FILE),
  /** Who adds up. */
  DISTRICT("district", Kind.TEXT),
  /** Whom the units turn to. */
  CONTACT("contact", Kind.TEXT),
  /** Under which number. */
  PHONE("phone", Kind.TEXT),
  /** The day in the head of the district's form. */
  DATE("date", Kind.TEXT),
  /** Until when a return is on time. */
  DEADLINE("deadline", Kind.TEXT),
  /** Until when corrected returns are asked for. */
  RESUBMIT_BY("resubmitBy", Kind.TEXT),
  /** The ledger. */
  RECEIVED("received", Kind.FILE),
  /** What units confirmed. */
  CONFIRMATIONS("confirmations", Kind.FILE),
  /** What units corrected. */
  CORRECTIONS("corrections", Kind.FILE),
  /** What becomes of several returns of a unit. */
  ON_DUPLICATE("onDuplicate", Kind.WORD, "latest", "reject"),
  /** Whether the units are written to. */
  SLIPS("slips", Kind.FLAG),
  /** Whether the account is drafted. */
  NARRATIVE("narrative", Kind.FLAG),
  /** Whether one error rejects a file. */
  STRICT("strict", Kind.FLAG),
  /** From which severity on a run ends with status 1. */
  FAIL_ON("failOn", Kind.WORD, "error", "warning", "never"),
  /** How many files are read at a time. */
  JOBS("jobs", Kind.NUMBER),
  /** The language of messages and outputs. */
  LANG("language", Kind.WORD, "zh", "en");

  /** What values a setting takes. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A path, relative to the file that it stands in. */
    FILE,
    /** An id, or a path as above. */
    FORM,
    /** Yes or no. */
    FLAG,
    /** A whole number of at least one. */
    NUMBER,
    /** One of some words. */
    WORD
  }

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final List<String> FLAGS = List.of("true", "false");

  private final String key;
  private final Kind kind;
  private final List<String> words;

  Setting(String key, Kind kind, String... words) {
    this.key = key;
    this.kind = kind;
    this.words = List.of(words);
  }

  /** Returns the setting that the option of a description sets, if one does. */
  public static Optional<Setting> described(String descriptionKey) {
    return Arrays.stream(values())
        .filter(each -> each.descriptionKey().equals(descriptionKey))
        .findFirst();
  }

  /** Returns the key in the file. */
  public String key() {
    return key;
  }

  /** Returns what values it takes. */
  public Kind kind() {
    return kind;
  }

  /** Returns the option that sets it; of the folder of returns, which needs none, its key. */
  public String option() {
    return this == SUBMISSIONS ? key : "--" + dashed();
  }

  /** Returns the key of the text that describes the option. */
  public String descriptionKey() {
    return "option." + dashed();
  }

  /** Returns the variable of the environment that sets it. */
  public String variable() {
    return "ROLLUP_" + name();
  }

  private String dashed() {
    return this == LANG
        ? "lang"
        : CAPITAL.matcher(key).replaceAll(m -> "-" + m.group().toLowerCase(Locale.ROOT));
  }

  /** Tells whether a text is a value of it. */
  public boolean takes(String value) {
    return switch (kind) {
      case TEXT, FILE, FORM -> !value.isBlank();
      case FLAG -> FLAGS.contains(value);
      case NUMBER -> value.matches("[1-9]\\d{0,3}");
      case WORD -> words.contains(value);
    };
  }

  /** Tells whether it takes words that anybody may choose. */
  boolean isWorded() {
    return kind == Kind.TEXT || kind == Kind.FILE;
  }

  /** Returns how a value is written in the file. */
  public String example() {
    return switch (kind) {
      case TEXT, FILE, FORM -> "\"…\"";
      case FLAG -> String.join(" | ", FLAGS);
      case NUMBER -> "1, 2, …";
      case WORD -> "\"" + String.join("\" | \"", words) + "\"";
    };
  }
}
