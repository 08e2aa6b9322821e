package dev.rollup.cli;

import dev.rollup.infer.Edition;
import dev.rollup.infer.Edition.Change;
import dev.rollup.infer.Edition.Difference;
import dev.rollup.model.Place;
import dev.rollup.template.Binding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Tells what differs between two editions; what happened to a whole row or column is one line. */
final class EditionList {

  private final Console console;
  private final Edition edition;

  EditionList(Console console, Edition edition) {
    this.console = console;
    this.edition = edition;
  }

  /**
   * Differences that are told together.
   *
   * @param words the words that all of them share, now and before
   */
  private record Group(List<Difference> all, List<String> words, List<String> wordsBefore) {}

  /** Prints all of it. */
  void print() {
    if (!edition.sameTitle()) {
      console.line(
          "schema.diff.title", edition.titles().stream().map(Printable::of).toArray(String[]::new));
    }
    for (var change : Change.values()) {
      var open =
          new ArrayList<>(
              edition.differences().stream().filter(d -> d.change() == change).toList());
      groups(open, change).forEach(this::line);
    }
    edition
        .headerAdded()
        .forEach(
            each ->
                console.line(
                    "schema.diff.header-added",
                    Printable.of(each.at().toString()),
                    Printable.of(each.label())));
    edition
        .headerRemoved()
        .forEach(
            each ->
                console.line(
                    "schema.diff.header-removed",
                    Printable.of(each.at().toString()),
                    Printable.of(each.label())));
  }

  /** Takes the largest group again and again, then tells all in the order of the form. */
  private static List<Group> groups(List<Difference> open, Change change) {
    var groups = new ArrayList<Group>();
    var order = List.copyOf(open);
    while (!open.isEmpty()) {
      Map<String, List<Difference>> byKey = new LinkedHashMap<>();
      for (var each : open) {
        keys(each, change)
            .forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(each));
      }
      var largest =
          byKey.entrySet().stream()
              .max(Comparator.comparingInt(entry -> entry.getValue().size()))
              .orElseThrow();
      List<Difference> all = largest.getValue();
      String key = largest.getKey();
      groups.add(new Group(all, words(all, key, false), words(all, key, true)));
      open.removeAll(new HashSet<>(all));
    }
    groups.sort(Comparator.comparing(group -> order.indexOf(group.all().get(0))));
    return groups;
  }

  /** Returns by what a difference may be told together with others. */
  private static Stream<String> keys(Difference each, Change change) {
    if (change == Change.MOVED) {
      Place from = each.was().at();
      Place to = each.any().at();
      return Stream.of(
          from.on()
              + ">"
              + to.on()
              + (to.cell().row() - from.cell().row())
              + ","
              + (to.cell().column() - from.cell().column()));
    }
    Binding any = each.any();
    Binding before = each.before() == null ? any : each.before();
    return Stream.of(
        "row " + any.at().on() + any.section() + any.row() + before.section() + before.row(),
        "column " + any.at().on() + any.column() + before.column());
  }

  private static List<String> words(List<Difference> all, String key, boolean before) {
    Difference first = all.get(0);
    Binding each = before && first.before() != null ? first.before() : first.any();
    if (all.size() == 1) {
      return Stream.of(each.section(), each.row(), each.column()).flatMap(List::stream).toList();
    }
    List<String> shared =
        key.startsWith("row ")
            ? Stream.of(each.section(), each.row()).flatMap(List::stream).toList()
            : key.startsWith("column ") ? each.column() : List.of();
    // The row of a list has no words of its own.
    return shared.isEmpty() ? List.of(each.label(), "…") : shared;
  }

  private void line(Group group) {
    Difference first = group.all().get(0);
    Difference last = group.all().get(group.all().size() - 1);
    Binding one = first.any();
    Binding other = last.any();
    boolean several = group.all().size() > 1;
    String key = "schema.diff." + first.change().name().toLowerCase(Locale.ROOT);
    console.line(
        key,
        several ? one.id() + " … " + other.id() : one.id(),
        Printable.of(several ? one.at() + " … " + other.at() : one.at().toString()),
        Printable.of(String.join(" / ", group.words())),
        Printable.of(before(group, first)),
        Printable.of(now(first)),
        several
            ? console.messages().text("schema.diff.several", String.valueOf(group.all().size()))
            : "");
  }

  /** Returns what it was. */
  private String before(Group group, Difference first) {
    return switch (first.change()) {
      case MOVED -> first.was().at().toString();
      case TYPE -> type(first.was());
      case MEASURE -> first.was().measure().orElse("—");
      default -> String.join(" / ", group.wordsBefore());
    };
  }

  /** Returns what it is. */
  private String now(Difference first) {
    return switch (first.change()) {
      case TYPE -> type(first.any());
      case MEASURE -> first.any().measure().orElse("—");
      default -> "";
    };
  }

  private String type(Binding binding) {
    return console.messages().text("review.type." + binding.type().name().toLowerCase(Locale.ROOT));
  }
}
