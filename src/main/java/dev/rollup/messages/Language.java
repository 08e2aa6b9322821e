package dev.rollup.messages;

import java.util.Locale;

/** The languages in which rollup speaks. */
public enum Language {
  ZH,
  EN;

  /** Returns the code on the command line: {@code zh}, {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the locale that formats numbers and dates in messages. */
  public Locale locale() {
    return Locale.forLanguageTag(code());
  }
}
