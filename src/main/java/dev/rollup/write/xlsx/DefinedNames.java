package dev.rollup.write.xlsx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the defined names of a workbook as text. POI keeps some hundred bytes more of each, and a
 * summary has three for every row that is listed: of thousands of units more than all the rest.
 */
final class DefinedNames {

  /** The element that is to hold the names, empty or behind those that it holds. */
  private static final Pattern END =
      Pattern.compile("<(?:(\\w+):)?definedNames/>|</(?:(\\w+):)?definedNames>");

  private DefinedNames() {}

  /**
   * A defined name.
   *
   * @param refersTo a formula, without the equals sign
   * @param scope the sheet that it belongs to; null for the whole workbook
   */
  record Name(String name, String refersTo, @Nullable XSSFSheet scope, boolean hidden) {}

  /**
   * Writes a workbook's part with more names in it.
   *
   * @param workbook the part, with an element for names where there are any
   */
  static void insert(List<Name> names, String workbook, OutputStream out) throws IOException {
    var to = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Matcher end = END.matcher(workbook);
    if (names.isEmpty() || !end.find()) {
      to.write(workbook);
    } else {
      boolean empty = end.group().endsWith("/>");
      String prefix = end.group(empty ? 1 : 2);
      String space = prefix == null ? "" : prefix + ":";
      to.append(workbook, 0, end.start());
      if (empty) {
        to.append('<').append(space).append("definedNames>");
      }
      for (var name : names) {
        write(name, space, to);
      }
      to.append("</").append(space).append("definedNames>");
      to.append(workbook, end.end(), workbook.length());
    }
    to.flush();
  }

  private static void write(Name name, String space, Writer to) throws IOException {
    to.append('<').append(space).append("definedName name=\"");
    to.append(XmlSafeText.escaped(name.name())).append('"');
    XSSFSheet scope = name.scope();
    if (scope != null) {
      int number = scope.getWorkbook().getSheetIndex(scope);
      to.append(" localSheetId=\"").append(Integer.toString(number)).append('"');
    }
    if (name.hidden()) {
      to.append(" hidden=\"true\"");
    }
    to.append('>').append(XmlSafeText.escaped(name.refersTo()));
    to.append("</").append(space).append("definedName>");
  }
}
