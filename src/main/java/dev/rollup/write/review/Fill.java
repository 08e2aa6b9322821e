package dev.rollup.write.review;

import dev.rollup.template.Binding;
import java.util.Locale;

/** The colours of the blanks, the same on the form as on the list. */
enum Fill {
  /** The form tells what the blank takes. */
  SURE("D9EAD3"),
  /** A person must tell it. */
  UNSURE("F9CB9C"),
  /** It tells who fills the form in, when, or for which period. */
  HEADER("CFE2F3");

  private final String colour;

  Fill(String colour) {
    this.colour = colour;
  }

  static Fill of(Binding binding) {
    return binding.sure() ? SURE : UNSURE;
  }

  /** Returns the colour in hex. */
  String colour() {
    return colour;
  }

  /** Returns the key of what it means. */
  String key() {
    return "review.fill." + name().toLowerCase(Locale.ROOT);
  }
}
