package dev.rollup.read;

import dev.rollup.filetype.FileType;
import dev.rollup.read.csv.CsvReader;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.html.HtmlReader;
import dev.rollup.read.odf.OdsReader;
import dev.rollup.read.odf.OdtReader;
import dev.rollup.read.ofd.OfdReader;
import dev.rollup.read.page.PagesDocument;
import dev.rollup.read.pdf.PdfReader;
import dev.rollup.read.rtf.RtfReader;
import dev.rollup.read.spreadsheetml.WorkbookReader;
import dev.rollup.read.word.DocReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.XlsxReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which reader reads which kind of file; a new format is added here. */
public final class DocumentReaders {

  private static final DocumentReader XLSX = new XlsxReader();
  private static final DocumentReader DOCX = new DocxReader();
  private static final DocumentReader ODS = new OdsReader();
  private static final DocumentReader ODT = new OdtReader();

  private static final DocumentReader PAGE = new HtmlReader(HtmlReader.As.WRITTEN);
  private static final DocumentReader TEXT_PAGE = new HtmlReader(HtmlReader.As.TEXT);
  private static final DocumentReader SHEET_PAGE = new HtmlReader(HtmlReader.As.SHEET);

  private static final Map<FileType, DocumentReader> PACKAGES =
      Map.of(
          FileType.XLSX, XLSX,
          FileType.XLSM, XLSX,
          FileType.XLSB, new XlsbReader(),
          // Only the reader can say what is missing.
          FileType.BROKEN_ZIP, XLSX,
          FileType.DOCX, DOCX,
          FileType.DOCM, DOCX);

  private static final Map<FileType, DocumentReader> OTHERS =
      Map.ofEntries(
          // An encrypted workbook or text is a compound file, whatever it is inside.
          Map.entry(FileType.COMPOUND, new EncryptedReader(PACKAGES)),
          Map.entry(FileType.XLS, new XlsReader()),
          Map.entry(FileType.DOC, new DocReader()),
          Map.entry(FileType.RTF, new RtfReader()),
          Map.entry(FileType.CSV, new CsvReader()),
          Map.entry(FileType.ODS, ODS),
          Map.entry(FileType.FODS, ODS),
          Map.entry(FileType.ODT, ODT),
          Map.entry(FileType.FODT, ODT),
          Map.entry(FileType.HTML, SHEET_PAGE),
          Map.entry(FileType.OFD, new OfdReader(PagesDocument.As.TEXT)),
          Map.entry(FileType.PDF, new PdfReader(PagesDocument.As.TEXT)),
          Map.entry(FileType.XML_2003, new WorkbookReader()));

  private DocumentReaders() {}

  /**
   * Returns the reader of a file; empty where its kind cannot be read.
   *
   * @param name its name, which tells what a web page is opened with
   * @param pages what the pages of a print are taken for
   */
  public static Optional<DocumentReader> of(FileType type, String name, PagesDocument.As pages) {
    if (type == FileType.PDF) {
      return Optional.of(new PdfReader(pages));
    }
    if (type == FileType.OFD) {
      return Optional.of(new OfdReader(pages));
    }
    if (type != FileType.HTML) {
      return of(type);
    }
    boolean page = name.toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
    boolean document = type.family(name) == FileType.Family.DOCUMENT;
    return Optional.of(page ? PAGE : document ? TEXT_PAGE : SHEET_PAGE);
  }

  /** Returns the reader of a kind of file; empty where the kind cannot be read. */
  public static Optional<DocumentReader> of(FileType type) {
    return Optional.ofNullable(PACKAGES.getOrDefault(type, OTHERS.get(type)));
  }
}
