package dev.rollup.read.word;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;

/** Reads the tables of a text, their rows and their cells, with what is deleted or hidden there. */
final class DocxTables {

  private final XmlCursor xml;
  private final WordStyles styles;
  private final SeenText text;
  private final DocxContent inside;

  /** Of the table that is open, how many rows have begun. */
  private int rows;

  DocxTables(XmlCursor xml, WordStyles styles, SeenText text, DocxContent inside) {
    this.xml = xml;
    this.styles = styles;
    this.text = text;
    this.inside = inside;
  }

  /** Reads the current element, which is a table and is used up. */
  void table() throws Refusal {
    Surroundings outer = text.around();
    int outerRows = rows;
    rows = 0;
    text.around(outer.table(null));
    if (text.isThere()) {
      text.running().beginTable();
    }
    while (xml.toChild()) {
      if (WordXml.is(xml, "tblPr")) {
        tableProperties(outer);
      } else {
        inside.element();
      }
    }
    rows = outerRows;
    text.around(outer);
  }

  private void tableProperties(Surroundings outer) throws Refusal {
    String style = null;
    Integer shading = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "tblStyle" -> style = WordXml.value(xml);
        case "shd" -> shading = WordColour.ofShading(xml);
        default -> {}
      }
      xml.skip();
    }
    text.around(outer.table(style).on(styles.style(style).ground()).on(shading));
  }

  /** Reads the current element, which is a row and is used up. */
  void row() throws Refusal {
    boolean deleted = false;
    Surroundings outer = text.around();
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "trPr")) {
        deleted = delete(rowProperties(), deleted);
      } else if (WordXml.is(xml, "tblPrEx")) {
        xml.skip();
      } else {
        if (!begun && text.isThere()) {
          text.running().beginRow();
          rows++;
        }
        begun = true;
        inside.element();
      }
    }
    if (deleted) {
      text.undelete();
    }
    text.around(outer);
  }

  /** Returns whether the row is deleted. */
  private boolean rowProperties() throws Refusal {
    boolean deleted = false;
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "del" -> deleted = true;
          case "hidden" -> hide(WordXml.isOn(xml));
          case "trHeight" -> hide(Boolean.TRUE.equals(WordXml.squeezes(xml, false)));
          default -> {}
        }
      }
      xml.skip();
    }
    return deleted;
  }

  /** Reads the current element, which is a cell and is used up. */
  void cell() throws Refusal {
    boolean deleted = false;
    Surroundings outer = text.around();
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "tcPr")) {
        deleted = delete(cellProperties(), deleted);
      } else {
        if (!begun && text.isThere()) {
          text.running().beginCell();
        }
        begun = true;
        inside.element();
      }
    }
    if (begun && text.isThere()) {
      text.running().endCell();
    }
    if (deleted) {
      text.undelete();
    }
    text.around(outer);
  }

  /** Returns whether the cell is deleted. */
  private boolean cellProperties() throws Refusal {
    boolean deleted = false;
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "cellDel" -> deleted = true;
          case "shd" -> text.around(text.around().on(WordColour.ofShading(xml)));
          // The first of merged cells says "restart", and a first row goes on with none.
          case "vMerge" -> text.around(text.around().below(rows, goesOn()));
          case "hMerge" -> hide(goesOn());
          default -> {}
        }
      }
      xml.skip();
    }
    return deleted;
  }

  /** Begins what is deleted where it has not begun before; returns whether it has now. */
  private boolean delete(boolean deleted, boolean before) {
    if (deleted && !before) {
      text.delete();
    }
    return deleted || before;
  }

  private void hide(boolean hidden) {
    text.around(text.around().marked(Mark.HIDDEN, hidden));
  }

  private boolean goesOn() {
    return !WordXml.value(xml).equals("restart");
  }
}
