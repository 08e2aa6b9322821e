package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in the text of a {@code .doc} the notes beside it hang, and where each of them begins and
 * ends in the text of all notes of its kind (MS-DOC 2.8.8 and 2.8.9, 2.8.19 and 2.8.20).
 */
final class DocAnchors {

  /** The numbers of the tables of one kind: what hangs where, and which text is whose. */
  enum Kind {
    FOOTNOTE(2, 3, 2),
    COMMENT(4, 5, 30),
    ENDNOTE(46, 47, 2);

    private final int places;
    private final int texts;

    /** The bytes behind each place. */
    private final int length;

    Kind(int places, int texts, int length) {
      this.places = places;
      this.texts = texts;
      this.length = length;
    }
  }

  /** Where a comment says what stretch of the text it is about; a negative one is about none. */
  private static final int TAG = 26;

  private static final int STRETCHES = 37;
  private static final int STRETCH_STARTS = 42;
  private static final int STRETCHES_PREFIX = 6;

  /** What is told of a stretch: a name of no length, a kind, and its tag twice. */
  private static final int STRETCH_LENGTH = 12;

  private static final int STRETCH_TAG = 4;

  private DocAnchors() {}

  /**
   * One note.
   *
   * @param start where what it is about begins
   * @param sign where its sign stands
   * @param from where it begins in the text of all notes of its kind
   * @param to where it ends there
   */
  record Anchor(int start, int sign, int from, int to) {}

  /** Reads those of one kind in the order of their signs. */
  static List<Anchor> read(WordStream stream, byte[] tables, Kind kind) throws Refusal {
    ByteBuffer places = stream.table(kind.places, tables);
    ByteBuffer texts = stream.table(kind.texts, tables);
    var anchors = new ArrayList<Anchor>();
    if (!places.hasRemaining() || !texts.hasRemaining()) {
      return anchors;
    }
    int count = (places.remaining() - 4) / (4 + kind.length);
    Limits.checkListed(count);
    if (texts.remaining() < 4 * (count + 1)) {
      throw Refusal.of(DAMAGED_FILE);
    }
    Map<Integer, Integer> starts = kind == Kind.COMMENT ? starts(stream, tables) : new HashMap<>();
    for (int i = 0; i < count; i++) {
      int sign = places.getInt(4 * i);
      int from = texts.getInt(4 * i);
      int to = texts.getInt(4 * i + 4);
      if (from < 0 || to < from) {
        throw Refusal.of(DAMAGED_FILE);
      }
      int data = 4 * (count + 1) + kind.length * i;
      int start =
          kind == Kind.COMMENT ? starts.getOrDefault(places.getInt(data + TAG), sign) : sign;
      anchors.add(new Anchor(start, sign, from, to));
    }
    return anchors;
  }

  /** Returns where the stretches begin that comments are about, by their tags. */
  private static Map<Integer, Integer> starts(WordStream stream, byte[] tables) throws Refusal {
    ByteBuffer names = stream.table(STRETCHES, tables);
    ByteBuffer begins = stream.table(STRETCH_STARTS, tables);
    var starts = new HashMap<Integer, Integer>();
    int count = Math.max(0, names.remaining() - STRETCHES_PREFIX) / STRETCH_LENGTH;
    for (int i = 0; i < count && 4 * (i + 1) <= begins.remaining(); i++) {
      int tag = names.getInt(STRETCHES_PREFIX + STRETCH_LENGTH * i + STRETCH_TAG);
      starts.put(tag, begins.getInt(4 * i));
    }
    return starts;
  }
}
