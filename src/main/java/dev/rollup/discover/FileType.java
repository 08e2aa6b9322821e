package dev.rollup.discover;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What a file really is, by its bytes and never by its name. */
public enum FileType {
  XLSX("xlsx"),
  XLSM("xlsm"),
  XLSB("xlsb"),
  XLS("xls"),
  CSV("csv"),
  DOCX("docx"),
  DOC("doc"),
  ODS("ods"),
  ODT("odt"),
  RTF("rtf"),
  HTML("html"),
  XML("xml"),
  ZIP("zip"),
  RAR("rar"),
  SEVEN_ZIP("7z"),
  PDF("pdf"),
  OFD("ofd"),
  JPEG("jpg"),
  PNG("png"),
  GIF("gif"),
  BMP("bmp"),
  TIFF("tif"),
  WEBP("webp"),
  HEIC("heic"),
  MP4("mp4"),
  /** A zip that breaks off: its directory, which stands at the end, is not there. */
  BROKEN_ZIP(null),
  /** A compound file of Microsoft's older or encrypted formats that shows no more of itself. */
  COMPOUND(null),
  UNKNOWN(null);

  private static final Map<String, FileType> BY_SIGNATURE =
      Map.ofEntries(
          Map.entry("25504446", PDF),
          Map.entry("ffd8ff", JPEG),
          Map.entry("89504e47", PNG),
          Map.entry("47494638", GIF),
          Map.entry("49492a00", TIFF),
          Map.entry("4d4d002a", TIFF),
          Map.entry("526172211a07", RAR),
          Map.entry("377abcaf271c", SEVEN_ZIP),
          Map.entry("7b5c727466", RTF));

  private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};

  private static final List<FileType> PICTURES =
      List.of(JPEG, PNG, GIF, BMP, TIFF, WEBP, HEIC, MP4, PDF, OFD);

  private final String extension;

  FileType(String extension) {
    this.extension = extension;
  }

  /** Returns the usual extension, or null where there is none. */
  public String extension() {
    return extension;
  }

  /** Tells whether it is the kind of file that comes along with a return: a scan, a photograph. */
  public boolean companion() {
    return PICTURES.contains(this);
  }

  /** Tells what bytes are. */
  public static FileType of(byte[] content) {
    String start = HexFormat.of().formatHex(content, 0, Math.min(content.length, 12));
    if (start.startsWith("504b0304") || start.startsWith("504b0506")) {
      return zipped(content);
    }
    if (start.startsWith("d0cf11e0a1b11ae1")) {
      return compound(content);
    }
    for (var signature : BY_SIGNATURE.entrySet()) {
      if (start.startsWith(signature.getKey())) {
        return signature.getValue();
      }
    }
    if (start.startsWith("52494646") && start.startsWith("57454250", 16)) {
      return WEBP;
    }
    if (start.startsWith("66747970", 8)) {
      return start.startsWith("68656963", 16) || start.startsWith("6d696631", 16) ? HEIC : MP4;
    }
    if (start.startsWith("424d") && content.length > 26 && content[14] == 40) {
      return BMP;
    }
    return text(content);
  }

  /** The names of the members stand uncompressed in the directory at the end of a zip. */
  private static FileType zipped(byte[] content) {
    if (contains(content, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
      return ODS;
    }
    if (contains(content, "mimetypeapplication/vnd.oasis.opendocument.text")) {
      return ODT;
    }
    if (contains(content, "OFD.xml")) {
      return OFD;
    }
    if (!contains(content, "[Content_Types].xml")) {
      return contains(content, END_OF_ZIP) ? ZIP : BROKEN_ZIP;
    }
    if (contains(content, "xl/workbook.bin")) {
      return XLSB;
    }
    if (contains(content, "xl/")) {
      return contains(content, "vbaProject.bin") ? XLSM : XLSX;
    }
    return contains(content, "word/") ? DOCX : XLSX;
  }

  /** The names of the streams stand in UTF-16 in the directory of a compound file. */
  private static FileType compound(byte[] content) {
    if (containsUtf16(content, "EncryptedPackage")) {
      return COMPOUND;
    }
    if (containsUtf16(content, "WordDocument")) {
      return DOC;
    }
    return containsUtf16(content, "Workbook") || containsUtf16(content, "Book") ? XLS : COMPOUND;
  }

  private static FileType text(byte[] content) {
    boolean utf16 =
        content.length > 1
            && (content[0] == -1 && content[1] == -2 || content[0] == -2 && content[1] == -1);
    for (int i = 0; !utf16 && i < content.length; i++) {
      if (content[i] == 0) {
        return UNKNOWN;
      }
    }
    String head =
        new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1)
            .replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s+", "")
            .replaceFirst("^\u00EF\u00BB\u00BF", "");
    if (head.startsWith("<")) {
      return head.startsWith("<?xml") ? XML : HTML;
    }
    return CSV;
  }

  private static boolean containsUtf16(byte[] content, String text) {
    return contains(content, text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static boolean contains(byte[] content, String text) {
    return contains(content, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    // From the end: the directory of a zip stands there.
    for (int i = content.length - wanted.length; i >= 0; i--) {
      int j = 0;
      while (j < wanted.length && content[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
