package dev.rollup.read.blank;

import dev.rollup.infer.Pages;
import dev.rollup.infer.PrintedSheet;
import dev.rollup.infer.Spot;
import dev.rollup.model.Area;
import dev.rollup.model.Document;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reads how the tables and paragraphs of a blank Word document look. */
final class PrintedTables {

  private static final int LIGHT = 0xF4;
  private static final int COLOURED = 16;

  /** The width of a Chinese character in 10.5 points, 五号, in twentieths of a point. */
  private static final float CHARACTER = 210;

  /** Nobody sets words in further than this to say what they belong to. */
  private static final int MOST_SET_IN = 20;

  private PrintedTables() {}

  static Pages read(XWPFDocument document) {
    var pages = new ArrayList<PrintedSheet>();
    for (int i = 0; i < document.getTables().size(); i++) {
      pages.add(page(document.getTables().get(i), i + 1));
    }
    var paragraphs = new LinkedHashMap<Place, String>();
    List<XWPFParagraph> all = document.getParagraphs();
    for (int i = 0; i < all.size(); i++) {
      paragraphs.put(Place.inText(i), text(all.get(i)));
    }
    return new Pages(pages, paragraphs);
  }

  private static PrintedSheet page(XWPFTable table, int number) {
    var spots = new HashMap<Position, Spot>();
    var areas = new HashMap<Position, Area>();
    var above = new HashMap<Integer, Position>();
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      List<XWPFTableCell> cells = table.getRow(row).getTableCells();
      int column = 0;
      for (int i = 0; i < cells.size(); i++) {
        CTTcPr look = cells.get(i).getCTTc().getTcPr();
        int span =
            look != null && look.isSetGridSpan() ? look.getGridSpan().getVal().intValue() : 1;
        boolean goesOn =
            look != null && look.isSetVMerge() && look.getVMerge().getVal() != STMerge.RESTART;
        Position at = goesOn ? above.get(column) : null;
        if (at == null) {
          at = new Position(row, column);
          spots.put(at, spot(cells.get(i), Place.inTable(number, row, i)));
          above.put(column, at);
        }
        var last = new Position(row, column + span - 1);
        if (!at.equals(last)) {
          areas.put(
              at, new Area(at, new Position(last.row(), Math.max(last.column(), at.column()))));
        }
        column += span;
      }
    }
    return new PrintedSheet(spots, areas);
  }

  private static Spot spot(XWPFTableCell cell, Place place) {
    String text =
        cell.getParagraphs().stream()
            .map(PrintedTables::text)
            .collect(Collectors.joining(Document.PARAGRAPH));
    if (!text.isBlank()) {
      text = "\u3000".repeat(indent(cell.getParagraphs().get(0))) + text;
    }
    return new Spot(place, text, true, shaded(cell.getColor()), Optional.empty(), "", List.of());
  }

  /** Returns by how many Chinese characters the first line of a paragraph is set in. */
  private static int indent(XWPFParagraph paragraph) {
    boolean centred =
        paragraph.getAlignment() != ParagraphAlignment.LEFT
            && paragraph.getAlignment() != ParagraphAlignment.BOTH;
    CTPPr look = paragraph.getCTP().getPPr();
    if (centred || look == null || !look.isSetInd()) {
      return 0;
    }
    CTInd in = look.getInd();
    int left = in.isSetLeftChars() ? in.getLeftChars().intValue() / 100 : of(in.getLeft());
    int first =
        in.isSetFirstLineChars() ? in.getFirstLineChars().intValue() / 100 : of(in.getFirstLine());
    return Math.min(Math.max(0, left) + Math.max(0, first), MOST_SET_IN);
  }

  /** Returns how many characters a distance is, which is told in twentieths of a point. */
  private static int of(@Nullable Object distance) {
    return distance instanceof BigInteger twentieths
        ? Math.round(twentieths.intValue() / CHARACTER)
        : 0;
  }

  private static String text(XWPFParagraph paragraph) {
    var text = new StringBuilder();
    for (XWPFRun run : paragraph.getRuns()) {
      boolean ruled = run.getUnderline() != UnderlinePatterns.NONE;
      for (char c : run.text().toCharArray()) {
        boolean space = Character.isSpaceChar(c) || c == '\t';
        text.append(ruled && space ? Spot.RULED : c);
      }
    }
    return text.toString();
  }

  private static boolean shaded(String colour) {
    if (colour == null || !colour.matches("[0-9A-Fa-f]{6}")) {
      return false;
    }
    int rgb = Integer.parseInt(colour, 16);
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    return most < LIGHT && most - least < COLOURED;
  }
}
