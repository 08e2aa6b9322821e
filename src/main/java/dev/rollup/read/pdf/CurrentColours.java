package dev.rollup.read.pdf;

import dev.rollup.read.page.Ink;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/**
 * The colours that instructions draw with (ISO 32000-1, 8.6.8), by the state of the graphics in
 * which they were set: PDFBox would need their profiles to tell them.
 */
final class CurrentColours {

  /** The space of the colours and the colour itself, of areas and letters, and of lines. */
  private record Pair(
      @Nullable COSBase fillSpace,
      @Nullable Integer fill,
      @Nullable COSBase strokeSpace,
      @Nullable Integer stroke) {}

  private static final Pair BLACK = new Pair(COSName.DEVICEGRAY, 0, COSName.DEVICEGRAY, 0);

  private final IdentityHashMap<PDGraphicsState, Pair> byState = new IdentityHashMap<>();
  private Pair inherited = BLACK;
  private double inheritedOpacity = 1;

  private Pair pair(PDGraphicsState state) {
    return byState.getOrDefault(state, inherited);
  }

  /** Begins with black again. */
  void reset() {
    inherited = BLACK;
  }

  /** Lets a state begin with the colours of another. */
  void copy(PDGraphicsState from, PDGraphicsState to) {
    byState.put(to, pair(from));
  }

  /** Forgets the colours of a state that is over. */
  void remove(PDGraphicsState state) {
    byState.remove(state);
  }

  /** Runs what draws, all of whose states begin with the colours of this one. */
  <E extends Exception> void inherit(PDGraphicsState state, Drawing<E> drawing) throws E {
    Pair before = inherited;
    inherited = pair(state);
    try {
      drawing.run();
    } finally {
      inherited = before;
    }
  }

  /** Runs what draws a form, which lets through what the form itself lets through. */
  <E extends Exception> void inheritOpacity(PDGraphicsState state, Drawing<E> drawing) throws E {
    double before = inheritedOpacity;
    inheritedOpacity = fillOpacity(state) / 100.0;
    try {
      drawing.run();
    } finally {
      inheritedOpacity = before;
    }
  }

  /** Instructions that draw. */
  interface Drawing<E extends Exception> {
    void run() throws E;
  }

  /** Returns the space that the colour of lines, or else of areas and letters, is in. */
  @Nullable COSBase space(PDGraphicsState state, boolean stroke) {
    return stroke ? pair(state).strokeSpace() : pair(state).fillSpace();
  }

  /** Sets the colour of lines, or else of areas and letters. */
  void set(
      PDGraphicsState state, boolean stroke, @Nullable COSBase space, @Nullable Integer colour) {
    Pair own = pair(state);
    byState.put(
        state,
        stroke
            ? new Pair(own.fillSpace(), own.fill(), space, colour)
            : new Pair(space, colour, own.strokeSpace(), own.stroke()));
  }

  /** Returns what areas and letters are drawn with. */
  Ink fill(PDGraphicsState state) {
    return new Ink(pair(state).fill(), fillOpacity(state));
  }

  /** Returns what lines are drawn with. */
  Ink stroke(PDGraphicsState state) {
    return new Ink(pair(state).stroke(), opacity(state, state.getAlphaConstant()));
  }

  /** Returns what a shading is drawn with, which has colours of its own. */
  Ink shading(PDGraphicsState state) {
    return new Ink(null, opacity(state, 1));
  }

  /** Returns how much areas, letters and pictures hide what is behind them, in percent. */
  int fillOpacity(PDGraphicsState state) {
    return opacity(state, state.getNonStrokeAlphaConstant());
  }

  private int opacity(PDGraphicsState state, double constant) {
    double opacity = Math.min(constant, inheritedOpacity);
    boolean through =
        state.getSoftMask() != null
            || state.getBlendMode() != null
                && state.getBlendMode() != BlendMode.NORMAL
                && state.getBlendMode() != BlendMode.COMPATIBLE;
    return (int) Math.round(100 * (through ? Math.min(opacity, 0.5) : opacity));
  }
}
