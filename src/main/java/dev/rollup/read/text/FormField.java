package dev.rollup.read.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an element of a form shows that no text of the file holds.
 *
 * @param shown the chosen entry of a list, or a check box; null for one in which people type
 */
public record FormField(@Nullable String shown) {

  /** One in which people type. */
  public static final FormField TYPED = new FormField(null);

  /** One of which nobody knows what it shows. */
  public static final FormField UNCERTAIN = new FormField(String.valueOf(RunningText.UNKNOWN));

  private static final String TICKED = "☑";
  private static final String NOT_TICKED = "☐";

  /**
   * Returns what a list shows.
   *
   * @param chosen the index of the chosen entry; negative where nothing is chosen
   * @param usual that of the usual one
   */
  public static FormField ofList(int chosen, int usual, List<String> entries) {
    int index = chosen < 0 ? usual : chosen;
    if (entries.isEmpty()) {
      return new FormField("");
    }
    return index >= 0 && index < entries.size() ? new FormField(entries.get(index)) : UNCERTAIN;
  }

  /** Returns what a check box shows. */
  public static FormField ofCheckBox(boolean checked) {
    return new FormField(checked ? TICKED : NOT_TICKED);
  }
}
