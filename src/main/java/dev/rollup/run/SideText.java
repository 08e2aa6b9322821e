package dev.rollup.run;

import dev.rollup.clerkfile.CsvLine;
import dev.rollup.clerkfile.SideFile;
import dev.rollup.filetype.FileType;
import dev.rollup.finding.Mistake;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.read.DocumentReaders;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A csv that the clerk keeps, of which all but one line stays as it is, byte by byte: in its own
 * characters, divided by what divides it. What comes of a change is read back before it is
 * believed.
 */
final class SideText {

  static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final List<Charset> MARKED =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  private static final char[] DELIMITERS = {',', '\t', ';'};

  private final Path file;
  private final byte[] content;

  /**
   * A file of that content.
   *
   * @throws Mistake if it is no csv
   */
  SideText(Path file, byte[] content) throws Mistake {
    this.file = file;
    this.content = content;
    if (FileType.of(content) != FileType.CSV) {
      throw new Mistake(Mistake.Kind.USAGE, "notes.no-text", file.toString());
    }
  }

  /** Returns the file as it is read. */
  SideFile opened() throws Mistake {
    return table(content)
        .map(table -> new SideFile(file.toString(), String.valueOf(file.getFileName()), table))
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "side.no-table", file.toString()));
  }

  private static Optional<Grid> table(byte[] content) {
    return DocumentReaders.of(FileType.of(content))
        .flatMap(reader -> reader.read(content).value())
        .flatMap(document -> document.grids().stream().findFirst());
  }

  /**
   * Returns the content with a line more.
   *
   * @throws Mistake if it would not be read as what it says
   */
  byte[] with(List<String> fields) throws Mistake {
    Grid before = opened().table();
    Charset charset = charset();
    String text = new String(content, charset);
    String end = text.contains("\r\n") || text.indexOf('\n') < 0 ? "\r\n" : "\n";
    boolean closed = text.endsWith("\n") || text.endsWith("\r");
    for (char delimiter : DELIMITERS) {
      var longer = new ByteArrayOutputStream();
      longer.writeBytes(content);
      longer.writeBytes(
          ((closed ? "" : end) + CsvLine.of(fields, delimiter) + end).getBytes(charset));
      if (table(longer.toByteArray()).filter(after -> isLine(fields, before, after)).isPresent()) {
        return longer.toByteArray();
      }
    }
    throw notWritable();
  }

  private static boolean isLine(List<String> fields, Grid before, Grid after) {
    int row = after.height() - 1;
    if (row < before.height() || !after.rows(0, row).equals(before.cells())) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!after.at(new Position(row, i)).raw().strip().equals(fields.get(i).strip())) {
        return false;
      }
    }
    return after.rows(row, row + 1).stream()
        .allMatch(placed -> placed.at().column() < fields.size());
  }

  /**
   * Returns the content without a line.
   *
   * @param row which, from 0
   * @throws Mistake if it cannot be told where it begins and ends
   */
  byte[] without(int row) throws Mistake {
    Charset charset = charset();
    List<String> records = records(new String(content, charset));
    if (row < 1 || row >= records.size()) {
      throw notWritable();
    }
    records.remove(row);
    byte[] shorter = String.join("", records).getBytes(charset);
    Grid before = opened().table();
    Grid after = new SideText(file, shorter).opened().table();
    boolean same =
        after.rows(0, row).equals(before.rows(0, row))
            && cells(after, row).equals(cells(before, row + 1));
    if (!same) {
      throw notWritable();
    }
    return shorter;
  }

  /** Returns what stands from a row on, wherever that begins. */
  private static List<String> cells(Grid grid, int from) {
    return grid.rows(from, Math.max(from, grid.height())).stream()
        .map(
            placed ->
                placed.at().row() - from + " " + placed.at().column() + " " + placed.cell().raw())
        .toList();
  }

  /** Cuts a text behind the end of each line that is not inside quotes. */
  private static List<String> records(String text) {
    var records = new ArrayList<String>();
    int begin = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (!quoted && !half && (c == '\n' || c == '\r')) {
        records.add(text.substring(begin, i + 1));
        begin = i + 1;
      }
    }
    records.add(text.substring(begin));
    return records;
  }

  private Mistake notWritable() {
    return new Mistake(Mistake.Kind.USAGE, "notes.not-writable", file.toString());
  }

  /** Returns in which characters a text that is read is written. */
  private Charset charset() {
    for (var charset : MARKED) {
      byte[] mark = BYTE_ORDER_MARK.getBytes(charset);
      if (Arrays.equals(mark, Arrays.copyOf(content, mark.length))) {
        return charset;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return CHINESE;
    }
  }
}
