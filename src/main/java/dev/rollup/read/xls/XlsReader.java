package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Note;
import dev.rollup.read.compound.CompoundFile;
import dev.rollup.read.compound.CompoundProperties;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.NumberFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads {@code .xls} of Excel 97 and later (BIFF8) and the {@code .et} of WPS, which is the same
 * inside, through POI. The format has no checksum: what its redundancy gives away is no value but a
 * finding, and what it does not give away cannot be known.
 */
public final class XlsReader implements DocumentReader {

  private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "WorkBook");
  private static final String OLDER_STREAM = "Book";
  private static final String MACROS = "_VBA_PROJECT_CUR";

  /**
   * {@inheritDoc}
   *
   * <p>Grids have the names of their sheets; charts and macro sheets are left out. Properties are
   * the custom ones, the names defined as a constant text, and {@code title}, in this order of
   * precedence.
   *
   * @return findings are {@code macros-ignored} beside a value; {@code empty-file}, {@code
   *     unsupported-format}, {@code password-protected}, {@code damaged-file} or {@code too-large}
   *     instead of one
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    return CompoundFile.read(content, XlsReader::read);
  }

  private static Outcome<Document> read(DirectoryNode root) throws Refusal, IOException {
    var stream = BiffStream.check(workbookStream(root));
    try (var workbook = open(stream)) {
      return read(workbook, stream, root);
    }
  }

  private static byte[] workbookStream(DirectoryNode root) throws Refusal, IOException {
    String name = STREAMS.stream().filter(root::hasEntryCaseInsensitive).findFirst().orElse(null);
    if (name == null) {
      throw root.hasEntryCaseInsensitive(OLDER_STREAM)
          ? BiffStream.tooOld()
          : CompoundFile.without(root);
    }
    return CompoundFile.stream(root, name);
  }

  /** Opens what is needed of a workbook; POI takes it from a compound file only. */
  private static HSSFWorkbook open(BiffStream stream) throws IOException {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(stream.needed()), STREAMS.get(0));
      return new HSSFWorkbook(file, false);
    }
  }

  private static Outcome<Document> read(
      HSSFWorkbook workbook, BiffStream stream, DirectoryNode root) throws Refusal {
    if (workbook.getNumberOfSheets() != stream.sheets().size()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    var formats = new HashMap<Integer, NumberFormat>();
    for (var format : workbook.getInternalWorkbook().getFormats()) {
      formats.put(format.getIndexCode(), NumberFormat.of(format.getFormatString()));
    }
    var looks = new XlsLooks(workbook, formats);
    var names = new ArrayList<String>();
    var sheets = new ArrayList<XlsSheet>();
    var byName = new HashMap<String, XlsSheet>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      names.add(workbook.getSheetName(i));
      if (stream.sheets().get(i) == BiffStream.Kind.WORKSHEET) {
        var sheet = new XlsSheet(workbook, i, looks, stream);
        sheet.read();
        sheets.add(sheet);
        byName.put(NamedCells.key(workbook.getSheetName(i)), sheet);
      }
    }
    var properties = CompoundProperties.custom(root);
    NamedCells.place(definedNames(workbook), names, byName, properties);
    CompoundProperties.title(root).ifPresent(title -> properties.putIfAbsent("title", title));
    List<Grid> grids = sheets.stream().map(XlsSheet::grid).toList();
    List<Note> notes = sheets.stream().flatMap(sheet -> sheet.notes().stream()).toList();
    return Outcome.of(new Document(grids, notes, properties), findings(stream, root));
  }

  private static List<DefinedName> definedNames(HSSFWorkbook workbook) throws Refusal {
    var names = new ArrayList<DefinedName>();
    for (var name : workbook.getAllNames()) {
      String formula = name.isFunctionName() ? "" : formula(name);
      if (!formula.isEmpty()) {
        names.add(new DefinedName(name.getNameName(), name.getSheetIndex(), formula));
      }
    }
    Limits.checkListed(names.size());
    return names;
  }

  /** Returns what a name stands for; empty where POI cannot put it into words. */
  private static String formula(HSSFName name) {
    try {
      String formula = name.getRefersToFormula();
      return formula == null ? "" : formula;
    } catch (RuntimeException e) {
      return "";
    }
  }

  private static List<Finding> findings(BiffStream stream, DirectoryNode root) {
    boolean ignored =
        root.hasEntryCaseInsensitive(MACROS)
            || stream.otherFiles()
            || stream.sheets().contains(BiffStream.Kind.MACROS);
    return ignored ? List.of(Finding.of(MACROS_IGNORED, Location.NOWHERE)) : List.of();
  }
}
