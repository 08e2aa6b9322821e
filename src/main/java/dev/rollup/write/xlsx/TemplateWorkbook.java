package dev.rollup.write.xlsx;

import dev.rollup.model.Position;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.template.FormReview;
import dev.rollup.template.Slip;
import dev.rollup.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;

/**
 * An empty workbook that knows its template and has the same bytes whenever it has the same
 * content.
 *
 * <p>The template's id and version travel as document properties and as hidden names, because some
 * programs drop the one and some the other.
 */
public final class TemplateWorkbook extends XSSFWorkbook {

  private static final QName ROOT =
      new QName(CTWorkbook.type.getName().getNamespaceURI(), "workbook");

  private final List<DefinedNames.Name> names = new ArrayList<>();
  private final Palette palette = new Palette(this);

  /** An empty workbook that says which template it is of. */
  public TemplateWorkbook(Template template) {
    useChineseDefaultFont();
    say(template);
  }

  private TemplateWorkbook(InputStream content) throws IOException {
    super(content);
  }

  private TemplateWorkbook(String title) {
    useChineseDefaultFont();
    say(title);
  }

  /**
   * Returns a copy of a workbook that says which template it is of.
   *
   * @throws IOException if it is no workbook
   */
  public static TemplateWorkbook copyOf(Template template, byte[] content) throws IOException {
    var workbook = new TemplateWorkbook(new ByteArrayInputStream(content));
    workbook.say(template);
    return workbook;
  }

  /**
   * Returns a workbook for a person who looks a form over: no return, whatever is typed into it.
   *
   * @param title the title of the form
   */
  public static TemplateWorkbook review(String title) {
    var workbook = new TemplateWorkbook(title);
    workbook.carry(FormReview.PROPERTY, "1");
    return workbook;
  }

  /**
   * As {@link #review(String)}, beginning as a copy of a workbook.
   *
   * @throws IOException if the content is no workbook
   */
  public static TemplateWorkbook review(String title, byte[] content) throws IOException {
    var workbook = new TemplateWorkbook(new ByteArrayInputStream(content));
    workbook.say(title);
    workbook.carry(FormReview.PROPERTY, "1");
    return workbook;
  }

  private void say(String title) {
    var core = getProperties().getCoreProperties();
    core.setCreator("rollup");
    core.setTitle(title);
    DocumentDates.fix(core);
  }

  private void say(Template template) {
    say(template.title());
    carry(Template.ID_PROPERTY, template.id());
    carry(Template.VERSION_PROPERTY, template.version());
  }

  /** Says that the workbook is a roll-up: what bounds a single unit does not bound it. */
  public void markAsRollUp() {
    carry(RollUp.PROPERTY, "1");
  }

  /** Carries what the totals are made of among the properties, which other formats keep as well. */
  public void carry(RollUpContents carried) {
    var properties = getProperties().getCustomProperties();
    RollUpTable.properties(carried).forEach(properties::addProperty);
  }

  /**
   * Says what the workbook is to correct.
   *
   * @param sha256 the hash of a return, in lower-case hex
   */
  public void markAsSlip(String sha256) {
    carry(Slip.PROPERTY, sha256);
  }

  /** Returns the styles of this workbook. */
  public Palette palette() {
    return palette;
  }

  /** Gives one cell a name that the whole workbook knows. */
  void name(String name, XSSFSheet sheet, Position cell) {
    names.add(
        new DefinedNames.Name(
            name,
            quoted(sheet) + "$" + Position.columnLetters(cell.column()) + "$" + (cell.row() + 1),
            null,
            false));
  }

  /** Prints nothing but this part of a sheet. */
  public void printArea(XSSFSheet sheet, CellRangeAddress area) {
    names.add(
        new DefinedNames.Name(
            "_xlnm.Print_Area", quoted(sheet) + area.formatAsString(null, true), sheet, false));
  }

  /** Prints the rows from first to last, both included, on top of every page of a sheet. */
  public void printTitles(XSSFSheet sheet, int first, int last) {
    String rows = "$" + (first + 1) + ":$" + (last + 1);
    names.add(new DefinedNames.Name("_xlnm.Print_Titles", quoted(sheet) + rows, sheet, false));
  }

  /** Prints rows on top of every page and the columns up to the last one at the side of it. */
  void printTitles(XSSFSheet sheet, int first, int last, int lastColumn) {
    String columns = "$A:$" + Position.columnLetters(lastColumn);
    String rows = "$" + (first + 1) + ":$" + (last + 1);
    String titles = quoted(sheet) + columns + "," + quoted(sheet) + rows;
    names.add(new DefinedNames.Name("_xlnm.Print_Titles", titles, sheet, false));
  }

  /** Returns the workbook as a file, and closes it. */
  public byte[] toBytes() {
    try (this) {
      return ReproducibleZip.of(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The default font is the measure of all column widths: one of which a digit is 7 pixels wide.
   */
  private void useChineseDefaultFont() {
    XSSFFont font = getFontAt(0);
    font.setFontName("宋体");
    font.setFontHeight(10);
    font.setFamily(FontFamily.NOT_APPLICABLE);
    font.setScheme(FontScheme.NONE);
    font.setCharSet(FontCharset.GB2312);
  }

  private void carry(String name, String value) {
    getProperties().getCustomProperties().addProperty(name, value);
    names.add(new DefinedNames.Name(name, '"' + value.replace("\"", "\"\"") + '"', null, true));
  }

  private static String quoted(XSSFSheet sheet) {
    return "'" + sheet.getSheetName().replace("'", "''") + "'!";
  }

  /**
   * Adds the names to what POI writes. POI cannot hide a name, and starts its formula parser for
   * each one that it makes, which is a tenth of the time that a first workbook takes.
   */
  @Override
  protected void commit() throws IOException {
    super.commit();
    CTWorkbook workbook = getCTWorkbook();
    if (!names.isEmpty() && !workbook.isSetDefinedNames()) {
      workbook.addNewDefinedNames();
    }
    prepareForCommit();
    var xml = new ByteArrayOutputStream();
    workbook.save(
        xml,
        new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS).setSaveSyntheticDocumentElement(ROOT));
    try (OutputStream part = getPackagePart().getOutputStream()) {
      DefinedNames.insert(names, xml.toString(StandardCharsets.UTF_8), part);
    }
  }
}
