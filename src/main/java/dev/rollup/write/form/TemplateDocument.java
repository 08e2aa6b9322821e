package dev.rollup.write.form;

import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.DocumentDates;
import dev.rollup.write.xlsx.OriginsPart;
import dev.rollup.write.xlsx.ReproducibleZip;
import dev.rollup.write.xlsx.XmlSafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/**
 * An empty Word document on A4 that knows its template and has the same bytes whenever it has the
 * same content.
 */
public final class TemplateDocument extends XWPFDocument {

  private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private static final String XML_HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  /** A4, in twentieths of a point. */
  private static final long WIDTH = 11906;

  private static final long HEIGHT = 16838;

  /** Begins what stands for a text in a row that is repeated: a character for private use. */
  private static final char BLANK = '\uE000';

  private static final String ROW = "<w:tr>";
  private static final String ROW_END = "</w:tr>";

  /** By what their first column stands for, the rows that are repeated, in order. */
  private final Map<String, List<List<String>>> repeated = new LinkedHashMap<>();

  /** The margins of a page, in twentieths of a point. */
  public record Margins(long top, long right, long bottom, long left) {}

  /**
   * A type.
   *
   * @param font a font that Chinese office desktops have, or one that the font table has another
   *     for
   * @param points the size
   * @param colour {@code rrggbb}; null for the default
   */
  public record Lettering(String font, double points, boolean bold, @Nullable String colour) {
    /** A typeface with its size in points. */
    public Lettering(String font, double points) {
      this(font, points, false, null);
    }
  }

  /** An empty document of one template, with a title in its properties. */
  public TemplateDocument(Template template, String title, Margins margins) {
    var core = getProperties().getCoreProperties();
    core.setCreator("rollup");
    core.setTitle(XmlSafeText.onOneLine(title));
    DocumentDates.fix(core);
    carry(Template.ID_PROPERTY, template.id());
    carry(Template.VERSION_PROPERTY, template.version());
    page(margins);
    language();
    fonts();
  }

  /** Says that the document is a roll-up: what bounds a single unit does not bound it. */
  void markAsRollUp() {
    carry(RollUp.PROPERTY, "1");
  }

  /** Adds a paragraph without any room before or behind it. */
  public XWPFParagraph line(ParagraphAlignment alignment) {
    return bare(createParagraph(), alignment);
  }

  /** Takes the room before and behind a paragraph away. */
  static XWPFParagraph bare(XWPFParagraph paragraph, ParagraphAlignment alignment) {
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBefore(0);
    paragraph.setSpacingAfter(0);
    return paragraph;
  }

  /** Gives every line of a paragraph one height, in points, whatever fonts there are. */
  public static XWPFParagraph pitch(XWPFParagraph paragraph, double points) {
    paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
    return paragraph;
  }

  /** Adds text from anywhere to a paragraph: it stays on its line and breaks no XML. */
  public static XWPFRun write(XWPFParagraph paragraph, String text, Lettering type) {
    XWPFRun run = paragraph.createRun();
    run.setText(XmlSafeText.onOneLine(text));
    set(run, type);
    return run;
  }

  /** Sets a run in a type, its quotation marks as wide as Chinese ones are. */
  static void set(XWPFRun run, Lettering type) {
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    CTFonts fonts = properties.addNewRFonts();
    fonts.setHint(STHint.EAST_ASIA);
    fonts.setAscii(type.font());
    fonts.setHAnsi(type.font());
    fonts.setEastAsia(type.font());
    fonts.setCs(type.font());
    if (type.bold()) {
      run.setBold(true);
    }
    if (type.colour() != null) {
      run.setColor(type.colour());
    }
    run.setFontSize(type.points());
  }

  /**
   * Puts rows in the place of one that stands for them, each as it looks. A table of thousands of
   * rows would be held in memory as objects else, a hundred times as large as its text.
   *
   * @param row the row, with {@link #blank} of each column where the text of the column goes
   * @param texts by row the texts of its columns
   */
  void repeat(XWPFTableRow row, List<List<String>> texts) {
    repeated.put(row.getCell(0).getText(), texts);
  }

  /** Returns what stands for a text in a row that is repeated. */
  String blank(int column) {
    return "" + BLANK + (char) (BLANK + 1 + repeated.size()) + (char) (BLANK + 1 + column);
  }

  /** {@inheritDoc} Rows that are repeated are written into it then. */
  @Override
  protected void commit() throws IOException {
    super.commit();
    if (repeated.isEmpty()) {
      return;
    }
    String rest;
    try (InputStream in = getPackagePart().getInputStream()) {
      rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    getPackagePart().clear();
    try (var out =
        new OutputStreamWriter(getPackagePart().getOutputStream(), StandardCharsets.UTF_8)) {
      for (var rows : repeated.entrySet()) {
        int mark = rest.indexOf(rows.getKey());
        int begin = rest.lastIndexOf(ROW, mark);
        int end = rest.indexOf(ROW_END, mark) + ROW_END.length();
        out.write(rest, 0, begin);
        String[] around = rest.substring(begin, end).split(BLANK + "..", 0);
        for (var texts : rows.getValue()) {
          for (int i = 0; i < texts.size(); i++) {
            out.write(around[i]);
            out.write(XmlSafeText.escaped(XmlSafeText.onOneLine(texts.get(i))));
          }
          out.write(around[texts.size()]);
        }
        rest = rest.substring(end);
      }
      out.write(rest);
    }
  }

  /** Numbers the pages at their foot. */
  public void numberPages(Lettering type) {
    XWPFParagraph foot =
        bare(createFooter(HeaderFooterType.DEFAULT).createParagraph(), ParagraphAlignment.CENTER);
    write(foot, "— ", type);
    var field = foot.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    set(new XWPFRun(field.addNewR(), (IRunBody) foot), type);
    write(foot, " —", type);
  }

  /** Returns the document as a file, and closes it. */
  public byte[] toBytes() {
    try (this) {
      return ReproducibleZip.of(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the document carry what its totals and rows are made of, in a part of its own that word
   * processors keep and nobody is shown, and in properties, which other formats keep as well.
   */
  void carry(RollUpContents carried) {
    RollUpTable.properties(carried).forEach(this::carry);
    OriginsPart.add(this, carried);
  }

  private PackagePart part(String name, String type, String content) {
    try {
      PackagePart part = getPackage().createPart(PackagingURIHelper.createPartName(name), type);
      try (OutputStream out = part.getOutputStream()) {
        out.write(content.getBytes(StandardCharsets.UTF_8));
      }
      return part;
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void carry(String name, String value) {
    getProperties().getCustomProperties().addProperty(name, value);
  }

  private void page(Margins margins) {
    CTSectPr section = getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(WIDTH));
    size.setH(BigInteger.valueOf(HEIGHT));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(margins.top()));
    margin.setRight(BigInteger.valueOf(margins.right()));
    margin.setBottom(BigInteger.valueOf(margins.bottom()));
    margin.setLeft(BigInteger.valueOf(margins.left()));
    margin.setHeader(BigInteger.valueOf(851));
    margin.setFooter(BigInteger.valueOf(992));
    margin.setGutter(BigInteger.ZERO);
  }

  private void language() {
    var styles = createStyles();
    styles.setSpellingLanguage("en-US");
    styles.setEastAsia("zh-CN");
  }

  /**
   * The fonts of official papers are not on every desktop: the font table names another for each.
   */
  private void fonts() {
    String table =
        XML_HEAD
            + "<w:fonts xmlns:w=\""
            + MAIN
            + "\">"
            + font("方正小标宋简体", "宋体")
            + font("仿宋_GB2312", "仿宋")
            + font("仿宋", "FangSong")
            + font("黑体", "SimHei")
            + font("宋体", "SimSun")
            + "</w:fonts>";
    PackagePart part =
        part(
            "/word/fontTable.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
            table);
    getPackagePart()
        .addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATION + "fontTable");
  }

  private static String font(String name, String otherwise) {
    return "<w:font w:name=\""
        + name
        + "\"><w:altName w:val=\""
        + otherwise
        + "\"/><w:charset w:val=\"86\"/></w:font>";
  }
}
