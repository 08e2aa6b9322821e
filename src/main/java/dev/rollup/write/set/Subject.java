package dev.rollup.write.set;

import dev.rollup.merge.Report;
import dev.rollup.messages.Messages;
import dev.rollup.report.BoundValues;
import dev.rollup.report.Changes;
import dev.rollup.report.Comparison;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.Handled;
import dev.rollup.report.TitleBlock;
import dev.rollup.template.Template;
import dev.rollup.write.copy.SheetCopy;
import dev.rollup.write.letter.Sender;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a set of outputs is about.
 *
 * @param template the form
 * @param messages the language
 * @param report what came of the merge
 * @param form the district's own form
 * @param block whose it is, of when, and how far
 * @param sender who writes to the units
 * @param changes what became different since the last run; empty where there is none to compare
 *     with
 * @param comparison the totals beside those of other periods; empty where none was asked for
 * @param handled what the clerk wrote beside the problems of the last run
 * @param narrative whether the account that goes up with the form is asked for
 * @param slips whether letters to the units are asked for
 */
public record Subject(
    Template template,
    Messages messages,
    Report report,
    DistrictForm form,
    TitleBlock block,
    Sender sender,
    Optional<Changes> changes,
    Optional<Comparison> comparison,
    Handled handled,
    boolean narrative,
    boolean slips) {

  /** Tells whether the form that goes up is a file of this kind: what the office's own blank is. */
  boolean isReturnedAs(String ending) {
    if (template.blank().isEmpty()) {
      return !ending.equals(".xls");
    }
    byte[] content = template.blank().get().content().bytes();
    String name = template.blank().get().file().toLowerCase(Locale.ROOT);
    return SheetCopy.isOld(content)
        ? ending.equals(".xls")
        : name.endsWith(".docx") || name.endsWith(".docm")
            ? ending.equals(".docx")
            : ending.equals(".xlsx");
  }

  /** Returns what the district writes into a copy of the office's own blank. */
  BoundValues bound() {
    return BoundValues.of(template, form);
  }

  /** Refuses nulls. */
  public Subject {
    Objects.requireNonNull(template);
    Objects.requireNonNull(messages);
    Objects.requireNonNull(report);
    Objects.requireNonNull(form);
    Objects.requireNonNull(block);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(changes);
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(handled);
  }
}
