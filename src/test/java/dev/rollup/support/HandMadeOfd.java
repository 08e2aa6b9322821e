package dev.rollup.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes open fixed layout documents (GB/T 33190) as XML, with what a test asks for. */
public final class HandMadeOfd implements Paper {

  private static final double MILLIMETRES = 25.4 / 72;
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final double width;
  private final double height;
  private final List<StringBuilder> pages = new ArrayList<>();
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder common = new StringBuilder();
  private final StringBuilder document = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private String prefix = "ofd";
  private int id = 100;

  public HandMadeOfd(double width, double height) {
    this.width = width;
    this.height = height;
    page();
  }

  /** An upright page of A4. */
  public static HandMadeOfd a4() {
    return new HandMadeOfd(595, 842);
  }

  @Override
  public HandMadeOfd page() {
    pages.add(new StringBuilder());
    return this;
  }

  /** Adds objects as they are, with the prefix {@code ofd}. */
  public HandMadeOfd raw(String objects) {
    pages.get(pages.size() - 1).append(objects);
    return this;
  }

  /** Adds a part, with the prefix {@code ofd} declared at its root. */
  public HandMadeOfd part(String name, String xml) {
    parts.put(name, xml);
    return this;
  }

  /** Adds elements to what all pages share. */
  public HandMadeOfd common(String xml) {
    common.append(xml);
    return this;
  }

  /** Adds elements to the document, behind its pages. */
  public HandMadeOfd document(String xml) {
    document.append(xml);
    return this;
  }

  /** Adds elements to the body of the package. */
  public HandMadeOfd body(String xml) {
    body.append(xml);
    return this;
  }

  /** Uses another prefix, or none. */
  public HandMadeOfd prefix(String other) {
    prefix = other;
    return this;
  }

  /** Returns a text object; what it says is as it stands in XML. */
  public String textObject(
      double x, double y, double size, String text, String attributes, String inside) {
    var deltas = new StringBuilder();
    for (int i = 0; i + 1 < text.length(); i++) {
      deltas.append(mm(Paper.width(text.substring(i, i + 1), size))).append(' ');
    }
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return ("<ofd:TextObject ID=\"%d\" Boundary=\"%s %s %s %s\" Font=\"1\" Size=\"%s\"%s>%s"
            + "<ofd:TextCode X=\"0\" Y=\"%s\"%s>%s</ofd:TextCode></ofd:TextObject>")
        .formatted(
            id++,
            mm(x),
            mm(y - size),
            mm(Paper.width(text, size) + 1),
            mm(size * 1.4),
            mm(size),
            attributes,
            inside,
            mm(size),
            deltas.length() == 0 ? "" : " DeltaX=\"" + deltas.toString().strip() + "\"",
            escaped);
  }

  @Override
  public HandMadeOfd text(double x, double y, double size, String text, int colour) {
    return raw(textObject(x, y, size, text, "", "<ofd:FillColor Value=\"" + rgb(colour) + "\"/>"));
  }

  @Override
  public HandMadeOfd text(double x, double y, double size, String text) {
    return text(x, y, size, text, 0);
  }

  @Override
  public HandMadeOfd line(double x0, double y0, double x1, double y1) {
    double left = Math.min(x0, x1);
    double top = Math.min(y0, y1);
    return raw(
        ("<ofd:PathObject ID=\"%d\" Boundary=\"%s %s %s %s\" LineWidth=\"0.18\">"
                + "<ofd:AbbreviatedData>M %s %s L %s %s</ofd:AbbreviatedData></ofd:PathObject>")
            .formatted(
                id++,
                mm(left),
                mm(top),
                mm(Math.abs(x1 - x0)),
                mm(Math.abs(y1 - y0)),
                mm(x0 - left),
                mm(y0 - top),
                mm(x1 - left),
                mm(y1 - top)));
  }

  @Override
  public HandMadeOfd fill(double x, double y, double across, double down, int colour) {
    return raw(
        ("<ofd:PathObject ID=\"%d\" Boundary=\"%s %s %s %s\" Stroke=\"false\" Fill=\"true\">"
                + "<ofd:FillColor Value=\"%s\"/>"
                + "<ofd:AbbreviatedData>M 0 0 L %4$s 0 L %4$s %5$s L 0 %5$s C</ofd:AbbreviatedData>"
                + "</ofd:PathObject>")
            .formatted(id++, mm(x), mm(y), mm(across), mm(down), rgb(colour)));
  }

  @Override
  public HandMadeOfd picture(double x, double y, double across, double down) {
    return raw(
        "<ofd:ImageObject ID=\"%d\" Boundary=\"%s %s %s %s\" ResourceID=\"9\"/>"
            .formatted(id++, mm(x), mm(y), mm(across), mm(down)));
  }

  private static String rgb(int colour) {
    return (colour >> 16 & 0xFF) + " " + (colour >> 8 & 0xFF) + " " + (colour & 0xFF);
  }

  /** Returns a length in points as millimetres. */
  public static String mm(double points) {
    return String.format(Locale.ROOT, "%.3f", points * MILLIMETRES);
  }

  @Override
  public byte[] bytes() {
    var all = new LinkedHashMap<String, String>();
    all.put(
        "OFD.xml",
        "<ofd:OFD DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>"
            + "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            + body
            + "</ofd:DocBody></ofd:OFD>");
    var list = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      list.append(
          "<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(i + 1, i));
      all.put(
          "Doc_0/Pages/Page_" + i + "/Content.xml",
          "<ofd:Page><ofd:Content><ofd:Layer ID=\"50\" Type=\"Body\">"
              + pages.get(i)
              + "</ofd:Layer></ofd:Content></ofd:Page>");
    }
    all.put(
        "Doc_0/Document.xml",
        "<ofd:Document><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 "
            + mm(width)
            + " "
            + mm(height)
            + "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
            + common
            + "</ofd:CommonData><ofd:Pages>"
            + list
            + "</ofd:Pages>"
            + document
            + "</ofd:Document>");
    all.put(
        "Doc_0/PublicRes.xml",
        "<ofd:Res BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"1\" FontName=\"宋体\" FamilyName=\"宋体\"/>"
            + "</ofd:Fonts></ofd:Res>");
    all.putAll(parts);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : all.entrySet()) {
        var entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(FixedZip.TIME);
        zip.putNextEntry(entry);
        zip.write((PROLOG + named(part.getValue())).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String named(String xml) {
    String declared =
        xml.replaceFirst(
            "^<(ofd:\\w+)",
            prefix.isEmpty()
                ? "<$1 xmlns=\"http://www.ofdspec.org/2016\""
                : "<$1 xmlns:" + prefix + "=\"http://www.ofdspec.org/2016\"");
    return declared
        .replace("<ofd:", prefix.isEmpty() ? "<" : "<" + prefix + ":")
        .replace("</ofd:", prefix.isEmpty() ? "</" : "</" + prefix + ":");
  }
}
