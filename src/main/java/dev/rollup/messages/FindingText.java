package dev.rollup.messages;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts findings into words. Safe for several threads. */
public final class FindingText {

  /** Which argument of an unsupported format says what opens it. */
  private final Messages messages;

  private final Template template;

  /** Words in one language for the fields of one template. */
  public FindingText(Messages messages, Template template) {
    this.messages = messages;
    this.template = template;
  }

  /** Returns the few words that name what was found. */
  public String title(Finding finding) {
    return title(finding.code());
  }

  /** Returns the few words that name a code. */
  public String title(FindingCode code) {
    return messages.text("finding." + code.id() + ".title");
  }

  /** Returns what is wrong, with the field in the form's words and what stands there. */
  public String message(Finding finding) {
    return message(finding, label(finding), UnaryOperator.identity());
  }

  /**
   * Returns what is wrong, for a place where the field's name stands beside it.
   *
   * @param name what the field is called in the sentence
   * @param dressing what is done to every text that comes from outside before it is put in
   */
  public String message(Finding finding, String name, UnaryOperator<String> dressing) {
    var args = new ArrayList<String>();
    args.add(name);
    finding.args().stream().map(dressing).forEach(args::add);
    return messages.text(key(finding, "message"), args);
  }

  /** Returns the field in the form's words; empty where the finding is not about a field. */
  public String label(Finding finding) {
    return finding.at().field() == null ? "" : template.label(finding.at().field());
  }

  /**
   * Returns what is to be done about it: of a format that cannot be read, in which program; of a
   * unit that is not known, with the names that come near.
   */
  public String hint(Finding finding) {
    String general = key(finding, "hint");
    if (finding.args().size() < 2) {
      return messages.text(general);
    }
    String second = finding.args().get(1);
    String special =
        switch (finding.code()) {
          case UNSUPPORTED_FORMAT -> general + "." + second;
          case UNIT_UNKNOWN -> general + ".near";
          default -> general;
        };
    return messages.has(special) ? messages.text(special, List.of(second)) : messages.text(general);
  }

  /** Returns file, sheet and cell as far as they are known; empty where none is. */
  public String place(Finding finding) {
    return place(finding.at(), UnaryOperator.identity());
  }

  /**
   * Returns file, sheet and cell as far as they are known; empty where none is.
   *
   * @param dressing what is done to every text that comes from outside before it is put in
   */
  public String place(Location at, UnaryOperator<String> dressing) {
    var parts = new ArrayList<String>();
    if (at.file() != null) {
      parts.add(dressing.apply(at.file()));
    }
    if (at.sheet() != null && at.cell() != null) {
      parts.add(messages.text("place.sheet", dressing.apply(at.sheet())));
    }
    if (at.cell() != null) {
      parts.add(messages.text("place.cell", dressing.apply(at.cell())));
    }
    return String.join(messages.text("place.separator"), parts);
  }

  private static String key(Finding finding, String part) {
    return "finding." + finding.code().id() + "." + part;
  }
}
