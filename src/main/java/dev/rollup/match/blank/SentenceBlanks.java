package dev.rollup.match.blank;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Binding;
import dev.rollup.template.InlineBlanks;
import dev.rollup.template.Template;
import dev.rollup.text.Amount;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the blanks that stand between the words of a sentence. */
final class SentenceBlanks {

  private final Set<String> measures;
  private final FormEntries entries;
  private final CellAnswers answers;

  SentenceBlanks(Template template, FormEntries entries, CellAnswers answers) {
    this.measures = template.measureWords();
    this.entries = entries;
    this.answers = answers;
  }

  /**
   * Reads the sentences in the cells of one block, and names the paragraphs that somebody put
   * between them.
   *
   * @param blanks those that stand in a sentence, in order
   */
  void inCells(List<Binding> blanks, Surface surface, Overlay overlay) {
    var cells = new LinkedHashMap<Position, Map<Integer, List<Binding>>>();
    for (var blank : blanks) {
      cells
          .computeIfAbsent(blank.at().cell(), at -> new LinkedHashMap<>())
          .computeIfAbsent(blank.at().paragraph(), number -> new ArrayList<>())
          .add(blank);
    }
    cells.forEach(
        (printed, sentences) -> {
          var read = new TreeMap<Integer, List<Entry>>();
          sentences.values().forEach(sentence -> inCell(sentence, overlay, read));
          if (read.size() == sentences.size()) {
            between(read, surface.grid().at(printed), overlay.grid(), overlay.place(printed));
          }
        });
  }

  /** Reads the sentences in paragraphs outside tables. */
  void outsideTables(PrintedText paragraphs, Document document) {
    for (var blanks : paragraphs.sentences().values()) {
      InlineBlanks words = PrintedText.sentence(blanks);
      PrintedText.find(document, words)
          .ifPresent(
              found ->
                  read(
                      blanks,
                      words,
                      found.cell().raw(),
                      0,
                      PrintedText.textOf(document, found),
                      found.at()));
    }
  }

  /** A number in a paragraph that is none of the blank's may change what is said before it. */
  private void between(
      NavigableMap<Integer, List<Entry>> read, Cell printed, Grid grid, Optional<Position> at) {
    String[] own = at.map(there -> grid.at(there).raw()).orElse("").split(Document.PARAGRAPH, -1);
    Set<String> known =
        Stream.of(printed.raw().split(Document.PARAGRAPH, -1))
            .map(Folding::label)
            .collect(Collectors.toSet());
    for (int i = 0; i < own.length; i++) {
      boolean foreign =
          own.length > read.size()
              && !read.containsKey(i)
              && Numerals.in(own[i])
              && !known.contains(Folding.label(own[i]));
      if (foreign) {
        entries.name(
            Finding.ofCell(
                    FindingCode.NUMBER_ELSEWHERE,
                    Location.at(grid.sheet(), grid.place(at.orElseThrow())),
                    own[i])
                .with(Argument.WORDS, own[i])
                .withSeverity(Severity.ERROR));
        Map.Entry<Integer, List<Entry>> before = read.floorEntry(i);
        entries.doubt(before == null ? read.firstEntry().getValue() : before.getValue());
      }
    }
  }

  /**
   * @param blanks those of one sentence
   * @param read what was read of the sentences of the same cell, by their paragraphs in the return
   */
  private void inCell(
      List<Binding> blanks, Overlay overlay, NavigableMap<Integer, List<Entry>> read) {
    Optional<Position> at = overlay.place(blanks.get(0).at().cell());
    if (at.isEmpty()) {
      blanks.forEach(each -> entries.missing(each, overlay, FindingCode.FIELD_MISSING));
      return;
    }
    Grid grid = overlay.grid();
    String text = grid.at(at.get()).raw();
    InlineBlanks words = PrintedText.sentence(blanks);
    int paragraph = blanks.get(0).at().paragraph();
    // Without a paragraph the sentence is the whole cell, in however many.
    String[] own = paragraph == 0 ? new String[] {text} : text.split(Document.PARAGRAPH, -1);
    int index = paragraph == 0 ? (words.fits(text) ? 0 : -1) : index(words, own, paragraph - 1);
    if (index < 0) {
      // A number alone is not the sentence: it was typed over it, as that of a neighbour.
      if (!isNumberAlone(text)) {
        entries.places().take(grid, at.get());
      }
      blanks.forEach(each -> entries.missing(each, overlay, FindingCode.FIELD_AMBIGUOUS));
      return;
    }
    int from = 0;
    for (int i = 0; i < index; i++) {
      from += own[i].length() + Document.PARAGRAPH.length();
    }
    read.put(index, read(blanks, words, own[index], from, grid, at.get()));
  }

  /** Returns the paragraph with these words: the one where they are printed, or the only one. */
  private static int index(InlineBlanks words, String[] paragraphs, int printed) {
    List<Integer> fitting =
        IntStream.range(0, paragraphs.length)
            .filter(i -> words.fits(paragraphs[i]))
            .boxed()
            .toList();
    if (fitting.contains(printed)) {
      return printed;
    }
    return fitting.size() == 1 ? fitting.get(0) : -1;
  }

  /** Tells whether a text holds no words but a number and its measure. */
  private boolean isNumberAlone(String text) {
    String bare = Folding.halfWidth(text).strip();
    String number =
        measures.stream()
            .filter(bare::endsWith)
            .max(Comparator.comparingInt(String::length))
            .map(measure -> bare.substring(0, bare.length() - measure.length()).strip())
            .orElse(bare);
    return number.codePoints().noneMatch(Character::isLetter)
        || Amount.begins(number) && Amount.at(number, 0).end() == number.length();
  }

  /**
   * Returns what was read of the blanks of a sentence.
   *
   * @param from where the sentence begins in the text of its cell
   */
  private List<Entry> read(
      List<Binding> blanks, InlineBlanks words, String text, int from, Grid grid, Position at) {
    List<InlineBlanks.Answer> answered = words.in(text).orElseThrow();
    entries.places().take(grid, at);
    var read = new ArrayList<Entry>();
    for (var blank : blanks) {
      int number = blank.at().blank() - 1;
      if (number >= answered.size()) {
        entries.unanswered(blank, grid, at);
        continue;
      }
      Entry entry = answers.of(blank, answered.get(number), from, grid, at);
      entries.add(entry, grid, at);
      read.add(entry);
    }
    return read;
  }
}
