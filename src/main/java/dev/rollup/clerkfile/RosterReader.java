package dev.rollup.clerkfile;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the roster: who owes a return. */
public final class RosterReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "id", List.of("id", "编号", "单位编号", "代码", "单位代码"),
          "number", List.of("no.", "no", "number", "序号", "顺序号"),
          "name", List.of("name", "unit", "单位名称", "单位", "名称", "报送单位", "填报单位"),
          "aliases", List.of("aliases", "别名", "简称", "其他名称"),
          "group", List.of("group", "单位类别", "类别", "分组", "组别", "单位类型", "类型"),
          "contact", List.of("contact", "联系人", "联系人姓名", "经办人"),
          "phone", List.of("phone", "联系电话", "电话", "电话号码", "手机", "手机号", "手机号码", "联系方式"),
          "subordinates", List.of("subordinates", "下属单位", "所属单位"));

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final SideFile file;
  private final Map<String, Integer> lineOfName = new HashMap<>();
  private final Set<String> emptyGroups = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private Optional<SideLine> head = Optional.empty();
  private boolean numbered;
  private int count;

  private RosterReader(SideFile file) {
    this.file = file;
  }

  /**
   * Reads a roster.
   *
   * @return the roster, with a finding for each line that names a group and no unit of it
   * @throws Mistake if it lists nobody, or one name stands for two units
   */
  public static Outcome<Roster> read(SideFile file) throws Mistake {
    return new RosterReader(file).read();
  }

  /**
   * As {@link #read(SideFile)}, with a finding for each group that the template names and no unit
   * is in: what the template asks of it is asked of nobody, which may be a slip of the pen.
   */
  public static Outcome<Roster> read(SideFile file, Template template) throws Mistake {
    var reader = new RosterReader(file);
    Outcome<Roster> roster = reader.read();
    var findings = new ArrayList<>(roster.findings());
    findings.addAll(reader.absentGroups(roster.value().orElseThrow(), template));
    return Outcome.of(roster.value().orElseThrow(), findings);
  }

  /**
   * Reads the list of units that an office has, for a roster to be made of it. Where its numbers do
   * not tell the units apart, or it has none, they are numbered in its order.
   *
   * @throws Mistake if it lists nobody, or one name stands for two units
   */
  public static Roster ofList(SideFile file) throws Mistake {
    var reader = new RosterReader(file);
    List<SideTable.Line> lines = SideTable.read(file, HEADINGS, List.of("name"));
    List<String> own =
        lines.stream()
            .filter(line -> !line.get("name").isEmpty())
            .map(line -> line.get(line.has("id") ? "id" : "number"))
            .toList();
    boolean tellApart =
        own.stream().noneMatch(String::isEmpty)
            && own.stream().map(Folding::name).distinct().count() == own.size();
    reader.numbered = !tellApart;
    List<Unit> units = reader.read(lines).value().orElseThrow().units();
    if (!units.stream().allMatch(unit -> NUMBER.matcher(unit.id()).matches())) {
      return new Roster(units);
    }
    // Files that are named after them are to stand in their order.
    int width =
        units.stream()
            .mapToInt(unit -> String.valueOf(Integer.parseInt(unit.id())).length())
            .max()
            .orElse(1);
    return new Roster(
        units.stream()
            .map(
                unit ->
                    new Unit(
                        String.format(Locale.ROOT, "%0" + width + "d", Integer.parseInt(unit.id())),
                        unit.name(),
                        unit.aliases(),
                        unit.group(),
                        unit.contact(),
                        unit.phone(),
                        unit.subordinates()))
            .toList());
  }

  /** Returns the headings under which the names of units stand. */
  public static List<String> nameHeadings() {
    return HEADINGS.getOrDefault("name", List.of());
  }

  private List<Finding> absentGroups(Roster roster, Template template) {
    var own = new LinkedHashSet<String>();
    roster.units().stream().map(Unit::group).filter(Objects::nonNull).forEach(own::add);
    if (own.isEmpty()) {
      return List.of();
    }
    SortedSet<String> asked = template.groups();
    // Where the roster has no group of another name, there simply are no such units.
    boolean perhapsMisspelt = !asked.containsAll(own);
    var findings = new ArrayList<Finding>();
    for (var group : asked) {
      if (!own.contains(group) && !emptyGroups.contains(group)) {
        Finding absent =
            Unmatched.ABSENT_GROUP.finding(head.orElseThrow(), group, List.copyOf(own));
        findings.add(perhapsMisspelt ? absent : absent.withSeverity(Severity.INFO));
      }
    }
    return findings;
  }

  private Outcome<Roster> read() throws Mistake {
    return read(SideTable.read(file, HEADINGS, List.of("name"), List.of("id", "number")));
  }

  private Outcome<Roster> read(List<SideTable.Line> lines) throws Mistake {
    List<Unit> units = SideTable.all(lines, this::unit);
    if (units.isEmpty()) {
      throw new Mistake(Mistake.Kind.USAGE, "roster.empty", file.path());
    }
    return Outcome.of(new Roster(units), findings);
  }

  private Optional<Unit> unit(SideTable.Line line) throws Mistake {
    if (line.isOnly("group")) {
      findings.add(Unmatched.EMPTY_GROUP.finding(line.at(), line.get("group")));
      emptyGroups.add(line.get("group"));
      return Optional.empty();
    }
    if (line.isOnly("number")) {
      // A list is numbered further down than it is filled in.
      return Optional.empty();
    }
    head = Optional.of(line.head());
    Unit unit =
        new Unit(
            numbered ? String.valueOf(++count) : line.required(line.has("id") ? "id" : "number"),
            line.required("name"),
            list(line.get("aliases")),
            orNull(line.spread("group")),
            orNull(line.get("contact")),
            orNull(line.get("phone")),
            list(line.get("subordinates")));
    unique(line, unit.id(), "roster.double-id");
    unique(line, unit.name(), "roster.double-name");
    for (var alias : unit.aliases()) {
      unique(line, alias, "roster.double-name");
    }
    for (var subordinate : unit.subordinates()) {
      unique(line, subordinate, "roster.double-name");
    }
    return Optional.of(unit);
  }

  /** Lets a unit repeat its own names, and refuses those of another: id, name, alias or part. */
  private void unique(SideTable.Line line, String name, String key) throws Mistake {
    int number = line.at().line();
    Integer earlier = lineOfName.putIfAbsent(Folding.name(name), number);
    if (earlier != null && earlier != number) {
      throw line.mistake(key, name, String.valueOf(earlier));
    }
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split("[|｜;；、]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
