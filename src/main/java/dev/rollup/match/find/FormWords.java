package dev.rollup.match.find;

import dev.rollup.model.Cell;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The blank form's own words, folded once: what a returned form is compared with. */
public final class FormWords {

  /** So many letters count the lines of a form. */
  private static final int LONGEST_ORDINAL = 2;

  /** The head of a column is shorter than this. */
  private static final int LONGEST_HEAD = 8;

  private static final Map<HeaderField, List<String>> OTHER_LABELS =
      Map.of(
          HeaderField.UNIT, List.of("报送单位", "单位名称", "单位全称", "单位"),
          HeaderField.CONTACT, List.of("填报人", "填表人", "经办人", "联络人"),
          HeaderField.PHONE, List.of("联系电话", "联系方式", "手机"),
          HeaderField.DATE, List.of("填表日期", "报送日期", "填报时间", "日期"));

  private final Map<String, String> foldedByText = new HashMap<>();
  private final Map<String, Item> itemByLead = new HashMap<>();
  private final Map<String, List<String>> literals = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> measures = new HashSet<>();
  private final Map<HeaderField, List<String>> header = new EnumMap<>(HeaderField.class);
  private final List<String> headings = new ArrayList<>();
  private final Map<String, String> headingByItem = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, Set<String>> labelsByField = new HashMap<>();
  private final String title;
  private final String id;

  /** The words of a template as they stand on its own sheet. */
  public FormWords(Template template, Layout layout) {
    for (var item : template.items()) {
      List<String> folded = item.literals().stream().map(Folding::label).toList();
      literals.put(item.id(), folded);
      itemByLead.put(folded.get(0), item);
    }
    for (var item : template.items()) {
      item.fields().stream()
          .filter(field -> field.type() == FieldType.COUNT)
          .flatMap(field -> field.measured().suffixes().stream())
          .map(Folding::label)
          .filter(measure -> measure.length() > 1)
          .forEach(measures::add);
    }
    layout.slots().stream().map(Layout.Slot::text).forEach(this::learn);
    template.instructions().forEach(this::learn);
    template.instructions().stream()
        .map(Folding::label)
        .filter(folded -> !folded.isEmpty())
        .forEach(remarks::add);
    for (var section : template.sections()) {
      String heading = Folding.label(section.text());
      headings.add(heading);
      section.items().forEach(item -> headingByItem.put(item.id(), heading));
    }
    for (var entry : template.header().entrySet()) {
      header.put(entry.getKey(), HeaderField.spellings(entry.getValue()));
    }
    for (var labels : template.labels().values()) {
      labels
          .fields()
          .forEach(
              (field, label) ->
                  labelsByField
                      .computeIfAbsent(field, each -> new HashSet<>())
                      .add(Folding.label(label)));
    }
    title = Folding.label(template.title());
    id = Folding.label(template.id());
  }

  private void learn(String text) {
    String folded = Folding.label(text);
    foldedByText.put(text, folded);
    words.add(folded);
  }

  /** Returns the folded text of a cell; empty where the cell holds no text. */
  public String fold(Cell cell) {
    if (!(cell instanceof Cell.Text text)) {
      return "";
    }
    String known = foldedByText.get(text.value());
    return known != null ? known : Folding.label(text.value());
  }

  /** Returns the item whose sentence begins with these folded words, or null. */
  public @Nullable Item itemLedBy(String folded) {
    return itemByLead.get(folded);
  }

  /** Tells whether folded words begin as a sentence of the form does. */
  public boolean isSentence(String folded) {
    return itemByLead.keySet().stream().anyMatch(folded::startsWith);
  }

  /** Returns the folded pieces of an item's sentence around its blanks. */
  public List<String> literals(Item item) {
    return Objects.requireNonNull(literals.get(item.id()), item.id());
  }

  /** Returns the folded headings of the sections, without their numbers. */
  List<String> headings() {
    return headings;
  }

  /** Returns the folded heading of the section that an item is in. */
  public String headingOf(Item item) {
    return Objects.requireNonNull(headingByItem.get(item.id()), item.id());
  }

  /**
   * Tells whether folded words are the heading of the section that an item is in, numbered or not.
   */
  public boolean isHeadingOf(Item item, String folded) {
    return numbered(folded, headingOf(item));
  }

  /** Tells whether folded words are the heading of some section, numbered or not. */
  public boolean isHeading(String folded) {
    return headings.stream().anyMatch(heading -> numbered(folded, heading));
  }

  /**
   * Tells whether folded words are the blank form's own, whatever they are on it: title, heading,
   * words of a sentence, instruction, or the line that names the template.
   */
  public boolean isOwn(String folded) {
    return contains(folded)
        || isTitle(folded)
        || isHeading(folded)
        || remarks.stream().anyMatch(remark -> numbered(folded, remark))
        || folded.contains(id);
  }

  /**
   * Tells whether folded words say something that is on the form: words of a sentence, or a measure
   * with words before it, as over a column.
   */
  public boolean mention(String folded) {
    return contains(folded)
        || literals.values().stream().anyMatch(own -> folded.contains(own.get(0)))
        || measures.stream().anyMatch(m -> folded.endsWith(m) && folded.length() <= LONGEST_HEAD);
  }

  /** Tells whether folded words are what a blank is called in another language of the template. */
  public boolean isLabel(Field field, String folded) {
    return labelsByField.getOrDefault(field.id(), Set.of()).contains(folded);
  }

  /** Tells whether folded words hold the first words of some sentence of the form. */
  public boolean tellSentence(String folded) {
    return itemByLead.keySet().stream().anyMatch(folded::contains);
  }

  /** Tells whether folded words hold the first words of another item's sentence. */
  public boolean tellOther(Item item, String folded) {
    return literals.entrySet().stream()
        .filter(own -> !own.getKey().equals(item.id()))
        .anyMatch(own -> folded.contains(own.getValue().get(0)));
  }

  private static boolean numbered(String folded, String words) {
    return folded.endsWith(words) && folded.length() - words.length() <= LONGEST_ORDINAL;
  }

  /** Returns the folded texts that are printed below the form. */
  List<String> remarks() {
    return remarks;
  }

  /** Tells whether folded words begin with an item's first words and go on. */
  public boolean goOnFrom(Item item, String folded) {
    String lead = literals(item).get(0);
    return folded.length() > lead.length() && folded.startsWith(lead);
  }

  /** Tells whether folded words stand on the blank form. */
  public boolean contains(String folded) {
    return !folded.isEmpty() && words.contains(folded);
  }

  /** Returns the form's title, folded. */
  String title() {
    return title;
  }

  /** Tells whether folded words hold the form's title. */
  public boolean holdTitle(String folded) {
    return folded.contains(title);
  }

  /** Tells whether folded words are the form's title and nothing else. */
  public boolean isTitle(String folded) {
    return folded.equals(title);
  }

  /** Returns the folded spellings of the label before a blank of the header. */
  public List<String> labels(HeaderField field) {
    return Objects.requireNonNull(header.get(field), field.id());
  }

  /** Returns what units write in place of a label; only before a colon it is certainly one. */
  public List<String> otherLabels(HeaderField field) {
    return OTHER_LABELS.getOrDefault(field, List.of());
  }

  /**
   * Returns the blank of the header that folded words are the label of, and nothing else; or null.
   */
  @Nullable HeaderField labelled(String folded) {
    for (var field : HeaderField.values()) {
      if (labels(field).contains(folded) || otherLabels(field).contains(folded)) {
        return field;
      }
    }
    return null;
  }

  /**
   * Returns the folded label that folded words begin with, or null. A sentence or heading of the
   * form may begin with the same words: 单位负责人带队检查.
   *
   * @param field the blank of the header whose label is looked for
   */
  public @Nullable String leadingLabel(HeaderField field, String folded) {
    String label = labels(field).stream().filter(folded::startsWith).findFirst().orElse(null);
    return label == null || isSentence(folded) || headings.stream().anyMatch(folded::startsWith)
        ? null
        : label;
  }
}
