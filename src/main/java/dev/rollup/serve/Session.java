package dev.rollup.serve;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.report.Issue;
import dev.rollup.run.Merge;
import dev.rollup.run.Progress;
import dev.rollup.run.SideNotes;
import dev.rollup.run.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the folder came to when it was last merged: what is known of it stands in its files. */
final class Session {

  /** A merge, and what it was asked for. */
  record Run(Merge.Request request, Merge.Result result) {}

  private final WorkFolder workFolder;
  private final Work work;
  private final Messages messages;
  private volatile @Nullable Run last;

  Session(WorkFolder workFolder, Work work, Messages messages) {
    this.workFolder = workFolder;
    this.work = work;
    this.messages = messages;
  }

  WorkFolder workFolder() {
    return workFolder;
  }

  /** Returns what a merge is asked for now. */
  Merge.Request request() throws Mistake {
    return work.request(false);
  }

  /** Returns the last merge, if there was one. */
  Optional<Run> last() {
    return Optional.ofNullable(last);
  }

  /**
   * Merges.
   *
   * @throws Mistake if that cannot be done; the earlier results stay
   */
  synchronized void merge(boolean allowFewer) throws Mistake, IOException {
    Merge.Request request = work.request(allowFewer);
    try {
      last = new Run(request, new Merge(messages, Progress.NONE).run(request));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Returns what an issue or a line is told by in a form, whatever is done meanwhile. */
  static String key(Record record) {
    try {
      byte[] bytes = record.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Confirms or corrects, as a form says, and merges again.
   *
   * @throws Mistake if it cannot be noted, or nothing of the kind stands to be dealt with any more
   */
  synchronized void note(Parameters form) throws Mistake, IOException {
    Run run = last().orElseThrow(Session::gone);
    Issue issue =
        Issue.of(run.result().report()).stream()
            .filter(each -> key(each).equals(form.get("issue")))
            .findFirst()
            .orElseThrow(Session::gone);
    var choices = new Choices(issue, run.result());
    String by = required(form, "by", "serve.by");
    String why = required(form, "why", "serve.why");
    var notes = new SideNotes(workFolder, work.request(false), run.result(), messages);
    if (choices.confirmable() && form.get("what").equals("confirm")) {
      notes.confirm(issue.unit().orElseThrow(), issue.finding(), by, why, work.today().toString());
    } else {
      Choices.Choice choice =
          choices.correctable().stream()
              .filter(each -> each.key().equals(form.get("field")))
              .findFirst()
              .orElseThrow(Session::gone);
      notes.correct(
          issue.unit().orElseThrow(),
          choice.entry(),
          required(form, "value", "serve.value"),
          by,
          why);
    }
    merge(false);
  }

  /** Returns what is noted; nothing where the files cannot be read, as a merge says. */
  List<SideNotes.Noted> noted(Run run) {
    try {
      return new SideNotes(workFolder, work.request(false), run.result(), messages).noted();
    } catch (Mistake e) {
      return List.of();
    }
  }

  /**
   * Takes back what was noted, and merges again.
   *
   * @throws Mistake if it is not there any more
   */
  synchronized void withdraw(Parameters form) throws Mistake, IOException {
    Run run = last().orElseThrow(Session::gone);
    SideNotes.Noted line =
        noted(run).stream()
            .filter(each -> key(each).equals(form.get("line")))
            .findFirst()
            .orElseThrow(Session::gone);
    new SideNotes(workFolder, work.request(false), run.result(), messages).withdraw(line);
    merge(false);
  }

  private static String required(Parameters form, String name, String key) throws Mistake {
    if (form.get(name).isEmpty()) {
      throw new Mistake(Mistake.Kind.USAGE, key);
    }
    return form.get(name);
  }

  private static Mistake gone() {
    return new Mistake(Mistake.Kind.USAGE, "serve.gone");
  }
}
