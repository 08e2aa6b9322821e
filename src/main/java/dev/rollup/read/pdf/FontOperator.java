package dev.rollup.read.pdf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/**
 * The instruction that sets the font and its size (ISO 32000-1, 9.3): each font of the file is read
 * once, and what names none was damaged.
 */
final class FontOperator extends OperatorProcessor {

  private final Fonts fonts;

  FontOperator(PDFStreamEngine engine, Fonts fonts) {
    super(engine);
    this.fonts = fonts;
  }

  @Override
  public String getName() {
    return "Tf";
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (operands.size() < 2
        || !(operands.get(0) instanceof COSName name)
        || !(operands.get(1) instanceof COSNumber size)) {
      throw new Refused(Refusal.of(DAMAGED_FILE));
    }
    COSDictionary named = getContext().getResources().getCOSObject().getCOSDictionary(COSName.FONT);
    COSDictionary font = named == null ? null : named.getCOSDictionary(name);
    if (font == null) {
      throw new Refused(Refusal.of(DAMAGED_FILE));
    }
    var text = getContext().getGraphicsState().getTextState();
    text.setFont(fonts.of(font));
    text.setFontSize(size.floatValue());
  }
}
