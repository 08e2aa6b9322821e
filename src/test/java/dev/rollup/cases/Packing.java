package dev.rollup.cases;

import dev.rollup.support.HandMadeZip;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs files of a case into a zip, as people and their programs do. */
final class Packing {

  private Packing() {}

  /** Tells whether something done to a file is that it is packed from others. */
  static boolean isOne(String[] deed) {
    return deed[0].startsWith("!zip");
  }

  /**
   * Packs files. Each deed is one member, {@code name=file}; no file, no content. The word says
   * what is special: {@code !zip-gbk} and {@code !zip-utf8} are names that are not marked as what
   * they are, {@code !zip-damaged}, {@code !zip-locked} and {@code !zip-stored} speak for
   * themselves, {@code !zip-nothing} adds none.
   */
  static byte[] of(List<String[]> deeds, Path folder) throws IOException {
    var zip = new HandMadeZip();
    for (var deed : deeds) {
      String[] parts = deed[1].split("=", 2);
      if (deed[0].equals("!zip-nothing")) {
        continue;
      }
      var entry =
          zip.add(
              parts[0],
              parts.length == 1 ? new byte[0] : Files.readAllBytes(folder.resolve(parts[1])));
      switch (deed[0]) {
        case "!zip-gbk" -> entry.flags(0).name(parts[0].getBytes(Charset.forName("GBK")));
        case "!zip-utf8" -> entry.flags(0).name(parts[0].getBytes(StandardCharsets.UTF_8));
        case "!zip-damaged" -> entry.crc(1);
        case "!zip-locked" -> entry.flags(1 << 11 | 1);
        case "!zip-stored" -> entry.stored();
        default -> {}
      }
    }
    return zip.bytes();
  }
}
