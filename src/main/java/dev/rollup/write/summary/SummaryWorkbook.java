package dev.rollup.write.summary;

import dev.rollup.merge.Report;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.AnswerCounts;
import dev.rollup.report.BoundValues;
import dev.rollup.report.Comparison;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.FieldHeads;
import dev.rollup.report.Handled;
import dev.rollup.report.Issue;
import dev.rollup.report.IssueNumbers;
import dev.rollup.report.TitleBlock;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.roster.Unit;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.write.copy.SheetCopy;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.xlsx.HiddenSheet;
import dev.rollup.write.xlsx.StreamedWorkbook;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * {@code summary.xlsx}: how it stands, the district's form, every unit, every listed row, who
 * reported, what is to be put right, where every number comes from, and how to read it all.
 */
public final class SummaryWorkbook {

  private final Template template;
  private final Messages messages;
  private final Sender sender;
  private final boolean slips;
  private final Path scratch;
  private Optional<Comparison> comparison = Optional.empty();

  /**
   * A writer of summaries of one template in one language; the sheets' names are fixed.
   *
   * @param sender who writes to the units
   * @param slips whether the forms that go back to the units are written as well
   * @param scratch a folder for what is needed while writing only
   */
  public SummaryWorkbook(
      Template template, Messages messages, Sender sender, boolean slips, Path scratch) {
    this.template = template;
    this.messages = messages;
    this.sender = sender;
    this.slips = slips;
    this.scratch = scratch;
  }

  /** Adds a sheet with the totals beside those of other periods. */
  public void compare(Comparison with) {
    comparison = Optional.of(with);
  }

  /**
   * Writes the workbook. Long tables are streamed and need no memory.
   *
   * @param block whose numbers these are, of when, and how far
   * @param handled what the clerk wrote beside the problems of the last run
   */
  public void write(
      Report report, DistrictForm form, TitleBlock block, Handled handled, OutputStream out)
      throws IOException {
    boolean copied = isCopied();
    var workbook =
        copied
            ? TemplateWorkbook.copyOf(template, template.blank().orElseThrow().content().bytes())
            : new TemplateWorkbook(template);
    workbook.markAsRollUp();
    if (copied) {
      SheetCopy.fill(workbook, template.blank().orElseThrow(), BoundValues.of(template, form));
      withoutOurNames(workbook);
      workbook.setSheetName(0, TotalsSheet.NAME);
    }
    new OverviewSheet(workbook, template, messages, report).write(block);
    workbook.setSheetOrder(OverviewSheet.NAME, 0);
    if (template.blank().isEmpty()) {
      new TotalsSheet(workbook, template, messages).write(form, comparison);
    }
    StreamedWorkbook.write(
        workbook,
        scratch,
        out,
        book -> sheets(book, workbook, copied, report, form, block, handled));
  }

  private void sheets(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      boolean copied,
      Report report,
      DistrictForm form,
      TitleBlock block,
      Handled handled) {
    var words = new FindingText(messages, template);

    if (template.blank().isPresent()) {
      String name = copied ? BoundTotalsSheet.NAME : TotalsSheet.NAME;
      new BoundTotalsSheet(book, workbook, template, messages, name).write(form);
    }
    comparison.ifPresent(
        with -> new ComparisonSheet(book, workbook, template, messages, with).write());
    units(book, workbook, report);
    comparison
        .filter(with -> !with.byUnit().isEmpty())
        .ifPresent(
            with -> new UnitComparisonSheet(book, workbook, messages, with).write(words.labels()));
    new ActivitiesSheet(book, workbook, template, messages).write(form);
    if (AnswerCounts.asked(template)) {
      new AnswersSheet(book, workbook, template, messages).write(AnswerCounts.of(report, template));
    }
    new ReportingSheet(book, workbook, messages, words).write(report);
    new IssuesSheet(book, workbook, template, messages, words).write(Issue.of(report), handled);
    new DispatchSheet(book, workbook, template, messages, sender, slips).write(report);
    new SourcesSheet(book, workbook, template, messages, words).write(report);
    new NotesSheet(book, workbook, template, messages, words).write(report, block);
    HiddenSheet.add(book, RollUp.ORIGINS, workbook.palette(), RollUpTable.of(form.carried()));
  }

  /** Writes 分单位; of an office's own form, a sheet for each of its blocks. */
  private void units(SXSSFWorkbook book, TemplateWorkbook workbook, Report report) {
    List<List<Section>> parts =
        template.blank().isEmpty()
            ? List.of(template.sections())
            : template.sections().stream().map(List::of).toList();
    var issues = new IssueNumbers(Issue.of(report));
    Map<Unit, Integer> sources = SourcesSheet.firstRows(report);
    var labels = new FormLabels(template, messages);
    int number = 0;
    for (var part : parts) {
      var heads = FieldHeads.of(template, part, labels::heading, labels::content);
      if (!heads.fields().isEmpty() || parts.size() == 1) {
        String name = UnitsSheet.NAME + (++number == 1 ? "" : number);
        new UnitsSheet(book, workbook, template, messages, report, issues, sources, heads, name)
            .write();
      }
    }
  }

  /** The office's sheets keep their names, but for those that this workbook has itself. */
  private static void withoutOurNames(TemplateWorkbook workbook) {
    for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
      String own = workbook.getSheetName(i);
      boolean taken =
          OverviewSheet.isOurs(own)
              || own.startsWith(UnitsSheet.NAME)
              || own.equals(ComparisonSheet.NAME)
              || own.equals(UnitComparisonSheet.NAME);
      for (int n = 2; taken; n++) {
        String other = TotalsSheet.NAME + n;
        if (workbook.getSheet(other) == null) {
          workbook.setSheetName(i, other);
          taken = false;
        }
      }
    }
  }

  /** Tells whether 汇总表 is a copy of the office's own sheet. */
  private boolean isCopied() {
    return template
        .blank()
        .filter(blank -> blank.file().toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]"))
        .filter(blank -> !SheetCopy.isOld(blank.content().bytes()))
        .isPresent();
  }
}
