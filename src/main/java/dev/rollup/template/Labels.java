package dev.rollup.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form and its parts are called in another language than its own, for people who read about
 * the returns. The form itself, blank or filled in, keeps the office's words: by them returns are
 * known. Whatever has no label here is called as on the form.
 *
 * @param title the form's title; empty as all texts that are not given
 * @param activity the activity's name
 * @param district who adds up
 * @param office who collects the returns
 * @param notes what a reader of the totals must know about them; none for those of the form
 * @param header the blanks above the table
 * @param sections the headings by the section's id
 * @param fields the blanks by their ids
 * @param measures the measures by the word on the form
 * @param narrative the wording of the account; empty for that of the form
 */
public record Labels(
    String title,
    String activity,
    String district,
    String office,
    List<String> notes,
    Map<HeaderField, String> header,
    Map<String, String> sections,
    Map<String, String> fields,
    Map<String, String> measures,
    Optional<Narrative> narrative) {

  /** The form's own words and no others. */
  public static final Labels NONE =
      new Labels(
          "", "", "", "", List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());

  /** Copies the collections. */
  public Labels {
    notes = List.copyOf(notes);
    header = Map.copyOf(header);
    sections = Map.copyOf(sections);
    fields = Map.copyOf(fields);
    measures = Map.copyOf(measures);
  }
}
