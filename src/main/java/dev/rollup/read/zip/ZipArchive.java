package dev.rollup.read.zip;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.filetype.FileType;
import dev.rollup.filetype.ZipEnd;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A zip whose content is believed only after it was checked: central directory against local
 * headers on opening, size and CRC-32 of every entry on reading. For one thread; close it to free
 * the inflater.
 */
public final class ZipArchive implements AutoCloseable {

  /**
   * One entry of the central directory.
   *
   * @param name the path inside the archive, with {@code /} between its steps only
   * @param deflated false where the bytes are merely stored
   * @param start where its bytes begin in the file
   * @param compressed how many bytes it takes in the file
   * @param size how many bytes it claims to have once inflated
   */
  public record Entry(String name, boolean deflated, int start, int compressed, int size, int crc) {
    private static final Pattern PICTURE =
        Pattern.compile("(?i)\\.(?:jpe?g|png|bmp|tiff?|gif|jb2|gbig2)$");

    /** Pictures are neither counted nor inflated. */
    boolean isMedia() {
      return name.contains("/media/") || PICTURE.matcher(name).find();
    }
  }

  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int ZIP64_EXTRA = 1;

  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int SIZES_FOLLOW_DATA = 1 << 3;
  private static final int UTF8_NAME = 1 << 11;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** Deflate cannot do better than this, so that a larger claim is a lie. */
  private static final long MOST_INFLATION = 1032;

  /** What an archive is expected to hold. */
  public enum Holding {
    /** The parts of one document, as a program wrote them. */
    PARTS(Limits.INFLATED_BYTES),
    /** Files, as a person packed them. */
    RETURNS(Limits.ZIPPED_BYTES);

    private final long inflatedBytes;

    Holding(long inflatedBytes) {
      this.inflatedBytes = inflatedBytes;
    }
  }

  private final ByteBuffer file;
  private final Holding holding;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Inflater inflater = new Inflater(true);
  private long inflatedBytes;

  private ZipArchive(byte[] content, Holding holding) {
    this.holding = holding;
    this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Tells whether a file begins as zip archives do, or holds one behind something else. */
  static boolean isZip(byte[] content) {
    return content.length >= 4
            && content[0] == 'P'
            && content[1] == 'K'
            && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6)
        || ZipEnd.last(content) != null;
  }

  /**
   * Opens an archive.
   *
   * @throws Refusal where its directory is damaged, unsafe, encrypted, or promises too much
   */
  public static ZipArchive open(byte[] content, Holding holding) throws Refusal {
    var archive = new ZipArchive(content, holding);
    try {
      archive.readDirectory();
      return archive;
    } catch (IndexOutOfBoundsException e) {
      archive.close();
      throw Refusal.of(DAMAGED_FILE);
    } catch (Refusal e) {
      archive.close();
      throw e;
    }
  }

  /** Returns all entries in the order of the directory. */
  public Collection<Entry> entries() {
    return entries.values();
  }

  /** Returns the entry of that name, however it is spelled, or null. */
  public @Nullable Entry entry(String name) {
    return entries.get(key(name));
  }

  /**
   * Returns the bytes of an entry, inflated and checked.
   *
   * @throws Refusal {@code damaged-file} where size or CRC-32 differ, {@code too-large} where
   *     everything read from this archive so far exceeds the limit
   */
  public byte[] read(Entry entry) throws Refusal {
    inflatedBytes += entry.size;
    if (inflatedBytes > holding.inflatedBytes) {
      throw Refusal.of(TOO_LARGE);
    }
    byte[] bytes = entry.deflated ? inflate(entry) : stored(entry);
    var crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != entry.crc) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return bytes;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private byte[] stored(Entry entry) throws Refusal {
    if (entry.size != entry.compressed) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return Arrays.copyOfRange(file.array(), entry.start, entry.start + entry.compressed);
  }

  private byte[] inflate(Entry entry) throws Refusal {
    if (entry.size > entry.compressed * MOST_INFLATION) {
      throw Refusal.of(DAMAGED_FILE);
    }
    inflater.reset();
    inflater.setInput(file.array(), entry.start, entry.compressed);
    var bytes = new byte[entry.size];
    try {
      int length = 0;
      while (length < bytes.length) {
        int more = inflater.inflate(bytes, length, bytes.length - length);
        if (more == 0) {
          throw Refusal.of(DAMAGED_FILE);
        }
        length += more;
      }
      // The end marker may still be unread, and nothing may come before it.
      boolean more = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (more || !inflater.finished() || inflater.getRemaining() > 0) {
        throw Refusal.of(DAMAGED_FILE);
      }
    } catch (DataFormatException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return bytes;
  }

  private void readDirectory() throws Refusal {
    var end = ZipEnd.last(file.array());
    if (end == null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (end.count() > Limits.ENTRIES) {
      throw Refusal.of(TOO_LARGE);
    }
    readEntries(end);
  }

  private void readEntries(ZipEnd end) throws Refusal {
    int at = end.start();
    long promised = 0;
    var spans = new long[(int) end.count()];
    for (int i = 0; i < spans.length; i++) {
      int nameLength = u16(at + 28);
      int extraLength = u16(at + 30);
      int next = at + CENTRAL_LENGTH + nameLength + extraLength + u16(at + 32);
      int flags = u16(at + 8);
      if ((flags & ENCRYPTED) != 0) {
        throw Refusal.of(PASSWORD_PROTECTED);
      }
      int method = u16(at + 10);
      if (method != STORED && method != DEFLATED) {
        throw holding == Holding.PARTS
            ? Refusal.of(DAMAGED_FILE)
            : Refusal.unsupported("zip", FileType.ZIP.family(""));
      }
      int extra = at + CENTRAL_LENGTH + nameLength;
      var zip64 = new Zip64Extra(extra, extra + extraLength);
      int size = offset(zip64.valueOr(u32(at + 24)));
      int compressed = offset(zip64.valueOr(u32(at + 20)));
      int local = offset(zip64.valueOr(u32(at + 42)) + end.before());
      int data = checkLocalHeader(local, at, compressed, size);
      var entry =
          new Entry(
              name(at + CENTRAL_LENGTH, nameLength, (flags & UTF8_NAME) != 0),
              method == DEFLATED,
              data,
              compressed,
              size,
              file.getInt(at + 16));
      add(entry);
      promised += holding == Holding.PARTS && entry.isMedia() ? 0 : size;
      spans[i] = (long) local << 32 | (data + (long) compressed);
      at = next;
    }
    checkSpans(spans, end.start());
    checkRest(spans, end);
    if (promised > holding.inflatedBytes) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  /** Returns where the data begins. */
  private int checkLocalHeader(int local, int central, int compressed, int size) throws Refusal {
    int nameLength = u16(local + 26);
    int extra = local + LOCAL_LENGTH + nameLength;
    int data = extra + u16(local + 28);
    if (file.getInt(local) != LOCAL_SIGNATURE
        || u16(local + 8) != u16(central + 10)
        || nameLength != u16(central + 28)
        || !sameBytes(local + LOCAL_LENGTH, central + CENTRAL_LENGTH, nameLength)
        || data + (long) compressed > file.capacity()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if ((u16(local + 6) & SIZES_FOLLOW_DATA) == 0) {
      var zip64 = new Zip64Extra(extra, data);
      if (zip64.valueOr(u32(local + 22)) != size
          || zip64.valueOr(u32(local + 18)) != compressed
          || file.getInt(local + 14) != file.getInt(central + 16)) {
        throw Refusal.of(DAMAGED_FILE);
      }
    }
    return data;
  }

  private boolean sameBytes(int one, int other, int length) {
    byte[] bytes = file.array();
    return Arrays.equals(bytes, one, one + length, bytes, other, other + length);
  }

  private void add(Entry entry) throws Refusal {
    String name = entry.name;
    if (name.indexOf('\0') >= 0
        || name.startsWith("/")
        || name.indexOf(':') == 1
        || hasParentStep(name)
        || entries.putIfAbsent(key(name), entry) != null) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
  }

  private static boolean hasParentStep(String name) {
    return name.contains("..") && Arrays.asList(name.split("/")).contains("..");
  }

  /** Refuses entries that share bytes: the mark of an archive that inflates without end. */
  private static void checkSpans(long[] spans, int directory) throws Refusal {
    Arrays.sort(spans);
    int end = 0;
    for (long span : spans) {
      if (span >>> 32 < end) {
        throw Refusal.of(UNSAFE_CONTENT);
      }
      end = (int) span;
    }
    if (end > directory) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
  }

  /**
   * Refuses a second archive before, behind or between the first: what the directory does not know
   * of, other programs find.
   */
  private void checkRest(long[] spans, ZipEnd end) throws Refusal {
    int from = 0;
    for (long span : spans) {
      checkNoArchive(from, (int) (span >>> 32), end);
      from = (int) span;
    }
    checkNoArchive(from, file.capacity(), end);
  }

  private void checkNoArchive(int from, int to, ZipEnd own) throws Refusal {
    for (int at = from; at <= to - 4; at++) {
      if (file.get(at) == 'P' && file.getInt(at) == LOCAL_SIGNATURE) {
        throw Refusal.of(DAMAGED_FILE);
      }
      var other = file.get(at) == 'P' ? ZipEnd.at(file.array(), at) : null;
      if (other != null && !other.equals(own)) {
        throw Refusal.of(DAMAGED_FILE);
      }
    }
  }

  /** Tools of Windows separate folders as Windows does. */
  private String name(int at, int length, boolean marked) {
    String name = ZipNames.decode(file.array(), at, length, marked);
    return holding == Holding.RETURNS ? name.replace('\\', '/') : PartName.plain(name);
  }

  private String key(String name) {
    return holding == Holding.RETURNS ? name.toLowerCase(Locale.ROOT) : PartName.key(name);
  }

  private int u16(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private long u32(int at) {
    return Integer.toUnsignedLong(file.getInt(at));
  }

  /** Returns a position or size as an index into the file, which is never 2 GiB long. */
  private static int offset(long value) throws Refusal {
    if (value < 0 || value > Integer.MAX_VALUE - 0x1000000) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return (int) value;
  }

  /** The 8-byte values of one header, in their fixed order, that did not fit into 4 bytes. */
  private final class Zip64Extra {
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private int at;
    private int end;

    Zip64Extra(int extra, int extraEnd) {
      for (int field = extra; field + 4 <= extraEnd; field += 4 + u16(field + 2)) {
        if (u16(field) == ZIP64_EXTRA) {
          at = field + 4;
          end = Math.min(extraEnd, at + u16(field + 2));
          return;
        }
      }
    }

    long valueOr(long stated) {
      if (stated != ELSEWHERE || at + 8 > end) {
        return stated;
      }
      at += 8;
      return file.getLong(at - 8);
    }
  }
}
