package dev.rollup.match.blank;

import dev.rollup.model.Cell;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer that was ticked in a cell where the form prints all of them, each with its box: {@code
 * □有 ☑无}.
 *
 * @param ticked the choices with a sign at them, as the form words them
 * @param certain whether every sign belongs to one choice
 */
record TickedChoice(List<String> ticked, boolean certain) {

  private static final Pattern BOX = Pattern.compile("[□☐○〇◯◻]");

  /** So far off that it is no choice. */
  private static final int NOBODY = -100;

  private static final Pattern TICK = Pattern.compile("[☑☒■√✓✔●◉▣✅▲]");

  /** Copies the choices. */
  TickedChoice {
    ticked = List.copyOf(ticked);
  }

  /** Reads a cell; nothing where the form prints no boxes or these are not its words any more. */
  static Optional<TickedChoice> of(Field field, Cell printed, Cell typed) {
    List<String> choices = field.choices();
    if (field.type() != FieldType.CHOICE
        || choices.size() < 2
        || BOX.matcher(printed.raw()).results().count() < 2) {
      return Optional.empty();
    }
    return between(choices, printed.raw())
        .flatMap(
            own ->
                between(choices, typed.raw())
                    .map(signs -> read(choices, signs, !own.get(0).isBlank())));
  }

  /** Returns what stands before, between and behind the choices; nothing where one is missing. */
  private static Optional<List<String>> between(List<String> choices, String text) {
    var between = new ArrayList<String>();
    int from = 0;
    for (var choice : choices) {
      int at = text.indexOf(choice, from);
      if (at < 0) {
        return Optional.empty();
      }
      between.add(text.substring(from, at));
      from = at + choice.length();
    }
    between.add(text.substring(from));
    return Optional.of(between);
  }

  /** Boxes that stand behind their words are read from the end. */
  private static TickedChoice read(List<String> choices, List<String> between, boolean leading) {
    if (leading) {
      return read(choices, between);
    }
    var back = new ArrayList<String>();
    between.forEach(signs -> back.add(0, new StringBuilder(signs).reverse().toString()));
    var last = new ArrayList<>(choices);
    Collections.reverse(last);
    return read(last, back);
  }

  private static TickedChoice read(List<String> choices, List<String> between) {
    var ticked = new LinkedHashSet<String>();
    boolean certain = true;
    for (int i = 0; i < between.size(); i++) {
      Matcher tick = TICK.matcher(between.get(i));
      while (tick.find()) {
        String before = between.get(i).substring(0, tick.start());
        String behind = between.get(i).substring(tick.end());
        int choice = i + owner(i > 0, i < choices.size(), before, behind);
        certain &= choice >= 0 && choice < choices.size();
        if (certain) {
          ticked.add(choices.get(choice));
        }
      }
    }
    return new TickedChoice(List.copyOf(ticked), certain);
  }

  /**
   * Tells whose a sign between two choices is: 0 for the one behind it, whose box stands there too,
   * -1 for the one before, {@link #NOBODY}.
   */
  private static int owner(boolean first, boolean second, String before, String behind) {
    boolean boxed = BOX.matcher(behind).find();
    if (!first || !second || BOX.matcher(before).find()) {
      return second ? 0 : -1;
    }
    if (!boxed) {
      // It stands where the box was, unless it touches the other choice only.
      return behind.isEmpty() || !before.isEmpty() ? 0 : NOBODY;
    }
    boolean touchesBox = BOX.matcher(behind).lookingAt();
    if (before.isEmpty()) {
      return touchesBox ? NOBODY : -1;
    }
    return touchesBox ? 0 : NOBODY;
  }
}
