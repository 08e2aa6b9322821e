package dev.rollup.write.summary;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.IssueWords;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.report.Handled;
import dev.rollup.report.Issue;
import dev.rollup.report.IssueText;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import dev.rollup.write.xlsx.XmlSafeText;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 问题清单: what has to be corrected and what confirmed, a line to paste to the unit for each. */
final class IssuesSheet {

  static final String NAME = "问题清单";

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** The columns, in order; each is a key of the bundle. */
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "unit",
          "item",
          "content",
          "raw",
          "problem",
          "level",
          "what-to-do",
          "handled",
          "in-file",
          "place",
          "copy");

  private static final List<Integer> WIDTHS = List.of(5, 15, 7, 46, 14, 44, 8, 44, 14, 22, 24, 38);

  /** Where the form's own words are in another language, most of the room is for ours. */
  private static final List<Integer> ENGLISH_WIDTHS =
      List.of(5, 15, 10, 36, 14, 62, 9, 54, 14, 22, 24, 38);

  /** File, place and the line to copy are for the screen. */
  private static final int LAST_PRINTED = 8;

  /** The row of the first problem: below the title and the headings. */
  private static final int FIRST = 2;

  private final Messages messages;
  private final FindingText words;
  private final IssueWords asked;
  private final List<Integer> widths;
  private final TableSheet table;

  IssuesSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      FindingText words) {
    this.messages = messages;
    this.words = words;
    this.asked = new IssueWords(template, messages);
    this.widths = messages.language() == Language.EN ? ENGLISH_WIDTHS : WIDTHS;
    this.table = new TableSheet(book, workbook, NAME, widths, messages);
  }

  /** Returns where the sheet tells of the problem of that number. */
  static Position cell(int number) {
    return new Position(FIRST + number - 1, 0);
  }

  void write(List<Issue> issues, Handled handled) {
    table.title(messages.text("issues.title"), OverviewSheet.NAME);
    table.headings(COLUMNS.stream().map(key -> messages.text("column." + key)).toList());
    int last = 0;
    int number = 1;
    for (var issue : issues) {
      if (table.full()) {
        break;
      }
      last = issue(number++, issue, handled);
    }
    // What was asked and answered stays, so that the answer is known again.
    for (var text : handled.settled()) {
      if (!table.full()) {
        last = settled(number++, text, handled);
      }
    }
    if (number == 1) {
      table.line(messages.text("issues.none"), Style.PLAIN);
    }
    table.finish(2, last, LAST_PRINTED);
  }

  private int settled(int number, IssueText text, Handled handled) {
    int row = said(number, text);
    table.words(6, messages.text("handled.level"), Style.CENTRED);
    table.words(7, "", Style.WORDS);
    table.words(8, handled.note(text).orElse(""), Style.WORDS);
    for (int column = 9; column < COLUMNS.size(); column++) {
      table.clipped(column, "");
    }
    return row;
  }

  private int said(int number, IssueText text) {
    int row = table.row(TableSheet.TIGHT_ROW);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, text.unit(), Style.WORDS);
    table.words(2, text.item(), Style.CENTRED);
    fitting(3, text.content());
    table.words(4, text.raw(), Style.CENTRED);
    fitting(5, text.problem());
    return row;
  }

  private int issue(int number, Issue issue, Handled handled) {
    Finding finding = issue.finding();
    boolean error = finding.severity() == Severity.ERROR;
    IssueText text = asked.of(issue);
    int row = said(number, text);
    table.words(
        6,
        messages.text("severity." + finding.severity().word()),
        error ? Style.ALERT : Style.NOTE);
    fitting(7, words.hint(finding));
    table.words(8, handled.note(text).orElse(""), Style.WORDS);
    table.clipped(9, issue.file().orElse(""));
    table.clipped(10, place(finding));
    table.clipped(11, toCopy(issue));
    return row;
  }

  /** Writes words that are set smaller where they would take a second line. */
  private void fitting(int column, String text) {
    boolean fits = TextSize.lines(text, widths.get(column), CellFormat.Type.TEXT.points()) == 1;
    table.words(column, text, fits ? Style.WORDS : Style.SMALL);
  }

  /** Returns sheet and cell; the file has a column of its own. */
  private String place(Finding finding) {
    return words.place(finding.inFile(null));
  }

  /** Returns where, what is wrong, what to enter, on one line; empty where nobody is to read it. */
  private String toCopy(Issue issue) {
    Finding finding = issue.finding();
    boolean nobody = issue.unit().isEmpty() && issue.file().isEmpty();
    // The unit knows nothing of the clerk's lists.
    if (nobody || finding.code() == FindingCode.CORRECTION_NOT_APPLIED) {
      return "";
    }
    Location at = finding.at().inFile(issue.file().orElse(null));
    String place = words.place(finding.inFile(at.file()));
    String message = words.message(finding);
    String hint = words.hint(finding);
    String text =
        place.isEmpty()
            ? messages.text("issues.copy", message, hint)
            : messages.text("issues.copy-at", message, hint, place);
    return WHITE_SPACE.matcher(XmlSafeText.onOneLine(text).strip()).replaceAll(" ");
  }
}
