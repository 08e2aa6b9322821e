package dev.rollup.write.summary;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.Report;
import dev.rollup.messages.FieldWords;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.model.Location;
import dev.rollup.report.Issue;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
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

  private static final List<Integer> WIDTHS = List.of(6, 16, 8, 24, 14, 17, 9, 25, 12, 17, 15, 38);

  private final Messages messages;
  private final FindingText words;
  private final FieldWords fields;
  private final TableSheet table;

  IssuesSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      FindingText words) {
    this.messages = messages;
    this.words = words;
    this.fields = new FieldWords(template, messages);
    this.table = new TableSheet(book, workbook, NAME, WIDTHS, messages);
  }

  void write(Report report) {
    table.title(messages.text("issues.title"));
    table.headings(COLUMNS.stream().map(key -> messages.text("column." + key)).toList());
    int last = 0;
    int number = 1;
    for (var issue : Issue.of(report)) {
      if (table.full()) {
        break;
      }
      last = issue(number++, issue);
    }
    if (number == 1) {
      table.line(messages.text("issues.none"), Style.PLAIN);
    }
    table.finish(2, last);
  }

  private int issue(int number, Issue issue) {
    Finding finding = issue.finding();
    boolean error = finding.severity() == Severity.ERROR;
    boolean ofField = finding.at().field() != null;
    boolean ofRule = finding.rule() != null;
    int row = table.row();
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, issue.unit().map(Unit::name).orElse(""), Style.WORDS);
    table.words(2, ofField ? fields.item(finding.at().field()) : "", Style.CENTRED);
    table.words(3, ofField ? fields.content(finding.at().field()) : "", Style.WORDS);
    table.words(4, finding.raw(), Style.CENTRED);
    // Where no other column says what it is about or compared with, the whole sentence does.
    table.words(5, ofField && !ofRule ? words.title(finding) : words.message(finding), Style.WORDS);
    table.words(
        6,
        messages.text("severity." + finding.severity().word()),
        error ? Style.ALERT : Style.NOTE);
    table.words(7, words.hint(finding), Style.WORDS);
    table.words(8, "", Style.WORDS);
    table.words(9, issue.file().orElse(""), Style.SMALL);
    table.words(10, place(finding), Style.SMALL);
    table.words(11, toCopy(issue), Style.SMALL);
    return row;
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
