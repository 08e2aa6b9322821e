package dev.rollup.write.copy;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;

/**
 * Opens the blanks of an office's own workbook to be typed into, and nothing else: unlocked, named,
 * and checked while somebody types. Nothing moves, nothing looks different.
 */
final class InputCells {

  private final Workbook workbook;
  private final CellNames names;
  private final Map<CellStyle, CellStyle> unlocked = new HashMap<>();
  private final Set<String> sheets = new HashSet<>();

  InputCells(Workbook workbook) {
    this.workbook = workbook;
    this.names = new CellNames(workbook);
  }

  /** Opens every blank; formulas stay closed. */
  void open(Blank blank) {
    for (var each : blank.header()) {
      if (each.at().kind() == Place.Kind.SHEET) {
        Cell cell = cell(each.at().on(), each.at().cell());
        unlock(cell);
        names.head(each, cell);
      }
    }
    for (var block : blank.blocks()) {
      int rows = block instanceof Block.Rows list ? list.rows() : 1;
      for (var binding : block.bindings()) {
        if (binding.at().kind() == Place.Kind.SHEET) {
          for (int row = 0; row < rows; row++) {
            open(binding, row, block instanceof Block.Rows);
          }
        }
      }
    }
    sheets.forEach(sheet -> workbook.getSheet(sheet).protectSheet(""));
  }

  private void open(Binding binding, int row, boolean listed) {
    Position first = binding.at().cell();
    Cell cell = cell(binding.at().on(), new Position(first.row() + row, first.column()));
    if (cell.getCellType() == CellType.FORMULA) {
      return;
    }
    unlock(cell);
    if (binding.at().blank() == 0) {
      names.field(binding, listed ? row + 1 : 0, cell);
      check(binding, cell);
    }
  }

  private void unlock(Cell cell) {
    CellStyle open =
        unlocked.computeIfAbsent(
            cell.getCellStyle(),
            style -> {
              CellStyle copy = workbook.createCellStyle();
              copy.cloneStyleFrom(style);
              copy.setLocked(false);
              return copy;
            });
    cell.setCellStyle(open);
    sheets.add(cell.getSheet().getSheetName());
  }

  /** A check that the office itself has made stays the only one. */
  private void check(Binding binding, Cell cell) {
    boolean checked =
        cell.getSheet().getDataValidations().stream()
            .flatMap(each -> java.util.Arrays.stream(each.getRegions().getCellRangeAddresses()))
            .anyMatch(area -> area.isInRange(cell));
    if (checked || !binding.type().number()) {
      return;
    }
    DataValidationHelper helper = cell.getSheet().getDataValidationHelper();
    var constraint =
        binding.type() == FieldType.COUNT && !binding.signed()
            ? helper.createIntegerConstraint(OperatorType.GREATER_OR_EQUAL, "0", null)
            : helper.createDecimalConstraint(
                OperatorType.BETWEEN, "-999999999999999", "999999999999999");
    var area =
        new CellRangeAddressList(
            cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex());
    var validation = helper.createValidation(constraint, area);
    validation.setShowErrorBox(true);
    cell.getSheet().addValidationData(validation);
  }

  private Cell cell(String sheet, Position at) {
    Sheet on = workbook.getSheet(sheet);
    Row row = on.getRow(at.row());
    if (row == null) {
      row = on.createRow(at.row());
    }
    return row.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }
}
