package dev.rollup.write.set;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.FindingText;
import dev.rollup.report.Output;
import dev.rollup.write.copy.SheetCopy;
import dev.rollup.write.copy.TextCopy;
import dev.rollup.write.data.ChangesText;
import dev.rollup.write.data.CountsCsv;
import dev.rollup.write.data.ReportJson;
import dev.rollup.write.form.ReturnDocument;
import dev.rollup.write.form.ReturnWorkbook;
import dev.rollup.write.html.ReportHtml;
import dev.rollup.write.letter.NarrativeDocument;
import dev.rollup.write.summary.SummaryWorkbook;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who writes which output: one line for each. */
public final class Outputs {

  private final Subject subject;
  private final OutputSet set;

  /** Made once for the pages that make up one report. */
  private @Nullable ReportHtml page;

  /** The outputs about something, to be written into a set. */
  public Outputs(Subject subject, OutputSet set) {
    this.subject = subject;
    this.set = set;
  }

  /**
   * Stages every output that is asked for, and sees to it that no file is lost that was changed by
   * hand.
   *
   * @param written the SHA-256 of the files as the last run wrote them, by name
   * @return the names under which changed files are kept, by their own names
   */
  public Map<String, String> stage(Map<String, String> written) throws Mistake {
    for (var output : Output.values()) {
      if (isAsked(output) && output != Output.REPORT) {
        stage(output);
      }
    }
    // The report is never kept: it says how things stood, and nobody answers in it.
    Map<String, String> kept = set.keepEdited(written);
    stage(Output.REPORT);
    return kept;
  }

  private boolean isAsked(Output output) {
    return switch (output) {
      case RETURN_WORKBOOK -> subject.isReturnedAs(".xlsx");
      case RETURN_OLD_WORKBOOK -> subject.isReturnedAs(".xls");
      case RETURN_DOCUMENT -> subject.isReturnedAs(".docx");
      case NARRATIVE -> subject.narrative();
      case SLIPS -> subject.slips();
      default -> true;
    };
  }

  private void stage(Output output) throws Mistake {
    switch (output) {
      case SUMMARY -> {
        var workbook =
            new SummaryWorkbook(
                subject.template(),
                subject.messages(),
                subject.sender(),
                subject.slips(),
                set.scratch());
        subject.comparison().ifPresent(workbook::compare);
        file(
            output,
            out ->
                workbook.write(
                    subject.report(), subject.form(), subject.block(), subject.handled(), out));
      }
      case RETURN_WORKBOOK, RETURN_OLD_WORKBOOK ->
          file(
              output,
              out ->
                  out.write(
                      subject.template().blank().isPresent()
                          ? SheetCopy.of(subject.template().blank().get(), subject.bound())
                          : ReturnWorkbook.of(
                              subject.template(),
                              subject.form().listed(),
                              subject.form().carried(),
                              subject.messages())));
      case RETURN_DOCUMENT ->
          file(
              output,
              out ->
                  out.write(
                      subject.template().blank().isPresent()
                          ? TextCopy.of(subject.template().blank().get(), subject.bound())
                          : ReturnDocument.of(
                              subject.template(),
                              subject.form().listed(),
                              subject.form().carried(),
                              subject.messages())));
      case NARRATIVE ->
          file(
              output,
              out ->
                  out.write(
                      NarrativeDocument.of(
                          subject.template(),
                          subject.block().district(),
                          subject.report(),
                          subject.form(),
                          subject.messages())));
      case SLIPS ->
          new Slips(subject.template(), subject.messages(), subject.sender())
              .stage(subject.report(), set);
      case COUNTS -> file(output, out -> CountsCsv.write(subject.report(), out));
      case REPORT_PAGES -> {
        for (var page : page().pages()) {
          set.stage(output.fileName() + '/' + page.fileName(), out -> page().write(page, out));
        }
      }
      case REPORT_PAGE -> file(output, out -> page().write(out));
      case CHANGES -> changes(output.fileName());
      case REPORT -> {
        var json =
            new ReportJson(
                subject.template(), new FindingText(subject.messages(), subject.template()));
        file(output, out -> json.writeMerge(subject.report(), set.hashes(), out));
      }
    }
  }

  private ReportHtml page() {
    if (page == null) {
      page =
          new ReportHtml(
              subject.template(),
              subject.messages(),
              subject.sender(),
              subject.slips(),
              subject.block(),
              subject.report());
    }
    return page;
  }

  private void file(Output output, OutputSet.Content content) throws Mistake {
    set.stage(output.fileName(), content);
  }

  private void changes(String name) throws Mistake {
    if (subject.changes().isEmpty()) {
      // Nothing to compare with: what an earlier run found is not what is different now.
      set.withdraw(name, ChangesText::wrote);
      return;
    }
    set.keepForeign(name, ChangesText::wrote);
    var text = new ChangesText(subject.template(), subject.messages());
    set.stageUntold(name, out -> text.write(subject.changes().get(), out));
  }
}
