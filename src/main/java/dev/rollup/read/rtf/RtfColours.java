package dev.rollup.read.rtf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The colours of a file by their numbers. */
final class RtfColours {

  private final List<@Nullable Integer> all = new ArrayList<>();
  private int colour;
  private boolean said;

  void red(int part) {
    set(part, 16);
  }

  void green(int part) {
    set(part, 8);
  }

  void blue(int part) {
    set(part, 0);
  }

  private void set(int part, int shift) {
    colour = colour & ~(0xFF << shift) | (part & 0xFF) << shift;
    said = true;
  }

  /** Takes what stands between the parts of colours: each semicolon ends one. */
  void add(String text) throws Refusal {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ';') {
        all.add(said ? (Integer) colour : null);
        Limits.checkListed(all.size());
        colour = 0;
        said = false;
      }
    }
  }

  /** Returns a colour as 0xRRGGBB; null for the usual one, and for one that is not there. */
  @Nullable Integer get(int number) {
    return number >= 0 && number < all.size() ? all.get(number) : null;
  }
}
