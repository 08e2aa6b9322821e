package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.run.ClerkFiles;
import dev.rollup.run.Merge;
import dev.rollup.run.Progress;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.KeptClasses;
import dev.rollup.support.UnsteadyDisk;
import dev.rollup.support.UnsteadyDisk.Killed;
import dev.rollup.write.set.Disk;
import dev.rollup.write.set.OutputSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed, or whose disk is full, leaves the old set or the new one, or a set that
 * shows that it is torn; and the next run mends it. The set has slips and a narrative, and a
 * workbook that somebody changed by hand.
 *
 * <p>Every step of the exchange of the sets, and every fifth before it, is tried within this
 * process, where what died does nothing more. Processes are really killed at six moments, at sixty
 * with {@code -Drollup.kills=60}, which takes minutes.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2)
class WorstMomentsTest {

  private static final int KILLS = Integer.getInteger("rollup.kills", 6);
  private static final String REPORT = "validation-report.json";
  private static final String CHANGES = "changes.txt";
  private static final String AS_OF = "2023-07-01 08:00";
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2023-07-01T00:00:00Z");
  private static final Messages WORDS = new Messages(Language.ZH);

  @TempDir static Path folder;
  private Path in;
  private Path out;
  private Map<String, String> old;
  private Map<String, String> fresh;
  private final Map<String, byte[]> staged = new LinkedHashMap<>();
  private int steps;
  private int beforeExchange;
  private int rounds;
  private KeptClasses java;

  /** Makes the inputs, the set that is there, and the one that comes of a run that nothing hits. */
  @BeforeAll
  void makeBothSets() throws Exception {
    in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("units.csv"), "id,name\nA,甲镇\nB,乙镇\nC,丙镇\nD,丁镇\n", StandardCharsets.UTF_8);
    returned("甲镇", "约5");
    returned("乙镇", "约8");
    Path first = folder.resolve("first");
    merge(first, Disk.REAL);
    Files.writeString(first.resolve("summary.xlsx"), "changed by hand", StandardCharsets.UTF_8);
    Files.writeString(first.resolve("notes.txt"), "mine", StandardCharsets.UTF_8);
    old = contents(first);

    java = new KeptClasses(folder.resolve("classes"));
    List<String> keeping = command(java.keeping(), Main.class.getName(), folder.resolve("kept"));
    assertThat(exitOf(start(keeping, Map.of()))).isOne();

    returned("甲镇", "5");
    returned("丙镇", "数百");
    again();
    var watched = UnsteadyDisk.steady();
    merge(out, watched);
    fresh = contents(out);
    steps = watched.steps();
    beforeExchange = watched.stepsBeforeCopies();
    for (var name : watched.staged()) {
      staged.put(name, Files.readAllBytes(out.resolve(name)));
    }
    assertThat(isWhole()).isTrue();
    assertThat(fresh)
        .containsKeys("narrative.docx", "summary.edited-1.xlsx", CHANGES, "slips/D-丁镇.txt")
        .doesNotContainKey("slips/A-甲镇.txt");
  }

  @Test
  void killed_at_every_step() throws Exception {
    var watched = UnsteadyDisk.steady();
    again();
    exchange(watched);
    assertThat(watched.steps()).isEqualTo(steps);
    assertThat(contents(out)).isEqualTo(fresh);
    int torn = 0;
    int tried = 0;
    // Before the exchange every file is written beside its place: some moments of that will do.
    for (int step = 1; step <= steps; step += step < beforeExchange ? 5 : 1) {
      again();
      dies(UnsteadyDisk.dyingAt(step), step > beforeExchange);
      Map<String, String> left = contents(out);
      boolean whole = left.equals(old) || left.equals(fresh);
      torn += whole ? 0 : 1;
      assertThat(whole || !isWhole()).as("step %d: a torn set shows", step).isTrue();
      tried++;
      mustBeMended("step " + step, step % 8 == 0);
    }
    assertThat(tried).isGreaterThanOrEqualTo(60);
    // Where nothing was ever torn, nothing was tried.
    assertThat(torn).isPositive();
  }

  @Test
  void disk_full_at_every_write() throws Exception {
    var watched = UnsteadyDisk.steady();
    again();
    exchange(watched);
    assertThat(watched.writes()).isGreaterThan(50);
    for (int write = 1; write <= watched.writes(); write++) {
      again();
      failsAndRestores(
          "write " + write, UnsteadyDisk.fullAt(write), write > watched.writesBeforeCopies());
    }
  }

  @Test
  void a_step_that_fails_once() throws Exception {
    var watched = UnsteadyDisk.steady();
    again();
    exchange(watched);
    for (int move = 1; move <= watched.moves(); move++) {
      again();
      failsAndRestores("move " + move, UnsteadyDisk.failingAtMove(move), true);
    }
  }

  @Test
  void a_disk_that_is_really_full() throws Exception {
    assumeTrue(canMount(), "no file system of a few hundred KiB can be mounted here");
    boolean failed = false;
    boolean done = false;
    for (int size : new int[] {0, 400}) {
      again();
      long needed = 0;
      try (var files = Files.walk(out)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          needed += Files.size(file) / 4096 * 4 + 8;
        }
      }
      Path left = Files.createDirectories(folder.resolve("left-" + size));
      Path mounted = Files.createDirectories(folder.resolve("mounted"));
      // What is mounted is seen by that process alone, and goes with it: it makes a copy.
      var command =
          new ArrayList<>(
              List.of(
                  "unshare",
                  "-rm",
                  "sh",
                  "-c",
                  """
                  mount -t tmpfs -o size=$1k none "$2" && cp -R "$3/." "$2" || exit 99
                  mounted=$2 left=$4; shift 4; "$@"; status=$?
                  cp -R "$mounted/." "$left"; exit $status
                  """,
                  "sh",
                  String.valueOf(needed + size),
                  mounted.toString(),
                  out.toString(),
                  left.toString()));
      command.addAll(command(Main.class.getName(), mounted));
      Process process = start(command, Map.of());
      int status = exitOf(process);
      Map<String, String> there = contents(left);
      if (status == 3) {
        failed = true;
        assertThat(there).as("%d KiB", size).isEqualTo(old);
      } else {
        done = true;
        assertThat(status).as("%d KiB", size).isEqualTo(1);
        assertThat(there).as("%d KiB", size).isEqualTo(fresh);
      }
    }
    assertThat(failed && done).as("once too small, once not").isTrue();
  }

  @Test
  void really_killed() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      again();
      // Half of them while the set is exchanged, where a moment later is another state.
      int step = kill % 2 == 0 ? 1 + steps * kill / KILLS : steps / 2 + steps * kill / KILLS / 2;
      Process process =
          start(
              command(Halting.class.getName(), out), Map.of("HALT_AT_STEP", String.valueOf(step)));
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        String line = said.readLine();
        while (line != null && !line.equals(Halting.SIGN)) {
          line = said.readLine();
        }
        assertThat(line).as("step %d was not reached", step).isNotNull();
        process.destroyForcibly();
        assertThat(exitOf(process)).as("SIGKILL").isEqualTo(128 + 9);
      }
      Map<String, String> left = contents(out);
      assertThat(left.equals(old) || left.equals(fresh) || !isWhole()).isTrue();
      mustBeMended("killed at step " + step, true);
    }
  }

  /** Half of them are processes of their own, half are threads of this one. */
  @Test
  void twenty_at_once() throws Exception {
    again();
    var processes = new ArrayList<Process>();
    ExecutorService threads = Executors.newFixedThreadPool(10);
    var runs = new ArrayList<Future<Boolean>>();
    for (int i = 0; i < 10; i++) {
      processes.add(start(command(Main.class.getName(), out), Map.of()));
      runs.add(threads.submit(this::isMergedUnlessLocked));
    }
    int done = 0;
    for (var run : runs) {
      done += run.get() ? 1 : 0;
    }
    threads.shutdown();
    for (var process : processes) {
      int status = exitOf(process);
      assertThat(status).isIn(1, 4);
      done += status == 1 ? 1 : 0;
    }
    assertThat(done).isPositive();
    assertThat(isWhole()).isTrue();
    assertThat(without(CHANGES, contents(out))).isEqualTo(without(CHANGES, fresh));
    assertThat(out.resolve(".rollup-staging")).doesNotExist();
  }

  private boolean isMergedUnlessLocked() throws Exception {
    try {
      merge(out, Disk.REAL);
      return true;
    } catch (Mistake e) {
      assertThat(e.kind()).isEqualTo(Mistake.Kind.LOCKED);
      return false;
    }
  }

  /** A process that stops before a step, says so, and waits for what comes. */
  public static final class Halting {

    static final String SIGN = "here";

    private Halting() {}

    /** Merges. */
    public static void main(String[] args) throws Exception {
      Disk disk =
          UnsteadyDisk.haltingAt(
              Integer.parseInt(System.getenv("HALT_AT_STEP")),
              () -> {
                System.out.println(SIGN);
                System.out.flush();
              });
      merge(Path.of(args[1]), Path.of(args[3]), Path.of(args[5]), disk);
    }
  }

  /** Merges; or only what comes of it is written, where nothing happens before the exchange. */
  private void run(Disk disk, boolean inExchange) throws Exception {
    if (inExchange) {
      exchange(disk);
    } else {
      merge(out, disk);
    }
  }

  /** Writes what a merge comes to, in its order. */
  private void exchange(Disk disk) throws Exception {
    var written = new TreeMap<String, String>();
    new ObjectMapper()
        .readTree(out.resolve(REPORT).toFile())
        .get("outputs")
        .properties()
        .forEach(each -> written.put(each.getKey(), each.getValue().asText()));
    try (OutputSet set = OutputSet.open(out, disk)) {
      for (var file : staged.entrySet()) {
        if (file.getKey().equals(REPORT)) {
          set.keepEdited(written);
        }
        if (file.getKey().equals(CHANGES)) {
          set.stageUntold(CHANGES, to -> to.write(file.getValue()));
        } else {
          set.stage(file.getKey(), to -> to.write(file.getValue()));
        }
      }
      set.commit();
    }
  }

  private void dies(Disk disk, boolean inExchange) throws Exception {
    try {
      run(disk, inExchange);
    } catch (Killed e) {
      assertThat(e).isNotNull();
    } catch (Mistake e) {
      // Who writes workbooks for us has words of its own for what ends it; nothing is done after.
      assertThat(e.kind()).isEqualTo(Mistake.Kind.FILES);
    }
  }

  private void failsAndRestores(String when, Disk disk, boolean inExchange) throws Exception {
    try {
      run(disk, inExchange);
      // What is taken away at the very end may stay behind; the set is there.
      assertThat(contents(out)).as(when).isEqualTo(fresh);
    } catch (Mistake e) {
      assertThat(e.kind()).as(when).isEqualTo(Mistake.Kind.FILES);
      assertThat(contents(out)).as(when).isEqualTo(old);
    }
    rounds++;
    mustBeMended(when, rounds % 8 == 0);
  }

  private void mustBeMended(String when, boolean byRun) throws Exception {
    if (!byRun) {
      OutputSet.open(out, Disk.REAL).close();
      assertThat(contents(out)).as(when).isIn(old, fresh);
      return;
    }
    merge(out, Disk.REAL);
    assertThat(without(CHANGES, contents(out))).as(when).isEqualTo(without(CHANGES, fresh));
    assertThat(out.resolve(".rollup-staging")).as(when).doesNotExist();
  }

  private void returned(String unit, String count) throws IOException {
    Files.write(
        in.resolve(unit + ".xlsx"),
        FilledBlank.with(
            Map.of("h_unit", unit, "f_1_1_1", "2", "f_1_1_2", "30", "f_3_2_1", count)));
  }

  /** Puts the old set into the output folder, and nothing else. */
  private Path again() throws IOException {
    out = folder.resolve("out");
    delete(out);
    try (var files = Files.walk(folder.resolve("first"))) {
      for (var file : files.toList()) {
        Path to = out.resolve(folder.resolve("first").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (!file.endsWith(".rollup.lock")) {
          Files.copy(file, to);
        }
      }
    }
    return out;
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private void merge(Path to, Disk disk) throws Exception {
    merge(in, folder.resolve("units.csv"), to, disk);
  }

  private static void merge(Path in, Path units, Path to, Disk disk) throws Exception {
    new Merge(WORDS, Progress.NONE, disk)
        .run(
            new Merge.Request(
                List.of(in),
                "chongming-safety-month-2023",
                Optional.of(units),
                to,
                new Merge.Header(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                ClerkFiles.NONE,
                Optional.of(AS_OF),
                NOW,
                false,
                false,
                false,
                1,
                new Merge.Extras(true, true, Optional.empty(), List.of())));
  }

  /** What anybody sees of a folder, each file by the hash of its bytes. */
  private static Map<String, String> contents(Path folder) throws Exception {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(".rollup")) {
          contents.put(name, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }

  /** Tells whether every file that the report knows is as it says, and no slip is there besides. */
  private boolean isWhole() throws Exception {
    Map<String, String> contents = contents(out);
    if (!contents.containsKey(REPORT)) {
      return false;
    }
    var outputs = new ObjectMapper().readTree(out.resolve(REPORT).toFile()).get("outputs");
    var told = new TreeMap<String, String>();
    outputs.properties().forEach(each -> told.put(each.getKey(), each.getValue().asText()));
    return contents.entrySet().containsAll(told.entrySet())
        && contents.keySet().stream()
            .allMatch(name -> !name.startsWith("slips/") || told.containsKey(name));
  }

  private static Map<String, String> without(String name, Map<String, String> contents) {
    var rest = new TreeMap<>(contents);
    rest.remove(name);
    return rest;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private List<String> command(String main, Path to) {
    return command(java.kept(), main, to);
  }

  private List<String> command(List<String> start, String main, Path to) {
    var command = new ArrayList<>(start);
    command.addAll(
        List.of(
            main,
            "merge",
            in.toString(),
            "--units",
            folder.resolve("units.csv").toString(),
            "--out",
            to.toString(),
            "--slips",
            "--narrative",
            "--as-of",
            AS_OF));
    return command;
  }

  private Process start(List<String> command, Map<String, String> more) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!more.containsKey("HALT_AT_STEP")) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(more);
    return builder.start();
  }

  private static int exitOf(Process process) throws InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private boolean canMount() {
    try {
      return exitOf(
              start(
                  List.of(
                      "unshare",
                      "-rm",
                      "mount",
                      "-t",
                      "tmpfs",
                      "none",
                      Files.createDirectories(folder.resolve("tried")).toString()),
                  Map.of()))
          == 0;
    } catch (IOException | UncheckedIOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
