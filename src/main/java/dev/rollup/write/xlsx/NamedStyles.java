package dev.rollup.write.xlsx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTStylesheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/**
 * The styles of a workbook that have names, by which an office changes how all cells of a kind
 * look: their type and their background. Where a text stands in its cell, and how a number is
 * written, belongs to the cell.
 */
final class NamedStyles {

  private static final String SPACE = CTStylesheet.type.getName().getNamespaceURI();
  private static final QName STYLES = new QName(SPACE, "cellStyles");
  private static final QName STYLE = new QName(SPACE, "cellStyle");
  private static final QName FORMATS = new QName(SPACE, "cellXfs");
  private static final QName COUNT = new QName("count");
  private static final QName NAME = new QName("name");
  private static final QName FORMAT = new QName("xfId");
  private static final QName BUILT_IN = new QName("builtinId");

  private final StylesTable table;
  private final Map<String, Integer> formats = new HashMap<>();

  NamedStyles(StylesTable table) {
    this.table = table;
  }

  /** Makes a style of a cell one of the kind that has a name. */
  void assign(XSSFCellStyle style, CellFormat cellFormat) {
    String name = name(cellFormat);
    int format = formats.computeIfAbsent(name, any -> add(name, style.getCoreXf()));
    CTXf own = style.getCoreXf();
    own.setXfId(format);
    // What is not the cell's own follows the style when somebody changes that. To say so in words
    // would make some programs take the cell for one without a background.
    if (own.isSetApplyFont()) {
      own.unsetApplyFont();
    }
    if (own.isSetApplyFill()) {
      own.unsetApplyFill();
    }
    own.setApplyAlignment(true);
    own.setApplyBorder(true);
    own.setApplyNumberFormat(true);
    own.setApplyProtection(true);
  }

  private static String name(CellFormat cellFormat) {
    String type = "汇总 " + cellFormat.type().name();
    return cellFormat.fill() == null ? type : type + "·" + background(cellFormat.fill());
  }

  private static String background(String fill) {
    return switch (fill) {
      case TableSheet.HEAD_FILL -> "底色";
      case TableSheet.TOTAL_FILL -> "合计";
      case TableSheet.ALERT_FILL -> "须改正";
      case TableSheet.NOTE_FILL -> "请核实";
      case FormSheet.INPUT_FILL -> "填写";
      default -> fill;
    };
  }

  private int add(String name, CTXf like) {
    CTXf format = CTXf.Factory.newInstance();
    format.setNumFmtId(0);
    format.setFontId(like.getFontId());
    format.setFillId(like.getFillId());
    format.setBorderId(0);
    int id = table.putCellStyleXf(format) - 1;
    try (XmlCursor at = table.getCTStylesheet().newCursor()) {
      Set<String> taken = styles(at);
      String free = name;
      for (int n = 2; taken.contains(free); n++) {
        free = name + " " + n;
      }
      at.toEndToken();
      at.beginElement(STYLE);
      at.insertAttributeWithValue(NAME, free);
      at.insertAttributeWithValue(FORMAT, String.valueOf(id));
      at.toParent();
      at.toParent();
      at.setAttributeText(COUNT, String.valueOf(taken.size() + 1));
    }
    return id;
  }

  /** Leads to the list of named styles, which is made where there is none; returns their names. */
  private static Set<String> styles(XmlCursor at) {
    if (!at.toChild(STYLES)) {
      // They stand behind the formats of the cells, wherever those are not put in later.
      if (at.toChild(FORMATS)) {
        at.toEndToken();
        at.toNextToken();
      } else {
        at.toEndToken();
      }
      at.beginElement(STYLES);
      at.beginElement(STYLE);
      at.insertAttributeWithValue(NAME, "Normal");
      at.insertAttributeWithValue(FORMAT, "0");
      at.insertAttributeWithValue(BUILT_IN, "0");
      at.toParent();
      at.toParent();
    }
    var names = new HashSet<String>();
    try (XmlCursor each = at.newCursor()) {
      for (boolean more = each.toFirstChild(); more; more = each.toNextSibling()) {
        names.add(String.valueOf(each.getAttributeText(NAME)));
      }
    }
    return names;
  }
}
