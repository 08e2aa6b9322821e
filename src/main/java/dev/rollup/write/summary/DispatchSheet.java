package dev.rollup.write.summary;

import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.UnitIssues;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
import dev.rollup.write.letter.GroupLetter;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.letter.SlipNames;
import dev.rollup.write.letter.UnitLetter;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * 发送清单: what is to be sent today, a row for each message: to whom, which words, which file goes
 * along, and a cell to tick. The clerk works through it on the screen.
 */
public final class DispatchSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "发送清单";

  /** The columns, in order; each is a key of the bundle. */
  private static final List<String> COLUMNS =
      List.of("number", "unit", "contact", "phone", "message", "attachment", "sent");

  private static final List<Integer> WIDTHS = List.of(6, 20, 15, 17, 90, 40, 10);

  /** Of a message two lines are seen; all of it is copied. */
  private static final float ROW = 27;

  private final Messages messages;
  private final Sender sender;
  private final boolean slips;
  private final UnitLetter letter;
  private final TableSheet table;
  private int last;
  private long number;

  /**
   * The sheet of a workbook.
   *
   * @param slips whether the forms that go along are written as well
   */
  DispatchSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      Sender sender,
      boolean slips) {
    this.messages = messages;
    this.sender = sender;
    this.slips = slips;
    this.letter =
        new UnitLetter(
            sender,
            messages,
            new FindingText(messages, template),
            new UnitLetter.Place(false, slips));
    this.table = new TableSheet(book, workbook, NAME, WIDTHS, messages);
  }

  void write(Report report) {
    table.title(messages.text("dispatch.title"), OverviewSheet.NAME);
    table.line(messages.text("sheets.for-screen"), Style.PLAIN);
    table.headings(COLUMNS.stream().map(key -> messages.text("column." + key)).toList());
    for (var letters : new GroupLetter(sender, messages).all(report)) {
      String group = letters.group().isEmpty() ? messages.text("slip.all") : letters.group();
      for (var text : letters.texts()) {
        row(messages.text("dispatch.group", group), "", "", text, "");
      }
    }
    var names = new SlipNames(report, letter, messages);
    for (var unit : report.units()) {
      letter.of(unit, UnitIssues.of(unit)).ifPresent(text -> row(unit, text, names));
    }
    if (number == 0) {
      table.line(messages.text("dispatch.none"), Style.PLAIN);
    }
    table.finishForScreen(2, last);
  }

  private void row(UnitResult result, String text, SlipNames names) {
    Unit unit = result.unit();
    Optional<String> form = slips ? names.form(result) : Optional.empty();
    row(
        unit.name(),
        Optional.ofNullable(unit.contact()).orElse(""),
        Optional.ofNullable(unit.phone()).orElse(""),
        text,
        form.orElse(""));
  }

  private void row(String unit, String contact, String phone, String text, String attachment) {
    last = table.row(ROW);
    table.count(0, ++number, Style.CENTRED);
    table.words(1, unit, Style.WORDS);
    table.words(2, contact, Style.CENTRED);
    table.words(3, phone, Style.CENTRED);
    table.clipped(4, text);
    table.clipped(5, attachment);
    table.words(6, "", Style.CENTRED);
  }
}
