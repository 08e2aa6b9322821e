package dev.rollup.read.pdf;

import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Which optional content (ISO 32000-1, 8.11) is off when the file is opened. */
final class Layers {

  private static final COSName OFF = COSName.getPDFName("OFF");
  private static final COSName ON = COSName.getPDFName("ON");
  private static final COSName AS = COSName.getPDFName("AS");
  private static final COSName VIEW = COSName.getPDFName("View");
  private static final COSName VE = COSName.getPDFName("VE");

  private static final int DEEPEST = 16;

  private final Set<COSBase> off = new HashSet<>();
  private final Set<COSBase> on = new HashSet<>();
  private final boolean offAtFirst;

  /** The layers of a file, by its catalogue. */
  Layers(COSDictionary catalogue) {
    COSDictionary properties = catalogue.getCOSDictionary(COSName.OCPROPERTIES);
    COSDictionary standard = properties == null ? null : properties.getCOSDictionary(COSName.D);
    this.offAtFirst = standard != null && OFF.equals(standard.getCOSName(COSName.BASE_STATE));
    if (standard != null) {
      collect(standard.getCOSArray(OFF), off);
      collect(standard.getCOSArray(ON), on);
      COSArray usages = standard.getCOSArray(AS);
      for (int i = 0; usages != null && i < usages.size(); i++) {
        if (usages.getObject(i) instanceof COSDictionary usage) {
          viewed(usage);
        }
      }
    }
  }

  /** Groups that say themselves whether they are shown on a screen (8.11.4.5). */
  private void viewed(COSDictionary usage) {
    COSArray groups = usage.getCOSArray(COSName.OCGS);
    boolean onScreen = VIEW.equals(usage.getCOSName(COSName.getPDFName("Event")));
    for (int i = 0; onScreen && groups != null && i < groups.size(); i++) {
      COSDictionary own = groups.getObject(i) instanceof COSDictionary group ? group : null;
      COSDictionary said = own == null ? null : own.getCOSDictionary(COSName.getPDFName("Usage"));
      COSDictionary view = said == null ? null : said.getCOSDictionary(VIEW);
      COSName state = view == null ? null : view.getCOSName(COSName.getPDFName("ViewState"));
      if (own != null && state != null) {
        (state.equals(OFF) ? off : on).add(own);
        (state.equals(OFF) ? on : off).remove(own);
      }
    }
  }

  private static void collect(@Nullable COSArray array, Set<COSBase> groups) {
    for (int i = 0; array != null && i < array.size(); i++) {
      COSBase group = array.getObject(i);
      if (group != null) {
        groups.add(group);
      }
    }
  }

  /** Tells whether what belongs to a group, or to several under a condition, is not shown. */
  boolean isOff(@Nullable COSBase content) {
    return content instanceof COSDictionary dictionary && !isShown(dictionary, 0);
  }

  private boolean isShown(COSDictionary content, int depth) {
    if (depth > DEEPEST) {
      return true;
    }
    if (!COSName.OCMD.equals(content.getCOSName(COSName.TYPE))) {
      return offAtFirst ? on.contains(content) : !off.contains(content);
    }
    if (content.getDictionaryObject(VE) instanceof COSArray expression) {
      return holds(expression, depth + 1);
    }
    COSBase groups = content.getDictionaryObject(COSName.OCGS);
    if (groups instanceof COSDictionary single) {
      return isShown(single, depth + 1);
    }
    if (!(groups instanceof COSArray several) || several.size() == 0) {
      return true;
    }
    int shown = 0;
    for (int i = 0; i < several.size(); i++) {
      boolean each =
          !(several.getObject(i) instanceof COSDictionary group) || isShown(group, depth + 1);
      shown += each ? 1 : 0;
    }
    String policy = content.getNameAsString(COSName.P, "AnyOn");
    return switch (policy) {
      case "AllOn" -> shown == several.size();
      case "AnyOff" -> shown < several.size();
      case "AllOff" -> shown == 0;
      default -> shown > 0;
    };
  }

  private boolean holds(COSArray expression, int depth) {
    if (depth > DEEPEST || expression.size() == 0) {
      return true;
    }
    String operator = expression.getName(0, "");
    boolean all = operator.equals("And");
    boolean any = false;
    for (int i = 1; i < expression.size(); i++) {
      COSBase operand = expression.getObject(i);
      boolean each =
          operand instanceof COSArray array
              ? holds(array, depth + 1)
              : !(operand instanceof COSDictionary group) || isShown(group, depth + 1);
      all &= each;
      any |= each;
    }
    return switch (operator) {
      case "And" -> all;
      case "Not" -> !any;
      default -> any;
    };
  }
}
