package dev.rollup.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives byte by byte, with the mistakes that a test asks for. */
public final class HandMadeZip {

  /** One entry; what it says of itself can be made to differ from what it is. */
  public static final class Entry {
    private byte[] name;
    private byte[] localName;
    private int flags;
    private int method = 8;
    private final byte[] content;
    private byte[] data;
    private int crc;
    private int size;
    private int offset = -1;
    private boolean zip64;
    private boolean listed = true;

    private Entry(String name, byte[] content) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.localName = this.name;
      this.flags = 1 << 11;
      this.content = content;
      this.data = deflated(content);
      this.size = content.length;
      var checksum = new CRC32();
      checksum.update(content);
      this.crc = (int) checksum.getValue();
    }

    public Entry name(byte[] bytes) {
      name = bytes;
      localName = bytes;
      return this;
    }

    public Entry localName(String other) {
      localName = other.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    public Entry flags(int bits) {
      flags = bits;
      return this;
    }

    public Entry method(int number) {
      method = number;
      return this;
    }

    public Entry stored() {
      data = content;
      return method(0);
    }

    public Entry crc(int value) {
      crc = value;
      return this;
    }

    public Entry size(int value) {
      size = value;
      return this;
    }

    /** Makes the directory point at the local header of another entry. */
    public Entry at(int localOffset) {
      offset = localOffset;
      return this;
    }

    public Entry zip64() {
      zip64 = true;
      return this;
    }

    /** Leaves it out of the directory. */
    public Entry unlisted() {
      listed = false;
      return this;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private byte[] comment = {};
  private boolean zip64;

  public Entry add(String name, byte[] content) {
    var entry = new Entry(name, content);
    entries.add(entry);
    return entry;
  }

  public Entry add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public HandMadeZip comment(String text) {
    comment = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public HandMadeZip zip64() {
    zip64 = true;
    return this;
  }

  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    for (var entry : entries) {
      offsets.add(out.size());
      out.writeBytes(header(entry, -1));
      out.writeBytes(entry.localName);
      out.writeBytes(extra(entry, -1));
      out.writeBytes(entry.data);
    }
    int start = out.size();
    int listed = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (!entry.listed) {
        continue;
      }
      listed++;
      int offset = entry.offset >= 0 ? entry.offset : offsets.get(i);
      out.writeBytes(header(entry, offset));
      out.writeBytes(entry.name);
      out.writeBytes(extra(entry, offset));
    }
    int size = out.size() - start;
    if (zip64) {
      int end64 = out.size();
      var end = buffer(56 + 20);
      end.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
      end.putInt(0).putInt(0).putLong(listed).putLong(listed);
      end.putLong(size).putLong(start);
      end.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
      out.writeBytes(end.array());
    }
    var end = buffer(22);
    short count = (short) (zip64 ? 0xFFFF : listed);
    end.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
    end.putInt(zip64 ? -1 : size).putInt(zip64 ? -1 : start).putShort((short) comment.length);
    out.writeBytes(end.array());
    out.writeBytes(comment);
    return out.toByteArray();
  }

  /** The fixed part of a central header, or of a local one where there is no offset. */
  private static byte[] header(Entry entry, int offset) {
    boolean local = offset < 0;
    var header = buffer(local ? 30 : 46);
    header.putInt(local ? 0x04034b50 : 0x02014b50);
    if (!local) {
      header.putShort((short) 20);
    }
    header.putShort((short) 20).putShort((short) entry.flags).putShort((short) entry.method);
    header.putInt(0).putInt(entry.crc);
    header.putInt(entry.zip64 ? -1 : entry.data.length).putInt(entry.zip64 ? -1 : entry.size);
    header.putShort((short) (local ? entry.localName : entry.name).length);
    header.putShort((short) extra(entry, offset).length);
    if (!local) {
      header.putShort((short) 0).putInt(0).putInt(0).putInt(entry.zip64 ? -1 : offset);
    }
    return header.array();
  }

  private static byte[] extra(Entry entry, int offset) {
    if (!entry.zip64) {
      return new byte[0];
    }
    int values = offset < 0 ? 16 : 24;
    var extra = buffer(4 + values).putShort((short) 1).putShort((short) values);
    extra.putLong(entry.size).putLong(entry.data.length);
    if (offset >= 0) {
      extra.putLong(offset);
    }
    return extra.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
