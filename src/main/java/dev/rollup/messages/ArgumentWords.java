package dev.rollup.messages;

import dev.rollup.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts into words those arguments of a finding that are themselves codes: what was confirmed, what
 * a corrected entry was, why a line of a side file took no effect.
 */
final class ArgumentWords {

  private final Messages messages;
  private final UnaryOperator<String> dressing;

  /**
   * Words in one language.
   *
   * @param dressing what is done to every text that comes from outside
   */
  ArgumentWords(Messages messages, UnaryOperator<String> dressing) {
    this.messages = messages;
    this.dressing = dressing;
  }

  /** Returns the arguments as the message of the code mentions them. */
  List<String> of(Finding finding) {
    List<String> args = finding.args();
    return switch (finding.code()) {
      case CONFIRMED -> replaced(args, 0, titles(args.get(0)));
      case CORRECTED -> replaced(args, 0, was(finding.raw(), args.get(1)));
      case ROLLUP_EDITED -> List.of(content(args.get(0)), content(args.get(1)));
      case CORRECTION_NOT_APPLIED -> notApplied(args);
      case SIDE_FILE_LINE -> replaced(args, 2, reason(args.subList(2, args.size())));
      case SEVERAL_FORMS -> args.size() < 7 ? dressed(args) : differing(args);
      default -> dressed(args);
    };
  }

  private List<String> dressed(List<String> args) {
    return args.stream().map(dressing).toList();
  }

  /** Names two places of forms that differ, and what stands there. */
  private List<String> differing(List<String> args) {
    return List.of(
        args.get(0),
        place(args.get(1), args.get(2)),
        content(args.get(3)),
        place(args.get(4), args.get(5)),
        content(args.get(6)));
  }

  private String place(String sheet, String cell) {
    return sheet.isEmpty()
        ? messages.text("place.cell", dressing.apply(cell))
        : messages.text("place.sheet", dressing.apply(sheet))
            + messages.text("place.separator")
            + messages.text("place.cell", dressing.apply(cell));
  }

  private List<String> replaced(List<String> args, int index, String words) {
    var all = new ArrayList<>(dressed(args));
    all.set(index, words);
    return all;
  }

  private String titles(String codes) {
    return Arrays.stream(codes.split(";"))
        .map(code -> messages.text("finding." + code + ".title"))
        .collect(Collectors.joining(messages.text("sheets.joined")));
  }

  /** Returns what stood in the form, and what was said about it before it was corrected. */
  private String was(@Nullable String raw, String notes) {
    if (raw == null) {
      return titles(notes);
    }
    String shown = content(raw);
    return notes.isEmpty() ? shown : messages.text("corrected.was", shown, titles(notes));
  }

  /** Puts what is noted beside what the return says, if there is one. */
  private List<String> notApplied(List<String> args) {
    String now =
        args.get(5).equals("read")
            ? messages.text("correction.reads", content(args.get(4)))
            : messages.text("correction.no-return");
    List<String> words = replaced(args, 4, now);
    words.set(2, content(args.get(2)));
    return words;
  }

  private String content(String raw) {
    return raw.isBlank() ? messages.text("sheets.blank") : quoted(raw);
  }

  private String quoted(String raw) {
    return messages.text("quoted", dressing.apply(raw));
  }

  private String reason(List<String> reason) {
    return messages.text(
        "side-line." + reason.get(0),
        reason.subList(1, reason.size()).stream().map(dressing).toList());
  }
}
