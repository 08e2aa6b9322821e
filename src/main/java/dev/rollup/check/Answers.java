package dev.rollup.check;

import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one return says, by field and row. */
final class Answers {

  private static final int NO_ROW = 0;

  private final Map<String, Map<Integer, Answer>> answers = new HashMap<>();
  private final Map<String, List<Integer>> rows = new HashMap<>();

  /** Gathers what a return says. */
  Answers(Submission submission, Template template) {
    for (var entry : submission.entries()) {
      answers
          .computeIfAbsent(entry.field().id(), field -> new TreeMap<>())
          .put(entry.row(), answer(entry));
    }
    submission
        .header()
        .forEach(
            (field, entry) ->
                answers.put(field.id(), Map.of(NO_ROW, answer(field, entry, submission))));
    for (var item : template.items()) {
      if (item.repeats()) {
        rows.put(item.id(), rows(item, submission));
      }
    }
  }

  private static Answer answer(Entry entry) {
    return new Answer(entry.content(), entry.raw(), entry.at());
  }

  private static Answer answer(HeaderField field, HeaderEntry entry, Submission submission) {
    return new Answer(content(field, entry.text(), submission), entry.text(), entry.at());
  }

  private static Value content(HeaderField field, String text, Submission submission) {
    if (text.isEmpty()) {
      return Value.Absent.BLANK;
    }
    return field.type() == FieldType.DATE
        ? submission.date().<Value>map(Value.Day::new).orElse(Value.Absent.EXCLUDED)
        : new Value.Words(text);
  }

  /** Returns the rows that list something; a row of zeros and blanks is none. */
  private static List<Integer> rows(Item item, Submission submission) {
    var rows = new TreeSet<Integer>();
    for (var entry : submission.entries()) {
      if (entry.saysSomething() && item.fields().contains(entry.field())) {
        rows.add(entry.row());
      }
    }
    return List.copyOf(rows);
  }

  /**
   * Returns the rows on which a rule is judged.
   *
   * @param list the repeated item that it is about; null where it is about none
   */
  List<Integer> rows(@Nullable String list) {
    return list == null ? List.of(NO_ROW) : rows.getOrDefault(list, List.of());
  }

  /** Returns what stands in a column of a list, in the order of its rows. */
  List<Answer> column(String field) {
    return List.copyOf(answers.getOrDefault(field, Map.of()).values());
  }

  /** Returns what stands in a field, in a row of a repeated item where it is a field of one. */
  Answer of(String field, int row) {
    Map<Integer, Answer> byRow = answers.getOrDefault(field, Map.of());
    Answer answer = byRow.getOrDefault(row, byRow.get(NO_ROW));
    return answer != null
        ? answer
        : new Answer(Value.Absent.BLANK, null, Location.NOWHERE.ofField(field));
  }
}
