package dev.rollup.read.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The instruction that draws a picture which stands among the instructions. */
final class InlineImageOperator extends OperatorProcessor {

  private final ImagePainter images;

  InlineImageOperator(PDFStreamEngine engine, ImagePainter images) {
    super(engine);
    this.images = images;
  }

  @Override
  public String getName() {
    return "BI";
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    COSDictionary told = operator.getImageParameters();
    boolean mask = told != null && told.getBoolean(COSName.IM, COSName.IMAGE_MASK, false);
    images.draw(getContext().getGraphicsState(), !mask);
  }
}
