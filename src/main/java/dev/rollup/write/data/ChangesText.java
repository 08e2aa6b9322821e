package dev.rollup.write.data;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.report.Changes;
import dev.rollup.report.Snapshot;
import dev.rollup.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what became different since the last run: on the screen, and in {@code changes.txt}. */
public final class ChangesText {

  /** What the first line may be. */
  private static final List<String> FIRST =
      List.of("none", "reported", "replaced", "withdrawn", "gone", "unanswered", "added", "moved");

  /** What old editors take for UTF-8 without being told. */
  private static final String MARK_OF_UTF_8 = "\uFEFF";

  private static final String MARK = "\u0000";

  private final FormLabels labels;
  private final Messages messages;

  /** Words in one language for the fields of one template. */
  public ChangesText(Template template, Messages messages) {
    this.labels = new FormLabels(template, messages);
    this.messages = messages;
  }

  /** Returns the lines; none where nothing is different. */
  public List<String> lines(Changes changes) {
    var lines = new ArrayList<String>();
    names(lines, "reported", changes.reported());
    names(lines, "replaced", changes.replaced());
    names(lines, "withdrawn", changes.withdrawn());
    questions(lines, "gone", changes.gone());
    questions(lines, "unanswered", changes.unanswered());
    questions(lines, "added", changes.added());
    if (!changes.moved().isEmpty()) {
      lines.add(messages.text("changes.moved", String.valueOf(changes.moved().size())));
      for (var move : changes.moved()) {
        lines.add(
            messages.text(
                "changes.move",
                labels.label(move.field()),
                number(move.before()),
                number(move.after()),
                (move.by().signum() > 0 ? "+" : "") + move.by().toPlainString()));
      }
    }
    return lines;
  }

  /**
   * Tells whether text is what this program writes, in any language: by its first line, as which
   * nobody else begins.
   */
  public static boolean wrote(String text) {
    String first = text.replace(MARK_OF_UTF_8, "").lines().findFirst().orElse("");
    return Arrays.stream(Language.values())
        .map(Messages::new)
        .anyMatch(words -> FIRST.stream().anyMatch(key -> begins(words, key, first)));
  }

  private static boolean begins(Messages words, String key, String line) {
    // A placeholder that no text has, in the place of the count and of what is counted.
    String[] parts = words.text("changes." + key, MARK, MARK).split(MARK, -1);
    var pattern = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      pattern.append(i == 1 ? "\\d+" : ".+").append(Pattern.quote(parts[i]));
    }
    return line.matches(pattern.toString());
  }

  /**
   * Writes all lines, or one that says that nothing is different, so that editors of old desktops
   * open them: UTF-8 that says so, with the line ends of Windows.
   */
  public void write(Changes changes, OutputStream out) throws IOException {
    List<String> lines = changes.none() ? List.of(messages.text("changes.none")) : lines(changes);
    String text = MARK_OF_UTF_8 + String.join("\r\n", lines) + "\r\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void names(List<String> lines, String key, List<String> names) {
    if (!names.isEmpty()) {
      String all =
          String.join(
              messages.text("print.comma"), names.stream().map(ChangesText::oneLine).toList());
      lines.add(messages.text("changes." + key, String.valueOf(names.size()), all));
    }
  }

  private void questions(List<String> lines, String key, List<Snapshot.Question> questions) {
    if (questions.isEmpty()) {
      return;
    }
    lines.add(messages.text("changes." + key, String.valueOf(questions.size())));
    for (var question : questions) {
      String level = messages.text("severity." + question.severity().word());
      String message = oneLine(question.message());
      lines.add(
          question.about().isEmpty()
              ? messages.text("changes.question", level, message)
              : messages.text("changes.question-of", level, message, oneLine(question.about())));
    }
  }

  private String number(@Nullable BigDecimal total) {
    return total == null ? messages.text("changes.nothing") : total.toPlainString();
  }

  /** A name or text from a return may hold a line break. */
  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
