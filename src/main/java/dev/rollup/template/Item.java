package dev.rollup.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the form with its blanks.
 *
 * @param id section.item, for example {@code 3.4}
 * @param text the sentence as issued; a blank is a pair of brackets around white space
 * @param repeats whether a unit may fill the sentence in any number of times
 * @param rows how many times a blank workbook offers it; 1 unless it repeats
 * @param fields one for each blank, in order
 * @param literals the sentence around its blanks: one more than fields, the last may be empty
 */
public record Item(
    String id, String text, boolean repeats, int rows, List<Field> fields, List<String> literals) {

  /** Only brackets around nothing but white space are a blank: （含危险作业罪） is not. */
  private static final Pattern BLANK = Pattern.compile("[(（][\\s\\u00A0\\u3000]*[)）]");

  private static final String CLOSING = "；。;.！!？?";

  /** Copies the lists; refuses another number of blanks than fields. */
  public Item {
    fields = List.copyOf(fields);
    literals = List.copyOf(literals);
    if (literals.size() != fields.size() + 1) {
      throw new IllegalArgumentException(
          id + ": the text has another number of blanks than fields");
    }
  }

  /** An item whose literals follow from its text. */
  public static Item of(String id, String text, boolean repeats, int rows, List<Field> fields) {
    return new Item(id, text, repeats, rows, fields, literals(text));
  }

  /** Returns the words before a blank; the measure of the one before it is cut off. */
  public String wordsBefore(int index) {
    String words = literals.get(index);
    if (index > 0 && fields.get(index - 1).type() == FieldType.COUNT) {
      String measure = Objects.requireNonNull(fields.get(index - 1).measure()).name();
      words = words.startsWith(measure) ? words.substring(measure.length()) : words;
    }
    return words.replaceAll("^[\\p{P}\\s]+|[\\p{P}\\s]+$", "");
  }

  /**
   * Returns the sentence with its blanks filled in, each between the brackets that it was issued
   * with.
   *
   * @param values what stands in a field's blank; null leaves it as issued
   */
  public String filled(Function<Field, @Nullable String> values) {
    var sentence = new StringBuilder();
    var blank = BLANK.matcher(text);
    int from = 0;
    for (var field : fields) {
      blank.find();
      String value = values.apply(field);
      if (value == null) {
        sentence.append(text, from, blank.end());
      } else {
        sentence
            .append(text, from, blank.start() + 1)
            .append(value)
            .append(text.charAt(blank.end() - 1));
      }
      from = blank.end();
    }
    return sentence.append(text, from, text.length()).toString();
  }

  /**
   * Tells whether the sentence, or a clause of it, is over: what follows an open one stands on the
   * same line of the form.
   */
  public boolean closed() {
    String words = text.strip();
    return CLOSING.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** Returns the text around the blanks of a sentence: one more piece than it has blanks. */
  public static List<String> literals(String text) {
    var pieces = new ArrayList<String>();
    var blank = BLANK.matcher(text);
    int from = 0;
    while (blank.find()) {
      pieces.add(text.substring(from, blank.start()));
      from = blank.end();
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
