package dev.rollup.read;

import dev.rollup.discover.FileType;
import java.util.Map;
import java.util.Optional;

/** Which reader reads which kind of file; a new format is added here. */
public final class DocumentReaders {

  private static final DocumentReader XLSX = new XlsxReader();
  private static final DocumentReader DOCX = new DocxReader();

  private static final Map<FileType, DocumentReader> BY_TYPE =
      Map.of(
          FileType.XLSX, XLSX,
          FileType.XLSM, XLSX,
          // Only the reader can say what is missing.
          FileType.BROKEN_ZIP, XLSX,
          // An encrypted workbook or text is a compound file, whatever it is inside.
          FileType.COMPOUND, new EncryptedReader(),
          FileType.XLS, new XlsReader(),
          FileType.DOCX, DOCX,
          FileType.DOCM, DOCX,
          FileType.DOC, new DocReader(),
          FileType.CSV, new CsvReader());

  private DocumentReaders() {}

  /** Returns the reader of a kind of package (ECMA-376 part 2); empty where it is of none. */
  static Optional<DocumentReader> ofPackage(FileType type) {
    return of(type).filter(reader -> reader == XLSX || reader == DOCX);
  }

  /** Returns the reader of a kind of file; empty where the kind cannot be read. */
  public static Optional<DocumentReader> of(FileType type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }
}
