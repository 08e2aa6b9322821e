package dev.rollup.write.copy;

import dev.rollup.model.Place;
import dev.rollup.report.BoundValues;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.InlineBlanks;
import dev.rollup.write.xlsx.DocumentDates;
import dev.rollup.write.xlsx.OriginsPart;
import dev.rollup.write.xlsx.ReproducibleZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHpsMeasure;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;

/** Writes into a copy of an office's own Word document, in the types that stand there. */
public final class TextCopy {

  /** Smaller letters, in points, are taken for ones that nobody is to see. */
  private static final double SMALLEST = 4;

  private final XWPFDocument document;

  private TextCopy(XWPFDocument document) {
    this.document = document;
  }

  /**
   * Returns a copy of the blank with the totals in it.
   *
   * @param carried what the totals and rows are made of, for the level above
   * @param said how many units that is, in words
   */
  public static byte[] of(Blank blank, BoundValues values, RollUpContents carried, String said) {
    return of(
        blank,
        values,
        document -> {
          var properties = document.getProperties().getCustomProperties();
          if (!properties.contains(RollUp.PROPERTY)) {
            properties.addProperty(RollUp.PROPERTY, "1");
          }
          RollUpTable.properties(carried)
              .forEach(
                  (name, value) -> {
                    if (!properties.contains(name)) {
                      properties.addProperty(name, value);
                    }
                  });
          OriginsPart.add(document, carried);
          var core = document.getProperties().getCoreProperties();
          core.setKeywords(CopyProperties.keywords(core.getKeywords(), said));
        });
  }

  /** Returns a copy of the blank with something in it. */
  public static byte[] of(Blank blank, BoundValues values) {
    return of(blank, values, document -> {});
  }

  private static byte[] of(Blank blank, BoundValues values, Consumer<XWPFDocument> more) {
    try (var document = new XWPFDocument(new ByteArrayInputStream(blank.content().bytes()))) {
      new TextCopy(document).fill(values);
      more.accept(document);
      var core = document.getProperties().getCoreProperties();
      DocumentDates.keep(core);
      return ReproducibleZip.of(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a copy of the blank for a unit to fill in: the file itself, unless the unit's name is
   * written into it.
   */
  public static byte[] forUnit(Blank blank, Optional<String> unit) {
    Optional<HeaderBlank> known = blank.header("unit");
    return unit.isPresent() && known.isPresent()
        ? of(
            blank,
            new BoundValues(Map.of(known.get(), new Value.Words(unit.get())), Map.of(), Map.of()))
        : blank.content().bytes();
  }

  private void fill(BoundValues values) {
    values
        .header()
        .forEach(
            (blank, value) -> {
              XWPFParagraph paragraph = paragraph(blank.at());
              boolean whole = blank.whole();
              String answer = AnswerWords.ofHead(value);
              write(
                  paragraph,
                  whole
                      ? answer
                      : InlineBlanks.around(blank).filledOnce(paragraph.getText(), answer));
            });
    values
        .whole()
        .forEach(
            (binding, value) -> {
              XWPFParagraph paragraph = paragraph(binding.at());
              write(paragraph, AnswerWords.before(value, paragraph.getText()));
            });
    for (var answers : values.sentences()) {
      XWPFParagraph paragraph = paragraph(answers.keySet().iterator().next().at());
      write(paragraph, AnswerWords.filled(paragraph.getText(), answers));
    }
    values.lists().forEach(this::list);
  }

  private XWPFParagraph paragraph(Place at) {
    if (at.kind() == Place.Kind.PARAGRAPH) {
      return document.getParagraphs().get(at.cell().row());
    }
    XWPFTableCell cell = row(at).getTableCells().get(at.cell().column());
    int number = Math.max(at.paragraph(), 1) - 1;
    return cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().get(number);
  }

  /** Returns a row as it is in the document: of one that was added, the table knows another. */
  private XWPFTableRow row(Place at) {
    XWPFTable table = table(at);
    return new XWPFTableRow(table.getCTTbl().getTrArray(at.cell().row()), table);
  }

  private XWPFTable table(Place at) {
    return document.getTables().get(Integer.parseInt(at.on().substring(1)) - 1);
  }

  private void list(Block.Rows list, List<Map<Binding, Value>> rows) {
    Place first = list.bindings().get(0).at();
    XWPFTable table = table(first);
    int last = first.cell().row() + list.rows() - 1;
    for (int more = list.rows(); more < rows.size(); more++) {
      CTRow copy = (CTRow) row(first.inRow(last)).getCtRow().copy();
      int at = first.cell().row() + more;
      table.insertNewTableRow(at).getCtRow().set(copy);
      if (list.rows() > 1) {
        number(row(first.inRow(last - 1)), row(first.inRow(last)), row(first.inRow(at)), at - last);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      int row = first.cell().row() + i;
      rows.get(i)
          .forEach(
              (binding, value) -> write(paragraph(binding.at().inRow(row)), AnswerWords.of(value)));
    }
  }

  /** Goes on with the cells that number the rows. */
  private static void number(
      XWPFTableRow above, XWPFTableRow last, XWPFTableRow added, int further) {
    List<XWPFTableCell> before = above.getTableCells();
    List<XWPFTableCell> own = last.getTableCells();
    for (int i = 0; i < Math.min(before.size(), own.size()); i++) {
      XWPFParagraph paragraph = added.getTableCells().get(i).getParagraphs().get(0);
      RowNumbers.next(before.get(i).getText(), own.get(i).getText(), further)
          .ifPresent(text -> write(paragraph, text));
    }
  }

  /** Writes a text in the type that begins the paragraph. */
  private static void write(XWPFParagraph paragraph, String text) {
    List<XWPFRun> runs = paragraph.getRuns();
    if (runs.isEmpty()) {
      paragraph.createRun().setText(text);
      return;
    }
    for (int i = runs.size() - 1; i > 0; i--) {
      paragraph.removeRun(i);
    }
    XWPFRun run = runs.get(0);
    for (int i = run.getCTR().sizeOfTArray() - 1; i > 0; i--) {
      run.getCTR().removeT(i);
    }
    run.setText(text, 0);
    Double size = run.getFontSizeAsDouble();
    if (size != null && size < SMALLEST) {
      // What was empty may have been set so small that nobody would see what stands there now.
      run.getCTR().getRPr().setSzArray(new CTHpsMeasure[0]);
    }
  }
}
