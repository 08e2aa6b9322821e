package dev.rollup.infer;

import dev.rollup.model.Place;
import java.util.List;
import java.util.Map;

/**
 * A blank file as it is printed.
 *
 * @param pages its sheets, or the tables of its text, in order
 * @param paragraphs the paragraphs outside tables, in order; white space that is underlined is
 *     {@link Spot#RULED}
 */
public record Pages(List<PrintedSheet> pages, Map<Place, String> paragraphs) {

  /** Copies the list. */
  public Pages {
    pages = List.copyOf(pages);
  }
}
