package dev.rollup.support.xlsb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the records of one part (MS-XLSB 2.1.4). */
public final class RecordWriter {
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int type = -1;

  /** Begins a record; the one before it is finished. */
  public RecordWriter record(int number) {
    finish();
    type = number;
    return this;
  }

  public RecordWriter u8(int value) {
    body.write(value);
    return this;
  }

  public RecordWriter u16(int value) {
    return u8(value).u8(value >> 8);
  }

  public RecordWriter i32(int value) {
    return u16(value).u16(value >> 16);
  }

  public RecordWriter real(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return i32((int) bits).i32((int) (bits >> 32));
  }

  public RecordWriter bytes(byte[] bytes) {
    body.writeBytes(bytes);
    return this;
  }

  public RecordWriter zeros(int count) {
    return bytes(new byte[count]);
  }

  /** A text with its length in four bytes. */
  public RecordWriter text(String text) {
    return i32(text.length()).characters(text);
  }

  /** A text that may be absent. */
  public RecordWriter optional(String text) {
    return text == null ? i32(-1) : text(text);
  }

  /** A text with its length in two bytes. */
  public RecordWriter shortText(String text) {
    return u16(text.length()).characters(text);
  }

  public RecordWriter characters(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_16LE));
  }

  /** Returns the bytes of the record that has begun, without its head; for what is no part. */
  public byte[] body() {
    return body.toByteArray();
  }

  /** Returns the part. */
  public byte[] part() {
    finish();
    return part.toByteArray();
  }

  private void finish() {
    if (type < 0) {
      return;
    }
    if (type < 0x80) {
      part.write(type);
    } else {
      part.write(type & 0x7F | 0x80);
      part.write(type >> 7);
    }
    int length = body.size();
    do {
      part.write(length & 0x7F | (length > 0x7F ? 0x80 : 0));
      length >>= 7;
    } while (length > 0);
    part.writeBytes(body.toByteArray());
    body.reset();
    type = -1;
  }
}
