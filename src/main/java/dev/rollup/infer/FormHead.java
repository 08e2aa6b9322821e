package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The head of a form: its title, and the blanks that ask who fills it in and when. */
final class FormHead {

  /** What asks for a day. */
  private static final Pattern DAY_LABEL = Pattern.compile(".*日期");

  private final List<HeaderBlank> blanks = new ArrayList<>();
  private String title = "";

  /** Takes a text for the title, where there is none yet, and the blanks in it. */
  void title(String text, Place at) {
    title = title.isEmpty() ? text.replace(Spot.RULED, ' ').strip() : title;
    blanks.addAll(HeadFinder.in(text, at, Optional.empty(), true));
  }

  /** Returns the title; empty where there is none. */
  String title() {
    return Lexicon.LINE_BREAKS.matcher(title).replaceAll("");
  }

  /** Takes the blanks in a text, and tells whether there are any. */
  boolean takes(String text, Place at, Optional<Place> right) {
    List<HeaderBlank> own = HeadFinder.in(text, at, right, false);
    blanks.addAll(own);
    return !own.isEmpty();
  }

  /** Returns the blanks, with one for the unit and one for the day where any may be meant. */
  List<HeaderBlank> blanks() {
    ask("unit", each -> Lexicon.mayNameUnit(each.label()), FieldType.TEXT);
    ask("date", each -> DAY_LABEL.matcher(each.label()).matches(), FieldType.DATE);
    return List.copyOf(blanks);
  }

  /** Lets the first blank that may be meant be the one of a role that no other has. */
  private void ask(String role, Predicate<HeaderBlank> mayBe, FieldType type) {
    if (blanks.stream().noneMatch(each -> each.role().equals(role))) {
      blanks.stream()
          .filter(mayBe)
          .findFirst()
          .ifPresent(
              each ->
                  blanks.set(
                      blanks.indexOf(each),
                      new HeaderBlank(
                          role, each.at(), each.before(), each.after(), each.label(), type)));
    }
  }

  /** A label with its value in the table may say who fills the form in. */
  boolean takes(FoundBlank each) {
    if (each.kind() != FoundBlank.Kind.CELLS
        || !each.column().isEmpty()
        || each.row().size() != 1) {
      return false;
    }
    Optional<String> role = Lexicon.role(each.row().get(0));
    if (role.isEmpty() || each.formula().isPresent() || role.get().equals("period")) {
      return false;
    }
    if (role.get().equals("unit")
        && blanks.stream().anyMatch(other -> other.role().equals("unit"))) {
      // Who fills the form in is asked once: another name is what the form is about.
      return false;
    }
    blanks.add(
        new HeaderBlank(
            role.get(),
            each.at(),
            "",
            "",
            each.row().get(0),
            role.get().equals("date") ? FieldType.DATE : FieldType.TEXT));
    return true;
  }
}
