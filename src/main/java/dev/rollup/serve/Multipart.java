package dev.rollup.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a form with files sends (RFC 7578), part by part, without ever holding more of it than
 * a buffer.
 */
final class Multipart {

  /** Takes a part; what it does not read of the content is passed over. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes one part.
     *
     * @param name the name of the field
     * @param file the name of the file, which may say anything; empty where it is none
     */
    void take(String name, Optional<String> file, InputStream content) throws IOException;
  }

  /** More parts are no folder of returns. */
  static final int MAX_PARTS = 20_000;

  private static final int BUFFER = 1 << 16;
  private static final int MAX_HEAD = 1 << 13;
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70})).*");
  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^content-disposition:\\s*form-data\\s*;(.*)$");
  private static final Pattern NAME = Pattern.compile("(?i)(?:^|;)\\s*name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  private Multipart(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first boundary has no line before it.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /** Returns the boundary that a content type tells; empty where it is another type. */
  static Optional<String> boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    return matcher.matches()
        ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }

  /**
   * Hands over every part.
   *
   * @throws IOException if it is not what it says, or breaks off
   */
  static void read(InputStream in, String boundary, Taker taker) throws IOException {
    new Multipart(in, boundary).read(taker);
  }

  private void read(Taker taker) throws IOException {
    // What stands before the first boundary is nothing.
    new Content().pass();
    for (int parts = 0; !last(); parts++) {
      if (parts == MAX_PARTS) {
        throw new TooLarge("serve.too-many", MAX_PARTS);
      }
      String head = head();
      var content = new Content();
      Matcher disposition = DISPOSITION.matcher(head);
      if (disposition.find()) {
        String said = disposition.group(1);
        Optional<String> name = first(NAME, said);
        if (name.isPresent()) {
          taker.take(name.get(), first(FILE, said), content);
        }
      }
      content.pass();
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Tells whether the boundary that was just passed is the one behind the last part. */
  private boolean last() throws IOException {
    need(2);
    boolean last = buffer[from] == '-' && buffer[from + 1] == '-';
    if (!last && (buffer[from] != '\r' || buffer[from + 1] != '\n')) {
      throw new IOException("no boundary");
    }
    from += last ? 2 : 0;
    return last;
  }

  /** Reads the lines above a part, the end of the boundary's line included. */
  private String head() throws IOException {
    int end = index(HEAD_END);
    while (end < 0) {
      if (to - from > MAX_HEAD) {
        throw new IOException("no head");
      }
      more();
      end = index(HEAD_END);
    }
    String head = new String(buffer, from, end - from, StandardCharsets.UTF_8);
    from = end + HEAD_END.length;
    return head.replace("\r\n", "\n");
  }

  private void need(int bytes) throws IOException {
    while (to - from < bytes) {
      more();
    }
  }

  private void more() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      throw new EOFException("broken off");
    }
    to += read;
  }

  private int index(byte[] wanted) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (buffer[i] == wanted[0]
          && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  /** What stands before the next boundary. */
  private final class Content extends InputStream {
    /** Up to where no boundary begins. */
    private int free;

    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (!ended && free <= from) {
        int end = index(delimiter);
        if (end == from) {
          from += delimiter.length;
          ended = true;
        } else if (end > 0) {
          free = end;
        } else if (to - from >= delimiter.length) {
          free = to - delimiter.length + 1;
        } else {
          more();
          free = 0;
        }
      }
      if (ended) {
        return -1;
      }
      int taken = Math.min(length, free - from);
      System.arraycopy(buffer, from, target, offset, taken);
      from += taken;
      return taken;
    }

    private void pass() throws IOException {
      byte[] rest = new byte[BUFFER];
      int read = read(rest, 0, rest.length);
      while (read >= 0) {
        read = read(rest, 0, rest.length);
      }
    }
  }
}
