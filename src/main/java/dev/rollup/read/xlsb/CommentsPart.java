package dev.rollup.read.xlsb;

import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.workbook.SheetComments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the comments of a sheet (MS-XLSB 2.1.7.9). */
final class CommentsPart {

  private CommentsPart() {}

  /** Reads the part. */
  static void read(byte[] part, List<CellFont> fonts, SheetComments into) throws Refusal {
    var authors = new ArrayList<String>();
    @Nullable Position cell = null;
    String author = "";
    var records = Records.open(part, Record.COMMENTS_BEGIN, Record.COMMENTS_END);
    while (records.next()) {
      switch (records.type()) {
        case Record.COMMENT_AUTHOR -> {
          authors.add(records.text());
          Limits.checkListed(authors.size());
        }
        case Record.COMMENT -> {
          int index = records.i32();
          author = index >= 0 && index < authors.size() ? authors.get(index) : "";
          cell = records.area().first();
        }
        case Record.COMMENT_TEXT ->
            into.add(cell, RichTextField.read(records, fonts).plain().value(), author);
        default -> {}
      }
    }
  }
}
