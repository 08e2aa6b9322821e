package dev.rollup.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Element;

/**
 * What Excel asks of a workbook beside its schema: its limits as Microsoft's "Excel specifications
 * and limits" and the notes on implementation [MS-OI29500] tell them, and what it offers to repair.
 */
final class WorkbookRules {

  private static final int LONGEST_SHEET_NAME = 31;
  private static final int LONGEST_NAME = 255;
  private static final int LARGEST_SHEET_ID = 65534;
  private static final int LONGEST_TEXT = 32767;

  private final OfficePackage file;
  private final Complaints complaints;
  private final String part;
  private final Element workbook;
  private final FormulaRules formulas;

  /** Where each sheet is, by its name in capitals. */
  private final Map<String, String> sheets = new HashMap<>();

  WorkbookRules(OfficePackage file, XSSFWorkbook opened, Complaints complaints) {
    this.file = file;
    this.complaints = complaints;
    this.part = file.main().orElseThrow();
    this.workbook = file.mainXml();
    this.formulas = new FormulaRules(opened, complaints);
  }

  /** Holds all of them against the file. */
  void check() {
    sheets();
    views();
    names();
    var styles = new StyleRules(file, part, complaints);
    styles.check();
    List<Element> texts =
        file.related(part, "sharedStrings")
            .flatMap(file::xml)
            .map(shared -> Xml.children(shared, "si"))
            .orElse(List.of());
    texts.forEach(item -> text("shared text", item, complaints));
    int used = 0;
    int selected = 0;
    for (var sheet : Xml.at(workbook, "sheets", "sheet").toList()) {
      String at = file.relation(part, sheet).map(OfficePackage.Relation::target).orElse("");
      if (file.xml(at).isPresent()) {
        var rules = new SheetRules(file, at, styles, formulas, texts.size(), sheets, complaints);
        rules.check();
        filter(sheet, rules.filtered());
        used += rules.textsUsed();
        selected += rules.isSelected() ? 1 : 0;
      }
    }
    // What is typed goes into every sheet that is selected.
    complaints.unless(selected <= 1, part, selected + " sheets are selected at once");
    counts(used, texts.size());
  }

  private void counts(int used, int texts) {
    file.related(part, "sharedStrings")
        .ifPresent(
            at -> {
              Element shared = file.xml(at).orElseThrow();
              complaints.unless(
                  Xml.number(shared, "uniqueCount").orElse(texts) == texts, at, "counts wrong");
              // POI counts what was typed over, too; nothing that reads it minds.
              complaints.unless(
                  Xml.number(shared, "count").orElse(used) >= used, at, "counts the cells wrong");
            });
  }

  private void sheets() {
    var ids = new HashSet<Integer>();
    var targets = new HashSet<String>();
    boolean anyVisible = false;
    for (var sheet : Xml.at(workbook, "sheets", "sheet").toList()) {
      String name = sheet.getAttribute("name");
      complaints.unless(isSheetName(name), part, "“" + name + "” is no name of a sheet");
      String target = file.relation(part, sheet).map(OfficePackage.Relation::target).orElse("");
      complaints.unless(
          sheets.put(name.toUpperCase(Locale.ROOT), target) == null,
          part,
          "two sheets are called " + name);
      complaints.unless(targets.add(target), part, "two sheets are one");
      int id = Xml.number(sheet, "sheetId").orElse(0);
      complaints.unless(
          ids.add(id) && id >= 1 && id <= LARGEST_SHEET_ID, part, "the sheet id " + id);
      anyVisible |= !isHidden(sheet);
    }
    complaints.unless(anyVisible, part, "no sheet can be seen");
  }

  static boolean isSheetName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_SHEET_NAME
        && !name.matches("(?s).*[\\\\/?*\\[\\]:\\x00-\\x1F].*")
        && !name.startsWith("'")
        && !name.endsWith("'")
        // Excel keeps that one for its list of changes.
        && !name.equalsIgnoreCase("History");
  }

  private static boolean isHidden(Element sheet) {
    return !List.of("", "visible").contains(sheet.getAttribute("state"));
  }

  private void views() {
    List<Element> all = Xml.at(workbook, "sheets", "sheet").toList();
    for (var view : Xml.at(workbook, "bookViews", "workbookView").toList()) {
      for (var which : List.of("activeTab", "firstSheet")) {
        int number = Xml.number(view, which).orElse(0);
        complaints.unless(
            number >= 0 && number < all.size() && !isHidden(all.get(number)),
            part,
            which + " " + number + " is no sheet that can be seen");
      }
    }
  }

  private void names() {
    List<Element> all = Xml.at(workbook, "sheets", "sheet").toList();
    var seen = new HashSet<String>();
    for (var defined : Xml.at(workbook, "definedNames", "definedName").toList()) {
      String name = defined.getAttribute("name");
      complaints.unless(isName(name), part, "“" + name + "” is no name");
      String scope = defined.getAttribute("localSheetId");
      complaints.unless(
          seen.add(scope + "!" + name.toUpperCase(Locale.ROOT)), part, name + " is given twice");
      complaints.unless(
          scope.isEmpty() || Integer.parseInt(scope) < all.size(), part, name + " is of no sheet");
      complaints.unless(
          !name.matches("_xlnm\\.(_FilterDatabase|Print_Area|Print_Titles)") || !scope.isEmpty(),
          part,
          name + " is of no one sheet");
      formulas.name(part + " " + name, defined.getTextContent());
    }
  }

  /** As Excel takes them: no address of a cell in either way of writing one, no spaces. */
  static boolean isName(String name) {
    String own = name.startsWith("_xlnm.") ? name.substring("_xlnm.".length()) : name;
    return name.length() <= LONGEST_NAME
        && own.matches("[\\p{L}_\\\\][\\p{L}\\p{N}\\p{M}._\\\\?]*")
        && !own.matches("(?i)[a-z]{1,3}\\d{1,7}")
        && !own.matches("(?i)r(\\d*)(c\\d*)?|c\\d*");
  }

  /** A filter is also a name, hidden, of the same cells; without it Excel forgets the filter. */
  private void filter(Element sheet, Optional<String> filtered) {
    List<Element> all = Xml.at(workbook, "sheets", "sheet").toList();
    String number = Integer.toString(all.indexOf(sheet));
    Optional<Element> database =
        Xml.at(workbook, "definedNames", "definedName")
            .filter(name -> name.getAttribute("name").equals("_xlnm._FilterDatabase"))
            .filter(name -> name.getAttribute("localSheetId").equals(number))
            .findFirst();
    Optional<String> range =
        database.map(
            name ->
                name.getTextContent()
                    .substring(name.getTextContent().lastIndexOf('!') + 1)
                    .replace("$", ""));
    String name = sheet.getAttribute("name");
    complaints.unless(
        range.equals(filtered),
        part,
        "the filter of " + name + " is " + filtered + ", not " + range);
    complaints.unless(
        database.map(of -> Xml.isTrue(of, "hidden")).orElse(true),
        part,
        "the filter of " + name + " is listed among the names");
  }

  /** What is in a cell: not too much, and no blank at either end that a reader may drop. */
  static void text(String at, Element item, Complaints complaints) {
    int length = 0;
    for (var text : Xml.all(item, "t")) {
      String content = text.getTextContent();
      if (!((Element) text.getParentNode()).getLocalName().equals("rPh")) {
        length += content.length();
      }
      complaints.unless(
          content.equals(content.strip()) || Xml.attribute(text, "space").equals("preserve"),
          at,
          "blanks are not kept: “" + content + "”");
    }
    complaints.unless(length <= LONGEST_TEXT, at, "a text of " + length + " characters");
  }
}
