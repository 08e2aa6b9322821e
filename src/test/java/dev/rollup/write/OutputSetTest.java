package dev.rollup.write;

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

    try (var set = OutputSet.open(folder)) {
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
    try (var first = OutputSet.open(folder)) {
      assertThat(first.hashes()).isEmpty();
      assertThatThrownBy(() -> OutputSet.open(folder))
          .isInstanceOfSatisfying(
              Mistake.class, e -> assertThat(e.kind()).isEqualTo(Mistake.Kind.LOCKED));
    }
    write("1", "2");
    assertThat(folder.resolve("b")).hasContent("2");
  }

  @Test
  void a_lock_file_that_nobody_holds_is_no_lock() throws Exception {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve(".rollup.lock"));

    write("1", "2");

    assertThat(folder.resolve("a")).hasContent("1");
  }

  @Test
  void keeps_what_was_changed_since_it_was_written() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.txt"), "by hand");
    Files.writeString(folder.resolve("a.edited-1.txt"), "kept before");
    Files.writeString(folder.resolve("b.txt"), "as written");
    Files.writeString(folder.resolve("c.txt"), "new");
    Map<String, String> written;
    try (var set = OutputSet.open(temporary.resolve("last"))) {
      set.stage("a.txt", out -> out.write("as written".getBytes(StandardCharsets.UTF_8)));
      set.stage("b.txt", out -> out.write("as written".getBytes(StandardCharsets.UTF_8)));
      written = set.hashes();
    }

    Map<String, String> kept;
    try (var set = OutputSet.open(folder)) {
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

    try (var set = OutputSet.open(folder)) {
      set.stage("a.txt", out -> out.write('1'));
      set.stage("b.txt", out -> out.write('2'));
      set.keepEdited(Map.of());
      assertThatThrownBy(set::commit).isInstanceOf(Mistake.class);
    }

    assertThat(folder.resolve("a.txt")).hasContent("by hand");
    assertThat(folder.resolve("a.edited-1.txt")).doesNotExist();
  }

  private void write(String a, String b) throws Exception {
    try (var set = OutputSet.open(folder)) {
      set.stage("a", out -> out.write(a.getBytes(StandardCharsets.UTF_8)));
      set.stage("b", out -> out.write(b.getBytes(StandardCharsets.UTF_8)));
      set.commit();
    }
  }
}
