package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FormField;
import dev.rollup.read.xml.XmlCursor;

/** Reads the fields of a text (ECMA-376 part 1, 17.16): their codes, and what they show. */
final class DocxFields {

  private final XmlCursor xml;
  private final SeenText text;
  private final DocxContent inside;

  DocxFields(XmlCursor xml, SeenText text, DocxContent inside) {
    this.xml = xml;
    this.text = text;
    this.inside = inside;
  }

  /** Reads the current element, which begins or ends a field or its code, and is used up. */
  void character() throws Refusal {
    String type = WordXml.attribute(xml, "fldCharType");
    switch (type == null ? "" : type) {
      case "begin" -> {
        begin();
        return;
      }
      case "separate" -> text.fields().separate();
      case "end" -> text.append(text.fields().end());
      default -> throw Refusal.of(DAMAGED_FILE);
    }
    xml.skip();
  }

  private void begin() throws Refusal {
    FormField form = null;
    boolean dirty = isDirty();
    while (xml.toChild()) {
      if (WordXml.is(xml, "ffData")) {
        form = FormData.read(xml);
      } else {
        xml.skip();
      }
    }
    text.fields().begin(form);
    if (dirty) {
      text.fields().dirty();
    }
  }

  private boolean isDirty() {
    String dirty = WordXml.attribute(xml, "dirty");
    return dirty != null && XmlCursor.isTrue(dirty);
  }

  /** Reads the current element, which is a whole field and is used up. */
  void simple() throws Refusal {
    String code = WordXml.attribute(xml, "instr");
    text.fields().begin();
    if (isDirty()) {
      text.fields().dirty();
    }
    text.fields().code(code == null ? "" : code);
    text.fields().separate();
    inside.content();
    text.append(text.fields().end());
  }

  /** Refuses a text that ends inside the code of a field: nobody knows what would be seen of it. */
  void checkEnd() throws Refusal {
    if (text.fields().isCode()) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }
}
