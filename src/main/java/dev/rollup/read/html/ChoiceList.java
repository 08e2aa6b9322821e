package dev.rollup.read.html;

import org.jspecify.annotations.Nullable;

/** The options of a list to choose from. */
final class ChoiceList {

  private final HtmlTokens inside;
  private final StringBuilder option = new StringBuilder();
  private @Nullable String first;
  private @Nullable String chosen;
  private boolean open;
  private boolean selected;

  private ChoiceList(String raw) {
    this.inside = new HtmlTokens(raw);
  }

  /**
   * Returns what is seen of a list.
   *
   * @param several whether several of them may be chosen: which ones are in sight nobody knows
   */
  static String shown(String raw, boolean several) {
    var list = new ChoiceList(raw);
    list.read();
    if (several) {
      return list.chosen == null ? "" : String.valueOf(HtmlFlow.UNKNOWN);
    }
    String shown = list.chosen == null ? list.first : list.chosen;
    return shown == null ? "" : shown;
  }

  private void read() {
    while (true) {
      HtmlTokens.Kind kind = inside.next();
      boolean ofOption = kind.isTag() && inside.name().equals("option");
      if (open && (ofOption || kind.isLast())) {
        finishOption();
      }
      if (kind.isLast()) {
        return;
      }
      if (kind == HtmlTokens.Kind.START && ofOption) {
        open = true;
        selected = inside.attribute("selected") != null;
        option.setLength(0);
      } else if (kind == HtmlTokens.Kind.TEXT && open) {
        option.append(inside.text());
      }
    }
  }

  private void finishOption() {
    String shown = option.toString().strip();
    first = first == null ? shown : first;
    chosen = selected ? shown : chosen;
    open = false;
  }
}
