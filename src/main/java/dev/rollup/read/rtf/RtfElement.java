package dev.rollup.read.rtf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FormField;
import java.util.ArrayList;
import java.util.List;

/** A form element as it is described: a box to tick, a list to choose from, or room to type. */
final class RtfElement {

  /** What the chosen entry of a list, or a box, is where nobody chose. */
  private static final int NOT_CHOSEN = 25;

  private int kind;
  private int result = NOT_CHOSEN;
  private int usual;
  private final List<String> entries = new ArrayList<>();

  /** Takes one more entry of a list. */
  void entry(String text) throws Refusal {
    entries.add(text);
    Limits.checkListed(entries.size());
  }

  /** Takes a control word with its number, and tells whether it describes an element. */
  boolean takes(String word, int number) {
    switch (word) {
      case "fftype" -> kind = number;
      case "ffres" -> result = number;
      case "ffdefres" -> usual = number;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Returns what is seen of it. */
  FormField field() {
    return switch (kind) {
      case 1 -> FormField.ofCheckBox((result == NOT_CHOSEN ? usual : result) != 0);
      case 2 -> FormField.ofList(result == NOT_CHOSEN ? -1 : result, usual, entries);
      default -> FormField.TYPED;
    };
  }
}
