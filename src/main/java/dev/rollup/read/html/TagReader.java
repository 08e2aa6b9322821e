package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlLook.Own;
import dev.rollup.read.html.HtmlNode.Kind;
import dev.rollup.read.html.StyleSheet.Found;
import dev.rollup.read.html.StyleSheet.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes elements of tags: how each looks by what it says, what styles say, and where it stands. */
final class TagReader {

  /**
   * What is said of how an element looks.
   *
   * @param own what it says by its name and attributes
   * @param found what styles say
   */
  record Said(Name name, Own own, Found found) {
    /** Tells whether the words around it flow by it. */
    boolean floats() {
      String side = found.said().getOrDefault("float", "");
      return side.startsWith("left") || side.startsWith("right");
    }
  }

  private final HtmlTokens tokens;
  private final StyleSheet sheet;
  private final OpenElements open;

  TagReader(HtmlTokens tokens, StyleSheet sheet, OpenElements open) {
    this.tokens = tokens;
    this.sheet = sheet;
    this.open = open;
  }

  /** Begins the element of the tag at hand, whose text goes where that around it goes. */
  HtmlNode begin(String tag, Kind kind) throws Refusal {
    return begin(tag, kind, open.current().flow, null);
  }

  /**
   * Begins the element of the tag at hand.
   *
   * @param into where its text goes
   * @param table the table that it is or directly belongs to
   */
  HtmlNode begin(String tag, Kind kind, HtmlFlow into, @Nullable HtmlTable table) throws Refusal {
    Said said = said(tag);
    HtmlLook look = open.current().look.inside(said.own(), said.found(), kind == Kind.CELL);
    if (kind == Kind.INLINE && said.floats()) {
      // It stands beside the words around it, and not where it is written.
      look = look.doubted();
    }
    var node = new HtmlNode(said.name(), kind, said.own(), said.found(), look, into, table);
    open.begin(node);
    return node;
  }

  /** Returns how an element of the tag at hand looks where it stands, without beginning it. */
  HtmlLook look(Said said) {
    return open.current().look.inside(said.own(), said.found(), false);
  }

  /** Returns what is said of the element of the tag at hand. */
  Said said(String tag) throws Refusal {
    Name name = name(tag);
    return new Said(name, own(tag), sheet.find(name, open.names(), tokens.attribute("style")));
  }

  /** Returns what the tag at hand says of a length, its style before its attribute. */
  String length(Found found, String property) {
    return found.said().getOrDefault(property, tokens.attributeOr(property));
  }

  /** Returns all that stands in the element of the tag at hand, tags and all; uses it up. */
  String raw(String tag) throws Refusal {
    if (tokens.isSelfClosing() && tag.equals("xml")) {
      return "";
    }
    String raw = tokens.raw(tag);
    if (raw == null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return raw;
  }

  private Name name(String tag) {
    String written = tokens.attributeOr("class").strip();
    List<String> classes = written.isEmpty() ? List.of() : List.of(written.split("\\s+", -1));
    return new Name(tag, classes, tokens.attributeOr("id"));
  }

  /** Returns what the current tag says by itself. */
  private Own own(String tag) {
    boolean struck = tag.equals("s") || tag.equals("strike") || tag.equals("del");
    boolean shifted = tag.equals("sup") || tag.equals("sub");
    boolean hidden =
        tokens.attribute("hidden") != null
            // What Word has deleted, and shows as such until somebody accepts it.
            || tag.equals("del") && tokens.attribute("cite") != null
            || tokens.attributeOr("class").equals("msoDel")
            || tag.equals("rp")
            || tag.equals("rt")
            || tokens.attributeOr("style").replace(" ", "").contains("mso-list:Ignore");
    boolean turned = tag.equals("bdo");
    boolean spaced = tag.equals("pre") || tag.equals("xmp") || tag.equals("listing");
    String colour = tag.equals("font") ? tokens.attribute("color") : null;
    colour = tag.equals("body") ? tokens.attribute("text") : colour;
    // Links have a colour of their own.
    colour = tag.equals("a") && tokens.attribute("href") != null ? "#0000ee" : colour;
    String face = tag.equals("font") ? tokens.attribute("face") : null;
    String ground = tokens.attribute("bgcolor");
    ground = ground == null && tokens.attribute("background") != null ? "url()" : ground;
    boolean says =
        struck || shifted || hidden || turned || spaced || colour != null || face != null;
    return says || ground != null
        ? new Own(struck, shifted, hidden, turned, spaced, colour, ground, face)
        : Own.NOTHING;
  }
}
