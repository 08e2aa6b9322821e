package dev.rollup.match.words;

import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.text.Amount;
import dev.rollup.text.Brackets;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Several answers that were written into one blank, each with its measure: 12 场 / 300 人次. */
public final class Joined {

  private static final String BETWEEN = "/／\\、，,；;和及";

  private Joined() {}

  /**
   * Returns the index of the blank from which on a sentence asks for counts only; -1 where these
   * are not several.
   */
  public static int first(List<Field> fields) {
    int first = fields.size();
    while (first > 0 && fields.get(first - 1).type() == FieldType.COUNT) {
      first--;
    }
    return fields.size() - first > 1 ? first : -1;
  }

  /**
   * Divides what stands in one blank among the blanks of its sentence: only where it is one number
   * with its measure for each, in the order of the form, and the measures tell them apart.
   *
   * @param written what the unit wrote, with or without brackets
   * @param fields the blanks that share it, in the order of the form
   * @return the text for each field, or nothing where that is not certain
   */
  public static List<String> split(String written, List<Field> fields) {
    if (fields.size() < 2 || fields.stream().anyMatch(f -> f.type() != FieldType.COUNT)) {
      return List.of();
    }
    String bare = Brackets.enclosed(written) ? Brackets.offWords(written) : written.strip();
    String text = Folding.halfWidth(bare);
    var answers = new ArrayList<String>();
    int at = 0;
    for (var field : fields) {
      at = answers.isEmpty() ? 0 : skip(text, at, BETWEEN);
      Amount amount = Amount.at(text, at);
      int measure = skip(text, amount.end(), "");
      Optional<String> suffix = suffix(text, measure, field);
      boolean told =
          amount.value() != null && suffix.isPresent() && only(suffix.get(), field, fields);
      if (!told) {
        return List.of();
      }
      int end = measure + suffix.get().length();
      answers.add(bare.substring(at, end));
      at = end;
    }
    return skip(text, at, "。；;.,，") == text.length() ? answers : List.of();
  }

  private static int skip(String text, int from, String signs) {
    int at = from;
    while (at < text.length()
        && (isSpace(text.charAt(at)) || signs.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static Optional<String> suffix(String text, int at, Field field) {
    return field.measured().suffixes().stream()
        .filter(suffix -> text.startsWith(suffix, at))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean only(String suffix, Field field, List<Field> fields) {
    return fields.stream()
        .noneMatch(other -> !other.equals(field) && other.measured().suffixes().contains(suffix));
  }
}
