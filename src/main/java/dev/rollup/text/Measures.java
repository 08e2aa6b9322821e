package dev.rollup.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every word that measures something, folded, and how to find one in a text. */
public final class Measures {

  private final Set<String> words = new HashSet<>();
  private final Map<String, List<String>> byFirst = new HashMap<>();

  /** The words of measure of a form, as they are written there. */
  public Measures(Set<String> words) {
    for (var word : words) {
      String folded = Folding.label(word);
      if (this.words.add(folded)) {
        byFirst.computeIfAbsent(folded.substring(0, 1), first -> new ArrayList<>()).add(folded);
      }
    }
  }

  /** Returns the folded words. */
  public Set<String> words() {
    return words;
  }

  /** Returns the end of the longest word of measure that begins at a place, or -1. */
  public int longest(String text, int at) {
    int longest = -1;
    String first = Folding.letters(text.charAt(at));
    if (!first.isEmpty()) {
      for (var word : byFirst.getOrDefault(first.substring(0, 1), List.of())) {
        longest = Math.max(longest, end(word, text, at));
      }
    }
    return longest;
  }

  private static int end(String word, String text, int at) {
    int i = at;
    int letter = 0;
    while (letter < word.length()) {
      while (letter > 0
          && i < text.length()
          && ("/／".indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
        i++;
      }
      String folded = i < text.length() ? Folding.letters(text.charAt(i)) : "";
      if (folded.isEmpty() || !word.startsWith(folded, letter)) {
        return -1;
      }
      letter += folded.length();
      i++;
    }
    return i;
  }
}
