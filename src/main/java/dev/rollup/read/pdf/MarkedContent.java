package dev.rollup.read.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of marked content (ISO 32000-1, 14.6) that are open, and whether a layer is off.
 */
final class MarkedContent {

  private final Layers layers;

  /** By how deep it is nested, whether a sequence is of a layer that is off. */
  private final List<Boolean> sequences = new ArrayList<>();

  private int off;

  MarkedContent(Layers layers) {
    this.layers = layers;
  }

  /** Begins a sequence inside those that are open. */
  void begin(COSName tag, @Nullable COSDictionary properties) {
    boolean ofOff = COSName.OC.equals(tag) && layers.isOff(properties);
    sequences.add(ofOff);
    off += ofOff ? 1 : 0;
  }

  /** Ends the innermost; where none is open, nothing. */
  void end() {
    if (!sequences.isEmpty() && sequences.remove(sequences.size() - 1)) {
      off--;
    }
  }

  /** Returns how many are open. */
  int depth() {
    return sequences.size();
  }

  /** Ends the innermost until so many are left. */
  void endTo(int depth) {
    while (sequences.size() > depth) {
      end();
    }
  }

  /** Tells whether what is drawn now is not shown. */
  boolean isOff() {
    return off > 0;
  }
}
