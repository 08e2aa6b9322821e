package dev.rollup.write.letter;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.report.UnitIssues;
import dev.rollup.roster.Unit;
import dev.rollup.write.xlsx.XmlSafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message to one unit, as plain text for a messaging app: what has to be corrected or
 * confirmed, what could not be used and why, or that nothing came.
 */
public final class UnitLetter {

  /** What a messaging app shows of one message: Chinese characters, or letters of English. */
  private static final int MOST = 400;

  private static final int MOST_LETTERS = 900;

  private static final int MOST_FINDINGS = 8;
  private static final int MOST_NAME = 30;
  private static final int MOST_RAW = 20;

  /**
   * Where a message stands until it is sent.
   *
   * @param open whether others read there as well: then it names nobody at the unit
   * @param attached whether the unit's form, marked, lies beside it
   */
  public record Place(boolean open, boolean attached) {
    /** Beside the form that goes back with it. */
    public static final Place SLIP = new Place(false, true);
  }

  private final Sender sender;
  private final Messages messages;
  private final FindingText words;
  private final Place standing;

  /** Letters from one sender in one language, for one place. */
  public UnitLetter(Sender sender, Messages messages, FindingText words, Place standing) {
    this.sender = sender;
    this.messages = messages;
    this.words = words;
    this.standing = standing;
  }

  /** Returns the message to a unit; empty where there is nothing to write about. */
  public Optional<String> of(UnitResult unit, UnitIssues issues) {
    return written(unit, issues).map(String::stripTrailing);
  }

  /** Tells whether there is anything to write to a unit about. */
  boolean isDue(UnitResult unit, UnitIssues issues) {
    return unit.state() == UnitState.MISSING
        || unit.state() != UnitState.AWAITED && (issues.any() || !unit.state().actual());
  }

  private Optional<String> written(UnitResult unit, UnitIssues issues) {
    if (!isDue(unit, issues)) {
      return Optional.empty();
    }
    if (unit.state() == UnitState.MISSING) {
      String key = sender.peers(unit.unit().group()) ? "missing.peer" : "missing";
      return Optional.of(
          sender.text(
              key,
              name(unit.unit()),
              contact(unit.unit()),
              sender.form(),
              sender.by(),
              sender.clerk(),
              sender.activity()));
    }
    if (issues.basis().isPresent()) {
      return Optional.of(corrections(unit, issues));
    }
    return Optional.of(
        issues.refused().isEmpty() ? companions(unit) : refused(unit, issues.refused()));
  }

  /** Returns as many of the findings as fit, and how many others there are. */
  private String corrections(UnitResult unit, UnitIssues issues) {
    List<String> errors =
        Stream.concat(
                issues.errors().stream().map(this::line),
                issues.refused().stream().map(file -> fileName(file) + cause(file)))
            .limit(MOST_FINDINGS)
            .toList();
    List<String> warnings =
        issues.warnings().stream().map(this::line).limit(MOST_FINDINGS).toList();
    int shown = Math.min(MOST_FINDINGS, errors.size() + warnings.size());
    String letter = corrections(unit, issues, errors, warnings, shown);
    while (shown > 0 && tooLong(letter, messages)) {
      shown--;
      letter = corrections(unit, issues, errors, warnings, shown);
    }
    return letter;
  }

  private String corrections(
      UnitResult unit, UnitIssues issues, List<String> errors, List<String> warnings, int shown) {
    int wrong = issues.errors().size() + issues.refused().size();
    int doubtful = issues.warnings().size();
    String kind = errors.isEmpty() ? "confirm" : warnings.isEmpty() ? "correct" : "both";
    boolean merged = unit.accepted().isPresent();
    var lines = new ArrayList<String>();
    lines.add(
        sender.text(
            kind,
            name(unit.unit()),
            contact(unit.unit()),
            sender.form(),
            fileName(issues.basis().orElseThrow()),
            sender.text(!merged ? "not-merged" : leftOut(issues) ? "merged" : "merged.all"),
            String.valueOf(wrong),
            String.valueOf(doubtful)));
    if (kind.equals("both")) {
      lines.add(sender.text("to-correct"));
    }
    numbered(lines, errors, shown);
    if (kind.equals("both") && shown > wrong) {
      lines.add(sender.text("to-confirm"));
    }
    numbered(lines, warnings, shown - wrong);
    int left = wrong + doubtful - shown;
    if (left > 0) {
      lines.add(sender.text(own("more"), String.valueOf(left)));
    }
    lines.add(sender.text(own(kind + ".end"), sender.by(), sender.clerk()));
    return String.join("\n", lines);
  }

  /** Tells whether some of what was sent is in no total. */
  private static boolean leftOut(UnitIssues issues) {
    return issues.errors().stream()
        .anyMatch(finding -> finding.code() != FindingCode.RULE_VIOLATED);
  }

  /** Returns the key of the same words without the form that goes with them. */
  private String own(String key) {
    String alone = key + ".alone";
    return !standing.attached() && messages.has("letter." + alone) ? alone : key;
  }

  private void numbered(List<String> lines, List<String> texts, int most) {
    for (int i = 0; i < Math.min(texts.size(), most); i++) {
      lines.add(sender.text("numbered", String.valueOf(i + 1), texts.get(i)));
    }
  }

  /** Returns where, what is wrong, what to enter, and in brackets the place. */
  String line(Finding finding) {
    // What a rule says names its blanks itself.
    String typed = finding.raw();
    String what;
    if (finding.at().field() == null
        || typed == null
        || typed.isBlank()
        || finding.rule() != null) {
      what = sender.text("what-to-do", words.message(finding), words.hint(finding)).strip();
    } else if (finding.severity() == Severity.ERROR) {
      String raw = shortened(typed.strip(), MOST_RAW);
      what = sender.text("finding", words.label(finding), raw, words.hint(finding));
    } else {
      // What it was taken for is what the unit has to confirm.
      String label = sender.text("label", words.label(finding));
      what = words.message(finding, label, text -> shortened(text, MOST_RAW));
    }
    String place = place(finding);
    return XmlSafeText.onOneLine(place.isEmpty() ? what : what + sender.text("place", place));
  }

  /** Returns the sheet and the cell in words. */
  private String place(Finding finding) {
    return words.place(finding.inFile(null));
  }

  /** Returns why a file cannot be used, and what to do. */
  String cause(FileResult file) {
    Optional<Finding> cause = UnitIssues.cause(file);
    if (cause.isEmpty()) {
      return "";
    }
    String key = "cause." + cause.get().code().id();
    String special =
        cause
            .get()
            .mentioned(Argument.PROGRAM)
            .map(program -> key + "." + ((Mentioned.Choice) program).word())
            .orElse(key);
    // Forms that differ are no parts of anything: what differs says more than the letter could.
    boolean differing = cause.get().mentions(Argument.WHERE);
    for (var candidate : List.of(special, key)) {
      if (!differing && messages.has("letter." + candidate)) {
        return sender.text(own(candidate), words.mentioned(cause.get()).toArray(String[]::new));
      }
    }
    return XmlSafeText.onOneLine(
        sender.text("cause", words.message(cause.get()), words.hint(cause.get())));
  }

  private String refused(UnitResult unit, List<FileResult> files) {
    List<FileResult> conflicting =
        files.stream()
            .filter(
                file ->
                    file.findings().stream()
                        .anyMatch(f -> f.code() == FindingCode.CONFLICTING_RETURNS))
            .toList();
    if (!conflicting.isEmpty()) {
      return sender.text(
          "conflict",
          name(unit.unit()),
          contact(unit.unit()),
          String.valueOf(conflicting.size()),
          names(conflicting),
          sender.since(),
          sender.clerk());
    }
    for (int shown = Math.min(files.size(), MOST_FINDINGS); ; shown--) {
      String causes =
          files.stream()
              .limit(shown)
              .map(file -> sender.text("refused.file", fileName(file), cause(file)))
              .collect(Collectors.joining());
      String letter =
          sender.text(
              "refused",
              name(unit.unit()),
              contact(unit.unit()),
              causes,
              sender.by(),
              sender.clerk());
      if (shown == 1 || !tooLong(letter, messages)) {
        return letter;
      }
    }
  }

  /** Only a summary, a scan or photographs came. */
  private String companions(UnitResult unit) {
    var kinds = new TreeSet<String>();
    for (var file : unit.files()) {
      if (file.status() == FileStatus.SKIPPED) {
        String format = file.source().format();
        kinds.add(
            format == null || format.matches("pdf|ofd")
                ? "1.scan"
                : format.matches("docx?|wps|rtf|odt|txt") ? "0.summary" : "2.picture");
      }
    }
    String what =
        kinds.stream()
            .map(kind -> sender.text("companion." + kind.substring(2)))
            .collect(Collectors.joining(messages.text("print.comma")));
    return sender.text(
        kinds.contains("1.scan") ? "companion-scan" : "companion",
        name(unit.unit()),
        contact(unit.unit()),
        what,
        sender.by(),
        sender.clerk());
  }

  private String names(List<FileResult> files) {
    return files.stream()
        .limit(MOST_FINDINGS)
        .map(UnitLetter::fileName)
        .collect(Collectors.joining(messages.text("print.comma")));
  }

  /** Returns a file's name without its folders. */
  private static String fileName(FileResult file) {
    String path = file.source().path();
    int from = Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1;
    return shortened(path.substring(from), MOST_NAME);
  }

  static String name(Unit unit) {
    return shortened(unit.name(), MOST_NAME);
  }

  private String contact(Unit unit) {
    return standing.open() || unit.contact() == null || unit.contact().isBlank()
        ? ""
        : sender.text("contact", shortened(unit.contact(), MOST_RAW));
  }

  /** Tells whether a message is longer than what a messaging app shows. */
  static boolean tooLong(String text, Messages messages) {
    return length(text) > (messages.language() == Language.ZH ? MOST : MOST_LETTERS);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shortened(String text, int most) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
