package dev.rollup.write.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Mistake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputSetTest {

  @TempDir Path temporary;
  private Map<String, String> written = Map.of();
  private Path folder;

  @BeforeEach
  void name() {
    folder = temporary.resolve("out");
  }

  @Test
  void puts_all_files_in_their_places_and_leaves_foreign_files_alone() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");

    write("1", "2");

    assertThat(folder.resolve("a")).hasContent("1");
    assertThat(folder.resolve("b")).hasContent("2");
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
    assertThat(folder.resolve(".rollup-staging")).doesNotExist();
  }

  @Test
  void restores_the_earlier_set_where_a_file_cannot_be_replaced() throws Exception {
    write("1", "2");
    Files.delete(folder.resolve("b"));
    Files.createDirectories(folder.resolve("b/in the way"));

    assertThatThrownBy(() -> write("3", "4"))
        .isInstanceOfSatisfying(
            Mistake.class, e -> assertThat(e.kind()).isEqualTo(Mistake.Kind.FILES));

    assertThat(folder.resolve("a")).hasContent("1");
    assertThat(folder.resolve("b")).isDirectory();
  }

  @Test
  void leaves_the_earlier_set_where_a_file_cannot_be_written() throws Exception {
    write("1", "2");

    try (var set = OutputSet.open(folder, Disk.REAL)) {
      set.stage("a", out -> out.write('3'));
      assertThatThrownBy(
              () ->
                  set.stage(
                      "b",
                      out -> {
                        throw new java.io.IOException("disk full");
                      }))
          .isInstanceOf(Mistake.class);
    }

    assertThat(folder.resolve("a")).hasContent("1");
    assertThat(folder.resolve("b")).hasContent("2");
  }

  @Test
  void is_held_by_one_run_at_a_time() throws Exception {
    Files.createDirectories(folder);
    try (var first = OutputSet.open(folder, Disk.REAL)) {
      assertThat(first.hashes()).isEmpty();
      assertThatThrownBy(() -> OutputSet.open(folder, Disk.REAL))
          .isInstanceOfSatisfying(
              Mistake.class, e -> assertThat(e.kind()).isEqualTo(Mistake.Kind.LOCKED));
    }
    write("1", "2");
    assertThat(folder.resolve("b")).hasContent("2");
  }

  @Test
  void a_folder_that_is_not_there_is_held_from_the_first_file_on() throws Exception {
    try (var first = OutputSet.open(folder, Disk.REAL)) {
      try (var second = OutputSet.open(folder, Disk.REAL)) {
        assertThat(folder).doesNotExist();
        first.stage("a", out -> out.write('1'));
        assertThatThrownBy(() -> second.stage("a", out -> out.write('2')))
            .isInstanceOfSatisfying(
                Mistake.class, e -> assertThat(e.kind()).isEqualTo(Mistake.Kind.LOCKED));
      }
      first.commit();
    }
    assertThat(folder.resolve("a")).hasContent("1");
  }

  @Test
  void a_lock_file_that_nobody_holds_is_no_lock() throws Exception {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve(".rollup.lock"));

    write("1", "2");

    assertThat(folder.resolve("a")).hasContent("1");
  }

  @Test
  void files_of_a_folder_are_put_into_it() throws Exception {
    writeSlips("1", "slips/x", "slips/y");
    Files.writeString(folder.resolve("slips/mine"), "mine");

    writeSlips("2", "slips/y");

    assertThat(folder.resolve("slips/x")).doesNotExist();
    assertThat(folder.resolve("slips/y")).hasContent("2");
    assertThat(folder.resolve("slips/mine")).hasContent("mine");
  }

  @Test
  void what_somebody_changed_outlives_its_set() throws Exception {
    writeSlips("1", "slips/x", "slips/y", "narrative.docx");
    Files.writeString(folder.resolve("slips/x"), "changed");
    Files.writeString(folder.resolve("narrative.docx"), "written out");

    writeSlips("2");

    assertThat(folder.resolve("slips/x")).hasContent("changed");
    assertThat(folder.resolve("slips/y")).doesNotExist();
    assertThat(folder.resolve("narrative.docx")).hasContent("written out");
  }

  @Test
  void an_empty_folder_goes_with_its_files() throws Exception {
    writeSlips("1", "slips/x", "narrative.docx");
    writeSlips("2");
    assertThat(folder.resolve("slips")).doesNotExist();
    assertThat(folder.resolve("narrative.docx")).doesNotExist();
  }

  @Test
  void a_report_that_anybody_wrote_takes_nothing_away_outside() throws Exception {
    Path outside = Files.writeString(temporary.resolve("outside"), "1");
    String hash = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
    written = Map.of("../outside", hash, "slips/../../outside", hash);
    writeSlips("2", "slips/x");
    assertThat(outside).hasContent("1");
  }

  @Test
  void without_an_earlier_report_nothing_is_taken_away() throws Exception {
    writeSlips("1", "slips/x");
    written = Map.of();
    writeSlips("2");
    assertThat(folder.resolve("slips/x")).hasContent("1");
  }

  @Test
  void what_was_taken_away_comes_back_with_the_earlier_set() throws Exception {
    writeSlips("1", "slips/x");
    String report = Files.readString(folder.resolve("validation-report.json"));
    Files.move(folder.resolve("validation-report.json"), folder.resolve("kept"));
    Files.createDirectories(folder.resolve("b/in the way"));
    Files.move(folder.resolve("kept"), folder.resolve("validation-report.json"));
    try (var set = OutputSet.open(folder, Disk.REAL)) {
      set.stage("a", out -> out.write('3'));
      set.stage("b", out -> out.write('3'));
      set.keepEdited(written);
      assertThatThrownBy(set::commit).isInstanceOf(Mistake.class);
    }
    assertThat(folder.resolve("slips/x")).hasContent("1");
    assertThat(folder.resolve("validation-report.json")).hasContent(report);
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void a_file_where_the_folder_should_be_is_not_replaced() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("slips"), "mine");
    assertThatThrownBy(() -> writeSlips("1", "slips/x"))
        .isInstanceOfSatisfying(
            Mistake.class, e -> assertThat(e.kind()).isEqualTo(Mistake.Kind.FILES));
    assertThat(folder.resolve("slips")).hasContent("mine");
  }

  /** Writes files of one content, and behind them a report. */
  private void writeSlips(String content, String... names) throws Exception {
    try (var set = OutputSet.open(folder, Disk.REAL)) {
      for (var name : names) {
        set.stage(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
      }
      set.keepEdited(written);
      written = set.hashes();
      set.stage("validation-report.json", out -> out.write('{'));
      set.commit();
    }
  }

  @Test
  void keeps_what_was_changed_since_it_was_written() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.txt"), "by hand");
    Files.writeString(folder.resolve("a.edited-1.txt"), "kept before");
    Files.writeString(folder.resolve("b.txt"), "as written");
    Files.writeString(folder.resolve("c.txt"), "new");
    Map<String, String> written;
    try (var set = OutputSet.open(temporary.resolve("last"), Disk.REAL)) {
      set.stage("a.txt", out -> out.write("as written".getBytes(StandardCharsets.UTF_8)));
      set.stage("b.txt", out -> out.write("as written".getBytes(StandardCharsets.UTF_8)));
      written = set.hashes();
    }

    Map<String, String> kept;
    try (var set = OutputSet.open(folder, Disk.REAL)) {
      for (var name : List.of("a.txt", "b.txt", "c.txt")) {
        set.stage(name, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
      }
      kept = set.keepEdited(written);
      set.commit();
    }

    assertThat(kept).containsExactly(Map.entry("a.txt", "a.edited-2.txt"));
    assertThat(folder.resolve("a.edited-2.txt")).hasContent("by hand");
    assertThat(folder.resolve("a.edited-1.txt")).hasContent("kept before");
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(folder.resolve("b.edited-1.txt")).doesNotExist();
    assertThat(folder.resolve("c.edited-1.txt")).doesNotExist();
  }

  @Test
  void keeps_no_second_copy_where_the_set_is_restored() throws Exception {
    Files.createDirectories(folder.resolve("b.txt/in the way"));
    Files.writeString(folder.resolve("a.txt"), "by hand");

    try (var set = OutputSet.open(folder, Disk.REAL)) {
      set.stage("a.txt", out -> out.write('1'));
      set.stage("b.txt", out -> out.write('2'));
      set.keepEdited(Map.of());
      assertThatThrownBy(set::commit).isInstanceOf(Mistake.class);
    }

    assertThat(folder.resolve("a.txt")).hasContent("by hand");
    assertThat(folder.resolve("a.edited-1.txt")).doesNotExist();
  }

  private void write(String a, String b) throws Exception {
    try (var set = OutputSet.open(folder, Disk.REAL)) {
      set.stage("a", out -> out.write(a.getBytes(StandardCharsets.UTF_8)));
      set.stage("b", out -> out.write(b.getBytes(StandardCharsets.UTF_8)));
      set.commit();
    }
  }
}
