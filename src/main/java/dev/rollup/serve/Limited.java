package dev.rollup.serve;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to read on where more is sent than was said. */
final class Limited extends FilterInputStream {

  private final long limit;
  private long read;

  Limited(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int more = super.read(buffer, offset, length);
    read += Math.max(0, more);
    if (read > limit) {
      throw new TooLarge("serve.upload-too-large", limit >> 20);
    }
    return more;
  }
}
