package dev.rollup.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What Excel, WPS or Word would say about a file. */
final class OfficeFile {

  private OfficeFile() {}

  /** Returns everything that is wrong with it, each in a line; nothing where it is in order. */
  static List<String> complaints(byte[] content, SchemaRules schemas) throws IOException {
    var complaints = new Complaints();
    OfficePackage file = beside(content, complaints);
    // They come last: what a reader leaves out is taken out of the parts.
    schemas.check(file, complaints);
    return complaints.lines();
  }

  /** Returns what is wrong with it beside what its schemas say. */
  static List<String> beside(byte[] content) throws IOException {
    var complaints = new Complaints();
    beside(content, complaints);
    return complaints.lines();
  }

  private static OfficePackage beside(byte[] content, Complaints complaints) throws IOException {
    var file = OfficePackage.open(content);
    new PackageRules(file, complaints).check();
    // In a package that is none, who looks further finds nothing but that.
    if (complaints.lines().isEmpty()) {
      try {
        open(content, file, complaints);
      } catch (IOException | RuntimeException e) {
        complaints.add("POI", e.toString());
      }
    }
    return file;
  }

  private static void open(byte[] content, OfficePackage file, Complaints complaints)
      throws IOException {
    boolean isWorkbook = file.mainXml().getLocalName().equals("workbook");
    try (var opened = isWorkbook ? workbook(content) : document(content)) {
      if (opened instanceof XSSFWorkbook workbook) {
        new WorkbookRules(file, workbook, complaints).check();
      } else {
        new DocumentRules(file, complaints).check();
      }
    }
  }

  private static POIXMLDocument workbook(byte[] content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  private static POIXMLDocument document(byte[] content) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(content));
  }
}
