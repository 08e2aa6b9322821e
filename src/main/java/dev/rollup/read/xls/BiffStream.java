package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.read.xls.BiffRecord.BLANK;
import static dev.rollup.read.xls.BiffRecord.BLANKS;
import static dev.rollup.read.xls.BiffRecord.BOF;
import static dev.rollup.read.xls.BiffRecord.BOOK;
import static dev.rollup.read.xls.BiffRecord.BOUND_SHEET;
import static dev.rollup.read.xls.BiffRecord.CONDITION;
import static dev.rollup.read.xls.BiffRecord.CONDITIONAL;
import static dev.rollup.read.xls.BiffRecord.CONDITIONAL_12;
import static dev.rollup.read.xls.BiffRecord.CONDITION_12;
import static dev.rollup.read.xls.BiffRecord.CONDITION_EXTENDED;
import static dev.rollup.read.xls.BiffRecord.CONTINUE;
import static dev.rollup.read.xls.BiffRecord.EOF;
import static dev.rollup.read.xls.BiffRecord.FILE_PASS;
import static dev.rollup.read.xls.BiffRecord.FULL_CALCULATION;
import static dev.rollup.read.xls.BiffRecord.HEADER_LENGTH;
import static dev.rollup.read.xls.BiffRecord.LAST_CALCULATION;
import static dev.rollup.read.xls.BiffRecord.NOT_COMPUTED;
import static dev.rollup.read.xls.BiffRecord.PICTURE;

import dev.rollup.filetype.FileType;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
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

  /**
   * Blanks would become a million objects, and what they look like is nothing to see. What was
   * enciphered no longer is.
   */
  private static final Set<Integer> NOT_NEEDED = Set.of(BLANK, BLANKS, FILE_PASS, PICTURE);

  /** POI knows them in part, and takes some of them for others. */
  private static final Set<Integer> OF_CONDITIONAL_FORMATS =
      Set.of(CONDITIONAL, CONDITION, CONDITIONAL_12, CONDITION_12, CONDITION_EXTENDED);

  private static final int VERSION_8 = 0x0600;
  private static final int WORKBOOK_GLOBALS = 0x0005;

  /** Where a bound sheet says what it is, and what it says of one with cells. */
  private static final int TYPE_OF_SHEET = 5;

  private static final int SHEET_OF_CELLS = 0;

  /** Where it says which program calculated it last, and what it says where none did. */
  private static final int PROGRAM = 4;

  private static final int NOBODY = 0;

  /** What stands before the body of a record of newer programs. */
  private static final int FUTURE_HEADER = 12;

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

  /**
   * A record.
   *
   * @param content what stands in it, and in those that continue it
   */
  record Body(int sid, ByteArrayOutputStream content) {

    /** Returns what stands in it, as one. */
    ByteBuffer bytes() {
      return ByteBuffer.wrap(content.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** A sheet with what is not left to POI of it. */
  private record Sheet(Kind kind, List<Body> conditionalFormats) {}

  private final ByteBuffer stream;
  private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
  private final List<Promise> promised = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean otherFiles;
  private boolean stale;
  private int cells;

  private BiffStream(byte[] stream) {
    this.stream = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Checks a stream.
   *
   * @throws Refusal {@code unsupported-format} where it is of an older version, {@code
   *     password-protected}, {@code damaged-file}, {@code too-large}
   */
  static BiffStream check(byte[] stream) throws Refusal {
    try {
      var checked = new BiffStream(stream);
      checked.checkVersion();
      int filePass = checked.filePass();
      if (filePass > 0) {
        checked = new BiffStream(BiffCipher.plain(stream, filePass));
      }
      checked.readGlobals();
      checked.readSheets();
      return checked;
    } catch (IndexOutOfBoundsException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  /** Returns what the sheets are, in the order of the workbook. */
  List<Kind> sheets() {
    return sheets.stream().map(Sheet::kind).toList();
  }

  /** Returns the records of a sheet that are about its conditional formats, in their order. */
  List<Body> conditionalFormats(int sheet) {
    return List.copyOf(sheets.get(sheet).conditionalFormats);
  }

  /** Tells whether formulas fetch something from other files. */
  boolean otherFiles() {
    return otherFiles;
  }

  /**
   * Tells whether the workbook asks to be calculated anew when it is opened, so that no result that
   * it holds is one that a person would see.
   */
  boolean stale() {
    return stale;
  }

  /** Returns the stream without what a form does not need. */
  byte[] needed() {
    return needed.toByteArray();
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

  /** Returns where it says how it is enciphered; 0 where it is not. */
  private int filePass() {
    for (int at = 0; u16(at) != EOF; at += HEADER_LENGTH + u16(at + 2)) {
      if (u16(at) == FILE_PASS) {
        return at;
      }
    }
    return 0;
  }

  private void readGlobals() throws Refusal {
    int at = 0;
    boolean dropping = false;
    do {
      int sid = u16(at);
      switch (sid) {
        case BOUND_SHEET -> promised.add(promise(at + HEADER_LENGTH));
        case LAST_CALCULATION -> stale |= stream.getInt(at + HEADER_LENGTH + PROGRAM) == NOBODY;
        case FULL_CALCULATION -> stale |= stream.getInt(at + HEADER_LENGTH + FUTURE_HEADER) != 0;
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
    var conditional = new ArrayList<Body>();
    sheets.add(new Sheet(kind, conditional));
    if (kind == Kind.WORKSHEET != (stated == SHEET_OF_CELLS)) {
      // Cells that nobody reads, or a chart that is taken for cells.
      throw Refusal.of(DAMAGED_FILE);
    }
    int at = start;
    int depth = 0;
    boolean dropping = false;
    boolean taking = false;
    var table = new BiffCells(stream);
    do {
      int sid = u16(at);
      depth += sid == BOF ? 1 : 0;
      if (depth == 1) {
        stale |= sid == NOT_COMPUTED;
        taking = sid == CONTINUE ? taking : OF_CONDITIONAL_FORMATS.contains(sid);
        if (taking) {
          take(conditional, at);
        }
        dropping = sid == CONTINUE ? dropping : taking || NOT_NEEDED.contains(sid);
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

  /** Keeps a record, or what continues the last one. */
  private void take(List<Body> taken, int at) throws Refusal {
    if (u16(at) != CONTINUE) {
      taken.add(new Body(u16(at), new ByteArrayOutputStream()));
      Limits.checkListed(taken.size());
    }
    byte[] bytes = new byte[u16(at + 2)];
    stream.get(at + HEADER_LENGTH, bytes);
    taken.get(taken.size() - 1).content.writeBytes(bytes);
  }

  /** Passes a record over, and returns where the next one begins. */
  private int next(int at, boolean keep) throws Refusal {
    int end = at + HEADER_LENGTH + u16(at + 2);
    if (end > stream.capacity()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (keep) {
      needed.write(stream.array(), at, end - at);
    }
    return end;
  }

  private int u16(int at) {
    return Short.toUnsignedInt(stream.getShort(at));
  }
}
