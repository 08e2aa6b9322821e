package dev.rollup.messages;

import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Labels;
import dev.rollup.template.Narrative;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form and its parts are called in one language: by the template's labels for it, else by
 * the words of the form.
 */
public final class FormLabels {

  private final Template template;
  private final Messages messages;
  private final Labels labels;
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, Field> fields;

  /** The labels of one template in one language. */
  public FormLabels(Template template, Messages messages) {
    this.template = template;
    this.messages = messages;
    this.labels = template.labels(messages.language().code());
    this.fields = template.fields();
    for (var section : template.sections()) {
      for (var item : section.items()) {
        item.fields().forEach(field -> sections.put(field.id(), section));
      }
    }
  }

  /** Returns the form's title. */
  public String title() {
    return or(labels.title(), template.title());
  }

  /** Returns what the returns are about. */
  public String activity() {
    return or(labels.activity(), template.activity());
  }

  /** Returns who collects the returns. */
  public String office() {
    return or(labels.office(), template.office());
  }

  /**
   * Returns whose summary it is.
   *
   * @param name what the run says
   */
  public String district(String name) {
    return name.equals(template.district()) ? or(labels.district(), name) : name;
  }

  /** Returns what a reader of the totals must know about them. */
  public List<String> notes() {
    return labels.notes().isEmpty() ? template.notes() : labels.notes();
  }

  /** Returns the wording of the account. */
  public Optional<Narrative> narrative() {
    return labels.narrative().or(template::narrative);
  }

  /** Returns the heading of a section without its number. */
  public String section(Section section) {
    return labels.sections().getOrDefault(section.id(), section.text());
  }

  /** Returns the heading of a section with its number. */
  public String heading(Section section) {
    return labels.sections().containsKey(section.id())
        ? messages.text("form.heading", section.id(), section(section))
        : section.heading();
  }

  /** Returns a word for what is counted. */
  public String measure(String measure) {
    return labels.measures().getOrDefault(measure, measure);
  }

  /** Returns what a blank counts; empty where it takes no number. */
  public String measure(Field field) {
    return field.measure() == null ? "" : measure(field.measure().name());
  }

  /** Returns the number of the item on the form, or that the blank stands above the table. */
  public String item(String fieldId) {
    Section section = sections.get(fieldId);
    return section == null
        ? messages.text("sheets.header-item")
        : messages.text("sheets.item", section.id());
  }

  /** Returns a blank where its section stands beside it. */
  public String content(String fieldId) {
    Field field = fields.get(fieldId);
    return field == null ? label(fieldId) : content(field);
  }

  /** As {@link #content(String)}. */
  public String content(Field field) {
    return labels.fields().getOrDefault(field.id(), field.label());
  }

  /**
   * Returns what the column of a list is called: the words before its blanks, and the measure.
   *
   * @param index which blank of the sentence
   */
  public String column(Item item, int index) {
    Field field = item.fields().get(index);
    String own = labels.fields().get(field.id());
    String words = own == null ? item.wordsBefore(index) : own;
    return field.type() == FieldType.COUNT && own == null
        ? messages.text("activities.count", words, measure(field))
        : words;
  }

  /** Returns a blank with its section, as a unit is told of it; never an id. */
  public String label(@Nullable String fieldId) {
    if (fieldId == null) {
      return "";
    }
    Section section = sections.get(fieldId);
    Field field = fields.get(fieldId);
    if (section == null || field == null) {
      return header(fieldId);
    }
    String own = labels.fields().get(fieldId);
    return own == null || template.blank().isPresent()
        ? own == null ? template.label(section, field) : own
        : messages.text("form.label", section.id(), own);
  }

  private String header(String id) {
    String label =
        Arrays.stream(HeaderField.values())
            .filter(field -> field.id().equals(id))
            .map(labels.header()::get)
            .filter(own -> own != null)
            .findFirst()
            .orElseGet(() -> template.label(id));
    // A form may have no place for what every form is asked for.
    return label.equals(id) && id.startsWith("h_")
        ? messages.text("review.role." + id.substring(2))
        : label;
  }

  private static String or(String label, String own) {
    return label.isEmpty() ? own : label;
  }
}
