package dev.rollup.match;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.model.Folding;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lays the words of the blank form over a sentence that was filled in, and tells what stands in the
 * blanks. Every way to lay them is tried; where two ways give different numbers, or none leaves no
 * numeral over, nothing is told. Built once for a template; safe for several threads.
 */
final class SentenceAligner {

  /** No sentence of a form is this long; what is, is not tried. */
  private static final int LONGEST = 1_000;

  /** The blanks that are read while looking, before a sentence is given up as hopeless. */
  private static final int MOST_TRIES = 5_000;

  /** What takes the certainty from a number behind its measure. */
  private static final Set<String> HEDGES =
      Set.of("左右", "上下", "以上", "以下", "以内", "以外", "余", "多", "不等", "许", "余次", "多次");

  private static final String STOPS = "；;。\n_＿";

  private final CountParser counts;
  private final Set<String> measureWords = new HashSet<>();
  private final Map<String, List<Gap>> gaps = new HashMap<>();

  /**
   * A blank and the words behind it.
   *
   * @param measures how the blank's measure may be written, folded; empty for a text
   * @param words the folded words between the measure and the next blank
   */
  private record Gap(Field field, Set<String> measures, String words) {}

  SentenceAligner(List<Item> items, Set<String> measureWords, CountParser counts) {
    this.counts = counts;
    measureWords.forEach(word -> this.measureWords.add(Folding.label(word)));
    for (var item : items) {
      var own = new ArrayList<Gap>();
      for (int i = 0; i < item.fields().size(); i++) {
        own.add(gap(item.fields().get(i), Folding.label(item.literals().get(i + 1))));
      }
      gaps.put(item.id(), own);
    }
  }

  private static Gap gap(Field field, String literal) {
    if (field.type() != FieldType.COUNT) {
      return new Gap(field, Set.of(), literal);
    }
    var measures = new HashSet<String>();
    field.measure().suffixes().forEach(suffix -> measures.add(Folding.label(suffix)));
    String name = Folding.label(field.measure().name());
    measures.add(name);
    return new Gap(
        field, measures, literal.startsWith(name) ? literal.substring(name.length()) : literal);
  }

  /**
   * What stands in one blank.
   *
   * @param from where it begins in the sentence
   * @param text the words, without the brackets of the form
   * @param reading the count; null for a text
   * @param enclosed whether it is in one pair of brackets at most, and no measure beside them
   */
  record Content(int from, String text, Reading reading, boolean enclosed) {

    private boolean noCount() {
      return reading != null && reading.notes().contains(FindingCode.NOT_A_COUNT);
    }
  }

  /**
   * A sentence as it was laid out.
   *
   * @param contents one for each blank
   * @param cost how many letters of the form's own words were changed
   */
  record Alignment(List<Content> contents, int cost) {
    private List<Object> values() {
      var values = new ArrayList<Object>();
      for (var content : contents) {
        Reading reading = content.reading();
        values.add(
            reading == null ? content.text() : List.of(reading.state(), reading.count() + ""));
      }
      return values;
    }

    private boolean full() {
      return contents.stream()
          .allMatch(c -> c.reading() != null && c.reading().state() == State.READ);
    }

    private boolean certain() {
      return contents.stream().noneMatch(Content::noCount) && apart();
    }

    /** What is no number must not reach into what is another blank's. */
    private boolean apart() {
      return contents.stream()
          .allMatch(
              c -> c.reading() == null || c.reading().state() != State.EXCLUDED || c.enclosed());
    }

    private boolean clear() {
      return cost == 0 && apart();
    }
  }

  /**
   * Returns what stands in the blanks of a sentence; none where that is not certain.
   *
   * @param sentence the text behind the sentence's first words
   */
  Optional<Alignment> align(Item item, String sentence) {
    if (sentence.length() > LONGEST) {
      return Optional.empty();
    }
    var search = new Search(gaps.get(item.id()), sentence, false);
    search.from(0, 0, 0, List.of());
    Optional<Alignment> certain = search.only(Alignment::certain);
    if (certain.isEmpty() && search.emptied >= 0) {
      // The blanks were left as they are, and the answers written behind the sentence.
      var behind = new Search(gaps.get(item.id()), sentence, true);
      behind.from(0, search.emptied, 0, List.of());
      certain = behind.only(Alignment::full);
    }
    // What is no number at all is told only where the form's own words are all there.
    return certain.isPresent() ? certain : search.only(Alignment::clear);
  }

  /** The ways to lay one sentence out. */
  private final class Search {
    private final List<Gap> blanks;
    private final String text;
    private final boolean measured;
    private final List<Alignment> found = new ArrayList<>();
    private int tries;
    private int emptied = -1;

    /**
     * A search in one sentence.
     *
     * @param measured whether every count must have its measure behind it
     */
    Search(List<Gap> blanks, String text, boolean measured) {
      this.blanks = blanks;
      this.text = text;
      this.measured = measured;
    }

    /** Returns the one way among those that will do; none where they differ in what they tell. */
    Optional<Alignment> only(Predicate<Alignment> will) {
      if (tries >= MOST_TRIES) {
        return Optional.empty();
      }
      List<Alignment> ways = found.stream().filter(will).toList();
      return ways.stream().map(Alignment::values).distinct().count() == 1
          ? ways.stream().min(Comparator.comparingInt(Alignment::cost))
          : Optional.empty();
    }

    private void from(int blank, int start, int cost, List<Content> before) {
      if (blank == blanks.size()) {
        String rest = text.substring(start);
        if (!Numerals.in(rest)) {
          found.add(new Alignment(before, cost));
        } else if (cost == 0 && emptied < 0 && before.stream().allMatch(this::empty)) {
          emptied = start;
        }
        return;
      }
      Gap gap = blanks.get(blank);
      if (gap.measures().isEmpty()) {
        untilWords(blank, start, cost, before);
      } else {
        untilMeasure(blank, start, cost, before);
      }
    }

    private boolean empty(Content content) {
      return content.text().isEmpty();
    }

    /** A text ends where the words behind it begin. */
    private void untilWords(int blank, int start, int cost, List<Content> before) {
      String words = blanks.get(blank).words();
      int depth = 0;
      for (int at = start; at <= text.length() && depth >= 0 && tries < MOST_TRIES; at++) {
        int end = depth == 0 ? match(words, at, true) : -1;
        if (end >= 0) {
          tries++;
          String name = Brackets.offWords(text.substring(start, at));
          from(blank + 1, end, cost, with(before, new Content(start, name, null, true)));
        }
        depth += at < text.length() ? Brackets.step(text.charAt(at)) : 0;
      }
    }

    private void untilMeasure(int blank, int start, int cost, List<Content> before) {
      Gap gap = blanks.get(blank);
      int depth = 0;
      for (int at = start; at < text.length() && depth >= 0; at++) {
        int end = depth == 0 ? longestMeasure(at) : -1;
        if (end >= 0 && gap.measures().contains(letters(at, end))) {
          behindMeasure(blank, start, at, end, cost, before);
        } else if (depth == 0 && measureInside(gap, start, at)) {
          next(blank, start, at, at, cost, before);
        } else if (end >= 0 && followsNumeral(at)) {
          // Another measure is part of what the unit wrote.
          behindMeasure(blank, start, end, end, cost + 1, before);
        } else if (depth == 0
            && !measured
            && gap.words().length() > 1
            && match(gap.words(), at, true) >= 0) {
          next(blank, start, at, at, cost + 1, before);
        }
        depth += Brackets.step(text.charAt(at));
      }
      if (blank == blanks.size() - 1 && depth == 0 && !measured) {
        next(blank, start, text.length(), text.length(), cost + 1, before);
      }
    }

    /** Tells whether a blank was filled in with its measure, all of it in the brackets. */
    private boolean measureInside(Gap gap, int start, int end) {
      if (end == start || Brackets.step(text.charAt(end - 1)) != -1) {
        return false;
      }
      int open = skip(start);
      if (Brackets.close(text, open) != end) {
        return false;
      }
      String inside = text.substring(open + 1, end - 1);
      return inside.chars().noneMatch(c -> Brackets.isBracket((char) c))
          && gap.measures().stream().anyMatch(letters(open, end)::endsWith);
    }

    /**
     * Goes on behind a measure: what stands there in brackets or takes the certainty from the
     * number belongs to the blank.
     */
    private void behindMeasure(
        int blank, int start, int at, int end, int cost, List<Content> before) {
      int hedge = endOfHedge(end);
      if (hedge > end) {
        next(blank, start, hedge, hedge, cost, before);
        return;
      }
      int open = end;
      while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
        open++;
      }
      int close = Brackets.close(text, open);
      if (close > open && hasWords(open, close)) {
        next(blank, start, close, close, cost, before);
      }
      next(blank, start, at, end, cost, before);
    }

    private int endOfHedge(int end) {
      int at = skip(end);
      int to = at;
      while (to < text.length() && Character.isLetter(text.charAt(to)) && to - at < 3) {
        to++;
      }
      for (int e = at + 1; e <= to; e++) {
        if (HEDGES.contains(text.substring(at, e))) {
          return e;
        }
      }
      return end;
    }

    private boolean hasWords(int from, int to) {
      return text.substring(from, to)
          .codePoints()
          .anyMatch(c -> Character.isLetter(c) && !Numerals.isNumeral(c));
    }

    /** Reads a blank, and goes on behind the words that follow it. */
    private void next(
        int blank, int start, int contentEnd, int end, int cost, List<Content> before) {
      if (++tries >= MOST_TRIES) {
        return;
      }
      Gap gap = blanks.get(blank);
      Content content = read(gap.field(), start, contentEnd);
      List<Content> contents = with(before, content);
      int exact = gap.words().isEmpty() ? end : match(gap.words(), end, false);
      if (exact >= 0) {
        from(blank + 1, exact, cost, contents);
        return;
      }
      int stop = skip(end);
      while (stop < text.length() && !stops(stop)) {
        stop++;
      }
      String words = letters(end, stop);
      int distance = ApproximateSearch.distance(words, gap.words());
      boolean alike = words.isEmpty() || distance <= Math.max(1, gap.words().length() / 2);
      if (alike && !Numerals.hedged(words)) {
        from(blank + 1, words.isEmpty() ? end : stop, cost + distance, contents);
      }
    }

    private boolean stops(int at) {
      return Brackets.isBracket(text.charAt(at))
          || Numerals.isNumeral(text.codePointAt(at))
          || STOPS.indexOf(text.charAt(at)) >= 0;
    }

    private Content read(Field field, int start, int end) {
      String written = Brackets.off(text.substring(start, end));
      return new Content(
          start,
          written,
          counts.read(new Cell.Text(written), field),
          Brackets.oneAtMost(text.substring(start, end), measureWords));
    }

    private List<Content> with(List<Content> before, Content next) {
      var contents = new ArrayList<>(before);
      contents.add(next);
      return contents;
    }

    private boolean followsNumeral(int at) {
      int last = at - 1;
      while (last >= 0
          && (Character.isWhitespace(text.charAt(last)) || Brackets.isBracket(text.charAt(last)))) {
        last--;
      }
      return last >= 0 && Numerals.isNumeral(text.codePointAt(last));
    }

    /** Returns the end of the longest word of measure that begins here, or -1. */
    private int longestMeasure(int at) {
      int longest = -1;
      for (var word : measureWords) {
        longest = Math.max(longest, measureEnd(word, at));
      }
      return longest;
    }

    private int measureEnd(String word, int at) {
      int i = at;
      for (int j = 0; j < word.length(); j++) {
        while (j > 0
            && i < text.length()
            && ("/／".indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
          i++;
        }
        if (i >= text.length() || !TextFlow.fold(text.charAt(i)).equals(word.substring(j, j + 1))) {
          return -1;
        }
        i++;
      }
      return i;
    }

    /**
     * Returns where words end that begin here, or -1.
     *
     * @param here whether they must begin right here, not behind punctuation
     */
    private int match(String words, int at, boolean here) {
      int i = here ? at : skip(at);
      int letter = 0;
      while (letter < words.length()) {
        if (i >= text.length()) {
          return -1;
        }
        String folded = TextFlow.fold(text.charAt(i));
        if (folded.isEmpty() && letter > 0 && !Brackets.isBracket(text.charAt(i))) {
          i++;
        } else if (!folded.isEmpty() && words.startsWith(folded, letter)) {
          letter += folded.length();
          i++;
        } else {
          return -1;
        }
      }
      return i;
    }

    /** Returns the next place that is no white space and no punctuation other than a bracket. */
    private int skip(int at) {
      int i = at;
      while (i < text.length()
          && TextFlow.fold(text.charAt(i)).isEmpty()
          && !Brackets.isBracket(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private String letters(int from, int to) {
      var letters = new StringBuilder();
      text.substring(from, to).codePoints().forEach(c -> letters.append(TextFlow.fold(c)));
      return letters.toString();
    }
  }
}
