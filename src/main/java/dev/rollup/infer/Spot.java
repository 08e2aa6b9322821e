package dev.rollup.infer;

import dev.rollup.model.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One cell of a page as it is printed.
 *
 * @param place what the blank in it is called, where it is one
 * @param text what stands there; white space that is underlined is {@link #RULED}
 * @param boxed whether lines close it in
 * @param struck whether it is shaded or crossed out, so that nobody writes there
 * @param formula what computes it; empty where nothing does
 * @param format the number format; empty where there is none of its own
 * @param choices the answers that it offers
 */
public record Spot(
    Place place,
    String text,
    boolean boxed,
    boolean struck,
    Optional<String> formula,
    String format,
    List<String> choices) {

  /** Stands for a piece of underlined white space. */
  public static final char RULED = '＿';

  /** Copies the choices, refuses null. */
  public Spot {
    Objects.requireNonNull(place);
    Objects.requireNonNull(text);
    Objects.requireNonNull(formula);
    Objects.requireNonNull(format);
    choices = List.copyOf(choices);
  }

  /** Tells whether nothing is printed there. */
  boolean isEmpty() {
    return text.isBlank();
  }
}
