package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.UnitResolver.Relation;
import dev.rollup.model.Location;
import dev.rollup.template.HeaderField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides which of several forms in one file count. Those of several units count each for its unit;
 * beside a unit's own form stand those that it was added up from.
 */
public final class SeveralForms {

  private static final String NAMES = "、";

  /**
   * A form and who it says it is from.
   *
   * @param findings what was found in it
   */
  public record Claim(Submission submission, UnitResolver.Sender sender, List<Finding> findings) {

    /** Copies the findings. */
    public Claim {
      findings = List.copyOf(findings);
    }

    private boolean own() {
      return sender.relation() == Relation.SELF;
    }

    private String unit() {
      return sender.unit().orElseThrow().id();
    }

    private String name() {
      HeaderEntry unit = submission.header().get(HeaderField.UNIT);
      return unit.text().isEmpty() ? String.valueOf(unit.at().sheet()) : unit.text();
    }

    private Claim with(List<Finding> more) {
      var all = new ArrayList<>(findings);
      all.addAll(more);
      return new Claim(submission, sender, all);
    }
  }

  private SeveralForms() {}

  /**
   * Returns the forms that count, one for each unit, the first of them with what is to be said
   * about the others; none where that cannot be told.
   */
  public static List<Claim> that(List<Claim> claims) {
    List<Claim> own = claims.stream().filter(Claim::own).toList();
    var units = new HashSet<String>();
    if (own.isEmpty() || !own.stream().allMatch(claim -> units.add(claim.unit()))) {
      return List.of();
    }
    var said = new ArrayList<Finding>();
    List<Claim> others = claims.stream().filter(claim -> !claim.own()).toList();
    boolean listed = others.stream().allMatch(c -> c.sender().relation() == Relation.SUBORDINATE);
    said.add(
        Finding.of(
                FindingCode.SEVERAL_FORMS,
                Location.NOWHERE,
                String.valueOf(claims.size()),
                own.stream().map(Claim::name).collect(Collectors.joining(NAMES)))
            .withSeverity(listed ? Severity.INFO : Severity.WARNING));
    for (var other : others) {
      // Beside one form of a unit others are what it was added up from, listed or not.
      boolean lost = own.size() > 1 && other.sender().relation() != Relation.SUBORDINATE;
      if (lost) {
        said.addAll(other.sender().findings());
      }
    }
    var counted = new ArrayList<>(own);
    counted.set(0, own.get(0).with(said));
    return counted;
  }
}
