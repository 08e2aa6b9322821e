package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.read.BiffRecord.BLANK;
import static dev.rollup.read.BiffRecord.BLANKS;
import static dev.rollup.read.BiffRecord.BOF;
import static dev.rollup.read.BiffRecord.BOOK;
import static dev.rollup.read.BiffRecord.BOUND_SHEET;
import static dev.rollup.read.BiffRecord.CONTINUE;
import static dev.rollup.read.BiffRecord.EOF;
import static dev.rollup.read.BiffRecord.FILE_PASS;
import static dev.rollup.read.BiffRecord.HEADER_LENGTH;
import static dev.rollup.read.BiffRecord.PICTURE;

import dev.rollup.discover.FileType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The workbook stream of a BIFF8 file (MS-XLS 2.1.4), as records. It has no checksum, so that its
 * redundancy has to do: every substream closes, every sheet begins where the workbook says, cells
 * come in order. What a form does not need is left out of it before anything else sees it.
 */
final class BiffStream {

  /** Blanks would become a million objects, and what they look like is nothing to see. */
  private static final Set<Integer> NOT_NEEDED = Set.of(BLANK, BLANKS, PICTURE);

  private static final int VERSION_8 = 0x0600;
  private static final int WORKBOOK_GLOBALS = 0x0005;

  /** Where a bound sheet says what it is, and what it says of one with cells. */
  private static final int TYPE_OF_SHEET = 5;

  private static final int SHEET_OF_CELLS = 0;

  /** What a substream holds. */
  enum Kind {
    WORKSHEET,
    MACROS,
    OTHER;

    private static Kind of(int type) {
      return switch (type) {
        case 0x0010 -> WORKSHEET;
        case 0x0006, 0x0040 -> MACROS;
        default -> OTHER;
      };
    }
  }

  /**
   * What the workbook says of a sheet (MS-XLS 2.4.28).
   *
   * @param start where it begins
   * @param type what it holds; 0 for cells
   */
  private record Promise(int start, int type) {}

  private final ByteBuffer stream;
  private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
  private final List<Promise> promised = new ArrayList<>();
  private final List<Kind> sheets = new ArrayList<>();
  private boolean encrypted;
  private boolean otherFiles;
  private int cells;

  private BiffStream(byte[] stream) {
    this.stream = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Checks a stream.
   *
   * @throws Refusal {@code unsupported-format} where it is of an older version, {@code
   *     damaged-file}, {@code too-large}
   */
  static BiffStream check(byte[] stream) throws Refusal {
    var checked = new BiffStream(stream);
    try {
      checked.checkVersion();
      checked.readGlobals();
      checked.readSheets();
      return checked;
    } catch (IndexOutOfBoundsException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  /** Returns what the sheets are, in the order of the workbook. */
  List<Kind> sheets() {
    return List.copyOf(sheets);
  }

  /** Tells whether the records' bodies are enciphered, if only with the password of everybody. */
  boolean encrypted() {
    return encrypted;
  }

  /** Tells whether formulas fetch something from other files. */
  boolean otherFiles() {
    return otherFiles;
  }

  /** Returns the stream without what a form does not need. */
  byte[] needed() {
    // The cipher counts bytes: of a stream that is enciphered nothing can be left out.
    return encrypted ? stream.array() : needed.toByteArray();
  }

  /** The refusal of what Excel 95 and its forerunners wrote. */
  static Refusal tooOld() {
    return Refusal.unsupported("Excel 95", FileType.XLS.family(""));
  }

  private void checkVersion() throws Refusal {
    int sid = u16(0);
    if (sid != BOF && (sid & 0xFF) == (BOF & 0xFF) || sid == BOF && u16(4) < VERSION_8) {
      throw tooOld();
    }
    if (sid != BOF || u16(4) != VERSION_8 || u16(6) != WORKBOOK_GLOBALS) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  private void readGlobals() throws Refusal {
    int at = 0;
    boolean dropping = false;
    do {
      int sid = u16(at);
      switch (sid) {
        case FILE_PASS -> encrypted = true;
        case BOUND_SHEET -> promised.add(promise(at + HEADER_LENGTH));
        case BOOK -> otherFiles |= u16(at + 2) > HEADER_LENGTH;
        default -> {}
      }
      dropping = sid == CONTINUE ? dropping : NOT_NEEDED.contains(sid);
      at = next(at, !dropping);
    } while (u16(at) != EOF);
    next(at, true);
    Limits.checkListed(promised.size());
  }

  private Promise promise(int at) {
    return new Promise(stream.getInt(at), stream.get(at + TYPE_OF_SHEET));
  }

  private void readSheets() throws Refusal {
    if (promised.stream().map(Promise::start).distinct().count() < promised.size()) {
      // Two sheets of one part would be counted twice.
      throw Refusal.of(DAMAGED_FILE);
    }
    int end = 0;
    for (var sheet : promised) {
      if (sheet.start < end || u16(sheet.start) != BOF) {
        throw Refusal.of(DAMAGED_FILE);
      }
      end = readSheet(sheet.start, sheet.type);
    }
  }

  /** Reads a sheet with all that is embedded in it, and returns where it ends. */
  private int readSheet(int start, int stated) throws Refusal {
    Kind kind = Kind.of(u16(start + 6));
    sheets.add(kind);
    if (!encrypted && kind == Kind.WORKSHEET != (stated == SHEET_OF_CELLS)) {
      // Cells that nobody reads, or a chart that is taken for cells.
      throw Refusal.of(DAMAGED_FILE);
    }
    int at = start;
    int depth = 0;
    boolean dropping = false;
    var table = new BiffCells(stream, encrypted);
    do {
      int sid = u16(at);
      depth += sid == BOF ? 1 : 0;
      if (depth == 1) {
        dropping = sid == CONTINUE ? dropping : NOT_NEEDED.contains(sid);
        if (kind == Kind.WORKSHEET) {
          cells += table.check(at);
        } else {
          // What a chart keeps of its numbers looks like cells, and is in another order.
          dropping |= BiffCells.isCell(sid);
        }
        if (cells > Limits.CELLS) {
          throw Refusal.of(TOO_LARGE);
        }
      }
      boolean embedded = depth > 1;
      depth -= sid == EOF ? 1 : 0;
      at = next(at, !dropping && !embedded);
    } while (depth > 0);
    return at;
  }

  /** Passes a record over, and returns where the next one begins. */
  private int next(int at, boolean keep) throws Refusal {
    int end = at + HEADER_LENGTH + u16(at + 2);
    if (end > stream.capacity()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (keep && !encrypted) {
      needed.write(stream.array(), at, end - at);
    }
    return end;
  }

  private int u16(int at) {
    return Short.toUnsignedInt(stream.getShort(at));
  }
}
