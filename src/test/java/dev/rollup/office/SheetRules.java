package dev.rollup.office;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What Excel asks of one sheet. */
final class SheetRules {

  private static final int LONGEST_TEXT = 32767;
  private static final int LONGEST_LIST = 255;
  private static final int LONGEST_PROMPT_TITLE = 32;
  private static final int LONGEST_PROMPT = 255;
  private static final int LONGEST_HEADER = 255;
  private static final int LONGEST_LINK = 2083;
  private static final int MOST_LINKS = 65530;
  private static final int MOST_BREAKS = 1026;
  private static final double WIDEST = 255;
  private static final double HIGHEST = 409.5;
  private static final int DEEPEST = 7;
  private static final Set<String> ERRORS =
      Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!");

  private final OfficePackage file;
  private final String part;
  private final Element sheet;
  private final StyleRules styles;
  private final FormulaRules formulas;
  private final int texts;
  private final Map<String, String> sheets;
  private final Complaints complaints;
  private int textsUsed;

  /**
   * The rules of a sheet.
   *
   * @param texts how many shared texts there are
   * @param sheets the parts of the sheets, by their names in capitals
   */
  SheetRules(
      OfficePackage file,
      String part,
      StyleRules styles,
      FormulaRules formulas,
      int texts,
      Map<String, String> sheets,
      Complaints complaints) {
    this.file = file;
    this.part = part;
    this.sheet = file.xml(part).orElseThrow();
    this.styles = styles;
    this.formulas = formulas;
    this.texts = texts;
    this.sheets = sheets;
    this.complaints = complaints;
  }

  /** Holds all of them against the sheet. */
  void check() {
    columns();
    rows();
    List<Area> merged = areas("ref", Xml.at(sheet, "mergeCells", "mergeCell").toList(), "merged");
    merged.forEach(area -> complaints.unless(area.isLarge(), part, "one cell is merged"));
    counts();
    views();
    validations();
    conditions();
    links();
    page();
    comments();
    Xml.at(sheet, "ignoredErrors", "ignoredError").forEach(this::onSheet);
    Xml.at(sheet, "drawing")
        .flatMap(drawing -> file.relation(part, drawing).stream())
        .forEach(drawing -> new DrawingRules(file, drawing.target(), formulas, complaints).check());
  }

  /** Returns how many cells hold a shared text. */
  int textsUsed() {
    return textsUsed;
  }

  /** Tells whether it is one that is worked on. */
  boolean isSelected() {
    return Xml.at(sheet, "sheetViews", "sheetView").anyMatch(v -> Xml.isTrue(v, "tabSelected"));
  }

  /** Returns the cells that are filtered. */
  Optional<String> filtered() {
    return Xml.child(sheet, "autoFilter").map(filter -> filter.getAttribute("ref"));
  }

  private void columns() {
    int last = 0;
    for (var column : Xml.at(sheet, "cols", "col").toList()) {
      int first = Xml.number(column, "min").orElse(0);
      complaints.unless(first > last, part, "the columns from " + first + " are told of twice");
      last = Xml.number(column, "max").orElse(0);
      complaints.unless(
          last >= first && last <= Area.COLUMNS, part, "there are no columns up to " + last);
      styled(column, "style");
      level(column);
      String width = column.getAttribute("width");
      complaints.unless(
          width.isEmpty() || isFrom0(width, WIDEST), part, "a column of the width " + width);
    }
  }

  private void level(Element of) {
    complaints.unless(
        Xml.number(of, "outlineLevel").orElse(0) <= DEEPEST, part, "more than seven levels");
  }

  private static boolean isFrom0(String number, double most) {
    double value = Double.parseDouble(number);
    return value >= 0 && value <= most;
  }

  private void styled(Element of, String attribute) {
    int style = Xml.number(of, attribute).orElse(0);
    complaints.unless(styles.has(style), part, "the style " + style + " is not there");
  }

  private void rows() {
    int last = 0;
    var shared = new HashSet<String>();
    for (var row : Xml.at(sheet, "sheetData", "row").toList()) {
      int number = Xml.number(row, "r").orElse(last + 1);
      complaints.unless(number > last, part, "row " + number + " is out of turn");
      complaints.unless(number <= Area.ROWS, part, "there is no row " + number);
      last = number;
      styled(row, "s");
      level(row);
      String height = row.getAttribute("ht");
      complaints.unless(
          height.isEmpty() || isFrom0(height, HIGHEST), part, "row " + number + " is too high");
      int column = 0;
      for (var cell : Xml.children(row, "c")) {
        String at = cell.getAttribute("r");
        Area place = at.isEmpty() ? new Area(column + 1, number, column + 1, number) : Area.of(at);
        complaints.unless(
            place.isOnSheet() && place.left() > column && place.top() == number,
            part,
            at + " is out of turn");
        column = place.left();
        cell(at, cell, shared);
      }
    }
    String dimension = Xml.child(sheet, "dimension").map(d -> d.getAttribute("ref")).orElse("A1");
    complaints.unless(Area.of(dimension).isOnSheet(), part, "it is as large as " + dimension);
  }

  private void cell(String at, Element cell, Set<String> shared) {
    styled(cell, "s");
    String where = part + " " + at;
    String value = Xml.child(cell, "v").map(Element::getTextContent).orElse("");
    String type = cell.getAttribute("t");
    Optional<Element> formula = Xml.child(cell, "f");
    boolean isRight =
        switch (type) {
          case "s" -> {
            textsUsed++;
            yield value.matches("\\d{1,9}") && Integer.parseInt(value) < texts;
          }
          case "", "n" -> value.isEmpty() || isNumber(value);
          case "b" -> value.equals("0") || value.equals("1");
          case "e" -> ERRORS.contains(value);
          case "str" -> formula.isPresent() && value.length() <= LONGEST_TEXT;
          case "inlineStr" -> value.isEmpty() && Xml.child(cell, "is").isPresent();
          default -> false;
        };
    complaints.unless(isRight, where, "a value of type “" + type + "” is “" + value + "”");
    Xml.child(cell, "is").ifPresent(text -> WorkbookRules.text(where, text, complaints));
    formula.ifPresent(of -> formula(where, of, shared));
  }

  private static boolean isNumber(String value) {
    return value.matches("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?")
        && Double.isFinite(Double.parseDouble(value));
  }

  /** One of those that share a formula says it, before the others. */
  private void formula(String where, Element formula, Set<String> shared) {
    String text = formula.getTextContent();
    if (formula.getAttribute("t").equals("shared")) {
      String group = formula.getAttribute("si");
      complaints.unless(
          formula.hasAttribute("ref") ? shared.add(group) : shared.contains(group),
          where,
          "shares what is not there");
      if (text.isEmpty()) {
        return;
      }
    }
    formulas.cell(where, text, name());
  }

  private String name() {
    return sheets.entrySet().stream()
        .filter(of -> of.getValue().equals(part))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Returns the areas of elements; no two may share a cell. */
  private List<Area> areas(String attribute, List<Element> elements, String how) {
    var all = new ArrayList<Area>();
    for (var element : elements) {
      for (var area : Area.all(element.getAttribute(attribute))) {
        complaints.unless(
            area.isOnSheet(), part, how + ": " + element.getAttribute(attribute) + " is no area");
        complaints.unless(
            all.stream().noneMatch(area::meets),
            part,
            how + " twice: " + element.getAttribute(attribute));
        all.add(area);
      }
    }
    return all;
  }

  private void onSheet(Element element) {
    String areas = element.getAttribute("sqref");
    complaints.unless(
        Area.all(areas).stream().allMatch(Area::isOnSheet), part, areas + " are no areas");
  }

  private void counts() {
    for (var group : List.of("mergeCells", "dataValidations", "rowBreaks", "colBreaks")) {
      Xml.child(sheet, group)
          .ifPresent(
              of -> {
                int number = Xml.children(of).size();
                complaints.unless(
                    Xml.number(of, "count").orElse(number) == number,
                    part,
                    group + " counts wrong");
                complaints.unless(number > 0, part, group + " is empty");
              });
    }
    for (var breaks : List.of("rowBreaks", "colBreaks")) {
      List<Element> all = Xml.at(sheet, breaks, "brk").toList();
      complaints.unless(all.size() <= MOST_BREAKS, part, "too many breaks of pages");
      long manual = all.stream().filter(of -> Xml.isTrue(of, "man")).count();
      Xml.child(sheet, breaks)
          .ifPresent(
              of ->
                  complaints.unless(
                      Xml.number(of, "manualBreakCount").orElse(0) == manual,
                      part,
                      breaks + " counts wrong what a person set"));
      var ids = new HashSet<String>();
      all.forEach(of -> complaints.unless(ids.add(of.getAttribute("id")), part, "a break twice"));
    }
  }

  private void views() {
    var seen = new HashSet<String>();
    for (var view : Xml.at(sheet, "sheetViews", "sheetView").toList()) {
      complaints.unless(
          seen.add(view.getAttribute("workbookViewId")), part, "is seen twice in one window");
      var panes = new HashSet<String>();
      for (var selection : Xml.children(view, "selection")) {
        complaints.unless(
            panes.add(selection.getAttribute("pane")), part, "two selections in one pane");
        String areas = selection.getAttribute("sqref");
        complaints.unless(
            areas.isEmpty() || Area.all(areas).stream().allMatch(Area::isOnSheet),
            part,
            areas + " is selected");
      }
      Xml.child(view, "pane")
          .ifPresent(
              pane -> {
                String at = pane.getAttribute("topLeftCell");
                complaints.unless(
                    at.isEmpty() || Area.of(at).isOnSheet(), part, at + " is no cell");
                boolean isDown = !pane.getAttribute("ySplit").isEmpty();
                boolean isAcross = !pane.getAttribute("xSplit").isEmpty();
                String expected =
                    isDown && isAcross ? "bottomRight" : isDown ? "bottomLeft" : "topRight";
                complaints.unless(
                    pane.getAttribute("activePane").equals(expected),
                    part,
                    "of the panes, " + pane.getAttribute("activePane") + " is worked in");
              });
    }
  }

  private void validations() {
    List<Element> all = Xml.at(sheet, "dataValidations", "dataValidation").toList();
    areas("sqref", all, "validated");
    for (var one : all) {
      String where = part + " " + one.getAttribute("sqref");
      for (var title : List.of("promptTitle", "errorTitle")) {
        complaints.unless(
            one.getAttribute(title).length() <= LONGEST_PROMPT_TITLE, where, title + " too long");
      }
      for (var text : List.of("prompt", "error")) {
        complaints.unless(
            one.getAttribute(text).length() <= LONGEST_PROMPT, where, text + " is too long");
      }
      Optional<Element> first = Xml.child(one, "formula1");
      String type = one.getAttribute("type");
      complaints.unless(
          first.isPresent() || List.of("", "none").contains(type), where, "is held to nothing");
      boolean needsTwo =
          List.of("", "between", "notBetween").contains(one.getAttribute("operator"))
              && List.of("whole", "decimal", "date", "time", "textLength").contains(type);
      complaints.unless(
          !needsTwo || Xml.child(one, "formula2").isPresent(), where, "is between what?");
      for (var formula : Xml.children(one)) {
        String text = formula.getTextContent();
        formulas.cell(where, text, name());
        complaints.unless(
            !text.startsWith("\"") || text.length() - 2 <= LONGEST_LIST, where, "list too long");
      }
    }
  }

  private void conditions() {
    var priorities = new HashSet<String>();
    for (var group : Xml.children(sheet, "conditionalFormatting")) {
      onSheet(group);
      for (var rule : Xml.children(group, "cfRule")) {
        String where = part + " " + group.getAttribute("sqref");
        complaints.unless(
            priorities.add(rule.getAttribute("priority"))
                && Xml.number(rule, "priority").orElse(0) >= 1,
            where,
            "two rules are the " + rule.getAttribute("priority") + "th");
        Xml.number(rule, "dxfId")
            .ifPresent(
                style ->
                    complaints.unless(
                        styles.hasDifferent(style), where, "there is no look " + style));
        for (var formula : Xml.children(rule, "formula")) {
          formulas.cell(where, formula.getTextContent(), name());
        }
      }
    }
  }

  private void links() {
    List<Element> all = Xml.at(sheet, "hyperlinks", "hyperlink").toList();
    complaints.unless(all.size() <= MOST_LINKS, part, all.size() + " links");
    areas("ref", all, "linked");
    for (var link : all) {
      String where = part + " " + link.getAttribute("ref");
      String location = link.getAttribute("location");
      complaints.unless(
          !location.isEmpty() || file.relation(part, link).isPresent(), where, "leads nowhere");
      complaints.unless(location.length() <= LONGEST_LINK, where, "leads too far");
      complaints.unless(
          Xml.attribute(link, "tooltip").length() <= LONGEST_PROMPT, where, "says too much");
      if (location.contains("!")) {
        String name = location.substring(0, location.lastIndexOf('!'));
        String bare =
            name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
        complaints.unless(
            sheets.containsKey(bare.toUpperCase(Locale.ROOT))
                && Area.of(location.substring(location.lastIndexOf('!') + 1)).isOnSheet(),
            where,
            "leads to " + location);
      }
    }
  }

  private void page() {
    for (var text : Xml.child(sheet, "headerFooter").map(Xml::children).orElse(List.of())) {
      String content = text.getTextContent();
      complaints.unless(
          content.length() <= LONGEST_HEADER, part, text.getLocalName() + " is too long");
      complaints.unless(
          content
                  .replaceAll("&(&|[LCRPNDTZFAGBIUESXYOH]|K[0-9A-F+-]{5,6}|\\d+|\"[^\"]*\")", "")
                  .indexOf('&')
              < 0,
          part,
          text.getLocalName() + " asks for what there is not: " + content);
    }
    Xml.child(sheet, "pageSetup")
        .ifPresent(
            setup -> {
              int scale = Xml.number(setup, "scale").orElse(100);
              complaints.unless(scale >= 10 && scale <= 400, part, "printed at " + scale + " %");
              for (var fit : List.of("fitToWidth", "fitToHeight")) {
                int pages = Xml.number(setup, fit).orElse(1);
                complaints.unless(pages >= 0 && pages <= LONGEST_TEXT, part, fit + " " + pages);
              }
            });
  }

  private void comments() {
    file.related(part, "comments")
        .flatMap(file::xml)
        .ifPresent(
            comments -> {
              int authors = (int) Xml.at(comments, "authors", "author").count();
              List<Element> all = Xml.at(comments, "commentList", "comment").toList();
              areas("ref", all, "commented");
              for (var comment : all) {
                String where = part + " " + comment.getAttribute("ref");
                complaints.unless(
                    Xml.number(comment, "authorId").orElse(-1) < authors, where, "of nobody");
                Xml.child(comment, "text")
                    .ifPresent(text -> WorkbookRules.text(where, text, complaints));
              }
              drawn(all);
            });
  }

  /** Each comment has a box, which says of which cell it is. */
  private void drawn(List<Element> comments) {
    Optional<Element> drawing =
        Xml.at(sheet, "legacyDrawing")
            .flatMap(of -> file.relation(part, of).stream())
            .flatMap(of -> file.xml(of.target()).stream())
            .findFirst();
    var boxes = new ArrayList<String>();
    var ids = new HashSet<String>();
    for (var shape : drawing.map(of -> Xml.all(of, "shape")).orElse(List.of())) {
      complaints.unless(ids.add(shape.getAttribute("id")), part, "two boxes of one id");
      for (var data : Xml.children(shape, "ClientData")) {
        boxes.add(
            Xml.child(data, "Row").map(Element::getTextContent).orElse("")
                + " "
                + Xml.child(data, "Column").map(Element::getTextContent).orElse(""));
      }
    }
    List<String> cells =
        comments.stream()
            .map(comment -> Area.of(comment.getAttribute("ref")))
            .map(cell -> (cell.top() - 1) + " " + (cell.left() - 1))
            .toList();
    complaints.unless(
        boxes.size() == cells.size() && boxes.containsAll(cells),
        part,
        "the boxes of the comments are at " + boxes + ", not " + cells);
  }
}
