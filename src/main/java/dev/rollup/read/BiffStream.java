package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.discover.FileType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The workbook stream of a BIFF8 file (MS-XLS 2.1.4), as records. It has no checksum, so that its
 * redundancy has to do: every substream closes, every sheet begins where the workbook says, cells
 * come in order. What a form does not need is left out of it before anything else sees it.
 */
final class BiffStream {

  private static final int HEADER_LENGTH = 4;
  private static final int COLUMNS = 256;

  private static final int FORMULA = 0x06;
  private static final int EOF = 0x0A;
  private static final int NOTE = 0x1C;
  private static final int FILE_PASS = 0x2F;
  private static final int CONTINUE = 0x3C;
  private static final int OBJECT = 0x5D;
  private static final int PICTURE = 0x7F;
  private static final int BOUND_SHEET = 0x85;
  private static final int NUMBERS = 0xBD;
  private static final int BLANKS = 0xBE;
  private static final int DRAWING_GROUP = 0xEB;
  private static final int DRAWING = 0xEC;
  private static final int DRAWING_SELECTION = 0xED;
  private static final int SHARED_TEXT = 0xFD;
  private static final int BOOK = 0x1AE;
  private static final int TEXT_OBJECT = 0x1B6;
  private static final int BLANK = 0x201;
  private static final int NUMBER = 0x203;
  private static final int TEXT = 0x204;
  private static final int BOOLEAN_OR_ERROR = 0x205;
  private static final int NUMBER_RK = 0x27E;
  private static final int BOF = 0x809;

  /** Blanks would become a million objects, and drawings are where hostile files hide. */
  private static final Set<Integer> NOT_NEEDED =
      Set.of(
          BLANK,
          BLANKS,
          NOTE,
          OBJECT,
          PICTURE,
          DRAWING_GROUP,
          DRAWING,
          DRAWING_SELECTION,
          TEXT_OBJECT);

  private static final int VERSION_8 = 0x0600;
  private static final int WORKBOOK_GLOBALS = 0x0005;

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

  private final ByteBuffer stream;
  private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
  private final List<Integer> promised = new ArrayList<>();
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
        case BOUND_SHEET -> promised.add(stream.getInt(at + HEADER_LENGTH));
        case BOOK -> otherFiles |= u16(at + 2) > HEADER_LENGTH;
        default -> {}
      }
      dropping = sid == CONTINUE ? dropping : NOT_NEEDED.contains(sid);
      at = next(at, !dropping);
    } while (u16(at) != EOF);
    next(at, true);
    Limits.checkListed(promised.size());
  }

  private void readSheets() throws Refusal {
    if (new HashSet<>(promised).size() < promised.size()) {
      // Two sheets of one part would be counted twice.
      throw Refusal.of(DAMAGED_FILE);
    }
    int end = 0;
    for (int at : promised) {
      if (at < end || u16(at) != BOF) {
        throw Refusal.of(DAMAGED_FILE);
      }
      end = readSheet(at);
    }
  }

  /** Reads a sheet with all that is embedded in it, and returns where it ends. */
  private int readSheet(int start) throws Refusal {
    sheets.add(Kind.of(u16(start + 6)));
    int at = start;
    int depth = 0;
    boolean dropping = false;
    long last = -1;
    do {
      int sid = u16(at);
      depth += sid == BOF ? 1 : 0;
      if (depth == 1) {
        dropping = sid == CONTINUE ? dropping : NOT_NEEDED.contains(sid);
        last = checkCell(at, sid, last);
      }
      boolean embedded = depth > 1;
      depth -= sid == EOF ? 1 : 0;
      at = next(at, !dropping && !embedded);
    } while (depth > 0);
    return at;
  }

  /** Counts the cells of a record, and returns the last place that is taken. */
  private long checkCell(int at, int sid, long last) throws Refusal {
    int count =
        switch (sid) {
          case NUMBERS -> (u16(at + 2) - 6) / 6;
          case BLANK, FORMULA, SHARED_TEXT, NUMBER, TEXT, BOOLEAN_OR_ERROR, NUMBER_RK -> 1;
          case BLANKS -> (u16(at + 2) - 6) / 2;
          default -> 0;
        };
    cells += NOT_NEEDED.contains(sid) && !encrypted ? 0 : count;
    if (cells > Limits.CELLS) {
      throw Refusal.of(TOO_LARGE);
    }
    if (count == 0 || encrypted) {
      return last;
    }
    int column = u16(at + 6);
    long place = CellReference.pack(u16(at + 4), column);
    boolean several = sid == NUMBERS || sid == BLANKS;
    boolean fits =
        column + count <= COLUMNS && (!several || column + count - 1 == u16(at + 2 + u16(at + 2)));
    if (!fits || place <= last) {
      // Two cells at one place, or one that has lost its own.
      throw Refusal.of(DAMAGED_FILE);
    }
    return place + count - 1;
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
