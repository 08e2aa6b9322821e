package dev.rollup.messages;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.model.Location;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Puts into words what a finding mentions. */
final class ArgumentWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Messages messages;
  private final UnaryOperator<String> measures;
  private final UnaryOperator<String> dressing;

  /**
   * Words in one language.
   *
   * @param measures what the form's measures are called
   * @param dressing what is done to every text that comes from outside
   */
  ArgumentWords(Messages messages, UnaryOperator<String> measures, UnaryOperator<String> dressing) {
    this.messages = messages;
    this.measures = measures;
    this.dressing = dressing;
  }

  /** Returns what a finding can mention, in the order of its code; empty where it does not. */
  List<String> of(Finding finding) {
    return finding.code().arguments().stream().map(name -> of(finding, name)).toList();
  }

  /** Returns one thing that a finding mentions; empty where it does not. */
  String of(Finding finding, Argument name) {
    return switch (name) {
      case MEASURE -> measures.apply(plain(finding, name));
      case REASON -> reason(finding);
      case FOUND -> found(finding);
      case WAS -> was(finding);
      // These stand in their sentence without quotation marks: there may be nothing to quote.
      case OLD, FIRST, SECOND -> content(finding, name);
      case NOW, BEFORE ->
          finding.code() == FindingCode.ROLLUP_EDITED
              ? content(finding, name)
              : plain(finding, name);
      default -> plain(finding, name);
    };
  }

  /** Returns one thing that a finding mentions as it is, without what its sentence adds. */
  String plain(Finding finding, Argument name) {
    return finding.mentioned(name).map(this::of).orElse("");
  }

  /** Returns one thing that is mentioned. */
  String of(Mentioned what) {
    if (what instanceof Mentioned.Text words) {
      return dressing.apply(words.text());
    }
    if (what instanceof Mentioned.Number read) {
      return read.number().toPlainString();
    }
    if (what instanceof Mentioned.Day date) {
      return date.time() == null
          ? date.day().toString()
          : date.day() + " " + TIME.format(date.time());
    }
    if (what instanceof Mentioned.Names several) {
      String joined =
          several.names().stream()
              .map(dressing)
              .collect(Collectors.joining(messages.text("names.joined")));
      return several.more() ? messages.text("names.more", joined) : joined;
    }
    if (what instanceof Mentioned.Range range) {
      return messages.text("range", of(range.low()), of(range.high()));
    }
    if (what instanceof Mentioned.Codes kinds) {
      return titles(kinds.codes());
    }
    if (what instanceof Mentioned.Where place) {
      return place(place.at());
    }
    return ((Mentioned.Choice) what).word();
  }

  private String place(Location at) {
    String cell = at.cell() == null ? "" : dressing.apply(at.cell().written());
    return at.sheet() == null
        ? messages.text("place.cell", cell)
        : messages.text("place.sheet", dressing.apply(at.sheet()))
            + messages.text("place.separator")
            + messages.text("place.cell", cell);
  }

  private String titles(List<FindingCode> codes) {
    return codes.stream()
        .map(code -> messages.text("finding." + code.id() + ".title"))
        .collect(Collectors.joining(messages.text("sheets.joined")));
  }

  /** Returns what stood in the form, and what was said about it before it was corrected. */
  private String was(Finding finding) {
    String notes = plain(finding, Argument.NOTES);
    if (!finding.mentions(Argument.WAS)) {
      return notes;
    }
    String shown = content(finding, Argument.WAS);
    return notes.isEmpty() ? shown : messages.text("corrected.was", shown, notes);
  }

  /** Returns what the return says, if there is one. */
  private String found(Finding finding) {
    return finding.mentions(Argument.FOUND)
        ? messages.text("correction.reads", content(finding, Argument.FOUND))
        : messages.text("correction.no-return");
  }

  private String reason(Finding finding) {
    return messages.text(
        "side-line." + plain(finding, Argument.REASON),
        plain(finding, Argument.NAME),
        plain(finding, Argument.OTHER));
  }

  /** Quotes what stands there, or says that it is blank. */
  private String content(Finding finding, Argument name) {
    Optional<String> words = Optional.of(plain(finding, name)).filter(text -> !text.isBlank());
    return words
        .map(text -> messages.text("quoted", text))
        .orElseGet(() -> messages.text("sheets.blank"));
  }
}
