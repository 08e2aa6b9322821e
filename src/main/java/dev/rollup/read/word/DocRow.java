package dev.rollup.read.word;

import dev.rollup.read.text.LineHeight;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.sprm.SprmIterator;
import org.apache.poi.hwpf.sprm.SprmOperation;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a row says about it in a {@code .doc} (MS-DOC 2.6.3), as far as it decides what a
 * person sees of its cells. Cells are counted from 0.
 */
final class DocRow {

  /** It says nothing. */
  static final DocRow PLAIN = new DocRow();

  /** Properties by the last part of their number. */
  private static final int HEIGHT = 0x07;

  private static final int DEFINITION = 0x08;
  private static final int MERGED_DOWN = 0x2B;
  private static final int MERGED = 0x24;
  private static final int SPLIT = 0x25;
  private static final int SHADINGS = 0x09;
  private static final int SHADING = 0x27;
  private static final int ANY_SHADING = 0x2D;
  private static final int TABLE_SHADING = 0x60;

  /**
   * Lists of shadings in any colours, and how many cells come before. Those beside the style of a
   * table repeat what these say, which are for programs that know no such styles.
   */
  private static final Map<Integer, Integer> ANY_SHADINGS = Map.of(0x12, 0, 0x16, 22, 0x0C, 44);

  /** The bytes of a cell in the definition of a row, and what its first two say. */
  private static final int CELL_LENGTH = 20;

  /** How a cell says that it goes on with the one above it. */
  private static final int GOES_ON = 1;

  /** What stands before a property of any length: its number and its length. */
  private static final int PREFIX = 3;

  private static final int LONG_PREFIX = 4;

  private static final int IS_MERGED = 1 << 1;
  private static final int IS_MERGED_DOWN = 1 << 5;
  private static final int IS_FIRST_DOWN = 1 << 6;

  private boolean squeezed;
  private @Nullable Integer ground;
  private final BitSet covered = new BitSet();
  private final BitSet goingOn = new BitSet();
  private final Map<Integer, @Nullable Integer> grounds = new HashMap<>();

  private DocRow() {}

  /** Reads all properties of a row. */
  static DocRow read(SprmIterator properties) {
    var row = new DocRow();
    while (properties.hasNext()) {
      SprmOperation property = properties.next();
      if (property.getType() == SprmOperation.TYPE_TAP) {
        row.read(property, property.getGrpprl(), property.getGrpprlOffset());
      }
    }
    return row;
  }

  /** Tells whether it is so low that nobody can read what stands in it. */
  boolean squeezed() {
    return squeezed;
  }

  /** Tells whether the cell to the left covers one. */
  boolean covered(int cell) {
    return covered.get(cell);
  }

  /** Tells whether one goes on with the cell above it. */
  boolean goesOn(int cell) {
    return goingOn.get(cell);
  }

  /** Returns the colour behind a cell; null where nothing says one. */
  @Nullable Integer ground(int cell) {
    Integer own = grounds.get(cell);
    return own == null ? ground : own;
  }

  private void read(SprmOperation property, byte[] bytes, int at) {
    switch (property.getOperation()) {
      case HEIGHT -> {
        // Less than nothing is exactly so much.
        short height = LittleEndian.getShort(bytes, at);
        squeezed = LineHeight.squeezes(Math.abs(height), height < 0);
      }
      case DEFINITION -> define(bytes, at, at + property.size() - LONG_PREFIX);
      case MERGED_DOWN -> goingOn.set(u8(bytes, at), bytes[at + 1] == GOES_ON);
      case MERGED -> covered.set(u8(bytes, at) + 1, limit(bytes, at));
      case SPLIT -> covered.clear(u8(bytes, at), limit(bytes, at));
      case SHADING -> shade(u8(bytes, at), limit(bytes, at), DocShading.readShort(bytes, at + 2));
      case ANY_SHADING -> shade(u8(bytes, at), limit(bytes, at), DocShading.read(bytes, at + 2));
      case TABLE_SHADING -> ground = DocShading.read(bytes, at);
      default -> shade(property, bytes, at);
    }
  }

  private void define(byte[] bytes, int at, int end) {
    int cells = u8(bytes, at);
    int first = at + 1 + 2 * (cells + 1);
    // The last ones may be missing where they say nothing.
    for (int cell = 0; cell < cells && first + CELL_LENGTH * (cell + 1) <= end; cell++) {
      int flags = LittleEndian.getUShort(bytes, first + CELL_LENGTH * cell);
      covered.set(cell, (flags & IS_MERGED) != 0);
      goingOn.set(cell, (flags & IS_MERGED_DOWN) != 0 && (flags & IS_FIRST_DOWN) == 0);
    }
  }

  /** Reads a list of shadings, one for each cell; one that is none leaves what was said before. */
  private void shade(SprmOperation property, byte[] bytes, int at) {
    int end = at + property.size() - PREFIX;
    int operation = property.getOperation();
    if (operation == SHADINGS) {
      for (int cell = 0; at + DocShading.SHORT_LENGTH * (cell + 1) <= end; cell++) {
        shade(cell, cell + 1, DocShading.readShort(bytes, at + DocShading.SHORT_LENGTH * cell));
      }
    } else if (ANY_SHADINGS.containsKey(operation)) {
      int first = ANY_SHADINGS.get(operation);
      for (int i = 0; at + DocShading.LENGTH * (i + 1) <= end; i++) {
        shade(first + i, first + i + 1, DocShading.read(bytes, at + DocShading.LENGTH * i));
      }
    }
  }

  private void shade(int first, int limit, @Nullable Integer colour) {
    for (int cell = first; cell < limit; cell++) {
      grounds.put(cell, colour);
    }
  }

  private static int limit(byte[] bytes, int at) {
    return Math.max(u8(bytes, at) + 1, u8(bytes, at + 1));
  }

  private static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }
}
