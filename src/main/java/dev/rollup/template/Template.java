package dev.rollup.template;

import dev.rollup.text.CodePoints;
import dev.rollup.text.Period;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The blank form as data; the template schema, to users.
 *
 * @param id the id that travels inside every blank
 * @param version the version that travels beside it
 * @param title the form's title
 * @param activity the activity's name, for headings
 * @param district who adds up and signs the summary unless the command line says otherwise
 * @param office who collects the returns, as its messages call it
 * @param peerGroups kinds of units that are asked, not told
 * @param period the days that the counts are about; empty where the form does not say
 * @param deadline until when a return is on time; empty where there is none: nothing is late
 * @param header the words before the blanks above the table
 * @param sectionHead the head of the table's first column
 * @param contentHead the head of the table's second column
 * @param instructions how to fill the form in, printed small below it
 * @param notes what a reader of the totals must know about them
 * @param unitPrefixes words that may stand before a unit's name
 * @param unitSuffixes words that may stand behind a unit's name
 * @param measureWords every word that measures something, the fields' own among them
 * @param sections the parts of the form
 * @param rules what must hold between the answers of one return, in the order of reporting
 * @param acrossUnits what is compared between the returns of different units
 * @param acrossPeriods what is compared with what a unit reported of another period
 * @param narrative the wording of the account that goes up with the form; empty where there is none
 * @param charts what the charts compare; empty where nothing is counted
 * @param blank the office's own blank file; empty where the form is drawn from its sentences
 * @param labels what the form is called in other languages, by the code of the language
 */
public record Template(
    String id,
    String version,
    String title,
    String activity,
    String district,
    String office,
    Set<String> peerGroups,
    Optional<Period> period,
    Optional<OffsetDateTime> deadline,
    Map<HeaderField, String> header,
    String sectionHead,
    String contentHead,
    List<String> instructions,
    List<String> notes,
    List<String> unitPrefixes,
    List<String> unitSuffixes,
    Set<String> measureWords,
    List<Section> sections,
    List<Rule> rules,
    AcrossUnits acrossUnits,
    AcrossPeriods acrossPeriods,
    Optional<Narrative> narrative,
    Optional<Charts> charts,
    Optional<Blank> blank,
    Map<String, Labels> labels) {

  /** The name under which a template's id travels in properties and names of a workbook. */
  public static final String ID_PROPERTY = "rollup_template";

  /** The name under which a template's version travels in properties and names of a workbook. */
  public static final String VERSION_PROPERTY = "rollup_template_version";

  /** Where the forms without a deadline are from, too. */
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  /** Copies the collections. */
  public Template {
    header = Map.copyOf(header);
    instructions = List.copyOf(instructions);
    notes = List.copyOf(notes);
    unitPrefixes = List.copyOf(unitPrefixes);
    unitSuffixes = List.copyOf(unitSuffixes);
    measureWords = Set.copyOf(measureWords);
    peerGroups = Set.copyOf(peerGroups);
    sections = List.copyOf(sections);
    rules = List.copyOf(rules);
    labels = Map.copyOf(labels);
    Objects.requireNonNull(acrossUnits);
    Objects.requireNonNull(acrossPeriods);
  }

  /** Returns the words before a blank above the table. */
  public String head(HeaderField field) {
    return Objects.requireNonNull(header.get(field), field.id());
  }

  /**
   * Returns the same template with another deadline, in all that depends on it.
   *
   * @param other until when a return is on time
   */
  public Template withDeadline(OffsetDateTime other) {
    LocalDate last = other.withOffsetSameInstant(zone()).toLocalDate();
    return new Template(
        id,
        version,
        title,
        activity,
        district,
        office,
        peerGroups,
        period,
        Optional.of(other.withOffsetSameInstant(zone())),
        header,
        sectionHead,
        contentHead,
        instructions,
        notes,
        unitPrefixes,
        unitSuffixes,
        measureWords,
        sections,
        rules.stream().map(rule -> rule.until(last)).toList(),
        acrossUnits,
        acrossPeriods,
        narrative,
        charts,
        blank,
        labels);
  }

  /** Returns what the form is called in a language; nothing where it has words of its own only. */
  public Labels labels(String language) {
    return labels.getOrDefault(language, Labels.NONE);
  }

  /** Returns the zone that times without one are in. */
  public ZoneOffset zone() {
    return deadline.map(OffsetDateTime::getOffset).orElse(ZONE);
  }

  /** Returns all items in the order of the form. */
  public List<Item> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  /** Returns all fields in the order of the form, by id. */
  public Map<String, Field> fields() {
    var fields = new LinkedHashMap<String, Field>();
    items().forEach(item -> item.fields().forEach(field -> fields.put(field.id(), field)));
    return fields;
  }

  /** Returns the fields of which it is told what their answers come to, by id. */
  public Map<String, Field> tallied() {
    var tallied = new LinkedHashMap<String, Field>();
    for (var item : items()) {
      for (var field : item.fields()) {
        if (field.counts() || field.type().number() && !item.repeats()) {
          tallied.put(field.id(), field);
        }
      }
    }
    return tallied;
  }

  /** Returns the section that an item belongs to. */
  public Section sectionOf(Item item) {
    return sections.stream().filter(s -> s.items().contains(item)).findFirst().orElseThrow();
  }

  /** Returns the groups of units that something is asked of or told to in a way of its own. */
  public SortedSet<String> groups() {
    var groups = new TreeSet<>(CodePoints.ORDER);
    groups.addAll(peerGroups);
    rules.forEach(rule -> groups.addAll(rule.when().groups()));
    return groups;
  }

  /**
   * Returns a field in the words that a unit understands: the number on the form and the words of
   * the sentence, never the id.
   *
   * @param fieldId the id of a field or of a header field; any other text comes back as it is
   */
  public String label(String fieldId) {
    for (var section : sections) {
      for (var item : section.items()) {
        Optional<Field> field =
            item.fields().stream().filter(f -> f.id().equals(fieldId)).findFirst();
        if (field.isPresent()) {
          return label(section, field.get());
        }
      }
    }
    return header.entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(fieldId))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(fieldId);
  }

  /** As {@link #label(String)}, where the field and its section are at hand. */
  public String label(Section section, Field field) {
    return blank.isPresent() ? field.label() : "第" + section.id() + "项" + field.label();
  }
}
