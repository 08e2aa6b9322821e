package dev.rollup.template;

import java.util.Map;

/**
 * A text of a template in every language. It may hold {@code {left}}, {@code {right}}, {@code
 * {row}}, {@code {label}} and {@code {unit}}.
 *
 * @param texts the text by the code of its language, {@code zh} and {@code en}
 */
public record Wording(Map<String, String> texts) {

  /** Copies the texts. */
  public Wording {
    texts = Map.copyOf(texts);
  }

  /** Returns the text of a language; one that is not there is a bug of the reader. */
  public String in(String language) {
    String text = texts.get(language);
    if (text == null) {
      throw new IllegalStateException("no text in " + language);
    }
    return text;
  }
}
