package dev.rollup.read.pdf;

import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/** One of the instructions that set a colour or its space (ISO 32000-1, 8.6.8). */
final class ColourOperator extends OperatorProcessor {

  /** The names of all of them; those in capitals are about lines. */
  static final List<String> NAMES =
      List.of("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN");

  private final String name;
  private final CurrentColours colours;

  ColourOperator(String name, PDFStreamEngine engine, CurrentColours colours) {
    super(engine);
    this.name = name;
    this.colours = colours;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) {
    var state = getContext().getGraphicsState();
    boolean stroke = Character.isUpperCase(name.charAt(0));
    COSBase space = colours.space(state, stroke);
    switch (name) {
      case "g", "G" -> space = COSName.DEVICEGRAY;
      case "rg", "RG" -> space = COSName.DEVICERGB;
      case "k", "K" -> space = COSName.DEVICECMYK;
      case "cs", "CS" ->
          space =
              !operands.isEmpty() && operands.get(0) instanceof COSName named
                  ? Colours.space(named, getContext().getResources())
                  : null;
      default -> {}
    }
    Integer colour;
    if (name.equalsIgnoreCase("cs")) {
      // What every space begins with is black, or nearly.
      colour = COSName.PATTERN.equals(space) ? null : Integer.valueOf(0);
    } else {
      colour = Colours.rgb(space, operands);
    }
    colours.set(state, stroke, space, colour);
  }
}
