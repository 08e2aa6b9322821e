package dev.rollup.write.set;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.FindingText;
import dev.rollup.report.Output;
import dev.rollup.template.Blank;
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
import dev.rollup.write.xlsx.TemplateLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Who writes which output: one line for each. */
public final class Outputs {

  private final Subject subject;
  private final OutputSet set;

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
   * @param jobs how many files are written at a time
   * @return the names under which changed files are kept, by their own names
   */
  public Map<String, String> stage(Map<String, String> written, int jobs)
      throws Mistake, InterruptedException {
    stageTogether(jobs);
    changes();
    // The report is never kept: it says how things stood, and nobody answers in it.
    Map<String, String> kept = set.keepEdited(written);
    report();
    return kept;
  }

  /** Stages what needs nothing of the others; in which order it is written changes nothing. */
  private void stageTogether(int jobs) throws Mistake, InterruptedException {
    var executor = Executors.newFixedThreadPool(jobs);
    try {
      var parts = new ArrayList<Future<OutputSet.Part>>();
      for (var output : Output.values()) {
        if (isAsked(output)) {
          OutputSet.Part part = set.part();
          parts.add(
              executor.submit(
                  () -> {
                    stage(output, part);
                    return part;
                  }));
        }
      }
      for (var part : parts) {
        set.add(part.get());
      }
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      executor.shutdownNow();
      // What is still written is written into a folder that is about to be cleared.
      executor.awaitTermination(1, TimeUnit.HOURS);
    }
  }

  private static Mistake cause(ExecutionException e) {
    if (e.getCause() instanceof Mistake mistake) {
      return mistake;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(e.getCause());
  }

  private boolean isAsked(Output output) {
    return switch (output) {
      case RETURN_WORKBOOK -> subject.isReturnedAs(".xlsx");
      case RETURN_OLD_WORKBOOK -> subject.isReturnedAs(".xls");
      case RETURN_DOCUMENT -> subject.isReturnedAs(".docx");
      case NARRATIVE -> subject.narrative();
      case SLIPS -> subject.slips();
      // The pages go with the one that leads to them; the other two say what became of the others.
      case REPORT_PAGES, CHANGES, REPORT -> false;
      default -> true;
    };
  }

  private void stage(Output output, OutputSet.Part part) throws Mistake {
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
            part,
            output,
            out ->
                workbook.write(
                    subject.report(), subject.form(), subject.block(), subject.handled(), out));
      }
      case RETURN_WORKBOOK, RETURN_OLD_WORKBOOK -> {
        Path scratch = set.scratch();
        file(part, output, out -> returnWorkbook(scratch, out));
      }
      case RETURN_DOCUMENT -> file(part, output, out -> out.write(returnDocument()));
      case NARRATIVE ->
          file(
              part,
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
              .stage(subject.report(), part);
      case COUNTS -> file(part, output, out -> CountsCsv.write(subject.report(), out));
      case REPORT_PAGE -> {
        var report =
            new ReportHtml(
                subject.template(),
                subject.messages(),
                subject.sender(),
                subject.slips(),
                subject.block(),
                subject.report());
        for (var page : report.pages()) {
          String name = Output.REPORT_PAGES.fileName() + '/' + page.fileName();
          part.stage(name, out -> report.write(page, out));
        }
        file(part, output, report::write);
      }
      case REPORT_PAGES, CHANGES, REPORT -> throw new IllegalArgumentException(output.name());
    }
  }

  private void returnWorkbook(Path scratch, OutputStream out) throws IOException {
    Optional<Blank> blank = subject.template().blank();
    if (blank.isPresent()) {
      out.write(SheetCopy.of(blank.get(), subject.bound(), subject.form().carried(), madeOf()));
    } else {
      ReturnWorkbook.write(
          subject.template(),
          subject.form().totals(),
          subject.form().carried(),
          subject.messages(),
          scratch,
          out);
    }
  }

  private byte[] returnDocument() {
    Optional<Blank> blank = subject.template().blank();
    return blank.isPresent()
        ? TextCopy.of(blank.get(), subject.bound(), subject.form().carried(), madeOf())
        : ReturnDocument.of(
            subject.template(),
            subject.form().totals(),
            subject.form().carried(),
            subject.messages());
  }

  /** Returns of how many units the form is made, in words. */
  private String madeOf() {
    return TemplateLine.madeOf(subject.form().carried(), subject.messages());
  }

  private static void file(OutputSet.Part part, Output output, OutputSet.Content content)
      throws Mistake {
    part.stage(output.fileName(), content);
  }

  private void report() throws Mistake {
    var words = new FindingText(subject.messages(), subject.template());
    var json = new ReportJson(subject.template(), words);
    set.stage(
        Output.REPORT.fileName(), out -> json.writeMerge(subject.report(), set.hashes(), out));
  }

  private void changes() throws Mistake {
    String name = Output.CHANGES.fileName();
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
