package dev.rollup.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip of XML in which a mark gives way to words; what has no mark is kept as bytes. */
final class RetypedZip {

  /** An entry, and its text where that has the mark. */
  private record Part(String name, byte[] bytes, String text) {}

  private final String mark;
  private final List<Part> parts = new ArrayList<>();

  /** The zip with the mark in it. */
  RetypedZip(byte[] marked, String mark) {
    this.mark = mark;
    try (var in = new ZipInputStream(new ByteArrayInputStream(marked))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        parts.add(new Part(entry.getName(), bytes, text.contains(mark) ? text : null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (parts.stream().allMatch(part -> part.text() == null)) {
      throw new IllegalStateException("nothing holds what is typed");
    }
  }

  /** Returns the zip with words in place of the mark, not packed. */
  byte[] with(String words) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var part : parts) {
        byte[] bytes =
            part.text() == null
                ? part.bytes()
                : part.text().replace(mark, escaped).getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(part.name());
        entry.setTimeLocal(FixedZip.TIME);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
