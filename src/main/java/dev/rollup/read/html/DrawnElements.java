package dev.rollup.read.html;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FormField;
import java.util.Locale;

/** Puts down what a page shows without text: pictures, the controls of forms, other pages. */
final class DrawnElements {

  private final HtmlTokens tokens;
  private final OpenElements open;
  private final TagReader tags;
  private boolean pictures;
  private boolean frames;

  DrawnElements(HtmlTokens tokens, OpenElements open, TagReader tags) {
    this.tokens = tokens;
    this.open = open;
    this.tags = tags;
  }

  /** Tells whether there was a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  /** Tells whether another page was shown inside. */
  boolean hasFrames() {
    return frames;
  }

  /** Shows what the tag at hand shows, if it is such an element; tells whether. */
  boolean show(String tag) throws Refusal {
    switch (tag) {
      case "img", "image" -> image();
      case "embed" -> unknown();
      case "input" -> input();
      case "select" -> {
        boolean several = tokens.attribute("multiple") != null;
        open.current().append(ChoiceList.shown(tags.raw("select"), several));
      }
      case "textarea" -> {
        String raw = tags.raw("textarea");
        open.current().append(HtmlEntities.decoded(raw, 0, raw.length()));
      }
      case "frame" -> frames = true;
      default -> {
        if (!ElementNames.isDrawn(tag)) {
          return false;
        }
        drawn(tag);
      }
    }
    return true;
  }

  private void drawn(String tag) throws Refusal {
    frames |= tag.equals("iframe");
    boolean shown = !tags.look(tags.said(tag)).gone();
    tags.raw(tag);
    if (shown) {
      unknown();
    }
  }

  private void unknown() throws Refusal {
    if (!open.current().look.gone()) {
      pictures = true;
      open.current().append(String.valueOf(HtmlFlow.UNKNOWN));
    }
  }

  private void image() throws Refusal {
    var said = tags.said("img");
    HtmlLook look = tags.look(said);
    String width = tags.length(said.found(), "width");
    String height = tags.length(said.found(), "height");
    if (look.gone() || look.unseen() || isDot(width) || isDot(height)) {
      return;
    }
    pictures = true;
    HtmlNode around = open.current();
    if (look.absolute()) {
      around.flow.floating();
    } else {
      around.flow.append(HtmlFlow.UNKNOWN, around.look);
    }
  }

  private static boolean isDot(String size) {
    return HtmlLook.points(size, 0) <= 2 && !size.contains("%");
  }

  private void input() throws Refusal {
    HtmlLook look = tags.look(tags.said("input"));
    if (look.gone()) {
      return;
    }
    String shown =
        switch (tokens.attributeOr("type").toLowerCase(Locale.ROOT)) {
          case "hidden", "file" -> "";
          case "checkbox", "radio" ->
              String.valueOf(FormField.ofCheckBox(tokens.attribute("checked") != null).shown());
          case "password", "range", "color", "image" -> String.valueOf(HtmlFlow.UNKNOWN);
          default -> tokens.attributeOr("value");
        };
    open.current().flow.append(shown, look);
  }
}
