package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;

import dev.rollup.filetype.FileType;
import dev.rollup.read.format.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The main stream of a {@code .doc}, as far as its first block (MS-DOC 2.5.1) says what the file is
 * and where the rest of it stands.
 */
final class WordStream {

  private static final int MAGIC = 0xA5EC;

  /** What Word 6 and 95, Word 2 and Word 1 begin with. */
  private static final int[] OLDER_MAGIC = {0xA5DC, 0xA5DB, 0xA59B};

  /** The first version whose files are like today's; the one before it is that of Word 95. */
  private static final int FIRST_VERSION = 0x6A;

  private static final int LENGTH = 0x2A0;
  private static final int ENCRYPTED = 1 << 8;
  private static final int SECOND_TABLE_STREAM = 1 << 9;

  /** Where the lengths of the texts begin, the main one first. */
  private static final int TEXT_LENGTHS = 0x4C;

  private static final int TEXTS = 8;

  /** Where it is told where the tables stand. */
  private static final int FIRST_TABLE = 0x9A;

  /** The table of the boxes' positions. */
  private static final int BOXES = 56;

  /** What follows a box's position in the table. */
  private static final int BOX_LENGTH = 22;

  private final ByteBuffer block;

  private WordStream(byte[] stream) {
    this.block = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Checks a stream.
   *
   * @throws Refusal {@code unsupported-format} where it is of an older version, {@code
   *     password-protected}, {@code damaged-file}
   */
  static WordStream check(byte[] stream) throws Refusal {
    var checked = new WordStream(stream);
    if (stream.length < 4) {
      throw Refusal.of(DAMAGED_FILE);
    }
    int magic = checked.u16(0);
    for (int older : OLDER_MAGIC) {
      if (magic == older) {
        throw tooOld();
      }
    }
    if (magic != MAGIC || stream.length < LENGTH) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (checked.u16(2) < FIRST_VERSION) {
      throw tooOld();
    }
    if ((checked.u16(0x0A) & ENCRYPTED) != 0) {
      throw Refusal.of(PASSWORD_PROTECTED);
    }
    return checked;
  }

  /** Returns the name of the stream that holds the tables. */
  String tableStream() {
    return (u16(0x0A) & SECOND_TABLE_STREAM) != 0 ? "1Table" : "0Table";
  }

  /** Tells whether that is how many characters all texts of the file have together. */
  boolean isLength(int characters) {
    long main = Integer.toUnsignedLong(block.getInt(TEXT_LENGTHS));
    long others = 0;
    for (int i = 1; i < TEXTS; i++) {
      others += Integer.toUnsignedLong(block.getInt(TEXT_LENGTHS + 4 * i));
    }
    // One more paragraph ends the last of several texts; some programs always write it.
    return characters == main + others + 1 || others == 0 && characters == main;
  }

  /**
   * Returns where each box begins in the text of all boxes, in order. The last number is no box: it
   * is where the last of them ends.
   *
   * @param tables the stream that holds the tables
   * @return empty where there are no boxes
   */
  int[] boxes(byte[] tables) throws Refusal {
    ByteBuffer table = table(BOXES, tables);
    if (!table.hasRemaining()) {
      return new int[0];
    }
    var boxes = new int[(table.remaining() - 4) / (4 + BOX_LENGTH)];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = table.getInt(4 * i);
      if (boxes[i] < (i == 0 ? 0 : boxes[i - 1])) {
        throw Refusal.of(DAMAGED_FILE);
      }
    }
    return boxes;
  }

  /**
   * Returns one of the tables that the first block leads to (MS-DOC 2.5.6).
   *
   * @param number its number there
   * @param tables the stream that holds them
   * @return empty where there is none; never shorter than a number otherwise
   */
  ByteBuffer table(int number, byte[] tables) throws Refusal {
    int start = block.getInt(FIRST_TABLE + 8 * number);
    int length = block.getInt(FIRST_TABLE + 8 * number + 4);
    if (length == 0) {
      return ByteBuffer.allocate(0);
    }
    if (start < 0 || length < 4 || start > tables.length - length) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return ByteBuffer.wrap(tables, start, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private int u16(int at) {
    return Short.toUnsignedInt(block.getShort(at));
  }

  private static Refusal tooOld() {
    return Refusal.unsupported("Word 95", FileType.DOC.family(""));
  }
}
