package dev.rollup.office;

import java.util.HashSet;
import java.util.List;
import org.w3c.dom.Element;

/** What Excel asks of what is drawn on a sheet. A chart that it cannot read it takes away. */
final class DrawingRules {

  private final OfficePackage file;
  private final String part;
  private final FormulaRules formulas;
  private final Complaints complaints;

  DrawingRules(OfficePackage file, String part, FormulaRules formulas, Complaints complaints) {
    this.file = file;
    this.part = part;
    this.formulas = formulas;
    this.complaints = complaints;
  }

  /** Holds all of them against the drawing. */
  void check() {
    Element drawing = file.xml(part).orElse(null);
    if (drawing == null) {
      return;
    }
    var ids = new HashSet<String>();
    for (var shape : Xml.all(drawing, "cNvPr")) {
      complaints.unless(
          ids.add(shape.getAttribute("id")) && Xml.number(shape, "id").orElse(0) > 0,
          part,
          "two shapes are the " + shape.getAttribute("id") + "th");
    }
    for (var anchor : Xml.children(drawing, "twoCellAnchor")) {
      complaints.unless(
          end(anchor, "from", "row") <= end(anchor, "to", "row")
              && end(anchor, "from", "col") <= end(anchor, "to", "col"),
          part,
          "a shape ends before it begins");
    }
    for (var relation : file.relations(part)) {
      if (relation.type().equals("chart")) {
        file.xml(relation.target()).ifPresent(chart -> chart(relation.target(), chart));
      }
    }
  }

  private static int end(Element anchor, String end, String of) {
    return Xml.at(anchor, end, of)
        .mapToInt(number -> Integer.parseInt(number.getTextContent()))
        .findFirst()
        .orElse(0);
  }

  private void chart(String at, Element chart) {
    List<Element> plots =
        Xml.at(chart, "chart", "plotArea").flatMap(area -> Xml.children(area).stream()).toList();
    var axes = new HashSet<String>();
    for (var plot : plots) {
      if (plot.getLocalName().endsWith("Ax")) {
        complaints.unless(axes.add(Xml.value(plot, "axId").orElse("")), at, "two axes of one id");
      }
    }
    for (var plot : plots) {
      for (var axis : Xml.children(plot, plot.getLocalName().endsWith("Ax") ? "crossAx" : "axId")) {
        complaints.unless(
            axes.contains(Xml.attribute(axis, "val")), at, "there is no axis of that id");
      }
    }
    for (var which : List.of("idx", "order")) {
      var seen = new HashSet<String>();
      for (var series : Xml.all(chart, "ser")) {
        complaints.unless(
            seen.add(Xml.value(series, which).orElse("")), at, "two series of one " + which);
      }
    }
    for (var formula : Xml.all(chart, "f")) {
      formulas.range(at, formula.getTextContent());
      cached(at, formula);
    }
  }

  /**
   * What is shown until the numbers are asked for: as many as there are cells, each in its turn.
   */
  private void cached(String at, Element formula) {
    String range = formula.getTextContent();
    Area area = Area.of(range.substring(range.lastIndexOf('!') + 1));
    for (var cache : List.of("strCache", "numCache")) {
      for (var kept : Xml.children((Element) formula.getParentNode(), cache)) {
        complaints.unless(
            Xml.value(kept, "ptCount").orElse("").equals(Integer.toString(area.size())),
            at,
            range + " is kept as " + Xml.value(kept, "ptCount").orElse("nothing"));
        var seen = new HashSet<Integer>();
        for (var point : Xml.children(kept, "pt")) {
          int number = Xml.number(point, "idx").orElse(-1);
          complaints.unless(
              number >= 0 && number < area.size() && seen.add(number), at, "a point out of turn");
        }
      }
    }
    complaints.unless(
        Xml.children((Element) formula.getParentNode()).size() > 1, at, range + " is not kept");
  }
}
