package dev.rollup.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollup.infer.Edition.Change;
import dev.rollup.infer.Edition.Side;
import dev.rollup.read.blank.BlankPages;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Relation;
import dev.rollup.template.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of blanks, their ids, and what was said of them, when a form is issued anew. */
@Tag("slow")
class EditionTest {

  private static final List<String> FORM =
      List.of(
          "T 用工情况统计表",
          "L 填报单位：____",
          "| 类别 | 人数（人） | 企业（家） |",
          "| 1.农业 | | |",
          "| 2.工业 | | |",
          "| 合计 | | |");

  @Test
  void an_edition_is_the_same_as_itself() throws Exception {
    var edition = new Edition(form(FORM), form(FORM));

    assertThat(edition.same()).isTrue();
    assertThat(edition.merged()).isEqualTo(form(FORM));
  }

  static Stream<Path> forms() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/forms"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void any_form_is_the_same_as_itself_and_keeps_its_ids_below_another_line(Path file)
      throws Exception {
    List<String> lines = Files.readAllLines(file);
    List<String> form = lines.contains("---") ? lines.subList(0, lines.indexOf("---")) : lines;
    Blank blank = form(form);
    var same = new Edition(blank, form(form));
    assertThat(same.same()).isTrue();
    assertThat(same.merged().bindings()).isEqualTo(blank.bindings());
    assertThat(same.merged().relations()).hasSameElementsAs(blank.relations());

    // The cells that a drawn formula names do not move with it.
    assumeThat(form).noneMatch(line -> line.contains("| ="));
    var lower = new ArrayList<>(form);
    lower.add(1, "L 内部资料");
    Blank moved = form(lower);
    var edition = new Edition(blank, moved);
    assertThat(moved.bindings()).hasSameSizeAs(blank.bindings());
    assertThat(edition.merged().bindings())
        .extracting(Binding::id)
        .isEqualTo(blank.bindings().stream().map(Binding::id).toList());
    assertThat(edition.differences())
        .extracting(Edition.Difference::change)
        .containsOnly(Change.MOVED);
  }

  @Test
  void a_row_that_is_added_changes_no_id_of_others_though_they_get_new_numbers() throws Exception {
    Blank recent = form(changed("| 2.工业 | | |", "| 2.建筑业 | | |", "| 3.工业 | | |"));

    var edition = new Edition(form(FORM), recent);

    assertThat(labels(edition.merged()))
        .containsEntry("1.2.1", "3.工业 / 人数（人）")
        .containsEntry("1.3.1", "合计 / 人数（人）")
        .containsEntry("1.4.1", "2.建筑业 / 人数（人）");
    assertThat(told(edition, Change.ADDED)).containsExactly("1.4.1", "1.4.2");
    assertThat(told(edition, Change.REMOVED)).isEmpty();
    assertThat(told(edition, Change.MOVED)).containsExactly("1.2.1", "1.2.2", "1.3.1", "1.3.2");
    assertThat(told(edition, Change.RELATION)).containsExactly("1.3.1", "1.3.2");
    assertThat(edition.merged().relations().get(0).parts())
        .containsExactly("1.1.1", "1.4.1", "1.2.1");
  }

  @Test
  void a_row_that_says_something_else_is_another_one() throws Exception {
    var edition = new Edition(form(FORM), form(changed("| 2.工业 | | |", "| 2.服务行当 | | |")));

    assertThat(told(edition, Change.REMOVED)).containsExactly("1.2.1", "1.2.2");
    assertThat(told(edition, Change.ADDED)).containsExactly("1.4.1", "1.4.2");
    assertThat(told(edition, Change.REWORDED)).isEmpty();
  }

  @Test
  void a_row_in_words_that_are_alike_is_the_same() throws Exception {
    var edition = new Edition(form(FORM), form(changed("| 2.工业 | | |", "| 2.工业和信息业 | | |")));

    assertThat(told(edition, Change.REWORDED)).containsExactly("1.2.1", "1.2.2");
    assertThat(edition.differences()).hasSize(2);
  }

  @Test
  void brackets_part_blanks_unless_they_measure_them() throws Exception {
    Blank both = form(wide("| 类别 | 职工（男） | 职工（女） | 企业（家） |", 3));
    Blank women = form(wide("| 类别 | 职工（女） | 企业（家） |", 2));

    var edition = new Edition(both, women);

    assertThat(labels(edition.merged())).containsEntry("1.1.2", "1.农业 / 职工（女）");
    assertThat(told(edition, Change.REMOVED)).containsExactly("1.1.1", "1.2.1", "1.3.1");
  }

  @Test
  void what_was_said_stays_where_the_form_says_the_same() throws Exception {
    Blank form = form(FORM);
    UnaryOperator<Binding> said =
        each ->
            each.id().equals("1.1.1")
                ? each.told(
                    FieldType.DECIMAL, Optional.of("万人"), Adds.MAX, Optional.of(Time.STOCK), true)
                : each;
    Blank recent = form(changed("| 2.工业 | | |", "| 2.建筑业 | | |", "| 3.工业 | | |"));

    var edition = new Edition(new Side(form.with(said), form), new Side(recent));

    Binding kept = field(edition.merged(), "1.1.1");
    assertThat(kept).isEqualTo(said.apply(field(form, "1.1.1")));
    assertThat(told(edition, Change.MEASURE)).isEmpty();
    assertThat(told(edition, Change.TYPE)).isEmpty();
  }

  @Test
  void what_was_said_of_another_measure_is_not_kept() throws Exception {
    Blank form = form(FORM);
    Blank told = form.with(each -> each.id().equals("1.1.1") ? each.with(Adds.MAX) : each);
    Blank recent = form(changed(FORM.get(2), "| 类别 | 人数（万人） | 企业（家） |"));

    var edition = new Edition(new Side(told, form), new Side(recent));

    assertThat(told(edition, Change.MEASURE)).containsExactly("1.1.1", "1.2.1", "1.3.1");
    assertThat(told(edition, Change.REWORDED)).isEmpty();
    Binding field = field(edition.merged(), "1.1.1");
    assertThat(field.measure()).contains("万人");
    assertThat(field.adds()).isEqualTo(Adds.SUM);
  }

  @Test
  void an_answer_stays_and_what_nobody_answered_is_what_the_new_form_says() throws Exception {
    List<String> open = wide("| 类别 | 绿色食品 | 企业（家） |", 2).subList(0, 5);
    Blank form = form(open);
    assertThat(field(form, "1.1.1").sure()).isFalse();
    Blank answered =
        form.with(
            each ->
                each.sure()
                    ? each
                    : each.told(
                        FieldType.COUNT, Optional.of("个"), Adds.SUM, Optional.empty(), true));

    Blank kept = new Edition(new Side(answered, form), new Side(form(open))).merged();
    assertThat(kept.unsure()).isEmpty();
    assertThat(field(kept, "1.1.1").measure()).contains("个");

    Blank clear = form(wide("| 类别 | 绿色食品（个） | 企业（家） |", 2).subList(0, 5));
    Blank now = new Edition(form, clear).merged();
    assertThat(now.unsure()).isEmpty();
    assertThat(field(now, "1.1.1").adds()).isEqualTo(Adds.SUM);
  }

  @Test
  void a_relation_that_a_person_wrote_stays_as_long_as_its_parts_do() throws Exception {
    Blank form = form(wide("| 类别 | 人数（人） | 企业（家） | 项目（个） |", 3));
    var own =
        new Relation(Relation.Kind.PART, "1.2.2", List.of("1.2.1"), 0, 1, Relation.Source.NOTE);
    var all = new ArrayList<>(form.relations());
    all.add(own);
    Side said = new Side(form.with(all), form);

    assertThat(new Edition(said, new Side(form)).merged().relations()).contains(own);
    Blank without = form(wide("| 类别 | 企业（家） | 项目（个） |", 2));
    var edition = new Edition(said, new Side(without));
    assertThat(edition.merged().relations()).doesNotContain(own);
    assertThat(told(edition, Change.RELATION)).containsExactly("1.2.2");
  }

  @Test
  void the_header_and_the_title_are_compared() throws Exception {
    List<String> other = new ArrayList<>(FORM);
    other.set(0, "T 2024年用工情况统计表");
    other.set(1, "L 填报单位：____|联系电话：____");

    var edition = new Edition(form(FORM), form(other));

    assertThat(edition.sameTitle()).isFalse();
    assertThat(edition.same()).isFalse();
    assertThat(edition.headerAdded()).extracting(HeaderBlank::role).containsExactly("phone");
    assertThat(edition.headerRemoved()).isEmpty();
  }

  private static List<String> changed(String line, String... others) {
    var lines = new ArrayList<>(FORM);
    int at = lines.indexOf(line);
    lines.remove(at);
    lines.addAll(at, List.of(others));
    return lines;
  }

  /** Returns the form with another head, and so many columns. */
  private static List<String> wide(String head, int columns) {
    String empty = " |".repeat(columns);
    return List.of(
        FORM.get(0), FORM.get(1), head, "| 1.农业 |" + empty, "| 2.工业 |" + empty, "| 合计 |" + empty);
  }

  private static Blank form(List<String> lines) throws IOException {
    byte[] content = new DrawnForm(lines).xlsx();
    Pages pages = BlankPages.read(content, false).orElseThrow();
    return FormInference.of(pages, "blank.xlsx", "0", new Blank.Content(new byte[0])).orElseThrow();
  }

  private static List<String> told(Edition edition, Change change) {
    return edition.differences().stream()
        .filter(each -> each.change() == change)
        .map(each -> each.after() == null ? each.before().id() : each.after().id())
        .toList();
  }

  private static Map<String, String> labels(Blank blank) {
    return blank.bindings().stream().collect(Collectors.toMap(Binding::id, Binding::label));
  }

  private static Binding field(Blank blank, String id) {
    return blank.bindings().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
