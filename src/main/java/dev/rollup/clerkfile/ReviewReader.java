package dev.rollup.clerkfile;

import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Mistake;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.FormReview;
import dev.rollup.template.Relation;
import dev.rollup.template.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads back the sheet on which a person looked over what was found on a blank. All that is wrong
 * with it is told at once.
 */
public final class ReviewReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.ofEntries(
          Map.entry("field", List.of("field", "指标编号")),
          Map.entry("place", List.of("place", "位置")),
          Map.entry("section", List.of("section", "栏目")),
          Map.entry("row", List.of("row", "行")),
          Map.entry("column", List.of("column", "列")),
          Map.entry("type", List.of("type", "类型")),
          Map.entry("measure", List.of("measure", "计量单位")),
          Map.entry("adds", List.of("district total", "adds", "汇总方式")),
          Map.entry("time", List.of("time", "时间属性")),
          Map.entry("relation", List.of("relation", "表内关系")),
          Map.entry("sure", List.of("sure", "有把握")));

  private static final List<String> REQUIRED = List.of("field", "type", "measure", "adds", "sure");

  /** More numbers than this are not read by anybody. */
  private static final int MOST_NAMED = 10;

  private final FormReview review;
  private final boolean chinese;
  private final Map<String, FormReview.Line> lines = new HashMap<>();
  private final Map<Integer, String> ids = new HashMap<>();
  private final Set<String> sentences = new HashSet<>();
  private final Map<String, Binding> told = new HashMap<>();
  private final Map<String, List<Relation>> relations = new LinkedHashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private ReviewReader(Blank blank, boolean chinese) {
    this.review = FormReview.of(blank);
    this.chinese = chinese;
    for (var line : review.lines()) {
      lines.put(line.binding().id(), line);
      ids.put(line.number(), line.binding().id());
    }
    for (var block : blank.blocks()) {
      if (block instanceof Block.Sentences) {
        block.bindings().forEach(binding -> sentences.add(binding.id()));
      }
    }
  }

  /** Returns the headings by which the sheet is known among others, each in every language. */
  public static List<List<String>> headings() {
    return REQUIRED.stream().map(HEADINGS::get).toList();
  }

  /**
   * Returns a form as the sheet says that it is. What the sheet has no column for stays.
   *
   * @throws Mistake if a line names no blank of the form, or says what cannot be; others that were
   *     made are suppressed in it
   */
  public static Blank read(SideFile file, Blank blank) throws Mistake {
    List<SideTable.Line> all = SideTable.read(file, HEADINGS, REQUIRED);
    boolean chinese =
        all.isEmpty() || all.get(0).heading("adds").codePoints().anyMatch(Character::isIdeographic);
    var reader = new ReviewReader(blank, chinese);
    all.forEach(reader::line);
    reader.missing(file);
    if (!reader.mistakes.isEmpty()) {
      throw Mistake.of(reader.mistakes);
    }
    return reader.told(blank);
  }

  private Blank told(Blank blank) {
    var all = new ArrayList<Relation>();
    var open = new LinkedHashMap<>(relations);
    for (var relation : blank.relations()) {
      if (relations.containsKey(relation.whole())) {
        all.addAll(Optional.ofNullable(open.remove(relation.whole())).orElse(List.of()));
      } else {
        all.add(relation);
      }
    }
    open.values().forEach(all::addAll);
    return blank.with(each -> told.getOrDefault(each.id(), each)).with(all);
  }

  /** A line that is gone may have been meant as "no blank": nobody knows. */
  private void missing(SideFile file) {
    List<String> gone =
        review.lines().stream()
            .filter(line -> !told.containsKey(line.binding().id()))
            .map(FormReview.Line::mark)
            .toList();
    if (!gone.isEmpty()) {
      String more = gone.size() > MOST_NAMED ? " …" : "";
      mistakes.add(
          new Mistake(
              Mistake.Kind.USAGE,
              "review.missing",
              file.path(),
              String.valueOf(gone.size()),
              gone.stream().limit(MOST_NAMED).collect(Collectors.joining(" ")) + more));
    }
  }

  private void line(SideTable.Line row) {
    String id = row.get("field");
    Optional<FormReview.Head> head =
        review.heads().stream()
            .filter(each -> each.id().equals(id))
            .filter(each -> !row.has("place") || isAt(row, each.blank().at().toString()))
            .findFirst();
    if (head.isPresent()) {
      head(row, head.get());
      return;
    }
    FormReview.Line line = lines.get(id);
    if (line == null) {
      refuse(row, "field", "review.no-field", id);
      return;
    }
    if (told.putIfAbsent(id, line.binding()) != null) {
      refuse(row, "field", "review.twice", id);
      return;
    }
    String place = line.binding().at().toString(line.rows());
    if (row.has("place") && !isAt(row, place)) {
      refuse(row, "place", "review.other-place", row.raw("place"), place);
    }
    int before = mistakes.size();
    List<Relation> related = relations(row, line);
    Optional<Binding> binding = binding(row, line.binding(), related);
    if (mistakes.size() == before && binding.isPresent()) {
      told.put(id, binding.get());
      if (!related.equals(line.relations())) {
        relations.put(id, related);
      }
    }
  }

  private static boolean isAt(SideTable.Line row, String place) {
    return row.raw("place").equals(place.strip());
  }

  /** What the header's blanks are is said in the template only. */
  private void head(SideTable.Line row, FormReview.Head head) {
    if (row.has("row") && !same(row.raw("row"), head.blank().label())) {
      refuse(row, "row", "review.header", head.blank().label());
    }
    FieldType type = ReviewWords.of(row.get("type"), FieldType.class).orElse(null);
    if (type != head.blank().type()) {
      refuse(row, "type", "review.header", head.blank().label());
    }
    for (var empty : List.of("measure", "adds", "time", "relation", "sure")) {
      if (!row.raw(empty).isEmpty()) {
        refuse(row, empty, "review.header", head.blank().label());
      }
    }
  }

  private Optional<Binding> binding(SideTable.Line row, Binding before, List<Relation> relations) {
    Optional<FieldType> type = word(row, "type", FieldType.class);
    Optional<Adds> adds = word(row, "adds", Adds.class);
    Optional<Time> time = before.time();
    if (row.has("time")) {
      time = row.raw("time").isEmpty() ? Optional.empty() : word(row, "time", Time.class);
    }
    Optional<Boolean> sure = ReviewWords.yes(row.raw("sure"));
    if (sure.isEmpty()) {
      refuse(row, "sure", "review.unknown-word", ReviewWords.yesOrNo(chinese));
    }
    List<String> section = path(row, "section", before.section());
    List<String> words = path(row, "row", before.row());
    List<String> column = path(row, "column", before.column());
    boolean worded = !words.equals(before.row()) || !column.equals(before.column());
    if (worded && sentences.contains(before.id())) {
      refuse(row, words.equals(before.row()) ? "column" : "row", "review.sentence");
    }
    if (section.isEmpty() && words.isEmpty() && column.isEmpty()) {
      refuse(row, "row", "review.wordless");
    }
    if (type.isEmpty() || adds.isEmpty() || sure.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> measure = Optional.of(row.raw("measure")).filter(text -> !text.isEmpty());
    Binding after =
        before
            .told(type.get(), measure, adds.get(), time, sure.get())
            .worded(section, words, column);
    if (!after.equals(before)) {
      possible(row, after, relations);
    }
    return Optional.of(after);
  }

  /** Refuses what would be a total of nothing, or of different things. */
  private void possible(SideTable.Line row, Binding after, List<Relation> relations) {
    Adds adds = after.adds();
    boolean numeric = adds != Adds.NO && adds != Adds.TALLY;
    if (numeric && !after.type().number()
        || adds == Adds.SUM && after.type() == FieldType.PERCENT) {
      refuse(row, "adds", "review.cannot-add", row.raw("type"), row.raw("adds"));
    }
    boolean computed = relations.stream().anyMatch(each -> each.kind() == Relation.Kind.RATIO);
    if (adds == Adds.RATIO && !computed) {
      refuse(row, "relation", "review.no-ratio", row.raw("adds"));
    }
    if (after.type() == FieldType.CHOICE && after.choices().isEmpty()) {
      refuse(row, "type", "review.no-choices", row.raw("type"));
    }
  }

  private boolean isNumber(String id) {
    FormReview.Line line = lines.get(id);
    return line != null && line.binding().type().number();
  }

  private List<Relation> relations(SideTable.Line row, FormReview.Line line) {
    if (!row.has("relation")) {
      return line.relations();
    }
    String id = line.binding().id();
    Optional<List<Relation>> read = RelationText.read(row.raw("relation"), id, ids::get);
    if (read.isEmpty()) {
      refuse(row, "relation", "review.bad-relation", row.raw("relation"));
      return line.relations();
    }
    var relations = new ArrayList<Relation>();
    for (var each : read.get()) {
      relations.add(
          line.relations().stream().filter(old -> says(old, each)).findFirst().orElse(each));
    }
    if (relations.equals(line.relations())) {
      return line.relations();
    }
    // One number may be several sums: of towns and villages, of men and women.
    boolean twice = relations.stream().distinct().count() < relations.size();
    boolean itself = relations.stream().anyMatch(each -> each.parts().contains(id));
    boolean words =
        relations.stream().flatMap(each -> each.parts().stream()).anyMatch(part -> !isNumber(part));
    if (twice || itself || words) {
      String key = twice ? "twice" : itself ? "itself" : "words";
      refuse(row, "relation", "review.relation-" + key, row.raw("relation"));
    }
    return relations;
  }

  /** Tells whether two relations say the same, whatever says so. */
  private static boolean says(Relation a, Relation b) {
    return a.kind() == b.kind()
        && a.parts().equals(b.parts())
        && a.minus() == b.minus()
        && a.scale() == b.scale();
  }

  private <E extends Enum<E>> Optional<E> word(SideTable.Line row, String column, Class<E> kind) {
    Optional<E> value = ReviewWords.of(row.get(column), kind);
    if (value.isEmpty()) {
      String key = row.raw(column).isEmpty() ? "review.empty" : "review.unknown-word";
      refuse(row, column, key, ReviewWords.shown(kind, chinese));
    }
    return value;
  }

  /** Returns the words of a column, as they were where nobody changed them. */
  private static List<String> path(SideTable.Line row, String column, List<String> before) {
    if (!row.has(column) || same(row.raw(column), String.join(" / ", before))) {
      return before;
    }
    return Arrays.stream(row.raw(column).split("\\s+/\\s+"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean same(String a, String b) {
    return a.strip().replaceAll("\\s+", " ").equals(b.strip().replaceAll("\\s+", " "));
  }

  /** Refuses what stands in a column, and says what may stand there. */
  private void refuse(SideTable.Line row, String column, String key, List<String> known) {
    var more = List.of(new Mentioned.Text(row.raw(column)), new Mentioned.Names(known, false));
    mistakes.add(row.mistakeAt(column, key, more));
  }

  private void refuse(SideTable.Line row, String column, String key, String... more) {
    mistakes.add(row.mistakeAt(column, key, more));
  }
}
