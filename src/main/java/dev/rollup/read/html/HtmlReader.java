package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Address;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.HeaderFooter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads web pages: what other systems export under {@code .xls}, what Excel, Word, WPS and
 * LibreOffice save as a page. A page whose tables do not end was cut off. Scripts do not run, and
 * nothing is fetched.
 */
public final class HtmlReader implements DocumentReader {

  /** What a page is taken for. */
  public enum As {
    /** A sheet, as a spreadsheet program shows it. */
    SHEET,
    /** A text, as a word processor shows it. */
    TEXT,
    /** A text where a word processor says that it wrote it, else a sheet. */
    WRITTEN
  }

  private static final Pattern BY_WORD_PROCESSOR =
      Pattern.compile(
          "(?i)urn:schemas-microsoft-com:office:word|content=[\"']?Microsoft Word"
              + "|ProgId[^>]{0,40}Word\\.Document|content=[\"']?(?:LibreOffice|OpenOffice)");

  /** What LibreOffice writes into the cells of a sheet, and never into those of a text. */
  private static final String OF_SHEET = "sdnum=";

  private static final int HEAD = 1 << 14;

  private final As as;

  /** A reader of pages that are taken for something. */
  public HtmlReader(As as) {
    this.as = as;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The only grid is a sheet, without a name where none is told, or a running text. The property
   * is {@code title}.
   *
   * @return instead of a value: {@code damaged-file}, {@code too-large}, {@code unsafe-content},
   *     {@code picture-only}, {@code unsupported-format} for a page that only shows other files
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      if (content.length > Limits.INFLATED_BYTES) {
        throw Refusal.of(TOO_LARGE);
      }
      String page = HtmlBytes.text(content);
      var body = new HtmlBody(page);
      body.read();
      return Outcome.of(isText(page) ? text(body) : sheet(body), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private boolean isText(String page) {
    if (as != As.WRITTEN) {
      return as == As.TEXT;
    }
    String head = page.substring(0, Math.min(page.length(), HEAD));
    return BY_WORD_PROCESSOR.matcher(head).find()
        && !page.contains(OF_SHEET)
        && !head.contains("urn:schemas-microsoft-com:office:excel");
  }

  private static Document sheet(HtmlBody body) throws Refusal {
    String name = body.sheetName();
    HtmlSheet sheet = HtmlSheet.of(body.flow(), name);
    Grid grid = sheet.grid();
    check(body, grid.cells().isEmpty() && sheet.boxes().isEmpty(), FileType.Family.SPREADSHEET);
    var notes = notes(body, name, sheet::place);
    notes.addAll(sheet.boxes());
    return new Document(List.of(grid), notes, body.properties());
  }

  private static Document text(HtmlBody body) throws Refusal {
    HtmlText text = HtmlText.of(body.flow());
    check(body, text.isBlank(), FileType.Family.DOCUMENT);
    var notes = notes(body, null, text::place);
    return new Document(List.of(text.grid()), text.tables(), notes, body.properties());
  }

  private static void check(HtmlBody body, boolean blank, FileType.Family family) throws Refusal {
    if (blank && body.hasFrames()) {
      // What would be seen in them stands in other files.
      throw Refusal.unsupported(String.valueOf(FileType.HTML.extension()), family);
    }
    if (blank && body.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
  }

  private static List<Note> notes(
      HtmlBody body, @Nullable String sheet, Function<String, @Nullable Address> places)
      throws Refusal {
    var notes = new ArrayList<Note>();
    for (var each : body.notes().entrySet()) {
      String said = HtmlText.of(each.getValue()).lines();
      Address place = places.apply(each.getKey());
      boolean comment = each.getKey().startsWith(PageNotes.COMMENT);
      if (!said.isBlank()) {
        notes.add(new Note(comment ? Note.Kind.COMMENT : Note.Kind.FOOTNOTE, sheet, place, said));
      }
    }
    for (var codes : body.margins()) {
      String said = HeaderFooter.plain(codes);
      if (!said.isBlank()) {
        notes.add(new Note(Note.Kind.PAGE_MARGIN, sheet, null, said.strip()));
      }
    }
    Limits.checkListed(notes.size());
    return notes;
  }
}
