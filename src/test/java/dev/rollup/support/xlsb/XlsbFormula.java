package dev.rollup.support.xlsb;

import dev.rollup.model.Position;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ErrPtg;
import org.apache.poi.ss.formula.ptg.FuncPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MemFuncPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/** A formula as tokens, with their lengths. POI takes the text apart. */
record XlsbFormula(byte[] bytes) {

  /** What the reader cannot put into words: a column of a table. */
  private static final byte[] TABLE = new RecordWriter().u8(0x18).u8(0x19).zeros(14).body();

  private static XlsbFormula of(byte[] tokens, byte[] extra) {
    return new XlsbFormula(
        new RecordWriter().i32(tokens.length).bytes(tokens).i32(extra.length).bytes(extra).body());
  }

  /** Returns the formula of a cell. */
  static XlsbFormula ofCell(String text, XlsbBook book) {
    return of(tokens(text, FormulaType.CELL, book, null), new byte[0]);
  }

  /** Returns the formula of several cells. */
  static XlsbFormula ofSeveral(String text, XlsbBook book, Position first) {
    return of(tokens(text, FormulaType.CELL, book, first), new byte[0]);
  }

  static XlsbFormula ofName(String text, XlsbBook book) {
    return of(tokens(text, FormulaType.NAMEDRANGE, book, null), new byte[0]);
  }

  /** Returns what stands in a cell whose formula stands behind another. */
  static XlsbFormula behind(Position first) {
    return of(
        new RecordWriter().u8(0x01).i32(first.row()).body(),
        new RecordWriter().i32(first.column()).body());
  }

  private static byte[] tokens(String text, FormulaType type, XlsbBook book, Position first) {
    var to = new RecordWriter();
    try {
      for (var token : FormulaParser.parse(text, new Names(book), type, 0)) {
        write(to, token, book, first);
      }
    } catch (FormulaParseException | IllegalArgumentException | IllegalStateException e) {
      return TABLE;
    }
    return to.body();
  }

  private static void write(RecordWriter to, Ptg token, XlsbBook book, Position first) {
    int classed = token.getPtgClass() & 0x60;
    int operand = classed == 0 ? 0x20 : classed == 0x20 ? 0x40 : 0x60;
    if (token instanceof Ref3DPxg place) {
      to.u8(operand | 0x1A).u16(book.reference(place.getSheetName(), place.getLastSheetName()));
      to.i32(place.getRow()).u16(column(place));
    } else if (token instanceof Area3DPxg area) {
      to.u8(operand | 0x1B).u16(book.reference(area.getSheetName(), area.getLastSheetName()));
      area(to, area, null);
    } else if (token instanceof RefPtgBase place) {
      boolean near = first != null;
      to.u8(operand | (near ? 0x0C : 0x04));
      int row =
          near && place.isRowRelative() ? place.getRow() - first.row() & 0xFFFFF : place.getRow();
      to.i32(row).u16(near ? near(column(place), first) : column(place));
    } else if (token instanceof AreaPtgBase area) {
      to.u8(operand | (first != null ? 0x0D : 0x05));
      area(to, area, first);
    } else if (token instanceof NamePtg name) {
      to.u8(operand | 0x03).i32(name.getIndex() + 1);
    } else if (token instanceof IntPtg number) {
      to.u8(0x1E).u16(number.getValue());
    } else if (token instanceof NumberPtg number) {
      to.u8(0x1F).real(number.getValue());
    } else if (token instanceof StringPtg text) {
      to.u8(0x17).shortText(text.getValue());
    } else if (token instanceof BoolPtg flag) {
      to.u8(0x1D).u8(flag.getValue() ? 1 : 0);
    } else if (token instanceof ErrPtg error) {
      to.u8(0x1C).u8(error.getErrorCode());
    } else if (token instanceof FuncPtg function) {
      to.u8(operand | 0x01).u16(function.getFunctionIndex());
    } else if (token instanceof AbstractFunctionPtg function) {
      to.u8(operand | 0x02).u8(function.getNumberOfOperands()).u16(function.getFunctionIndex());
    } else if (token instanceof AttrPtg attribute) {
      if (attribute.isSum()) {
        to.u8(0x19).u8(0x10).u16(0);
      }
    } else if (token instanceof ValueOperatorPtg
        || token instanceof ParenthesisPtg
        || token.getSid() >= 0x0F && token.getSid() <= 0x16) {
      to.u8(token.getSid());
    } else if (!(token instanceof MemFuncPtg)) {
      throw new IllegalArgumentException(token.toString());
    }
  }

  private static void area(RecordWriter to, AreaPtgBase area, Position first) {
    boolean near = first != null;
    to.i32(
            near && area.isFirstRowRelative()
                ? area.getFirstRow() - first.row() & 0xFFFFF
                : area.getFirstRow())
        .i32(
            near && area.isLastRowRelative()
                ? area.getLastRow() - first.row() & 0xFFFFF
                : area.getLastRow());
    int left = column(area.getFirstColumn(), area.isFirstColRelative(), area.isFirstRowRelative());
    int right = column(area.getLastColumn(), area.isLastColRelative(), area.isLastRowRelative());
    to.u16(near ? near(left, first) : left).u16(near ? near(right, first) : right);
  }

  private static int column(RefPtgBase place) {
    return column(place.getColumn(), place.isColRelative(), place.isRowRelative());
  }

  private static int column(int column, boolean nearColumn, boolean nearRow) {
    return column | (nearColumn ? 0x4000 : 0) | (nearRow ? 0x8000 : 0);
  }

  private static int near(int column, Position first) {
    return (column & 0x4000) == 0
        ? column
        : (column & 0x3FFF) - first.column() & 0x3FFF | column & 0xC000;
  }

  /** The names of a book, as POI asks for them. */
  private record Names(XlsbBook book) implements FormulaParsingWorkbook {

    @Override
    public EvaluationName getName(String name, int sheet) {
      for (int i = 0; i < book.names().size(); i++) {
        if (book.names().get(i).equalsIgnoreCase(name)) {
          return new Known(name, i);
        }
      }
      return null;
    }

    @Override
    public org.apache.poi.ss.usermodel.Name createName() {
      throw new IllegalArgumentException("a name that is none");
    }

    @Override
    public Table getTable(String name) {
      return null;
    }

    @Override
    public Ptg getNameXPtg(String name, SheetIdentifier sheet) {
      return null;
    }

    @Override
    public Ptg get3DReferencePtg(CellReference place, SheetIdentifier sheet) {
      return new Ref3DPxg(own(sheet), place);
    }

    @Override
    public Ptg get3DReferencePtg(AreaReference area, SheetIdentifier sheet) {
      return new Area3DPxg(own(sheet), area);
    }

    private static SheetIdentifier own(SheetIdentifier sheet) {
      if (sheet.getBookName() != null) {
        throw new IllegalArgumentException("another book");
      }
      return sheet;
    }

    @Override
    public int getExternalSheetIndex(String sheet) {
      throw new IllegalArgumentException(sheet);
    }

    @Override
    public int getExternalSheetIndex(String book, String sheet) {
      throw new IllegalArgumentException(book);
    }

    @Override
    public SpreadsheetVersion getSpreadsheetVersion() {
      return SpreadsheetVersion.EXCEL2007;
    }
  }

  /** A name that the book defines. */
  private record Known(String name, int index) implements EvaluationName {

    @Override
    public String getNameText() {
      return name;
    }

    @Override
    public boolean isFunctionName() {
      return false;
    }

    @Override
    public boolean hasFormula() {
      return true;
    }

    @Override
    public Ptg[] getNameDefinition() {
      return new Ptg[0];
    }

    @Override
    public boolean isRange() {
      return true;
    }

    @Override
    public NamePtg createPtg() {
      return new NamePtg(index);
    }
  }
}
