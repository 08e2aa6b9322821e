package dev.rollup.read.pdf;

import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Box;
import dev.rollup.read.page.Ink;
import dev.rollup.read.page.Letters;
import dev.rollup.read.page.Lines;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.Placement;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * What lies over a page (ISO 32000-1, 12.5): fields of forms, remarks, stamps, lines through words.
 * What a viewer shows of them is drawn; what it shows in other ways is said about their place.
 */
final class Annotations {

  private static final int HIDDEN = 1 << 1;
  private static final int NO_VIEW = 1 << 5;

  private static final int MOST_PARENTS = 32;

  /** Those that show nothing but what they lead to. */
  private static final Set<String> UNSEEN = Set.of("Link", "Popup", "PrinterMark", "TrapNet");

  /** Those that only stress what is there. */
  private static final Set<String> STRESSING = Set.of("Highlight", "Underline", "Squiggly");

  private static final Ink BLACK = new Ink(0, 100);

  private final Painter painter;
  private final Page page;
  private final DeviceSpace space;
  private final Layers layers;
  private final Budget budget;

  Annotations(Painter painter, Layers layers, Budget budget) {
    this.painter = painter;
    this.page = painter.page();
    this.space = painter.space();
    this.layers = layers;
    this.budget = budget;
  }

  /** Draws those of a page over it. */
  void draw(@Nullable COSArray annotations) throws IOException {
    for (int i = 0; annotations != null && i < annotations.size(); i++) {
      budget.spend(100);
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        try {
          draw(annotation);
        } catch (Refusal e) {
          throw new Refused(e);
        }
      }
    }
  }

  private void draw(COSDictionary annotation) throws IOException, Refusal {
    String kind = annotation.getNameAsString(COSName.SUBTYPE, "");
    int flags = annotation.getInt(COSName.F, 0);
    if ((flags & (HIDDEN | NO_VIEW)) != 0
        || UNSEEN.contains(kind)
        || layers.isOff(annotation.getDictionaryObject(COSName.OC))) {
      return;
    }
    Box box = box(annotation);
    if (box == null) {
      return;
    }
    boolean drawn = annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary;
    if (kind.equals("Text")) {
      page.remark(Note.Kind.COMMENT, box, text(annotation, COSName.CONTENTS));
      return;
    }
    if (kind.equals("StrikeOut") && !drawn) {
      strike(annotation, box);
    } else if (kind.equals("Widget")) {
      field(annotation, box, drawn);
    } else if (drawn) {
      show(annotation);
    } else if (kind.equals("FreeText")) {
      uncertain(box, text(annotation, COSName.CONTENTS));
    } else if (!STRESSING.contains(kind)) {
      page.picture(box, false);
    }
    boolean says = !kind.equals("FreeText") && !kind.equals("Widget");
    if (says) {
      page.remark(Note.Kind.COMMENT, box, text(annotation, COSName.CONTENTS));
    }
  }

  private void show(COSDictionary annotation) throws IOException {
    page.beginRun();
    painter.show(PDAnnotation.createAnnotation(annotation));
  }

  /**
   * A field shows what was drawn for it; where it holds something else nobody knows what counts.
   */
  private void field(COSDictionary annotation, Box box, boolean drawn) throws IOException, Refusal {
    String type = inherited(annotation, COSName.FT) instanceof COSName name ? name.getName() : "";
    COSBase value = inherited(annotation, COSName.V);
    String held = value instanceof COSString string ? Letters.read(string.getString()).strip() : "";
    int before = page.letters();
    if (drawn) {
      show(annotation);
    }
    if (!type.equals("Tx") && !type.equals("Ch")) {
      return;
    }
    String shown = page.lettersSince(before);
    if (!plain(shown).equals(plain(held))) {
      if (!held.isEmpty() && shown.isBlank()) {
        uncertain(box, held);
      } else {
        page.doubtSince(before);
      }
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}]", "");
  }

  private static @Nullable COSBase inherited(COSDictionary field, COSName key) {
    COSDictionary at = field;
    for (int i = 0; at != null && i < MOST_PARENTS; i++) {
      COSBase own = at.getDictionaryObject(key);
      if (own != null) {
        return own;
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /** Something is seen here in some programs, and in others it is not. */
  private void uncertain(Box box, String text) throws Refusal {
    if (text.isBlank()) {
      return;
    }
    double size = Math.max(1, Math.min(box.height(), 12));
    double base = box.centre() + (Lines.ASCENT - Lines.DESCENT) / 2 * size;
    Box at =
        new Box(box.left(), base - Lines.ASCENT * size, box.right(), base + Lines.DESCENT * size);
    page.beginRun();
    page.glyph(
        Letters.read(text), new Placement(at, base, 0), size, BLACK, EnumSet.of(Mark.DRAWN_OVER));
  }

  private void strike(COSDictionary annotation, Box box) throws Refusal {
    COSArray quads = annotation.getCOSArray(COSName.getPDFName("QuadPoints"));
    if (quads == null || quads.size() < 8) {
      page.line(box.left(), box.centre(), box.right(), box.centre(), 1, BLACK);
      return;
    }
    for (int i = 0; i + 8 <= quads.size(); i += 8) {
      Box quad = null;
      for (int j = i; j < i + 8; j += 2) {
        if (quads.getObject(j) instanceof COSNumber x
            && quads.getObject(j + 1) instanceof COSNumber y) {
          Box point = space.seen(new PDRectangle(x.floatValue(), y.floatValue(), 0, 0));
          quad = quad == null ? point : quad.with(point);
        }
      }
      if (quad != null) {
        page.line(quad.left(), quad.centre(), quad.right(), quad.centre(), 1, BLACK);
      }
    }
  }

  private @Nullable Box box(COSDictionary annotation) {
    COSArray array = annotation.getCOSArray(COSName.RECT);
    return array == null || array.size() < 4 ? null : space.seen(new PDRectangle(array));
  }

  private static String text(COSDictionary annotation, COSName key) {
    String text = annotation.getString(key);
    return text == null ? "" : Letters.read(text);
  }
}
