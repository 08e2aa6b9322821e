package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.report.Group;
import dev.rollup.roster.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupRatesTest {

  @Test
  void every_group_has_its_own_rates_and_they_add_up_to_the_whole() {
    List<UnitResult> units =
        List.of(
            unit("A", "镇", UnitState.REPORTED, Timeliness.ON_TIME),
            unit("B", "镇", UnitState.NIL, Timeliness.LATE),
            unit("C", "镇", UnitState.MISSING, null),
            unit("D", "局", UnitState.RETURNED, null),
            unit("E", null, UnitState.REPORTED, Timeliness.UNKNOWN));
    var report =
        new Report(
            Reporting.of(units, true),
            List.of(),
            units,
            new Summary(Map.of(), List.of(), Map.of(), Map.of()),
            List.of());

    Map<String, Reporting> groups =
        Group.all(report).stream()
            .collect(Collectors.toMap(Group::name, group -> group.figures().reporting()));

    assertThat(groups.keySet()).containsExactlyInAnyOrder("", "局", "镇");
    assertThat(groups.get("镇").rate().orElseThrow()).isEqualByComparingTo("66.7");
    assertThat(groups.get("镇").onTimeRate().orElseThrow()).isEqualByComparingTo("33.3");
    assertThat(groups.get("局").rate().orElseThrow()).isEqualByComparingTo("0.0");
    assertThat(groups.get("").rate().orElseThrow()).isEqualByComparingTo("100.0");
    assertThat(groups.values().stream().mapToInt(Reporting::actual).sum())
        .isEqualTo(report.reporting().actual());
    assertThat(groups.values().stream().mapToInt(group -> group.expected().orElseThrow()).sum())
        .isEqualTo(units.size());
  }

  private static UnitResult unit(String id, String group, UnitState state, Timeliness timeliness) {
    List<String> none = List.of();
    var unit = new Unit(id, id, none, group, null, null, none);
    return new UnitResult(
        unit, state, Optional.ofNullable(timeliness), Optional.empty(), List.of());
  }
}
