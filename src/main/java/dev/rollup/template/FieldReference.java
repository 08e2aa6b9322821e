package dev.rollup.template;

import dev.rollup.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blank as a clerk names it in a side file: {@code 3.4.2}, {@code 7.1.2#3}, or in the words of
 * the form.
 *
 * @param field the field
 * @param row the row of a repeated item, from 1; 0 where none is named
 */
public record FieldReference(Field field, int row) {

  private static final Pattern ROW = Pattern.compile("(.*)#\\s*(\\d{1,4})");

  /** Returns the blank that a text names, or empty where it names none or more than one. */
  public static Optional<FieldReference> of(String text, Template template) {
    String plain = Folding.nfkc(text).strip();
    Matcher matcher = ROW.matcher(plain);
    boolean named = matcher.matches();
    String name = named ? matcher.group(1).strip() : plain;
    int row = named ? Integer.parseInt(matcher.group(2)) : 0;
    Field byId = template.fields().get(name);
    if (byId != null) {
      return Optional.of(new FieldReference(byId, row));
    }
    // The label on its own occurs in several parts of some forms: 参与人次.
    String folded = Folding.label(name);
    List<Field> called =
        template.fields().values().stream()
            .filter(
                field ->
                    Folding.label(template.label(field.id())).equals(folded)
                        || Folding.label(field.label()).equals(folded))
            .toList();
    return called.size() == 1
        ? Optional.of(new FieldReference(called.get(0), row))
        : Optional.empty();
  }
}
