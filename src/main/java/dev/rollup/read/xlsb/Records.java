package dev.rollup.read.xlsb;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one part (MS-XLSB 2.1.4), one after the other, and what is in the current one. The
 * part has to be whole: its first record and its last are what they must be, and nothing stands
 * behind the last. What would lead out of a record is {@code damaged-file}.
 */
final class Records {

  /** How many bytes the number and the length of a record have at most. */
  private static final int LONGEST_TYPE = 2;

  private static final int LONGEST_LENGTH = 4;

  /** The length of a text that is not there. */
  private static final int NOTHING = -1;

  private static final int LENGTH_OF_AREA = 16;

  private final ByteBuffer part;
  private final int last;

  /** Where the next record begins; the current one ends there. */
  private int next;

  private int type;
  private boolean over;

  private Records(byte[] part, int last) {
    this.part = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
    this.last = last;
  }

  /**
   * Opens a part.
   *
   * @param first what it must begin with
   * @param last what it must end with
   */
  static Records open(byte[] part, int first, int last) throws Refusal {
    var records = new Records(part, last);
    records.readHeader();
    if (records.type != first) {
      throw damaged();
    }
    return records;
  }

  /** Goes to the next record; returns false at the end of the part. */
  boolean next() throws Refusal {
    if (over) {
      return false;
    }
    readHeader();
    if (type == last) {
      if (next < part.capacity()) {
        throw damaged();
      }
      over = true;
      return false;
    }
    return true;
  }

  private void readHeader() throws Refusal {
    part.limit(part.capacity());
    part.position(next);
    type = variable(LONGEST_TYPE);
    int length = variable(LONGEST_LENGTH);
    if (length > part.remaining()) {
      throw damaged();
    }
    next = part.position() + length;
    part.limit(next);
  }

  /** Reads a number in bytes of seven bits, the last of which says that no more follow. */
  private int variable(int longest) throws Refusal {
    int number = 0;
    for (int i = 0; i < longest; i++) {
      int seven = u8();
      number |= (seven & 0x7F) << 7 * i;
      if ((seven & 0x80) == 0) {
        return number;
      }
    }
    throw damaged();
  }

  /** Returns the number of the current record. */
  int type() {
    return type;
  }

  /** Returns how much of the current record was not used up. */
  int remaining() {
    return part.remaining();
  }

  /** Uses up some bytes. */
  void skip(int count) throws Refusal {
    need(count);
    part.position(part.position() + count);
  }

  int u8() throws Refusal {
    need(1);
    return Byte.toUnsignedInt(part.get());
  }

  int u16() throws Refusal {
    need(2);
    return Short.toUnsignedInt(part.getShort());
  }

  int i16() throws Refusal {
    need(2);
    return part.getShort();
  }

  int i32() throws Refusal {
    need(4);
    return part.getInt();
  }

  double real() throws Refusal {
    need(8);
    return part.getDouble();
  }

  /** Returns a number that counts something or has a place in a list, from 0 to a limit. */
  int index(int limit) throws Refusal {
    int index = i32();
    if (index < 0 || index > limit) {
      throw damaged();
    }
    return index;
  }

  /** Returns how many there are of something that the rest of the record lists. */
  int count() throws Refusal {
    int count = index(Integer.MAX_VALUE);
    Limits.checkListed(count);
    return count;
  }

  /** Returns bytes to be read apart. */
  ByteBuffer bytes(int count) throws Refusal {
    need(count);
    ByteBuffer bytes = part.slice(part.position(), count).order(ByteOrder.LITTLE_ENDIAN);
    part.position(part.position() + count);
    return bytes;
  }

  /** Returns a text with its length before it in four bytes (XLWideString, 2.5.169). */
  String text() throws Refusal {
    return text(i32());
  }

  /** Returns a text that may be absent (XLNullableWideString, 2.5.167). */
  @Nullable String optionalText() throws Refusal {
    int length = i32();
    return length == NOTHING ? null : text(length);
  }

  /** Returns a text with its length before it in two bytes (LPWideString, 2.5.88). */
  String shortText() throws Refusal {
    return text(u16());
  }

  private String text(int length) throws Refusal {
    if (length < 0 || length > part.remaining() / 2) {
      throw damaged();
    }
    return Characters.read(part, length);
  }

  /** Returns cells from one corner to another (UncheckedRfX, 2.5.154). */
  Area area() throws Refusal {
    int firstRow = index(Limits.ROWS - 1);
    int lastRow = index(Limits.ROWS - 1);
    int firstColumn = index(Limits.COLUMNS - 1);
    int lastColumn = index(Limits.COLUMNS - 1);
    return new Area(
        new Position(Math.min(firstRow, lastRow), Math.min(firstColumn, lastColumn)),
        new Position(Math.max(firstRow, lastRow), Math.max(firstColumn, lastColumn)));
  }

  /** Returns several of them with their number before them (UncheckedSqRfX, 2.5.155). */
  List<Area> areas() throws Refusal {
    int count = count();
    need((long) count * LENGTH_OF_AREA);
    var areas = new ArrayList<Area>();
    for (int i = 0; i < count; i++) {
      areas.add(area());
    }
    return areas;
  }

  /** Returns a formula (CellParsedFormula and its like, 2.5.97). */
  StoredFormula formula() throws Refusal {
    ByteBuffer tokens = bytes(length());
    return new StoredFormula(tokens, bytes(length()));
  }

  /** Returns a formula of a newer record (FRTFormula, 2.5.59), whose lengths stand together. */
  StoredFormula newerFormula() throws Refusal {
    int length = length();
    int lengthOfExtra = length();
    ByteBuffer tokens = bytes(length);
    return new StoredFormula(tokens, bytes(lengthOfExtra));
  }

  /** Returns a number of bytes that are there. */
  private int length() throws Refusal {
    return index(part.remaining());
  }

  private void need(long count) throws Refusal {
    if (count < 0 || count > part.remaining()) {
      throw damaged();
    }
  }

  static Refusal damaged() {
    return Refusal.of(DAMAGED_FILE);
  }
}
