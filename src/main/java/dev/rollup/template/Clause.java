package dev.rollup.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a sentence with {@code {placeholders}} for what is known only later.
 *
 * <p>It is cut at its commas; words without a placeholder belong to the piece behind them. A piece
 * of which something is not known is left out with its comma, and without the first piece there is
 * no clause: it is the one that says what was done.
 *
 * @param text the words
 * @param pieces the words in pieces, at least one placeholder in each
 */
public record Clause(String text, List<String> pieces) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final String COMMA = "，";
  private static final String LATIN_COMMA = ", ";

  /**
   * What became of a clause.
   *
   * @param text the words, without a comma at the end
   * @param used the placeholders that are in it
   */
  public record Filled(String text, Set<String> used) {

    /** Copies the set. */
    public Filled {
      used = Set.copyOf(used);
    }
  }

  /** Copies the pieces. */
  public Clause {
    pieces = List.copyOf(pieces);
  }

  /** Cuts a clause into its pieces. */
  public static Clause of(String text) {
    String comma = comma(text);
    var pieces = new ArrayList<String>();
    var open = new StringBuilder();
    for (String words : text.split(comma, -1)) {
      open.append(open.isEmpty() ? "" : comma).append(words);
      if (PLACEHOLDER.matcher(words).find()) {
        pieces.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty() && !pieces.isEmpty()) {
      pieces.add(pieces.remove(pieces.size() - 1) + comma + open);
    }
    return new Clause(text, pieces.isEmpty() ? List.of(text) : pieces);
  }

  private static String comma(String text) {
    return text.contains(COMMA) ? COMMA : LATIN_COMMA;
  }

  /** Returns the placeholders of some text, without their brackets. */
  public static Set<String> placeholders(String text) {
    var names = new LinkedHashSet<String>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Returns text with its placeholders replaced; one that is not known is replaced by nothing. */
  public static String replaced(String text, Function<String, Optional<String>> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1)).orElse("")));
  }

  /**
   * Fills the clause in.
   *
   * @param values what stands for a placeholder; empty where that is not known
   * @return empty where something of the first piece is not known
   */
  public Optional<Filled> filled(Function<String, Optional<String>> values) {
    var said = new ArrayList<String>();
    var used = new LinkedHashSet<String>();
    for (String piece : pieces) {
      Set<String> names = placeholders(piece);
      if (names.stream().allMatch(name -> values.apply(name).isPresent())) {
        said.add(replaced(piece, values));
        used.addAll(names);
      } else if (said.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Filled(String.join(comma(text), said), used));
  }
}
