package dev.rollup.match;

import dev.rollup.model.Cell;
import dev.rollup.model.Folding;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blank form's own words, folded once: what a returned form is compared with. */
final class FormWords {

  /** Folded words that say that a number, a column or a row adds up others. */
  private static final Set<String> TOTALS = Set.of("合计", "总计", "共计", "小计", "累计", "汇总", "合计数");

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
  private final Map<HeaderField, List<String>> header = new EnumMap<>(HeaderField.class);
  private final List<String> headings = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final String title;

  FormWords(Template template, Layout layout) {
    for (var item : template.items()) {
      List<String> folded = item.literals().stream().map(Folding::label).toList();
      literals.put(item.id(), folded);
      itemByLead.put(folded.get(0), item);
    }
    layout.slots().stream().map(Layout.Slot::text).forEach(this::learn);
    template.instructions().forEach(this::learn);
    template.instructions().forEach(text -> remarks.add(Folding.label(text)));
    template.sections().forEach(section -> headings.add(Folding.label(section.text())));
    for (var entry : template.header().entrySet()) {
      header.put(entry.getKey(), HeaderField.spellings(entry.getValue()));
    }
    title = Folding.label(template.title());
  }

  private void learn(String text) {
    String folded = Folding.label(text);
    foldedByText.put(text, folded);
    words.add(folded);
  }

  /** Returns the folded text of a cell; empty where the cell holds no text. */
  String fold(Cell cell) {
    if (!(cell instanceof Cell.Text text)) {
      return "";
    }
    String known = foldedByText.get(text.value());
    return known != null ? known : Folding.label(text.value());
  }

  /** Returns the item whose sentence begins with these folded words, or null. */
  Item itemLedBy(String folded) {
    return itemByLead.get(folded);
  }

  /** Tells whether folded words begin as a sentence of the form does. */
  boolean isSentence(String folded) {
    return itemByLead.keySet().stream().anyMatch(folded::startsWith);
  }

  /** Returns the folded pieces of an item's sentence around its blanks. */
  List<String> literals(Item item) {
    return literals.get(item.id());
  }

  /** Returns the folded headings of the sections, without their numbers. */
  List<String> headings() {
    return headings;
  }

  /** Returns the folded texts that are printed below the form. */
  List<String> remarks() {
    return remarks;
  }

  /** Tells whether folded words begin with an item's first words and go on. */
  boolean goOnFrom(Item item, String folded) {
    String lead = literals(item).get(0);
    return folded.length() > lead.length() && folded.startsWith(lead);
  }

  /** Tells whether folded words stand on the blank form. */
  boolean contains(String folded) {
    return !folded.isEmpty() && words.contains(folded);
  }

  /** Tells whether folded words hold the form's title. */
  boolean holdTitle(String folded) {
    return folded.contains(title);
  }

  /** Tells whether folded words are the form's title and nothing else. */
  boolean isTitle(String folded) {
    return folded.equals(title);
  }

  /** Returns the folded spellings of the label before a blank of the header. */
  List<String> labels(HeaderField field) {
    return header.get(field);
  }

  /** Tells whether folded words say that what they stand for adds up others. */
  static boolean isTotal(String folded) {
    return TOTALS.contains(folded);
  }

  /** Returns what units write in place of a label; only before a colon it is certainly one. */
  List<String> otherLabels(HeaderField field) {
    return OTHER_LABELS.get(field);
  }

  /**
   * Returns the blank of the header that folded words are the label of, and nothing else; or null.
   */
  HeaderField labelled(String folded) {
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
  String leadingLabel(HeaderField field, String folded) {
    String label = header.get(field).stream().filter(folded::startsWith).findFirst().orElse(null);
    return label == null || isSentence(folded) || headings.stream().anyMatch(folded::startsWith)
        ? null
        : label;
  }
}
