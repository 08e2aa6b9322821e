package dev.rollup.infer;

import dev.rollup.template.Adds;
import dev.rollup.template.FieldType;
import dev.rollup.template.Relation;
import dev.rollup.template.Relation.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what holds between the blanks of a form: by its formulas, by relations in writing, and by
 * words like 合计, 其中 and 率, in this order of trust.
 */
final class Relations {

  private final Map<FoundBlank, String> ids;

  /** Whether a blank's numbers may be added: every line that it stands in asks for it. */
  private final IdentityHashMap<FoundBlank, Boolean> adds = new IdentityHashMap<>();

  private final List<Relation> relations = new ArrayList<>();
  private final Set<List<String>> known = new HashSet<>();
  private final Set<String> wholes = new HashSet<>();

  /** Wholes of which the form itself says what they are made of. */
  private final Set<String> stated = new HashSet<>();

  /**
   * @param ids the id of every blank, in reading order
   */
  Relations(Map<FoundBlank, String> ids) {
    this.ids = ids;
  }

  /**
   * Returns every relation that was found.
   *
   * @param texts the texts of the form that may state some
   */
  List<Relation> find(List<NotedRelations.Stated> texts) {
    new FormulaReader(ids.keySet()).find(this::formula);
    texts.forEach(this::noted);
    texts.forEach(this::worded);
    Collection<List<FoundBlank>> columns =
        lines(each -> each.corner() != null && !each.row().isEmpty(), this::column);
    Collection<List<FoundBlank>> rows =
        lines(each -> each.corner() != null && !each.column().isEmpty(), this::row);
    columns.forEach(line -> totals(line, Relations::rowWords));
    rows.forEach(line -> totals(line, FoundBlank::column));
    lists();
    rows.forEach(line -> rates(line, each -> String.join("", each.column())));
    columns.forEach(line -> rates(line, each -> last(each.row())));
    lines(each -> each.kind() == FoundBlank.Kind.SENTENCES, each -> each.at().blank(0).toString())
        .forEach(line -> rates(line, each -> last(each.column())));
    return relations;
  }

  private void formula(FoundBlank whole, FormulaReader.Formula formula) {
    if (formula.ratio()) {
      ratio(whole, formula.parts().get(0), formula.parts().get(1), formula.scale(), Source.FORMULA);
    } else {
      sum(whole, formula.parts(), formula.minus(), Source.FORMULA);
    }
  }

  private void noted(NotedRelations.Stated stated) {
    for (var note : NotedRelations.in(stated)) {
      boolean rowsPadded = isPadded(stated.page(), FoundBlank::rowCode);
      boolean columnsPadded = isPadded(stated.page(), FoundBlank::columnCode);
      boolean told = rowsPadded != columnsPadded;
      Map<String, List<FoundBlank>> rows =
          told && note.padded() != rowsPadded
              ? Map.of()
              : coded(stated.page(), note, NotedRelations.Axis.ROW);
      Map<String, List<FoundBlank>> columns =
          told && note.padded() != columnsPadded
              ? Map.of()
              : coded(stated.page(), note, NotedRelations.Axis.COLUMN);
      // Numbers that are those of rows and of columns alike say nothing, unless words tell.
      if (rows.isEmpty() || columns.isEmpty()) {
        rows.values().forEach(line -> noted(line, note, FoundBlank::rowCode));
        columns.values().forEach(line -> noted(line, note, FoundBlank::columnCode));
      }
    }
  }

  /** A relation in words holds wherever its names stand together, in a row, a column, or pairs. */
  private void worded(NotedRelations.Stated stated) {
    List<WordedRelations.Worded> all = WordedRelations.in(stated.text());
    if (all.isEmpty()) {
      return;
    }
    Predicate<FoundBlank> here =
        each ->
            each.corner() != null
                && (stated.page().isEmpty() || each.at().on().equals(stated.page()));
    var sides = new LinkedHashMap<Collection<List<FoundBlank>>, Function<FoundBlank, String>>();
    sides.put(
        lines(here.and(each -> !each.column().isEmpty()), this::row), each -> last(each.column()));
    sides.put(
        lines(here.and(each -> !each.row().isEmpty()), this::column), each -> last(each.row()));
    sides.put(
        lines(here.and(each -> each.kind() == FoundBlank.Kind.CELLS), Relations::page),
        FoundBlank::name);
    for (var worded : all) {
      sides.forEach((lines, name) -> lines.forEach(line -> worded(line, worded, name)));
    }
  }

  private void worded(
      List<FoundBlank> line, WordedRelations.Worded worded, Function<FoundBlank, String> name) {
    for (var whole : line) {
      if (!WordedRelations.bare(name.apply(whole)).equals(worded.whole())) {
        continue;
      }
      var parts = new ArrayList<FoundBlank>();
      worded.parts().forEach(part -> named(part, whole, line, name).ifPresent(parts::add));
      if (parts.size() == worded.parts().size()) {
        stated(worded.sort(), whole, parts, worded.minus().size());
      }
    }
  }

  /** Returns the blank of a name: the only one in the line, or the only one beside another. */
  private static Optional<FoundBlank> named(
      String name, FoundBlank beside, List<FoundBlank> line, Function<FoundBlank, String> words) {
    List<FoundBlank> all =
        line.stream().filter(each -> WordedRelations.bare(words.apply(each)).equals(name)).toList();
    if (all.isEmpty()) {
      // 出生 are all that were born, told below it as 小计.
      all = line.stream().filter(each -> isTotalUnder(name, each)).toList();
    }
    List<FoundBlank> near = all.stream().filter(each -> each.isBeside(beside)).toList();
    List<FoundBlank> only = all.size() == 1 ? all : near;
    return only.size() == 1 ? Optional.of(only.get(0)) : Optional.empty();
  }

  private static boolean isTotalUnder(String name, FoundBlank each) {
    List<String> column = each.column();
    return each.hasTotal(column)
        && column.size() > 1
        && WordedRelations.bare(column.get(column.size() - 2)).equals(name);
  }

  /** Tells whether numbers are written with zeros before them: 01 is never a column 1. */
  private boolean isPadded(String page, Function<FoundBlank, Optional<String>> code) {
    return ids.keySet().stream()
        .filter(each -> page.isEmpty() || each.at().on().equals(page))
        .flatMap(each -> code.apply(each).stream())
        .anyMatch(NotedRelations::isPadded);
  }

  /** Returns the lines of blanks that a note is about; none where a number in it is unknown. */
  private Map<String, List<FoundBlank>> coded(
      String page, NotedRelations.Note note, NotedRelations.Axis axis) {
    if (note.axis().filter(told -> told != axis).isPresent()) {
      return Map.of();
    }
    boolean rows = axis == NotedRelations.Axis.ROW;
    var lines = new LinkedHashMap<String, List<FoundBlank>>();
    var numbers = new HashSet<String>();
    for (var each : ids.keySet()) {
      Optional<String> code =
          (rows ? each.rowCode() : each.columnCode()).map(NotedRelations::number);
      if (each.corner() != null
          && (page.isEmpty() || each.at().on().equals(page))
          && code.filter(note.numbers()::contains).isPresent()) {
        numbers.add(code.get());
        lines.computeIfAbsent(rows ? column(each) : row(each), key -> new ArrayList<>()).add(each);
      }
    }
    return numbers.equals(note.numbers()) ? lines : Map.of();
  }

  private void noted(
      List<FoundBlank> line,
      NotedRelations.Note note,
      Function<FoundBlank, Optional<String>> code) {
    var byNumber = new LinkedHashMap<String, FoundBlank>();
    line.forEach(
        each -> byNumber.putIfAbsent(NotedRelations.number(code.apply(each).orElseThrow()), each));
    FoundBlank whole = byNumber.get(note.whole());
    if (whole == null) {
      return;
    }
    var parts = new ArrayList<FoundBlank>();
    note.plus().stream().filter(byNumber::containsKey).forEach(n -> parts.add(byNumber.get(n)));
    int added = parts.size();
    note.minus().stream().filter(byNumber::containsKey).forEach(n -> parts.add(byNumber.get(n)));
    stated(note.sort(), whole, parts, parts.size() - added);
  }

  private void stated(
      NotedRelations.Sort sort, FoundBlank whole, List<FoundBlank> parts, int minus) {
    boolean add = parts.stream().allMatch(this::adds);
    boolean sum = isSummed(whole) && parts.stream().allMatch(this::isSummed);
    switch (sort) {
      case AT_LEAST -> {
        if (sum) {
          parts.forEach(part -> partOf(part, whole, Source.NOTE));
        }
      }
      case RATIO -> {
        if (add && parts.size() == 2 && isPercent(whole)) {
          ratio(whole, parts.get(0), parts.get(1), hundredOrThousand(whole), Source.NOTE);
        }
      }
      case SUM -> {
        if (sum) {
          sum(whole, parts, minus, Source.NOTE);
        }
      }
    }
  }

  private void totals(List<FoundBlank> line, Function<FoundBlank, List<String>> words) {
    List<FoundBlank> numbers = line.stream().filter(this::adds).toList();
    var byMeasure = new LinkedHashMap<Optional<String>, List<FoundBlank>>();
    var before = new EnumMap<FieldType, Optional<String>>(FieldType.class);
    for (var each : numbers) {
      // What has no measure of its own is a part of what stands before it.
      FieldType type = Meaning.type(each);
      Optional<String> measure =
          each.measure().or(() -> before.getOrDefault(type, Optional.empty()));
      before.put(type, measure);
      byMeasure.computeIfAbsent(measure, any -> new ArrayList<>()).add(each);
    }
    byMeasure.values().forEach(same -> TotalsByWords.find(same, words, byWords()));
  }

  private TotalsByWords.Report byWords() {
    return new TotalsByWords.Report() {
      @Override
      public void sum(FoundBlank whole, List<FoundBlank> parts, int minus) {
        Relations.this.sum(whole, parts, minus, Source.WORDS);
      }

      @Override
      public void part(FoundBlank whole, FoundBlank part) {
        partOf(part, whole, Source.WORDS);
      }
    };
  }

  /** 合计 above or below a list is the sum of its rows. */
  private void lists() {
    for (var whole : ids.keySet()) {
      boolean total = whole.rows() == 1 && Total.of(last(whole.row())) != Total.NONE;
      if (total && adds(whole) && whole.corner() != null) {
        ids.keySet().stream()
            .filter(each -> each.rows() > 1 && onSamePage(each, whole))
            .filter(each -> each.cell().column() == whole.cell().column())
            .findFirst()
            .ifPresent(each -> sum(whole, List.of(each), 0, Source.WORDS));
      }
    }
  }

  private void rates(List<FoundBlank> line, Function<FoundBlank, String> name) {
    List<FoundBlank> guessed =
        line.stream().filter(each -> wholes.contains(ids.get(each))).toList();
    for (var rate : line) {
      if (isPercent(rate) && !guessed.contains(rate) && rate.formula().isEmpty()) {
        List<FoundBlank> numbers = line.stream().filter(this::adds).toList();
        for (var of : Rates.of(rate, numbers, name)) {
          ratio(rate, of.numerator(), of.denominator(), hundredOrThousand(rate), Source.WORDS);
        }
      }
    }
  }

  private Collection<List<FoundBlank>> lines(
      Predicate<FoundBlank> which, Function<FoundBlank, String> place) {
    var lines = new LinkedHashMap<String, List<FoundBlank>>();
    for (var each : ids.keySet()) {
      if (which.test(each)) {
        lines.computeIfAbsent(place.apply(each), key -> new ArrayList<>()).add(each);
      }
    }
    return lines.values();
  }

  private String column(FoundBlank each) {
    return page(each) + each.cell().column() + each.column() + each.rows();
  }

  private String row(FoundBlank each) {
    return page(each) + each.cell().row() + each.section() + each.row() + each.rows();
  }

  private static String page(FoundBlank each) {
    return each.at().kind() + each.at().on() + "!";
  }

  private static boolean onSamePage(FoundBlank a, FoundBlank b) {
    return a.corner() != null && page(a).equals(page(b));
  }

  private static List<String> rowWords(FoundBlank each) {
    var words = new ArrayList<>(each.section());
    words.addAll(each.row());
    return words;
  }

  private boolean adds(FoundBlank each) {
    return adds.computeIfAbsent(
        each, any -> Meaning.type(any).number() && Meaning.adds(any) == Adds.SUM);
  }

  /** Tells whether numbers of one return may be added, be it that those of several may not. */
  private boolean isSummed(FoundBlank each) {
    return adds(each) || Lexicon.isMeanOfPeople(each.name());
  }

  /** Returns of how many a rate tells its part: of a thousand, where it is in ‰. */
  private static int hundredOrThousand(FoundBlank rate) {
    return rate.measure().filter("‰"::equals).isPresent() || rate.words().contains("‰")
        ? 1000
        : 100;
  }

  private static boolean isPercent(FoundBlank each) {
    return Meaning.type(each) == FieldType.PERCENT;
  }

  private static String last(List<String> words) {
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }

  private void sum(FoundBlank whole, List<FoundBlank> parts, int minus, Source source) {
    List<FoundBlank> own = parts.stream().filter(part -> !part.equals(whole)).distinct().toList();
    boolean list = own.size() == 1 && own.get(0).rows() > whole.rows();
    boolean told = source == Source.WORDS && stated.contains(ids.get(whole));
    // Of what a formula adds up, all but one may be cells that nobody fills in.
    boolean several = own.size() > 1 || own.size() == 1 && source == Source.FORMULA;
    if ((several || list) && !told) {
      wholes.add(ids.get(whole));
      if (source != Source.WORDS) {
        stated.add(ids.get(whole));
      }
      add(list ? Relation.Kind.ROWS : Relation.Kind.SUM, whole, own, minus, 1, source);
    }
  }

  private void ratio(
      FoundBlank whole, FoundBlank above, FoundBlank below, int scale, Source source) {
    boolean told = stated.contains(ids.get(whole));
    if (source != Source.WORDS) {
      stated.add(ids.get(whole));
    }
    if (!told) {
      wholes.add(ids.get(whole));
      add(Relation.Kind.RATIO, whole, List.of(above, below), 0, scale, source);
    }
  }

  private void partOf(FoundBlank part, FoundBlank whole, Source source) {
    boolean alike = part.measure().isEmpty() || part.measure().equals(whole.measure());
    boolean difference = source == Source.WORDS && Lexicon.isDifference(whole.words());
    if (alike && !difference) {
      add(Relation.Kind.PART, whole, List.of(part), 0, 1, source);
    }
  }

  private void add(
      Relation.Kind kind,
      FoundBlank whole,
      List<FoundBlank> parts,
      int minus,
      int scale,
      Source source) {
    List<String> own = parts.stream().map(ids::get).toList();
    var key = new ArrayList<>(own.stream().sorted().toList());
    key.add(0, kind + ids.get(whole));
    if (known.add(key)) {
      String id = Objects.requireNonNull(ids.get(whole));
      relations.add(new Relation(kind, id, own, minus, scale, source));
    }
  }
}
