package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Relation;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the bindings of a blank: the way from a page to blocks, fields and relations. */
public final class FormInference {

  private static final Pattern TABLE_MEASURE =
      Pattern.compile(
          "(?i)(?:^|[\\s\\p{Z}（(；;，,、])(?:(?:[一-龥]{1,4})?单位(?:[\\s\\p{Z}/／]*unit)?[：:]|(?:units?(?: of measure(?:ment)?)?|values?|amounts?|figures)(?::| in| are in))"
              + "[\\s\\p{Z}]*([^（()）：:]{1,24}?)(?:[)）]|$|(?=[（(]|[\\s\\p{Z}]{2}|[；;，,、]\\s*[一-龥]{1,4}单位[：:]))");

  /** The same measure once more, in the other language of the form: 万美元 USD 10,000. */
  private static final Pattern IN_ENGLISH =
      Pattern.compile("([^A-Za-z0-9$￥¥]+?)[\\s\\p{Z}/／]*[A-Za-z$￥¥0-9].*");

  /** What says by what people or things are told apart below it. */
  private static final Pattern BREAKDOWN_HEAD = Pattern.compile("按.{1,10}分.*");

  /** What parts the measures that a line names. */
  private static final Pattern BETWEEN_MEASURES = Pattern.compile("[、，,/；;\\s]+");

  /** A colon: a line that asks for something. */
  private static final Pattern COLON = Pattern.compile("[：:]");

  /** Letters enough for a line to say something. */
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{4,}");

  /** What asks for a day. */
  private static final Pattern DAY_LABEL = Pattern.compile(".*日期");

  private final Pages pages;
  private final List<Found> found = new ArrayList<>();
  private final List<HeaderBlank> header = new ArrayList<>();

  /** By column, the numbered rows that say what they count, by the level of their number. */
  private final Map<String, TreeMap<Integer, Found>> numbered = new HashMap<>();

  private String title = "";

  private FormInference(Pages pages) {
    this.pages = pages;
  }

  /** Returns what was found on a blank; empty where there is nothing to fill in. */
  public static Optional<Blank> of(Pages pages, String file, String sha256, Blank.Content content) {
    var inference = new FormInference(pages);
    inference.read();
    return inference.found.isEmpty()
        ? Optional.empty()
        : Optional.of(inference.result(file, sha256, content));
  }

  private void read() {
    paragraphs();
    for (var page : pages.pages()) {
      List<Region> regions = Region.of(page);
      var inTables = new HashSet<Position>();
      for (var region : regions) {
        page.spots().keySet().stream()
            .filter(region::holds)
            .filter(corner -> !region.isBanner(corner))
            .forEach(inTables::add);
      }
      Optional<String> measure =
          measure(page, inTables).or(() -> inText(pages.pages().indexOf(page)));
      var own = new ArrayList<Found>();
      for (var region : regions) {
        own.addAll(new RegionReader(region).read());
      }
      outside(page, inTables, own);
      var notes = new ArrayList<>(pages.paragraphs().values());
      page.order().stream()
          .filter(at -> !inTables.contains(at))
          .forEach(at -> notes.add(page.spot(at).text()));
      var choices = new NotedChoices(notes);
      List<Found> told =
          own.stream()
              .filter(each -> !isHead(each))
              .map(choices::completed)
              .map(each -> measured(each, measure, isNumber(each, own)))
              .map(this::inherited)
              .map(each -> totalled(each, own))
              .toList();
      List<Found> wholes = told.stream().map(each -> likeWhole(each, told)).toList();
      wholes.stream().map(each -> likeOthers(each, wholes)).forEach(found::add);
    }
  }

  /** A label with its value in the table may say who fills the form in. */
  private boolean isHead(Found each) {
    if (each.kind() != Found.Kind.CELLS || !each.column().isEmpty() || each.row().size() != 1) {
      return false;
    }
    Optional<String> role = Lexicon.role(each.row().get(0));
    if (role.isEmpty() || each.formula().isPresent() || role.get().equals("period")) {
      return false;
    }
    if (role.get().equals("unit")
        && header.stream().anyMatch(other -> other.role().equals("unit"))) {
      // Who fills the form in is asked once: another name is what the form is about.
      return false;
    }
    header.add(
        new HeaderBlank(
            role.get(),
            each.at(),
            "",
            "",
            each.row().get(0),
            role.get().equals("date") ? FieldType.DATE : FieldType.TEXT));
    return true;
  }

  /** What a numbered row counts, the rows below it count that say nothing themselves. */
  private Found inherited(Found each) {
    boolean row =
        (each.kind() == Found.Kind.MATRIX || each.kind() == Found.Kind.CELLS)
            && each.corner() != null
            && !each.row().isEmpty();
    if (!row) {
      return each;
    }
    String label = each.row().get(each.row().size() - 1);
    int level = Lexicon.level(label);
    boolean told =
        each.measure().isPresent()
            || each.type().isPresent()
            || Lexicon.typeByWords(label).isPresent()
            || each.column().stream().anyMatch(word -> Lexicon.typeByWords(word).isPresent());
    String column = each.at().on() + each.cell().column() + each.column();
    TreeMap<Integer, Found> outer = numbered.computeIfAbsent(column, any -> new TreeMap<>());
    if (told) {
      if (level > 0) {
        outer.tailMap(level, true).clear();
        outer.put(level, each);
      }
      return each;
    }
    var above = level == 0 ? outer.lastEntry() : outer.lowerEntry(level);
    if (above == null || Total.of(label) != Total.NONE) {
      return each;
    }
    FieldType type = Meaning.type(above.getValue());
    if (!type.number() || type == FieldType.PERCENT) {
      return each;
    }
    Found same = each.of(type);
    return above.getValue().measure().map(same::in).orElse(same);
  }

  /** A part is counted in what the whole before it is, in its row or above it in its column. */
  private static Found likeWhole(Found each, List<Found> all) {
    boolean inRow = each.column().stream().anyMatch(Lexicon::isPart);
    boolean inColumn =
        !each.row().isEmpty() && Lexicon.isPart(each.row().get(each.row().size() - 1));
    if (!isOpen(each) || inRow == inColumn) {
      return each;
    }
    Found whole = null;
    for (var other : all) {
      boolean before =
          other.corner() != null
              && other.at().on().equals(each.at().on())
              && other.rows() == each.rows()
              && (inRow
                  ? other.cell().row() == each.cell().row()
                      && other.cell().column() < each.cell().column()
                      && other.column().stream().noneMatch(Lexicon::isPart)
                  : isBefore(other, each)
                      && !other.row().isEmpty()
                      && !Lexicon.isPart(other.row().get(other.row().size() - 1)));
      whole = before ? other : whole;
    }
    return whole == null ? each : like(each, whole);
  }

  /**
   * Tells whether a blank stands above another in its column; of labels with their values, as well
   * left of it under the same heading.
   */
  private static boolean isBefore(Found other, Found each) {
    int row = other.cell().row();
    if (other.cell().column() == each.cell().column()) {
      return row < each.cell().row() && other.section().equals(each.section());
    }
    return each.column().isEmpty()
        && other.column().isEmpty()
        && row == each.cell().row()
        && other.cell().column() < each.cell().column();
  }

  /** A total at the end of a column or row is in what everything else there is in. */
  private static Found likeOthers(Found each, List<Found> all) {
    if (isOpen(each) && each.hasTotal(each.column())) {
      List<Found> row =
          all.stream()
              .filter(other -> other.corner() != null && other.at().on().equals(each.at().on()))
              .filter(other -> other.cell().row() == each.cell().row())
              .filter(other -> other.kind() == each.kind() && other.row().equals(each.row()))
              .filter(other -> !other.hasTotal(other.column()))
              .filter(other -> Meaning.type(other).number())
              .filter(other -> Meaning.type(other) != FieldType.PERCENT)
              .toList();
      return row.size() > 1 && areAlike(row) ? like(each, row.get(0)) : each;
    }
    if (!isOpen(each) || each.kind() != Found.Kind.MATRIX || !each.hasTotal(each.row())) {
      return each;
    }
    List<Found> column =
        all.stream()
            .filter(other -> other.corner() != null && other.at().on().equals(each.at().on()))
            .filter(other -> other.cell().column() == each.cell().column())
            .filter(other -> other.column().equals(each.column()) && !other.hasTotal(other.row()))
            .toList();
    return areAlike(column) ? like(each, column.get(0)) : each;
  }

  private static boolean areAlike(List<Found> all) {
    return all.stream().map(Found::measure).distinct().count() == 1
        && all.stream().map(Meaning::type).distinct().count() == 1;
  }

  /** Tells whether neither words nor a measure say what a number is one of. */
  private static boolean isOpen(Found each) {
    return each.corner() != null
        && each.type().isEmpty()
        && each.measure().isEmpty()
        && each.choices().isEmpty()
        && innermost(each).noneMatch(word -> Lexicon.isRemark(word) || Lexicon.isContact(word));
  }

  private static Stream<String> innermost(Found each) {
    Stream<String> column = each.column().stream().skip(Math.max(0, each.column().size() - 1));
    Stream<String> row = each.row().stream().skip(Math.max(0, each.row().size() - 1));
    return each.kind() == Found.Kind.LIST ? column : Stream.concat(column, row);
  }

  /** Tells whether what a blank is called by does not make it something else than another is. */
  private static boolean mayBe(Found each, FieldType type, String measure) {
    return innermost(each)
        .flatMap(word -> Lexicon.typeByWords(word).stream())
        .allMatch(
            told ->
                told == type
                    || told == FieldType.TEXT
                    || told == FieldType.COUNT
                        && type == FieldType.DECIMAL
                        && Lexicon.fits(measure, each.name()));
  }

  private static Found like(Found each, Found other) {
    FieldType type = Meaning.type(other);
    if (!type.number()
        || type == FieldType.PERCENT
        || !mayBe(each, type, other.measure().orElse(""))) {
      return each;
    }
    boolean mean = type == FieldType.COUNT && Lexicon.isMean(each.name());
    if (other.measure().isEmpty() || Lexicon.contradicts(other.measure().get(), each.name())) {
      return other.measure().isEmpty() && type != FieldType.COUNT ? each.of(type) : each;
    }
    Found same = each.in(other.measure().get());
    return mean ? same : same.of(type);
  }

  /** What has a printed total is counted, whatever its words are. */
  private static Found totalled(Found each, List<Found> all) {
    boolean open = each.type().isEmpty() && each.corner() != null && !Meaning.isCounted(each);
    if (!open || Lexicon.typeByWords(each.name()).isPresent()) {
      return each;
    }
    return all.stream()
            .filter(other -> other.corner() != null && other.at().on().equals(each.at().on()))
            .anyMatch(
                other ->
                    other.cell().column() == each.cell().column()
                            && other.column().equals(each.column())
                            && other.hasTotal(other.row())
                        || other.cell().row() == each.cell().row()
                            && other.row().equals(each.row())
                            && other.isBeside(each)
                            && other.hasTotal(other.column()))
        ? each.of(Lexicon.isMean(each.name()) ? FieldType.DECIMAL : FieldType.COUNT)
        : each;
  }

  /**
   * Tells whether a blank takes a number, though its head alone would take words: 管理岗位 beside 合计
   * are people.
   */
  private static boolean isNumber(Found each, List<Found> all) {
    boolean grouped = each.kind() == Found.Kind.MATRIX && each.column().size() > 1;
    if (!grouped
        || each.type().isPresent()
        || !each.choices().isEmpty()
        || Lexicon.isRemark(each.name())
        || Lexicon.isContact(each.name())) {
      return false;
    }
    List<String> outer = each.column().subList(0, each.column().size() - 1);
    return outer.stream()
            .anyMatch(
                word ->
                    BREAKDOWN_HEAD.matcher(word).matches()
                        || Lexicon.typeByWords(word).equals(Optional.of(FieldType.COUNT)))
        || all.stream()
            .anyMatch(
                other ->
                    other.corner() != null
                        && other.cell().row() == each.cell().row()
                        && other.row().equals(each.row())
                        && other.isBeside(each)
                        && other.hasTotal(other.column()));
  }

  private static Found measured(Found each, Optional<String> measure, boolean number) {
    if (!number || Lexicon.typeByWords(each.name()).map(FieldType::number).orElse(true)) {
      return measured(each, measure);
    }
    Found same =
        each.measure().isPresent()
            ? each
            : measure
                .map(FormInference::each)
                .filter(words -> words.size() == 1)
                .map(words -> each.in(words.get(0)))
                .orElse(each);
    return same.of(same.measure().map(Lexicon::typeOf).orElse(FieldType.COUNT));
  }

  private static Found measured(Found each, Optional<String> measure) {
    if (measure.isEmpty() || each.measure().isPresent() || each.kind() == Found.Kind.SENTENCES) {
      return each;
    }
    List<String> all = each(measure.get());
    Optional<FieldType> told = told(each);
    if (told.filter(type -> !type.number() || type == FieldType.PERCENT).isPresent()
        || !each.choices().isEmpty()) {
      return each;
    }
    List<String> fitting =
        all.stream()
            .filter(
                word ->
                    isMeasureOf(word, each, told, all.size() == 1)
                            && !Lexicon.contradicts(word, each.name())
                        || isAlike(told, word) && Lexicon.fits(word, each.name()))
            .toList();
    List<String> named =
        fitting.stream()
            .filter(word -> each.words().contains(word) || Lexicon.fits(word, each.words()))
            .toList();
    List<String> own = fitting.size() > 1 ? named : fitting;
    return own.size() != 1 ? each : each.in(own.get(0));
  }

  private static boolean isAlike(Optional<FieldType> told, String measure) {
    boolean money = Lexicon.typeOf(measure) == FieldType.MONEY;
    return told.isEmpty() || money == (told.get() == FieldType.MONEY);
  }

  /** Returns what the innermost words say that tell. */
  private static Optional<FieldType> told(Found each) {
    Optional<FieldType> told = Lexicon.typeByWords(each.name());
    for (int i = each.column().size() - 2; i >= 0 && told.isEmpty(); i--) {
      told = Lexicon.typeByWords(each.column().get(i)).filter(FieldType::number);
    }
    for (int i = each.row().size() - 1; i >= 0 && told.isEmpty(); i--) {
      told = Lexicon.typeByWords(each.row().get(i)).filter(FieldType::number);
    }
    return told;
  }

  /**
   * Tells whether the measure of a whole table is that of one blank: the words about it agree, or
   * say nothing, and no other measure may be meant.
   */
  private static boolean isMeasureOf(
      String measure, Found each, Optional<FieldType> told, boolean only) {
    FieldType type = Lexicon.typeOf(measure);
    boolean byRow = Lexicon.typeByWords(each.name()).isEmpty() && each.kind() == Found.Kind.MATRIX;
    boolean weak = only && byRow && type != FieldType.MONEY;
    if (told.isPresent() && !weak) {
      return told.get() == type;
    }
    boolean money = type == FieldType.MONEY;
    return only && (!money || each.kind() != Found.Kind.LIST || Lexicon.isMoney(each.words()));
  }

  private static Optional<String> measure(Page page, Set<Position> inTables) {
    for (var at : page.order()) {
      if (!inTables.contains(at)) {
        Optional<String> measure = measureIn(page.spot(at).text());
        if (measure.isPresent()) {
          return measure;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the measure that the text around a table names, where it is clear which table. */
  private Optional<String> inText(int table) {
    List<String> all =
        pages.paragraphs().values().stream().flatMap(text -> measureIn(text).stream()).toList();
    if (all.size() == pages.pages().size()) {
      return Optional.of(all.get(table));
    }
    return all.stream().distinct().count() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Returns the measures that a line names, one or several. */
  private static List<String> each(String measures) {
    return Lexicon.isMeasure(measures)
        ? List.of(measures)
        : List.of(BETWEEN_MEASURES.split(measures));
  }

  private static Optional<String> measureIn(String text) {
    // Who reports may stand in the same line: "Unit: ______  Unit: tons". Several measures may be
    // named by what they are of: 面积单位：亩；资金单位：万元.
    List<String> all =
        TABLE_MEASURE
            .matcher(text.strip())
            .results()
            .map(match -> match.group(1).strip())
            .map(FormInference::inOneLanguage)
            .filter(measure -> each(measure).stream().allMatch(Lexicon::isMeasure))
            .distinct()
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("、", all));
  }

  private static String inOneLanguage(String measure) {
    Matcher both = IN_ENGLISH.matcher(measure);
    boolean twice =
        both.matches() && !Lexicon.isMeasure(measure) && Lexicon.isMeasure(both.group(1));
    return twice ? both.group(1) : measure;
  }

  private void paragraphs() {
    boolean first = true;
    for (var each : pages.paragraphs().entrySet()) {
      String text = each.getValue();
      if (text.isBlank()) {
        continue;
      }
      if (first && title.isEmpty() && !COLON.matcher(text).find() || first && text.contains("表")) {
        title = text.replace(Spot.RULED, ' ').strip();
        header.addAll(HeadFinder.in(text, each.getKey(), Optional.empty(), true));
        first = false;
        continue;
      }
      first = false;
      List<HeaderBlank> own = HeadFinder.in(text, each.getKey(), Optional.empty(), false);
      header.addAll(own);
      List<InlineScan.Gap> gaps = InlineScan.inSentence(text);
      if (own.isEmpty()
          && !gaps.isEmpty()
          && text.codePoints().filter(Character::isLetter).count() > 3) {
        found.addAll(Sentences.of(text, gaps, each.getKey(), List.of()));
      }
    }
  }

  private void outside(Page page, Set<Position> inTables, List<Found> own) {
    var origins = page.origins();
    boolean first = true;
    for (var at : page.order()) {
      Spot spot = page.spot(at);
      if (inTables.contains(at) || spot.isEmpty()) {
        continue;
      }
      String text = spot.text();
      boolean heading = first && (text.contains("表") || !COLON.matcher(text).find());
      if (heading) {
        title = title.isEmpty() ? text.replace(Spot.RULED, ' ').strip() : title;
        header.addAll(HeadFinder.in(text, spot.place(), Optional.empty(), true));
        first = false;
        continue;
      }
      first &= !LONG_WORD.matcher(text).find();
      List<HeaderBlank> blanks =
          HeadFinder.in(text, spot.place(), HeadFinder.right(page, at, inTables, origins), false);
      header.addAll(blanks);
      List<InlineScan.Gap> gaps = InlineScan.inSentence(text);
      if (blanks.isEmpty()
          && !gaps.isEmpty()
          && text.codePoints().filter(Character::isLetter).count() > 3) {
        own.addAll(Sentences.of(text, gaps, spot.place(), List.of()));
      }
    }
  }

  private Blank result(String file, String sha256, Blank.Content content) {
    if (header.stream().noneMatch(each -> each.role().equals("unit"))) {
      header.stream()
          .filter(each -> Lexicon.mayNameUnit(each.label()))
          .findFirst()
          .ifPresent(each -> header.set(header.indexOf(each), unit(each)));
    }
    if (header.stream().noneMatch(each -> each.role().equals("date"))) {
      header.stream()
          .filter(each -> DAY_LABEL.matcher(each.label()).matches())
          .findFirst()
          .ifPresent(each -> header.set(header.indexOf(each), date(each)));
    }
    List<NotedRelations.Stated> stated = stated();
    List<Found> all = StatedNumbers.completed(found, stated);
    var blocks = new ArrayList<Block>();
    var ids = new LinkedHashMap<Found, String>();
    int from = 0;
    while (from < all.size()) {
      int to = from;
      while (to < all.size() && sameBlock(all.get(from), all.get(to))) {
        to++;
      }
      blocks.add(block(String.valueOf(blocks.size() + 1), all.subList(from, to), ids));
      from = to;
    }
    List<Relation> relations = new Relations(ids).find(stated);
    var sums = new HashSet<String>();
    relations.stream()
        .filter(relation -> relation.kind() == Relation.Kind.RATIO)
        .forEach(relation -> sums.add(relation.whole()));
    List<Block> decided = blocks.stream().map(block -> decided(block, sums)).toList();
    return new Blank(
        file,
        sha256,
        title.isEmpty() ? file : Lexicon.LINE_BREAKS.matcher(title).replaceAll(""),
        content,
        header,
        decided,
        relations);
  }

  /** Returns every text that may state relations by numbers. */
  private List<NotedRelations.Stated> stated() {
    var all = new ArrayList<NotedRelations.Stated>();
    pages.paragraphs().values().forEach(text -> all.add(NotedRelations.Stated.anywhere(text)));
    for (var page : pages.pages()) {
      for (var spot : page.spots().values()) {
        if (NotedRelations.mayBeIn(spot.text())) {
          String words = Lexicon.LINE_BREAKS.matcher(spot.text()).replaceAll("").strip();
          boolean row = found.stream().anyMatch(each -> each.row().contains(words));
          boolean column = found.stream().anyMatch(each -> each.column().contains(words));
          all.add(new NotedRelations.Stated(spot, row, column));
        }
      }
    }
    return all;
  }

  private static HeaderBlank unit(HeaderBlank blank) {
    return new HeaderBlank(
        "unit", blank.at(), blank.before(), blank.after(), blank.label(), FieldType.TEXT);
  }

  private static HeaderBlank date(HeaderBlank blank) {
    return new HeaderBlank(
        "date", blank.at(), blank.before(), blank.after(), blank.label(), FieldType.DATE);
  }

  private static boolean sameBlock(Found a, Found b) {
    return a.kind() == b.kind()
        && a.at().kind() == b.at().kind()
        && a.at().on().equals(b.at().on())
        && (a.kind() != Found.Kind.LIST
            || a.rows() == b.rows() && a.at().cell().row() == b.at().cell().row());
  }

  private static Block block(String id, List<Found> all, Map<Found, String> ids) {
    var bindings = new ArrayList<Binding>();
    var rows = new LinkedHashMap<String, int[]>();
    for (var each : all) {
      Place at = each.at();
      String key =
          at.kind()
              + at.on()
              + at.cell().row()
              + (at.blank() > 0 ? "," + at.cell().column() + "," + at.paragraph() : "");
      int[] counter = rows.computeIfAbsent(key, any -> new int[] {rows.size() + 1, 0});
      String own = id + "." + counter[0] + "." + ++counter[1];
      ids.put(each, own);
      Binding binding = binding(own, each);
      bindings.add(binding);
    }
    Found first = all.get(0);
    return switch (first.kind()) {
      case MATRIX -> new Block.Matrix(id, bindings);
      case LIST -> new Block.Rows(id, first.rows(), bindings);
      case CELLS -> new Block.Cells(id, bindings);
      case SENTENCES -> new Block.Sentences(id, bindings);
    };
  }

  /** Tells whether anything on the form says what a blank takes. */
  private static boolean isSure(Found each) {
    return each.type().isPresent()
        || Lexicon.typeByWords(each.name()).isPresent()
        || Meaning.isCounted(each);
  }

  private static Binding binding(String id, Found each) {
    FieldType type = Meaning.type(each);
    Optional<String> measure =
        type.number() || each.measure().isPresent() ? each.measure() : Optional.empty();
    return new Binding(
        id,
        each.at(),
        each.section(),
        each.row(),
        each.column(),
        each.rowCode(),
        each.columnCode(),
        type,
        type == FieldType.PERCENT && measure.isEmpty() ? Optional.of("%") : measure,
        Meaning.decimals(each),
        type == FieldType.COUNT && Meaning.isDifference(each),
        each.choices(),
        Meaning.adds(each),
        Meaning.time(each),
        each.formula().isPresent(),
        isSure(each));
  }

  /**
   * A rate whose parts are known is computed from their sums. What is counted in whatever measure a
   * unit writes beside it is not added.
   */
  private static Block decided(Block block, Set<String> ratios) {
    Set<String> measured =
        block.bindings().stream()
            .filter(each -> isMeasureOfOthers(each, block))
            .map(Binding::item)
            .collect(Collectors.toSet());
    List<Binding> bindings =
        block.bindings().stream()
            .map(each -> ratios.contains(each.id()) ? each.with(Adds.RATIO) : each)
            .map(
                each ->
                    each.adds() == Adds.SUM
                            && each.measure().isEmpty()
                            && each.type() != FieldType.MONEY
                            && measured.contains(each.item())
                        ? each.with(Adds.NO)
                        : each)
            .toList();
    return block.with(block.id(), bindings);
  }

  /** Tells whether a blank takes the measure of numbers beside it: 单位 may also head names. */
  private static boolean isMeasureOfOthers(Binding each, Block block) {
    String head = each.column().isEmpty() ? "" : each.column().get(each.column().size() - 1);
    if (each.type().number() || !Lexicon.isMeasureHead(head)) {
      return false;
    }
    int next = block.bindings().indexOf(each) + 1;
    boolean counted =
        next < block.bindings().size()
            && block.bindings().get(next).item().equals(each.item())
            && block.bindings().get(next).type().number();
    boolean first = next == 1 || !block.bindings().get(next - 2).item().equals(each.item());
    return !Folding.label(head).equals("单位") || counted && !first;
  }
}
