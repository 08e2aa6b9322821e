package dev.rollup.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * A stream whose reader may have seen enough, as {@code head} has: what is written after that goes
 * nowhere, and is no failure. Any other failure is one.
 */
public final class Unread extends FilterOutputStream {

  private boolean left;

  /** A stream that goes on where its reader has left. */
  public Unread(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (left) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      left = isClosedPipe(e);
      if (!left) {
        throw e;
      }
    }
  }

  @Override
  public void flush() throws IOException {
    if (left) {
      return;
    }
    try {
      out.flush();
    } catch (IOException e) {
      left = isClosedPipe(e);
      if (!left) {
        throw e;
      }
    }
  }

  /** The system says it in its own language; only its words tell one failure from another. */
  private static boolean isClosedPipe(IOException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("pipe") || words.contains("管道");
  }
}
