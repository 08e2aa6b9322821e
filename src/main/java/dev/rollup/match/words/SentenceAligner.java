package dev.rollup.match.words;

import dev.rollup.finding.FindingCode;
import dev.rollup.match.count.CountParser;
import dev.rollup.model.Cell;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.text.ApproximateSearch;
import dev.rollup.text.Brackets;
import dev.rollup.text.Doubt;
import dev.rollup.text.Folding;
import dev.rollup.text.Measures;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lays the words of the blank form over a sentence that was filled in, and tells what stands in the
 * blanks. Every way to lay them is tried; where two ways give different numbers, or none leaves no
 * numeral over, nothing is told. Built once for a template; safe for several threads.
 */
public final class SentenceAligner {

  /** No sentence of a form is this long; what is, is not tried. */
  private static final int LONGEST = 1_000;

  /** The blanks that are read while looking, before a sentence is given up as hopeless. */
  private static final int MOST_TRIES = 5_000;

  /** So few letters behind a sentence are about its last number. */
  private static final int SHORT = 4;

  /** No word of doubt is longer. */
  private static final int LONGEST_HEDGE = 3;

  private static final String CLAUSE_ENDS = "，,；;。\n";

  private static final String STOPS = "；;。\n_＿";

  private final CountParser counts;
  private final Measures measures;
  private final Map<String, List<Gap>> gaps = new HashMap<>();

  /** Aligns the sentences of these items. */
  public SentenceAligner(List<Item> items, Set<String> measureWords, CountParser counts) {
    this.counts = counts;
    this.measures = new Measures(measureWords);
    for (var item : items) {
      var own = new ArrayList<Gap>();
      for (int i = 0; i < item.fields().size(); i++) {
        own.add(gap(item.fields().get(i), Folding.label(item.literals().get(i + 1))));
      }
      gaps.put(item.id(), own);
    }
  }

  private List<Gap> gaps(Item item) {
    return Objects.requireNonNull(gaps.get(item.id()), item.id());
  }

  private static Gap gap(Field field, String literal) {
    if (field.type() != FieldType.COUNT) {
      return new Gap(field, Set.of(), literal);
    }
    var measures = new HashSet<String>();
    field.measured().suffixes().forEach(suffix -> measures.add(Folding.label(suffix)));
    String name = Folding.label(field.measured().name());
    measures.add(name);
    return new Gap(
        field, measures, literal.startsWith(name) ? literal.substring(name.length()) : literal);
  }

  /**
   * A sentence as it was laid out.
   *
   * @param contents one for each blank
   * @param cost how many letters of the form's own words were changed
   * @param end where its last word ends
   * @param rest how many letters stand behind the sentence
   * @param appended whether the answers stand behind the sentence
   */
  public record Alignment(List<Content> contents, int cost, int end, int rest, boolean appended) {

    private Alignment(List<Content> contents, int cost, int end, int rest) {
      this(contents, cost, end, rest, false);
    }

    private Alignment behind() {
      return new Alignment(contents, cost, end, rest, true);
    }

    /** Returns what was read, however it is written. */
    List<Object> values() {
      var values = new ArrayList<Object>();
      for (var content : contents) {
        Reading reading = content.reading();
        values.add(
            reading == null ? content.text() : List.of(reading.state(), reading.number() + ""));
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
          .allMatch(c -> c.reading() == null || c.reading().state() != State.EXCLUDED || c.apart());
    }

    private boolean clear() {
      return cost == 0 && apart() && contents.stream().allMatch(this::clear);
    }

    /** Tells whether what is no count here cannot hold what belongs into another blank. */
    private boolean clear(Content content) {
      boolean open = contents.stream().anyMatch(Content::blank);
      return !content.noCount()
          || !Numerals.in(content.text())
          || content.enclosed() && !(open && content.measured());
    }
  }

  /**
   * Returns what stands in the blanks of a sentence; none where that is not certain.
   *
   * @param sentence the text behind the sentence's first words
   */
  public Optional<Alignment> align(Item item, String sentence) {
    if (sentence.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Alignment> way = between(item, sentence);
    String mended = Brackets.mended(sentence);
    if (way.isEmpty() && !mended.equals(sentence)) {
      way = between(item, mended);
    }
    if (way.isEmpty()) {
      way = aroundWords(item, sentence);
    }
    return way.isPresent() ? way : behindMeasures(item, sentence);
  }

  /**
   * Reads a sentence whose first bracket goes around the form's words and the answers to several
   * blanks: （12场，参与345）人次; only where without it the form's words are all there and every blank is
   * filled in.
   */
  private Optional<Alignment> aroundWords(Item item, String sentence) {
    String bare = Brackets.withoutFirst(sentence);
    return bare.equals(sentence)
        ? Optional.empty()
        : between(item, bare).filter(a -> a.cost() == 0 && a.rest() == 0 && a.full());
  }

  /** Reads the answers between the words, or behind the whole sentence. */
  private Optional<Alignment> between(Item item, String sentence) {
    List<Gap> blanks = gaps(item);
    var search = new Search(blanks, sentence, false);
    search.from(0, 0, true, 0, List.of());
    Optional<Alignment> certain = search.only(Alignment::certain);
    if (certain.isEmpty() && search.emptied >= 0) {
      // The blanks were left as they are, and the answers written behind the sentence.
      var behind = new Search(blanks, sentence, true);
      behind.from(0, search.emptied, true, 0, List.of());
      certain = behind.only(Alignment::full).map(Alignment::behind);
    }
    // What is no number at all is told only where the form's own words are all there.
    return certain.isPresent() ? certain : search.only(Alignment::clear);
  }

  private Optional<Alignment> behindMeasures(Item item, String sentence) {
    var behind = new AnswersBehind(sentence, measures, counts);
    List<Content> contents = behind.read(gaps(item));
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    String rest = sentence.substring(behind.end());
    String letters = new SentenceText(rest).letters(0, rest.length());
    return Numerals.in(rest) || Doubt.mayTouch(firstClause(rest)) || Doubt.takesBack(rest)
        ? Optional.empty()
        : Optional.of(new Alignment(contents, 0, behind.end(), letters.length()));
  }

  private static String firstClause(String rest) {
    int stop = 0;
    while (stop < rest.length() && CLAUSE_ENDS.indexOf(rest.charAt(stop)) < 0) {
      stop++;
    }
    return rest.substring(0, stop);
  }

  /**
   * What belongs to a blank.
   *
   * @param own where the answer itself ends, before a remark
   */
  private record Stretch(int start, int own, int end) {}

  /** The ways to lay one sentence out. */
  private final class Search {
    private final List<Gap> blanks;
    private final SentenceText sentence;
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
      this.sentence = new SentenceText(text);
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

    private void from(int blank, int start, boolean led, int cost, List<Content> before) {
      if (blank == blanks.size()) {
        finish(start, cost, before);
        return;
      }
      Gap gap = blanks.get(blank);
      if (gap.measures().isEmpty()) {
        untilWords(blank, start, cost, before);
      } else {
        untilMeasure(blank, start, led && !measured, cost, before);
      }
    }

    private void finish(int end, int cost, List<Content> contents) {
      String rest = text.substring(end);
      if (Numerals.in(rest)) {
        if (cost == 0 && emptied < 0 && contents.stream().allMatch(this::empty)) {
          emptied = end;
        }
        return;
      }
      String remark = text.substring(sentence.skip(end));
      boolean open = contents.stream().anyMatch(Content::blank);
      if (open && CountParser.saysElsewhere(remark.strip())) {
        found.add(new Alignment(elsewhere(contents, remark.strip()), cost, end, 0));
        return;
      }
      String letters = sentence.letters(end, text.length());
      boolean uncertain =
          Doubt.mayTouch(firstClause(rest))
              || remark.length() <= SHORT && Doubt.mayTouch(remark)
              || open && CountParser.saysNone(letters);
      if (!uncertain) {
        found.add(new Alignment(divided(contents), cost, end, letters.length()));
      }
    }

    /** Divides what stands in one of several blanks among all behind it, where it is certain. */
    private List<Content> divided(List<Content> contents) {
      List<Field> fields = blanks.stream().map(Gap::field).toList();
      int first = Joined.first(fields);
      if (first < 0
          || !contents.get(first).noCount()
          || !contents.get(first).enclosed()
          || !contents.stream().skip(first + 1L).allMatch(Content::blank)) {
        return contents;
      }
      List<String> answers =
          Joined.split(contents.get(first).text(), fields.subList(first, fields.size()));
      var divided = new ArrayList<>(contents);
      for (int i = 0; i < answers.size(); i++) {
        Reading reading = counts.read(new Cell.Text(answers.get(i)), fields.get(first + i));
        divided.set(first + i, contents.get(first).with(answers.get(i), reading));
      }
      return divided;
    }

    /** Behind the sentence stands that the numbers are in another place. */
    private static List<Content> elsewhere(List<Content> contents, String words) {
      return contents.stream()
          .map(c -> c.blank() ? c.with(words, Reading.excluded(FindingCode.SEE_ELSEWHERE)) : c)
          .toList();
    }

    private boolean empty(Content content) {
      return content.text().isEmpty();
    }

    /** A text ends where the words behind it begin. */
    private void untilWords(int blank, int start, int cost, List<Content> before) {
      String words = blanks.get(blank).words();
      int depth = 0;
      for (int at = start; at <= text.length() && depth >= 0 && tries < MOST_TRIES; at++) {
        int end = depth == 0 ? sentence.match(words, at, true) : -1;
        if (end >= 0 && !answered(start, at, words)) {
          tries++;
          String name = Brackets.offWords(text.substring(start, at));
          from(
              blank + 1,
              end,
              true,
              cost,
              with(before, new Content(start, at, name, null, true, true, false)));
        }
        depth += at < text.length() ? Brackets.step(text.charAt(at)) : 0;
      }
    }

    /**
     * Tells whether a name holds another row of the list, which begins without the form's words.
     */
    private boolean answered(int start, int end, String words) {
      String name = sentence.letters(start, end);
      int behind = name.indexOf(words);
      int close = Brackets.close(text, sentence.skip(start));
      return behind >= 0 && Numerals.in(name.substring(behind))
          || close > 0 && close < end && Numerals.in(text.substring(close, end));
    }

    /**
     * A count ends where its measure begins.
     *
     * @param bare whether the measure may be missing: not where the words before are missing, too
     */
    private void untilMeasure(int blank, int start, boolean bare, int cost, List<Content> before) {
      Gap gap = blanks.get(blank);
      int depth = 0;
      for (int at = start; at < text.length() && depth >= 0; at++) {
        int end = depth == 0 ? measures.longest(text, at) : -1;
        if (end >= 0 && gap.measures().contains(sentence.letters(at, end))) {
          behindMeasure(blank, start, at, end, cost, before);
        } else if (depth == 0 && measureInside(gap, start, at)) {
          next(blank, new Stretch(start, at, at), at, cost, before);
        } else if (end >= 0 && sentence.followsNumeral(at)) {
          // Another measure is part of what the unit wrote.
          behindMeasure(blank, start, end, end, cost + 1, before);
        } else if (depth == 0
            && bare
            && gap.words().length() > 1
            && sentence.match(gap.words(), at, true) >= 0) {
          next(blank, new Stretch(start, at, at), at, cost + 1, before);
        }
        depth += Brackets.step(text.charAt(at));
      }
      boolean gone = !measured && !Numerals.in(text.substring(start));
      if (blank == blanks.size() - 1 && depth == 0 && (bare || gone)) {
        int end = text.length();
        next(blank, new Stretch(start, end, end), end, cost + 1, before);
      }
    }

    /** Tells whether a blank was filled in with its measure, all of it in the brackets. */
    private boolean measureInside(Gap gap, int start, int end) {
      if (end == start || Brackets.step(text.charAt(end - 1)) != -1) {
        return false;
      }
      int open = sentence.skip(start);
      if (Brackets.close(text, open) != end) {
        return false;
      }
      String inside = text.substring(open + 1, end - 1);
      return inside.chars().noneMatch(c -> Brackets.isBracket((char) c))
          && gap.measures().stream().anyMatch(sentence.letters(open, end)::endsWith);
    }

    /**
     * Goes on behind a measure: what stands there in brackets or takes the certainty from the
     * number belongs to the blank.
     */
    private void behindMeasure(
        int blank, int start, int at, int end, int cost, List<Content> before) {
      String words = blanks.get(blank).words();
      // The form's own words may begin like a word of doubt.
      boolean own = !words.isEmpty() && sentence.match(words, end, false) >= 0;
      int hedge = endOfHedge(end);
      if (hedge > end && !own) {
        next(blank, new Stretch(start, end, hedge), hedge, cost, before);
        return;
      }
      int open = end;
      while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
        open++;
      }
      int close = Brackets.close(text, open);
      if (close > open && hasWords(open, close)) {
        next(blank, new Stretch(start, end, close), close, cost, before);
      }
      next(blank, new Stretch(start, at, at), end, cost, before);
    }

    /** Returns where a word ends that takes the certainty from the number before it. */
    private int endOfHedge(int end) {
      var words = new StringBuilder();
      var ends = new int[LONGEST_HEDGE + 1];
      for (int at = sentence.skip(end);
          at < text.length() && words.length() < LONGEST_HEDGE;
          at++) {
        char c = text.charAt(at);
        if (Character.isLetter(c)) {
          words.append(c);
          ends[words.length()] = at + 1;
        } else if (!Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT) {
          break;
        }
      }
      int hedge = Doubt.behind(words.toString());
      return hedge > 0 ? ends[hedge] : end;
    }

    private boolean hasWords(int from, int to) {
      return text.substring(from, to)
          .codePoints()
          .anyMatch(c -> Character.isLetter(c) && !Numerals.isNumeral(c));
    }

    /** Reads a blank, and goes on behind the words that follow it. */
    private void next(int blank, Stretch stretch, int end, int cost, List<Content> before) {
      if (++tries >= MOST_TRIES) {
        return;
      }
      Gap gap = blanks.get(blank);
      Content content = read(gap.field(), stretch, end == stretch.end() && end == stretch.own());
      if (Brackets.apartFromBlank(text.substring(stretch.start(), stretch.own()))
          && !before.isEmpty()
          && blanks.get(blank - 1).words().isEmpty()
          && before.get(before.size() - 1).blank()) {
        // A number between two blanks that were left empty may be either's.
        return;
      }
      List<Content> contents = with(before, content);
      int exact = gap.words().isEmpty() ? end : sentence.match(gap.words(), end, false);
      if (exact >= 0) {
        from(blank + 1, exact, true, cost, contents);
        return;
      }
      int stop = sentence.skip(end);
      while (stop < text.length() && !stops(stop)) {
        stop++;
      }
      String words = sentence.letters(end, stop);
      int distance = ApproximateSearch.distance(words, gap.words());
      boolean alike =
          words.isEmpty()
              ? !comeLater(gap.words(), end)
              : distance <= Math.max(1, gap.words().length() / 2);
      if (alike && !Doubt.mayTouch(words)) {
        from(blank + 1, words.isEmpty() ? end : stop, !words.isEmpty(), cost + distance, contents);
      }
    }

    private boolean comeLater(String words, int from) {
      return sentence.letters(from, text.length()).contains(words);
    }

    private boolean stops(int at) {
      return Brackets.isBracket(text.charAt(at))
          || Numerals.isNumeral(text.codePointAt(at))
          || STOPS.indexOf(text.charAt(at)) >= 0;
    }

    /**
     * Reads a blank.
     *
     * @param unmeasured whether its measure does not stand behind it
     */
    private Content read(Field field, Stretch stretch, boolean unmeasured) {
      String own = text.substring(stretch.start(), stretch.own());
      String written = Brackets.off(text.substring(stretch.start(), stretch.end()));
      boolean gone = unmeasured && written.isEmpty() && noBlank(own);
      return new Content(
          stretch.start(),
          stretch.end(),
          written,
          gone
              ? Reading.excluded(FindingCode.FIELD_MISSING)
              : counts.read(new Cell.Text(written), field),
          Brackets.inOne(own, measures.words()),
          Brackets.enclosed(own),
          measures.words().stream().anyMatch(written::contains));
    }

    /** Tells whether neither brackets nor a rule to write on stand in a stretch of text. */
    private static boolean noBlank(String stretch) {
      return stretch.chars().noneMatch(c -> Brackets.isBracket((char) c) || c == '_' || c == '＿');
    }

    private List<Content> with(List<Content> before, Content next) {
      var contents = new ArrayList<>(before);
      contents.add(next);
      return contents;
    }
  }
}
