package dev.rollup.read.word;

import dev.rollup.read.text.FormField;
import java.util.List;
import org.apache.poi.hwpf.model.FFData;
import org.apache.poi.hwpf.model.NilPICFAndBinData;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/** Reads the form elements of a {@code .doc}, which stand beside its text. */
final class DocForm {

  /** What it begins with; what belongs to a link does not. */
  private static final int VERSION = -1;

  /** Where it says what it is and what is chosen (MS-DOC 2.9.79). */
  private static final int BITS = 4;

  private static final int KIND = 3;
  private static final int CHECK_BOX = 1;
  private static final int LIST = 2;
  private static final int CHOSEN = 0x1F;

  /** Nothing is chosen. */
  private static final int NOT_CHOSEN = 25;

  private DocForm() {}

  /**
   * Reads one.
   *
   * @param data where they stand; null where nothing of it was read
   * @return null where it is none, or damaged: what it shows is not known then
   */
  static @Nullable FormField read(byte @Nullable [] data, int at) {
    if (data == null || at < 0 || at >= data.length) {
      return null;
    }
    try {
      byte[] element = new NilPICFAndBinData(data, at).getBinData();
      if (LittleEndian.getInt(element) != VERSION) {
        return null;
      }
      int bits = LittleEndian.getUShort(element, BITS);
      int chosen = bits >> 2 & CHOSEN;
      int kind = bits & KIND;
      if (kind != CHECK_BOX && kind != LIST) {
        return FormField.TYPED;
      }
      var rest = new FFData(element, 0);
      int usual = rest.getDefaultDropDownItemIndex();
      if (kind == CHECK_BOX) {
        return FormField.ofCheckBox((chosen == NOT_CHOSEN ? usual : chosen) == 1);
      }
      return FormField.ofList(
          chosen == NOT_CHOSEN ? -1 : chosen, usual, List.of(rest.getDropList()));
    } catch (RuntimeException e) {
      return null;
    }
  }
}
