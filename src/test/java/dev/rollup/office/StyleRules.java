package dev.rollup.office;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** What Excel asks of the styles of a workbook: that everything they name is there. */
final class StyleRules {

  private static final int MOST_STYLES = 65490;
  private static final int MOST_FORMATS = 250;
  private static final int FIRST_OWN_FORMAT = 164;
  private static final int LONGEST_FORMAT = 255;
  private static final double LARGEST_TYPE = 409;

  private final Complaints complaints;
  private final String part;
  private final Optional<Element> styles;

  StyleRules(OfficePackage file, String workbook, Complaints complaints) {
    this.complaints = complaints;
    this.part = file.related(workbook, "styles").orElse("");
    this.styles = file.xml(part);
  }

  private List<Element> of(String group, String name) {
    return styles.map(all -> Xml.at(all, group, name).toList()).orElse(List.of());
  }

  /** Tells whether cells may be of a style. */
  boolean has(int style) {
    return style >= 0 && style < of("cellXfs", "xf").size();
  }

  /** Tells whether a rule may have what looks different. */
  boolean hasDifferent(int style) {
    return style >= 0 && style < of("dxfs", "dxf").size();
  }

  /** Holds all of them against the part. */
  void check() {
    if (styles.isEmpty()) {
      complaints.add("/", "there are no styles");
      return;
    }
    for (var group : Xml.children(styles.get())) {
      int number = Xml.children(group).size();
      complaints.unless(
          Xml.number(group, "count").orElse(number) == number,
          part,
          group.getLocalName() + " counts wrong");
    }
    complaints.unless(!of("fonts", "font").isEmpty(), part, "there is no font");
    complaints.unless(of("cellXfs", "xf").size() <= MOST_STYLES, part, "too many styles");
    fills();
    formats();
    of("cellStyleXfs", "xf").forEach(this::look);
    for (var style : of("cellXfs", "xf")) {
      look(style);
      in(style, "xfId", of("cellStyleXfs", "xf").size());
    }
    named();
    for (var size : Xml.at(styles.get(), "fonts", "font", "sz").toList()) {
      double points = Double.parseDouble(Xml.attribute(size, "val"));
      complaints.unless(points >= 1 && points <= LARGEST_TYPE, part, "type of " + points);
    }
  }

  /** The first two are none and grey, whatever stands there. */
  private void fills() {
    List<String> first =
        of("fills", "fill").stream()
            .limit(2)
            .flatMap(fill -> Xml.at(fill, "patternFill"))
            .map(fill -> fill.getAttribute("patternType").replaceFirst("^$", "none"))
            .toList();
    complaints.unless(
        first.equals(List.of("none", "gray125")) || first.equals(List.of("none", "darkGray")),
        part,
        "the first fills are " + first);
  }

  private void formats() {
    List<Element> all = of("numFmts", "numFmt");
    var ids = new HashSet<Integer>();
    for (var format : all) {
      int id = Xml.number(format, "numFmtId").orElse(-1);
      complaints.unless(ids.add(id), part, "two formats are " + id);
      String code = format.getAttribute("formatCode");
      complaints.unless(
          !code.isEmpty() && code.length() <= LONGEST_FORMAT && isFormat(code),
          part,
          "“" + code + "” is no format");
    }
    complaints.unless(all.size() <= MOST_FORMATS, part, "too many formats");
  }

  /** At most four sections, quotes that end. */
  private static boolean isFormat(String code) {
    String bare = code.replaceAll("\\\\.|\"[^\"]*\"|\\[[^\\]]*\\]|_.|\\*.", "");
    return bare.indexOf('"') < 0 && bare.chars().filter(c -> c == ';').count() <= 3;
  }

  private void look(Element style) {
    in(style, "fontId", of("fonts", "font").size());
    in(style, "fillId", of("fills", "fill").size());
    in(style, "borderId", of("borders", "border").size());
    int format = Xml.number(style, "numFmtId").orElse(0);
    complaints.unless(
        format < FIRST_OWN_FORMAT
            || of("numFmts", "numFmt").stream()
                .anyMatch(own -> Xml.number(own, "numFmtId").orElse(-1) == format),
        part,
        "the format " + format + " is not there");
  }

  private void in(Element style, String what, int size) {
    int number = Xml.number(style, what).orElse(0);
    complaints.unless(number >= 0 && number < size, part, what + " " + number + " is not there");
  }

  private void named() {
    var names = new HashSet<String>();
    var looks = new HashSet<String>();
    for (var style : of("cellStyles", "cellStyle")) {
      in(style, "xfId", of("cellStyleXfs", "xf").size());
      String name = style.getAttribute("name");
      complaints.unless(
          names.add(name.toLowerCase(Locale.ROOT)), part, "two styles are called " + name);
      complaints.unless(
          looks.add(style.getAttribute("xfId")), part, name + " looks as another is told to");
    }
  }
}
