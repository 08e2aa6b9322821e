package dev.rollup.read.xlsx;

import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.workbook.SheetComments;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the comments of a sheet (CT_Comments, ECMA-376 part 1, 18.7.6). */
final class CommentsPart {
  private final XmlCursor xml;
  private final SheetComments comments;
  private final List<String> authors = new ArrayList<>();

  private CommentsPart(XmlCursor xml, SheetComments comments) {
    this.xml = xml;
    this.comments = comments;
  }

  /** Reads the part. */
  static void read(byte[] part, SheetComments comments) throws Refusal {
    new CommentsPart(XmlCursor.open(part, SpreadsheetXml.NAMESPACES), comments).read();
  }

  private void read() throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "authors" -> {
          while (xml.toChild()) {
            authors.add(xml.text());
            Limits.checkListed(authors.size());
          }
        }
        case "commentList" -> readList();
        default -> xml.skip();
      }
    }
  }

  private void readList() throws Refusal {
    while (xml.toChild()) {
      Position cell = SheetComments.place(xml.attribute("ref"));
      String author = author(xml.attribute("authorId"));
      while (xml.toChild()) {
        if (xml.name().equals("text")) {
          comments.add(cell, StringItem.read(xml).plain().value(), author);
        } else {
          xml.skip();
        }
      }
    }
  }

  private String author(@Nullable String index) {
    int author = XmlCursor.whole(index);
    return author < 0 || author >= authors.size() ? "" : authors.get(author);
  }
}
