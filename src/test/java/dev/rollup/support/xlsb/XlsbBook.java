package dev.rollup.support.xlsb;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Writes the part that a workbook begins with, and gives numbers to what its formulas call. */
final class XlsbBook {

  /** Sheets from one to another. */
  record Reference(int first, int last) {}

  private final Element root;
  private final List<String> sheets = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private boolean openFormulas;

  XlsbBook(Element root) {
    this.root = root;
    children("sheets", "sheet").forEach(sheet -> sheets.add(sheet.getAttribute("name")));
    children("definedNames", "definedName").forEach(name -> names.add(name.getAttribute("name")));
  }

  /** Notes that a formula has no result, so that all are to be calculated on opening. */
  void hasOpenFormula() {
    openFormulas = true;
  }

  List<String> names() {
    return names;
  }

  /** Returns the number of a sheet, or of several. */
  int reference(String first, String last) {
    var reference = new Reference(index(first), index(last == null ? first : last));
    if (!references.contains(reference)) {
      references.add(reference);
    }
    return references.indexOf(reference);
  }

  private int index(String sheet) {
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).equalsIgnoreCase(sheet)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no sheet " + sheet);
  }

  private List<Element> children(String list, String name) {
    Element parent = Xml.child(root, list);
    return parent == null ? List.of() : Xml.children(parent, name);
  }

  byte[] part() {
    var defined = new ArrayList<byte[]>();
    for (var name : children("definedNames", "definedName")) {
      var formula = XlsbFormula.ofName(name.getTextContent(), this);
      int flags =
          (Xml.flag(name, "hidden", false) ? 1 : 0)
              | (name.getAttribute("name").startsWith("_xlnm.") ? 1 << 5 : 0);
      defined.add(
          new RecordWriter()
              .i32(flags)
              .u8(0)
              .i32(Xml.number(name, "localSheetId", -1))
              .text(name.getAttribute("name").replaceFirst("^_xlnm\\.", ""))
              .bytes(formula.bytes())
              .i32(-1)
              .body());
    }
    Element properties = Xml.child(root, "workbookPr");
    boolean since1904 = properties != null && Xml.flag(properties, "date1904", false);
    var to = new RecordWriter().record(131);
    to.record(153).i32(since1904 ? 1 : 0).i32(0).text("ThisWorkbook");
    to.record(135).record(158).zeros(29).record(136);
    to.record(143);
    for (var sheet : children("sheets", "sheet")) {
      int state =
          List.of("visible", "hidden", "veryHidden")
              .indexOf(Xml.attribute(sheet, "state", "visible"));
      to.record(156)
          .i32(state)
          .i32(Xml.number(sheet, "sheetId", 1))
          .optional(Xml.arrow(sheet))
          .text(sheet.getAttribute("name"));
    }
    to.record(144);
    if (!references.isEmpty()) {
      to.record(353).record(357).record(362).i32(references.size());
      references.forEach(reference -> to.i32(0).i32(reference.first()).i32(reference.last()));
      to.record(354);
    }
    defined.forEach(name -> to.record(39).bytes(name));
    Element calculation = Xml.child(root, "calcPr");
    boolean full =
        openFormulas || calculation != null && Xml.flag(calculation, "fullCalcOnLoad", false);
    boolean forced = calculation != null && Xml.flag(calculation, "forceFullCalc", false);
    to.record(157)
        .i32(191029)
        .i32(1)
        .i32(100)
        .real(0.001)
        .i32(1)
        .u16((full ? 1 : 0) | 0x6A | (forced ? 1 << 8 : 0));
    return to.record(132).part();
  }
}
