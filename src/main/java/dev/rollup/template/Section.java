package dev.rollup.template;

import java.util.List;

/**
 * One numbered part of the form.
 *
 * @param id the number on the form, for example {@code 3}
 * @param text the heading without its number
 * @param items the sentences, in the order of the form
 */
public record Section(String id, String text, List<Item> items) {

  /** Copies the items. */
  public Section {
    items = List.copyOf(items);
  }

  /** Returns the heading as it stands on the form: number, full stop, words. */
  public String heading() {
    return id + "." + text;
  }
}
