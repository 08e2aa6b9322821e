package dev.rollup.filetype;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file really is, by its bytes and never by its name. */
public enum FileType {
  XLSX("xlsx", "xlsm"),
  XLSM("xlsm"),
  XLSB("xlsb"),
  /** The old format of Excel, and what WPS writes under a name of its own. */
  XLS("xls", "et"),
  /** Text; that of a table has its cells apart by commas, semicolons or tabs. */
  CSV("csv", "txt", "tsv"),
  DOCX("docx", "docm"),
  DOCM("docm"),
  /** The old format of Word, and what WPS writes under a name of its own. */
  DOC("doc", "wps"),
  ODS("ods"),
  ODT("odt"),
  /** Rich Text Format, which Word takes under its own name, too. */
  RTF("rtf", "doc"),
  /** A web page, which Excel and Word take under their own names, too. */
  HTML("html", "htm", "xls", "doc"),
  /** A spreadsheet of OpenDocument that is one part of XML. */
  FODS("fods", "xml"),
  /** A text of OpenDocument that is one part of XML. */
  FODT("fodt", "xml"),
  /** A workbook that is one part of XML, which Excel 2003 wrote and Excel takes under its name. */
  XML_2003("xml", "xls"),
  XML("xml"),
  /** A web page with all that belongs to it in one file, as Word and Excel save it. */
  MHT("mht", "mhtml"),
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
  BROKEN_ZIP,
  /** A compound file of Microsoft's older or encrypted formats that shows no more of itself. */
  COMPOUND,
  UNKNOWN;

  /** The kinds of programs that can save a file as something that is read here. */
  public enum Family {
    /** Excel and its like. */
    SPREADSHEET,
    /** Word and its like. */
    DOCUMENT,
    /** What packs and unpacks files. */
    ARCHIVE,
    /** None is the obvious one. */
    NONE
  }

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

  private static final int COMPOUND_HEADER = 512;

  /** The beginning of its class id, without the byte that tells the versions apart. */
  private static final int EXCEL_PROGRAM = 0x00020800;

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  private static final String BINARY_BOOK = "application/vnd.ms-excel.sheet.binary.";

  private static final String XML_2003_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

  /** How a page begins that is XML, too. */
  private static final Pattern PAGE = Pattern.compile("(?i)<(?:!doctype )?html[\\s>]");

  /** Viewers take it for one with anything before it (ISO 32000-1, annex H). */
  private static final Pattern PDF_HEADER = Pattern.compile("%PDF-\\d\\.\\d");

  /** By then a text has said what it is, whatever stands before its root. */
  private static final int HEAD = 1 << 16;

  private static final List<FileType> PICTURES =
      List.of(JPEG, PNG, GIF, BMP, TIFF, WEBP, HEIC, MP4);

  private final List<String> extensions;

  FileType(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** Returns the usual extension, or null where there is none. */
  public @Nullable String extension() {
    return extensions.isEmpty() ? null : extensions.get(0);
  }

  /**
   * Returns the usual extension of a file that was read; of one that was deciphered for it, what
   * its name says, since only the name tells without deciphering it again.
   */
  public @Nullable String extensionOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return this != COMPOUND
        ? extension()
        : Stream.of(XLSX, XLSM, XLSB, DOCX, DOCM)
            .map(FileType::extension)
            .filter(extension -> lower.endsWith("." + extension))
            .findFirst()
            .orElse(null);
  }

  /** Tells whether files of this kind may bear such a name. */
  public boolean fits(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return extensions.isEmpty()
        || extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
  }

  /** Tells whether it is the kind of file that comes along with a return: a scan, a photograph. */
  public boolean companion() {
    return PICTURES.contains(this);
  }

  /** Tells whether it is laid out for paper, and was made from something else. */
  public boolean print() {
    return this == PDF || this == OFD;
  }

  /**
   * Returns which programs open such a file.
   *
   * @param name the name of the file, which tells what a web page poses as
   */
  public Family family(String name) {
    return switch (this) {
      case XLSB, XLS, ODS, FODS, XML_2003 -> Family.SPREADSHEET;
      case DOC, DOCX, DOCM, ODT, FODT, RTF -> Family.DOCUMENT;
      case HTML, XML, MHT ->
          name.toLowerCase(Locale.ROOT).matches(".*\\.(?:docx?|wps|mht(?:ml)?)")
              ? Family.DOCUMENT
              : Family.SPREADSHEET;
      case ZIP, RAR, SEVEN_ZIP -> Family.ARCHIVE;
      default -> Family.NONE;
    };
  }

  /** Tells what bytes are. */
  public static FileType of(byte[] content) {
    String start = HexFormat.of().formatHex(content, 0, Math.min(content.length, 12));
    if (start.startsWith("504b0304") || start.startsWith("504b0506")) {
      return zipped(content, ZipDirectory.names(content));
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
    if (PDF_HEADER.matcher(latin(content, 1024)).find()) {
      return PDF;
    }
    FileType text = text(content);
    byte[] names = text == UNKNOWN ? ZipDirectory.names(content) : null;
    return names == null ? text : zipped(content, names);
  }

  private static String latin(byte[] content, int most) {
    return new String(content, 0, Math.min(content.length, most), StandardCharsets.ISO_8859_1);
  }

  private static FileType zipped(byte[] content, byte @Nullable [] names) {
    // What breaks off has no directory, but its members have names before their bytes, too.
    byte[] searched = spelledAlike(names == null ? content : names);
    if (contains(searched, "ofd.xml")) {
      return OFD;
    }
    if (contains(searched, "mimetype")) {
      String type = TypeMember.of(content, TypeMember.MIME_TYPE);
      if (type.startsWith(OPEN_DOCUMENT + "spreadsheet")) {
        return ODS;
      }
      if (type.startsWith(OPEN_DOCUMENT + "text")) {
        return ODT;
      }
    }
    if (!contains(searched, "[content_types].xml")) {
      return names == null ? BROKEN_ZIP : ZIP;
    }
    boolean macros = contains(searched, "vbaproject.bin");
    if (contains(searched, "xl/")) {
      return isBinaryBook(content, searched) ? XLSB : macros ? XLSM : XLSX;
    }
    if (contains(searched, "word/")) {
      return macros ? DOCM : DOCX;
    }
    return XLSX;
  }

  /**
   * Tells by the usual names of the main part, and where these do not tell by its declared type.
   */
  private static boolean isBinaryBook(byte[] content, byte[] names) {
    boolean binary = contains(names, "xl/workbook.bin");
    return binary == contains(names, "xl/workbook.xml")
        ? TypeMember.of(content, TypeMember.CONTENT_TYPES).contains(BINARY_BOOK)
        : binary;
  }

  /** Names of parts are the same whatever their case, and Windows has its own slash. */
  private static byte[] spelledAlike(byte[] names) {
    byte[] alike = names.clone();
    for (int i = 0; i < alike.length; i++) {
      if (alike[i] >= 'A' && alike[i] <= 'Z') {
        alike[i] = (byte) (alike[i] + 'a' - 'A');
      } else if (alike[i] == '\\') {
        alike[i] = '/';
      }
    }
    return alike;
  }

  /** The names of the streams stand in UTF-16 in the directory of a compound file. */
  private static FileType compound(byte[] content) {
    if (containsUtf16(content, "EncryptedPackage")) {
      return COMPOUND;
    }
    boolean workbook =
        Stream.of("Workbook", "WORKBOOK", "WorkBook", "Book")
            .anyMatch(name -> containsUtf16(content, name));
    if (containsUtf16(content, "WordDocument")) {
      // One of them may be a mere object inside the other.
      return workbook && isOfExcel(content) ? XLS : DOC;
    }
    return workbook ? XLS : COMPOUND;
  }

  /** Tells whether the root of a compound file (MS-CFB 2.6) names Excel as its program. */
  private static boolean isOfExcel(byte[] content) {
    if (content.length < COMPOUND_HEADER) {
      return false;
    }
    var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int sectorBits = bytes.getShort(30) == 12 ? 12 : 9;
    long program = (bytes.getInt(48) + 1L << sectorBits) + 80;
    return program > 0
        && program + 4 <= content.length
        && (bytes.getInt((int) program) & ~0xFF) == EXCEL_PROGRAM;
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
        new String(
                content,
                0,
                Math.min(content.length, HEAD),
                utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1)
            .replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s+", "")
            .replaceFirst("^\u00EF\u00BB\u00BF", "");
    if (head.startsWith("<")) {
      return markup(head);
    }
    return head.startsWith("MIME-Version:") || head.startsWith("From: <Saved by") ? MHT : CSV;
  }

  private static FileType markup(String head) {
    if (head.contains("Workbook") && quotes(head, XML_2003_NAMESPACE)) {
      return XML_2003;
    }
    if (!head.startsWith("<?xml")) {
      return HTML;
    }
    if (quotes(head, OPEN_DOCUMENT + "spreadsheet")) {
      return FODS;
    }
    if (quotes(head, OPEN_DOCUMENT + "text")) {
      return FODT;
    }
    return PAGE.matcher(head).find() ? HTML : XML;
  }

  private static boolean quotes(String head, String value) {
    return head.contains('"' + value + '"') || head.contains('\'' + value + '\'');
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
