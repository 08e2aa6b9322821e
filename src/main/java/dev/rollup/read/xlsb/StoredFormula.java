package dev.rollup.read.xlsb;

import dev.rollup.model.Position;
import dev.rollup.read.xlsb.Book.Unreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A formula as its tokens (MS-XLSB 2.5.97), not yet put into words. */
final class StoredFormula {

  /** What stands for a formula that cannot be put into words; nothing is calculated of it. */
  static final String UNREADABLE = "?";

  /**
   * Says that the formula stands elsewhere: for several cells, of which the row of the first
   * follows.
   */
  private static final int SHARED = 0x01;

  private static final int LENGTH_OF_SHARED = 5;

  private final ByteBuffer tokens;
  private final ByteBuffer extra;

  /**
   * A formula.
   *
   * @param extra what tokens have behind the formula
   */
  StoredFormula(ByteBuffer tokens, ByteBuffer extra) {
    this.tokens = tokens;
    this.extra = extra;
  }

  /** Returns the cell that the formula of this one stands behind; null where it has its own. */
  @Nullable Position shared() {
    boolean shared =
        tokens.capacity() == LENGTH_OF_SHARED
            && tokens.get(0) == SHARED
            && extra.capacity() >= Integer.BYTES;
    if (!shared) {
      return null;
    }
    int row = tokens.getInt(1);
    int column = extra.getInt(0);
    return row < 0 || column < 0 ? null : new Position(row, column);
  }

  /**
   * Returns the formula in the notation of Excel, A1, without its equals sign; {@link #UNREADABLE}
   * where it has none that is known.
   *
   * @param at the cell that it stands in; null where it stands in none
   */
  String text(Book book, @Nullable Position at) {
    try {
      return new FormulaTokens(fresh(tokens), book, at).text();
    } catch (Unreadable e) {
      return UNREADABLE;
    }
  }

  private static ByteBuffer fresh(ByteBuffer bytes) {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
  }
}
