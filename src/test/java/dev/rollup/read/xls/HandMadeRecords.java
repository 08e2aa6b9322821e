package dev.rollup.read.xls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of one sheet, with records that POI does not write at the end of its parts. */
final class HandMadeRecords {

  private static final int EOF = 0x0A;
  private static final int BOUND_SHEET = 0x85;

  private final ByteArrayOutputStream ofWorkbook = new ByteArrayOutputStream();
  private final ByteArrayOutputStream ofSheet = new ByteArrayOutputStream();

  /** Bytes in the order of Intel, of as many as each number says with its type. */
  static byte[] bytes(Object... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      if (part instanceof Byte value) {
        out.write(value);
      } else if (part instanceof Short value) {
        out.writeBytes(intel(2).putShort(value).array());
      } else if (part instanceof Integer value) {
        out.writeBytes(intel(4).putInt(value).array());
      } else if (part instanceof Double value) {
        out.writeBytes(intel(8).putDouble(value).array());
      } else if (part instanceof byte[] value) {
        out.writeBytes(value);
      } else {
        out.writeBytes(HexFormat.of().parseHex(part.toString().replace(" ", "")));
      }
    }
    return out.toByteArray();
  }

  /** A text with its length in two bytes before it. */
  static byte[] text(String text) {
    return bytes((short) text.length(), (byte) 1, text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static ByteBuffer intel(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Adds a record to what the workbook says of the whole. */
  HandMadeRecords ofWorkbook(int kind, Object... parts) {
    ofWorkbook.writeBytes(record(kind, parts));
    return this;
  }

  /** Adds a record to the sheet. */
  HandMadeRecords ofSheet(int kind, Object... parts) {
    ofSheet.writeBytes(record(kind, parts));
    return this;
  }

  private static byte[] record(int kind, Object... parts) {
    byte[] body = bytes(parts);
    return bytes((short) kind, (short) body.length, body);
  }

  /** Returns the bytes of the {@code .xls}. */
  byte[] in(HSSFWorkbook workbook) {
    try {
      var written = new ByteArrayOutputStream();
      workbook.write(written);
      try (var file = new POIFSFileSystem(new ByteArrayInputStream(written.toByteArray()));
          var in = file.createDocumentInputStream("Workbook")) {
        byte[] stream = extended(in.readAllBytes());
        var out = new ByteArrayOutputStream();
        file.createOrUpdateDocument(new ByteArrayInputStream(stream), "Workbook");
        file.writeFilesystem(out);
        return out.toByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] extended(byte[] stream) {
    var records = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    var out = new ByteArrayOutputStream();
    int part = 0;
    for (int at = 0; at + 4 <= stream.length; ) {
      int kind = records.getShort(at);
      int end = at + 4 + Short.toUnsignedInt(records.getShort(at + 2));
      if (kind == BOUND_SHEET) {
        records.putInt(at + 4, records.getInt(at + 4) + ofWorkbook.size());
      }
      if (kind == EOF && part < 2) {
        out.writeBytes((part++ == 0 ? ofWorkbook : ofSheet).toByteArray());
      }
      out.write(stream, at, end - at);
      at = end;
    }
    return out.toByteArray();
  }
}
