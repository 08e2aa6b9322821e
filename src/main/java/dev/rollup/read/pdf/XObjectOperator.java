package dev.rollup.read.pdf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.read.format.Refusal;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** The instruction that draws a picture or a form which stands elsewhere (ISO 32000-1, 8.8). */
final class XObjectOperator extends OperatorProcessor {

  /** Forms in forms; real ones stay below 5. */
  private static final int DEEPEST = 20;

  private final Budget budget;
  private final Layers layers;
  private final CurrentColours colours;
  private final MarkedContent content;
  private final LetterRun run;
  private final ImagePainter images;
  private int depth;

  XObjectOperator(
      PDFStreamEngine engine,
      Budget budget,
      Layers layers,
      CurrentColours colours,
      MarkedContent content,
      LetterRun run,
      ImagePainter images) {
    super(engine);
    this.budget = budget;
    this.layers = layers;
    this.colours = colours;
    this.content = content;
    this.run = run;
    this.images = images;
  }

  @Override
  public String getName() {
    return "Do";
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    COSDictionary named =
        getContext().getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    COSBase object =
        named != null && !operands.isEmpty() && operands.get(0) instanceof COSName name
            ? named.getDictionaryObject(name)
            : null;
    if (!(object instanceof COSStream stream)) {
      throw new Refused(Refusal.of(DAMAGED_FILE));
    }
    if (layers.isOff(stream.getDictionaryObject(COSName.OC))) {
      return;
    }
    COSName kind = stream.getCOSName(COSName.SUBTYPE);
    if (COSName.IMAGE.equals(kind)) {
      boolean covers =
          !stream.getBoolean(COSName.IMAGE_MASK, false)
              && stream.getDictionaryObject(COSName.SMASK) == null
              && stream.getDictionaryObject(COSName.MASK) == null;
      images.draw(getContext().getGraphicsState(), covers);
    } else if (COSName.FORM.equals(kind)) {
      form(stream);
    }
  }

  private void form(COSStream stream) throws IOException {
    if (depth >= DEEPEST) {
      throw new Refused(Refusal.of(UNSAFE_CONTENT));
    }
    budget.spend(50);
    int open = content.depth();
    depth++;
    try {
      colours.inheritOpacity(
          getContext().getGraphicsState(),
          () -> {
            run.flush();
            getContext().showForm(new PDFormXObject(stream));
            run.flush();
          });
    } finally {
      depth--;
      content.endTo(open);
    }
  }
}
