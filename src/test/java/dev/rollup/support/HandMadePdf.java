package dev.rollup.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * Writes files of PDF object by object, with the mistakes that a test asks for. Its letters are
 * those of a Chinese font that every viewer has, so that none are in the file.
 */
public final class HandMadePdf implements Paper {

  private final double width;
  private final double height;
  private final List<StringBuilder> pages = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();
  private final StringBuilder ofPages = new StringBuilder();
  private final StringBuilder ofFonts = new StringBuilder();
  private final StringBuilder ofResources = new StringBuilder();
  private final StringBuilder ofCatalogue = new StringBuilder();
  private boolean packed;

  public HandMadePdf(double width, double height) {
    this.width = width;
    this.height = height;
    page();
  }

  /** An upright page of A4. */
  public static HandMadePdf a4() {
    return new HandMadePdf(595, 842);
  }

  @Override
  public HandMadePdf page() {
    pages.add(new StringBuilder());
    return this;
  }

  /** Adds instructions as they are. */
  public HandMadePdf raw(String instructions) {
    pages.get(pages.size() - 1).append(instructions).append('\n');
    return this;
  }

  /** Adds an object; returns how it is referred to. */
  public String object(String body) {
    objects.add(body);
    return (FIRST + objects.size() - 1) + " 0 R";
  }

  /** Adds an object that is a stream. */
  public String stream(String dictionary, String content) {
    return object(
        "<<%s/Length %d>>stream\n%s\nendstream".formatted(dictionary, content.length(), content));
  }

  /** Adds entries to the dictionaries of all pages. */
  public HandMadePdf pageEntries(String entries) {
    ofPages.append(entries);
    return this;
  }

  /** Adds entries to the resources of all pages. */
  public HandMadePdf resources(String entries) {
    ofResources.append(entries);
    return this;
  }

  /** Adds a font, by the name that instructions have for it. */
  public HandMadePdf font(String name, String reference) {
    ofFonts.append('/').append(name).append(' ').append(reference);
    return this;
  }

  /** Adds entries to the catalogue. */
  public HandMadePdf catalogue(String entries) {
    ofCatalogue.append(entries);
    return this;
  }

  /** Packs the instructions of pages. */
  public HandMadePdf packed() {
    packed = true;
    return this;
  }

  /** Returns the instruction that shows a text of the font. */
  public static String show(String text) {
    var hex = new StringBuilder("<");
    text.chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%04X", c)));
    return hex.append("> Tj").toString();
  }

  @Override
  public HandMadePdf text(double x, double y, double size, String text, int colour) {
    return raw(
        "BT %s rg /F1 %s Tf 1 0 0 1 %s %s Tm %s ET"
            .formatted(rgb(colour), number(size), number(x), number(height - y), show(text)));
  }

  @Override
  public HandMadePdf text(double x, double y, double size, String text) {
    return text(x, y, size, text, 0);
  }

  @Override
  public HandMadePdf line(double x0, double y0, double x1, double y1) {
    return raw(
        "0 0 0 RG 0.5 w %s %s m %s %s l S"
            .formatted(number(x0), number(height - y0), number(x1), number(height - y1)));
  }

  @Override
  public HandMadePdf fill(double x, double y, double across, double down, int colour) {
    return raw(
        "%s rg %s %s %s %s re f"
            .formatted(
                rgb(colour), number(x), number(height - y - down), number(across), number(down)));
  }

  @Override
  public HandMadePdf picture(double x, double y, double across, double down) {
    return raw(
        "q %s 0 0 %s %s %s cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0080 EI Q"
            .formatted(number(across), number(down), number(x), number(height - y - down)));
  }

  private static String rgb(int colour) {
    return number((colour >> 16 & 0xFF) / 255.0)
        + " "
        + number((colour >> 8 & 0xFF) / 255.0)
        + " "
        + number((colour & 0xFF) / 255.0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static final int FIRST = 6;

  @Override
  public byte[] bytes() {
    var bodies = new ArrayList<String>();
    int firstPage = FIRST + objects.size();
    var kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(firstPage + 2 * i).append(" 0 R ");
    }
    bodies.add("<</Type/Catalog/Pages 2 0 R" + ofCatalogue + ">>");
    bodies.add("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
    bodies.add(
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H"
            + "/DescendantFonts[4 0 R]>>");
    bodies.add(
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 939 500]"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>");
    bodies.add(
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
            + "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
    bodies.addAll(objects);
    for (int i = 0; i < pages.size(); i++) {
      bodies.add(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s %s]/Resources<</Font<</F1 3 0 R%s>>%s>>/Contents %d 0 R%s>>"
              .formatted(
                  number(width),
                  number(height),
                  ofFonts,
                  ofResources,
                  firstPage + 2 * i + 1,
                  ofPages));
      String content = pages.get(i).toString();
      String filter = "";
      if (packed) {
        content = deflated(content);
        filter = "/Filter/FlateDecode";
      }
      bodies.add(
          "<<%s/Length %d>>stream\n%s\nendstream".formatted(filter, content.length(), content));
    }
    var file = new StringBuilder("%PDF-1.7\n");
    var offsets = new ArrayList<Integer>();
    for (int i = 0; i < bodies.size(); i++) {
      offsets.add(file.length());
      file.append(i + 1).append(" 0 obj\n").append(bodies.get(i)).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(bodies.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(at -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", at)));
    file.append("trailer\n<</Size ").append(bodies.size() + 1).append("/Root 1 0 R>>\nstartxref\n");
    file.append(table).append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String deflated(String content) {
    var deflater = new Deflater();
    deflater.setInput(content.getBytes(StandardCharsets.ISO_8859_1));
    deflater.finish();
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
