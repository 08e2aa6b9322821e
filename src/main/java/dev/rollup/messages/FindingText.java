package dev.rollup.messages;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.template.Template;
import java.util.ArrayList;

/** Puts findings into words. Safe for several threads. */
public final class FindingText {

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
    var args = new ArrayList<String>();
    args.add(finding.at().field() == null ? "" : template.label(finding.at().field()));
    args.addAll(finding.args());
    return messages.text(key(finding, "message"), args);
  }

  /** Returns what is to be done about it. */
  public String hint(Finding finding) {
    return messages.text(key(finding, "hint"));
  }

  /** Returns file, sheet and cell as far as they are known; empty where none is. */
  public String place(Finding finding) {
    var parts = new ArrayList<String>();
    if (finding.at().file() != null) {
      parts.add(finding.at().file());
    }
    if (finding.at().sheet() != null && finding.at().cell() != null) {
      parts.add(messages.text("place.sheet", finding.at().sheet()));
    }
    if (finding.at().cell() != null) {
      parts.add(messages.text("place.cell", finding.at().cell()));
    }
    return String.join(messages.text("place.separator"), parts);
  }

  private static String key(Finding finding, String part) {
    return "finding." + finding.code().id() + "." + part;
  }
}
