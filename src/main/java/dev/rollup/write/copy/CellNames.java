package dev.rollup.write.copy;

import dev.rollup.model.Position;
import dev.rollup.template.Binding;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The defined names of the blanks of an office's own workbook, as {@link Layout#name} gives them. A
 * name that the workbook has already stays where the office put it.
 */
final class CellNames {

  private final Workbook workbook;
  private final Map<String, String> head = new HashMap<>();

  CellNames(Workbook workbook) {
    this.workbook = workbook;
    for (var field : HeaderField.values()) {
      head.put(field.name().toLowerCase(Locale.ROOT), field.id());
    }
  }

  /** Names the cell of a blank of the head that has the whole cell and a part that forms share. */
  void head(HeaderBlank blank, Cell cell) {
    String name = head.get(blank.role());
    if (blank.whole() && name != null) {
      name(name, cell);
    }
  }

  /**
   * Names the cell of a field.
   *
   * @param row the number of its row in a list; 0 where the field does not repeat
   */
  void field(Binding binding, int row, Cell cell) {
    name(Layout.name(binding.id(), row), cell);
  }

  private void name(String name, Cell cell) {
    if (workbook.getName(name) == null) {
      Name defined = workbook.createName();
      defined.setNameName(name);
      defined.setRefersToFormula(
          "'"
              + cell.getSheet().getSheetName().replace("'", "''")
              + "'!$"
              + Position.columnLetters(cell.getColumnIndex())
              + "$"
              + (cell.getRowIndex() + 1));
    }
  }
}
