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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reads the roster: who owes a return. */
public final class RosterReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "id", List.of("id", "编号", "单位编号", "代码"),
          "name", List.of("name", "单位名称", "单位", "名称"),
          "aliases", List.of("aliases", "别名", "简称", "其他名称"),
          "group", List.of("group", "单位类别", "类别", "分组"),
          "contact", List.of("contact", "联系人"),
          "phone", List.of("phone", "联系电话", "电话"),
          "subordinates", List.of("subordinates", "下属单位", "所属单位"));

  private final SideFile file;
  private final Map<String, Integer> lineOfName = new HashMap<>();
  private final Set<String> emptyGroups = new HashSet<>();
  private Optional<SideLine> head = Optional.empty();

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
            Unmatched.finding(
                head.orElseThrow(), Unmatched.ABSENT_GROUP, group, String.join("、", own));
        findings.add(perhapsMisspelt ? absent : absent.withSeverity(Severity.INFO));
      }
    }
    return findings;
  }

  private Outcome<Roster> read() throws Mistake {
    var units = new ArrayList<Unit>();
    var findings = new ArrayList<Finding>();
    for (var each : SideTable.read(file, HEADINGS, List.of("id", "name"))) {
      if (each.isOnly("group")) {
        findings.add(Unmatched.finding(each.at(), Unmatched.EMPTY_GROUP, each.get("group")));
        emptyGroups.add(each.get("group"));
        continue;
      }
      head = Optional.of(each.head());
      Unit unit =
          new Unit(
              each.required("id"),
              each.required("name"),
              list(each.get("aliases")),
              orNull(each.get("group")),
              orNull(each.get("contact")),
              orNull(each.get("phone")),
              list(each.get("subordinates")));
      unique(each, unit.id(), "roster.double-id");
      unique(each, unit.name(), "roster.double-name");
      for (var alias : unit.aliases()) {
        unique(each, alias, "roster.double-name");
      }
      for (var subordinate : unit.subordinates()) {
        unique(each, subordinate, "roster.double-name");
      }
      units.add(unit);
    }
    if (units.isEmpty()) {
      throw new Mistake(Mistake.Kind.USAGE, "roster.empty", file.path());
    }
    return Outcome.of(new Roster(units), findings);
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
