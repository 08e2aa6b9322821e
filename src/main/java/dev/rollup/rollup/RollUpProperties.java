package dev.rollup.rollup;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * {@link RollUpTable} in words short enough for the properties of a file: these are kept where a
 * hidden sheet or a part of its own is not, by whoever saves a {@code .docx} as {@code .doc},
 * {@code .odt}, {@code .rtf} or a web page.
 */
final class RollUpProperties {

  /** Begins the name of each property; its number follows. */
  private static final String NAME = "rollup_origins_";

  /** Programs cut what is longer than 255 characters. */
  private static final int LENGTH = 240;

  /** What takes more than so many properties goes without: programs list them to people. */
  private static final int PIECES = 120;

  /** Nothing that fits into so many properties comes to more than this. */
  private static final int LIMIT = 4 << 20;

  private RollUpProperties() {}

  /** Returns the properties that hold a table, by name; none where there would be too many. */
  static Map<String, String> properties(List<List<Object>> table) {
    var lines = new StringBuilder();
    for (var line : table) {
      String gap = "";
      for (var cell : line) {
        lines.append(gap).append(escaped(cell));
        gap = "\t";
      }
      lines.append('\n');
    }
    String packed = packed(lines.toString());
    var properties = new TreeMap<String, String>();
    for (int from = 0; from < packed.length(); from += LENGTH) {
      properties.put(
          NAME + (properties.size() + 1),
          packed.substring(from, Math.min(packed.length(), from + LENGTH)));
    }
    return properties.size() > PIECES ? Map.of() : properties;
  }

  /**
   * Returns the table that properties hold; nothing where one of them is missing or was changed.
   */
  static Optional<Grid> in(Map<String, String> properties) {
    var packed = new StringBuilder();
    for (int number = 1; properties.containsKey(NAME + number); number++) {
      packed.append(properties.get(NAME + number));
    }
    return packed.isEmpty()
        ? Optional.empty()
        : unpacked(packed.toString()).map(RollUpProperties::grid);
  }

  private static Grid grid(String lines) {
    var grid = Grid.builder(RollUp.ORIGINS);
    List<String> all = lines.lines().toList();
    for (int row = 0; row < all.size(); row++) {
      String[] cells = all.get(row).split("\t", -1);
      for (int column = 0; column < cells.length; column++) {
        if (!cells[column].isEmpty()) {
          grid.put(row, column, new Cell.Text(unescaped(cells[column])));
        }
      }
    }
    return grid.build();
  }

  private static String escaped(Object cell) {
    String text = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "");
  }

  private static String unescaped(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char sign = text.charAt(i);
        plain.append(sign == 't' ? '\t' : sign == 'n' ? '\n' : sign);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String packed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    // What cannot be made smaller grows by its frame alone.
    byte[] small = new byte[bytes.length + (bytes.length >> 8) + 64];
    int length = deflater.deflate(small);
    deflater.end();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(small, length));
  }

  private static Optional<String> unpacked(String packed) {
    var inflater = new Inflater();
    try {
      inflater.setInput(Base64.getUrlDecoder().decode(packed.strip()));
      byte[] bytes = new byte[LIMIT];
      int length = inflater.inflate(bytes);
      // The check sum at its end is held against it: half of it is nothing.
      return inflater.finished()
          ? Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (DataFormatException | IllegalArgumentException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
