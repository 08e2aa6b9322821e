package dev.rollup;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of rooms: which of them may know which, told by the compiled classes. */
@Tag("slow")
class ArchitectureTest {

  private static final String HOUSE = "dev.rollup";

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern PACKAGE =
      Pattern.compile("^package dev\\.rollup((?:\\.[a-z]+)*);", Pattern.MULTILINE);
  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?dev\\.rollup((?:\\.[a-z]+)*)\\.[A-Z]", Pattern.MULTILINE);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  private static final List<String> FORM = List.of("model", "finding", "text", "template");
  private static final List<String> RETURN = with(FORM, "rollup", "submission");
  private static final List<String> CORE =
      with(
          RETURN,
          "roster",
          "match.count",
          "match.find",
          "match.words",
          "match.cells",
          "match.blank",
          "match",
          "check",
          "clerkfile",
          "merge",
          "report");

  /**
   * By room: the other rooms that it may know. A room knows none of its own sub-rooms by nature.
   */
  private static final Map<String, List<String>> KNOWS =
      Map.ofEntries(
          Map.entry("", List.of("cli")),
          Map.entry("model", List.of()),
          Map.entry("finding", List.of("model")),
          Map.entry("text", List.of("model")),
          Map.entry("template", List.of("model", "finding", "text")),
          Map.entry("rollup", List.of("model", "text", "template")),
          Map.entry("submission", with(FORM, "rollup")),
          Map.entry("roster", RETURN),
          Map.entry("match.count", RETURN),
          Map.entry("match.find", RETURN),
          Map.entry("match.words", with(RETURN, "match.find", "match.count")),
          Map.entry("match.cells", with(RETURN, "match.find", "match.count", "match.words")),
          Map.entry("match.blank", with(RETURN, "match.find", "match.count", "match.cells")),
          Map.entry(
              "match",
              with(
                  RETURN,
                  "roster",
                  "match.find",
                  "match.count",
                  "match.words",
                  "match.cells",
                  "match.blank")),
          Map.entry("check", with(RETURN, "roster")),
          Map.entry("clerkfile", with(RETURN, "roster", "match.count")),
          Map.entry("merge", with(RETURN, "roster", "match", "check", "clerkfile")),
          Map.entry("report", with(RETURN, "roster", "merge")),
          Map.entry("infer", List.of("model", "text", "template")),
          // Edges: they use the core, never each other.
          Map.entry("filetype", List.of()),
          Map.entry("discover", List.of("text", "report")),
          Map.entry("read.format", List.of("filetype", "model", "finding")),
          Map.entry("read.blank", List.of("model", "infer")),
          Map.entry("read.xml", List.of("finding", "read.format")),
          Map.entry("read.compound", List.of("model", "finding", "read.format")),
          Map.entry("read.zip", List.of("filetype", "finding", "read.format", "read.xml")),
          Map.entry(
              "read.sheet",
              List.of("model", "finding", "text", "read.format", "read.xml", "read.zip")),
          // What texts of all formats share.
          Map.entry("read.text", List.of("model", "finding", "text", "read.format")),
          Map.entry(
              "read.html",
              List.of("filetype", "model", "finding", "read.format", "read.sheet", "read.text")),
          Map.entry("read.rtf", List.of("model", "finding", "read.format", "read.text")),
          // What is drawn on pages, whoever draws it.
          Map.entry("read.page", List.of("model", "finding", "text", "read.format", "read.text")),
          Map.entry(
              "read.ofd",
              List.of(
                  "model",
                  "finding",
                  "read.format",
                  "read.xml",
                  "read.zip",
                  "read.text",
                  "read.page")),
          Map.entry(
              "read.pdf",
              List.of("model", "finding", "text", "read.format", "read.text", "read.page")),
          Map.entry("read.csv", List.of("model", "finding", "read.format", "read.sheet")),
          Map.entry(
              "read.xls",
              List.of(
                  "filetype", "model", "finding", "read.format", "read.compound", "read.sheet")),
          Map.entry(
              "read.odf",
              List.of(
                  "filetype",
                  "model",
                  "finding",
                  "rollup",
                  "read.format",
                  "read.xml",
                  "read.zip",
                  "read.sheet",
                  "read.text")),
          Map.entry(
              "read.spreadsheetml",
              List.of("model", "finding", "rollup", "read.format", "read.xml", "read.sheet")),
          Map.entry(
              "read.workbook",
              List.of(
                  "model",
                  "finding",
                  "rollup",
                  "read.format",
                  "read.xml",
                  "read.zip",
                  "read.sheet")),
          Map.entry(
              "read.xlsx",
              List.of(
                  "model",
                  "finding",
                  "read.format",
                  "read.xml",
                  "read.zip",
                  "read.sheet",
                  "read.workbook")),
          Map.entry(
              "read.xlsb",
              List.of(
                  "model", "finding", "read.format", "read.zip", "read.sheet", "read.workbook")),
          Map.entry(
              "read.word",
              List.of(
                  "filetype",
                  "model",
                  "finding",
                  "text",
                  "rollup",
                  "read.format",
                  "read.xml",
                  "read.zip",
                  "read.compound",
                  "read.text")),
          Map.entry(
              "read",
              List.of(
                  "filetype",
                  "discover",
                  "model",
                  "finding",
                  "clerkfile",
                  "read.format",
                  "read.compound",
                  "read.zip",
                  "read.csv",
                  "read.html",
                  "read.odf",
                  "read.ofd",
                  "read.page",
                  "read.pdf",
                  "read.rtf",
                  "read.spreadsheetml",
                  "read.xls",
                  "read.xlsb",
                  "read.xlsx",
                  "read.word")),
          Map.entry("config", with(FORM, "report")),
          Map.entry("messages", CORE),
          Map.entry("write.xlsx", with(CORE, "messages")),
          Map.entry("write.copy", with(CORE, "write.xlsx")),
          Map.entry(
              "write.summary",
              with(CORE, "messages", "write.xlsx", "write.copy", "write.form", "write.letter")),
          Map.entry("write.form", with(CORE, "messages", "write.xlsx")),
          Map.entry("write.review", with(CORE, "messages", "write.xlsx", "write.copy")),
          Map.entry(
              "write.letter", with(CORE, "messages", "write.xlsx", "write.copy", "write.form")),
          Map.entry("write.html", with(CORE, "messages", "write.letter")),
          Map.entry("write.data", with(CORE, "messages", "write.xlsx")),
          Map.entry(
              "write.set",
              with(
                  CORE,
                  "messages",
                  "write.xlsx",
                  "write.copy",
                  "write.summary",
                  "write.form",
                  "write.html",
                  "write.letter",
                  "write.data")),
          Map.entry(
              "run",
              with(
                  CORE,
                  "infer",
                  "filetype",
                  "discover",
                  "read",
                  "read.format",
                  "read.page",
                  "read.blank",
                  "config",
                  "messages",
                  "write.copy",
                  "write.form",
                  "write.letter",
                  "write.review",
                  "write.set",
                  "write.summary")),
          Map.entry("serve", with(CORE, "config", "messages", "write.html", "run")),
          Map.entry(
              "cli", with(CORE, "infer", "config", "messages", "write.data", "run", "serve")));

  private static final List<String> OFFICE =
      List.of(
          "org.apache.poi",
          // What the interface of POI speaks.
          "org.apache.commons.compress",
          "org.apache.xmlbeans",
          "org.openxmlformats",
          "org.w3c.dom");

  private static final List<String> FILES = List.of("java.io", "java.nio");

  /** By room: what of the outside world it may know, besides {@link #LANGUAGE}. */
  private static final Map<String, List<String>> OUTSIDE =
      Map.ofEntries(
          Map.entry("", List.of("java.io", "java.nio.charset", "java.time.Clock")),
          Map.entry("filetype", FILES),
          Map.entry("discover", FILES),
          Map.entry("read.format", FILES),
          Map.entry("read.xml", with(FILES, "javax.xml")),
          Map.entry("read.zip", with(FILES, "javax.xml", "java.net")),
          Map.entry("read.sheet", with(FILES, "javax.xml")),
          Map.entry("read.csv", with(FILES, "org.apache.commons.csv")),
          Map.entry("read.compound", with(OFFICE, "java.io", "java.nio")),
          Map.entry("read.blank", with(OFFICE, "java.io")),
          Map.entry("read.xls", with(OFFICE, "java.io", "java.nio")),
          Map.entry("read.odf", FILES),
          Map.entry("read.html", FILES),
          Map.entry("read.rtf", FILES),
          // Places on pages come as points and areas of the JDK, which starts no graphics for them.
          Map.entry(
              "read.pdf", with(FILES, "org.apache.pdfbox", "org.apache.fontbox", "java.awt.geom")),
          Map.entry("read.spreadsheetml", FILES),
          Map.entry("read.workbook", FILES),
          Map.entry("read.xlsx", FILES),
          Map.entry("read.xlsb", with(OFFICE, "java.io", "java.nio")),
          Map.entry("read.word", with(OFFICE, "java.io", "java.nio", "javax.xml")),
          Map.entry("read", with(OFFICE, "java.io", "java.nio")),
          Map.entry("config", with(FILES, "com.fasterxml.jackson")),
          Map.entry("rollup", List.of("java.nio.charset")),
          Map.entry("messages", List.of("java.io", "java.nio.charset")),
          Map.entry("write.xlsx", with(OFFICE, "java.io", "java.nio", "javax.xml")),
          Map.entry("write.summary", with(OFFICE, "java.io", "java.nio")),
          Map.entry("write.copy", with(OFFICE, "java.io")),
          Map.entry("write.form", with(OFFICE, "java.io", "java.nio")),
          Map.entry("write.letter", with(OFFICE, "java.io")),
          Map.entry("write.review", with(OFFICE, "java.io")),
          Map.entry("write.html", FILES),
          Map.entry("write.data", with(FILES, "com.fasterxml.jackson", "org.apache.commons.csv")),
          Map.entry("write.set", FILES),
          Map.entry("run", with(FILES, "org.slf4j")),
          Map.entry("serve", with(FILES, "java.net", "com.sun.net.httpserver", "org.slf4j")),
          Map.entry(
              "cli", with(FILES, "picocli", "org.slf4j", "ch.qos.logback", "java.time.Clock")));

  /** What a pure core may know: values, texts, arithmetic. */
  private static final List<String> LANGUAGE =
      List.of(
          "java.lang",
          "java.util",
          "java.math",
          "java.text",
          "java.time",
          "java.security",
          "org.jspecify.annotations");

  /** How counts are added up. */
  private static final Set<String> SUMS =
      Set.of(
          "java.lang.Math.addExact",
          "java.lang.Math.subtractExact",
          "java.util.stream.LongStream.sum",
          "java.util.stream.LongStream.reduce",
          "java.util.stream.Collectors.counting",
          "java.util.stream.Collectors.summingLong",
          "java.math.BigDecimal.add",
          "java.math.BigInteger.add",
          "dev.rollup.merge.Tally.plus",
          "dev.rollup.merge.Summary.sum");

  @Test
  void a_room_knows_only_what_stands_in_the_table() {
    var violations = new TreeSet<String>();
    for (var each : CLASSES) {
      for (var dependency : each.getDirectDependenciesFromSelf()) {
        if (!mayKnow(dependency)) {
          violations.add(each.getName() + " knows " + dependency.getTargetClass().getName());
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  /** The compiler copies constants, so that no call shows where they come from. */
  @Test
  void a_room_imports_only_what_stands_in_the_table() throws IOException {
    var violations = new TreeSet<String>();
    try (var walk = Files.walk(SOURCES)) {
      for (var file : walk.filter(each -> each.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String room = named(PACKAGE, source).get(0);
        for (var other : named(IMPORT, source)) {
          if (!other.equals(room) && !KNOWS.getOrDefault(room, List.of()).contains(other)) {
            violations.add(SOURCES.relativize(file) + " imports from " + other);
          }
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  private static List<String> named(Pattern pattern, String source) {
    return pattern
        .matcher(source)
        .results()
        .map(found -> found.group(1).replaceFirst("^\\.", ""))
        .toList();
  }

  @Test
  void every_room_says_what_may_be_absent() {
    Set<String> marked =
        CLASSES.stream()
            .filter(each -> each.isAnnotatedWith(NullMarked.class))
            .map(ArchitectureTest::room)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(marked).containsExactlyInAnyOrderElementsOf(KNOWS.keySet());
  }

  @Test
  void every_room_stands_in_the_table() {
    Set<String> rooms =
        CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
    assertThat(KNOWS.keySet()).containsExactlyInAnyOrderElementsOf(rooms);
  }

  @Test
  void the_table_has_no_circle() {
    var sorted = new ArrayList<String>();
    boolean more = true;
    while (more) {
      List<String> free =
          KNOWS.keySet().stream()
              .filter(room -> !sorted.contains(room) && sorted.containsAll(KNOWS.get(room)))
              .toList();
      sorted.addAll(free);
      more = !free.isEmpty();
    }
    assertThat(sorted).containsExactlyInAnyOrderElementsOf(KNOWS.keySet());
  }

  @Test
  void classes_form_no_circle() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass each) {
                return SliceIdentifier.of(each.getName().replaceFirst("\\$.*", ""));
              }

              @Override
              public String getDescription() {
                return "top-level classes";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  /** Widths and heights of a page are no totals. */
  @Test
  void nothing_that_writes_adds_counts_up() {
    noClasses()
        .that()
        .resideInAPackage(HOUSE + ".write..")
        .should()
        .callMethodWhere(
            describe(
                "it adds counts up",
                (JavaMethodCall call) ->
                    SUMS.contains(call.getTargetOwner().getName() + "." + call.getName())))
        .orShould()
        .accessTargetWhere(
            Predicates.target(
                describe(
                    "it adds counts up",
                    target -> SUMS.contains(target.getOwner().getName() + "." + target.getName()))))
        .check(CLASSES);
  }

  @Test
  void only_main_exits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  private static boolean mayKnow(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    String name = target.getName();
    String room = room(dependency.getOriginClass());
    if (target.isPrimitive()) {
      return true;
    }
    if (name.startsWith(HOUSE + ".")) {
      return room(target).equals(room)
          || KNOWS.getOrDefault(room, List.of()).contains(room(target));
    }
    return Stream.concat(
            LANGUAGE.stream().filter(part -> !name.equals("java.time.Clock")),
            OUTSIDE.getOrDefault(room, List.of()).stream())
        .anyMatch(part -> name.equals(part) || name.startsWith(part + "."));
  }

  private static String room(JavaClass each) {
    String name = each.getPackageName();
    return name.equals(HOUSE) ? "" : name.substring(HOUSE.length() + 1);
  }

  private static List<String> with(List<String> rooms, String... more) {
    return Stream.concat(rooms.stream(), Stream.of(more)).toList();
  }
}
