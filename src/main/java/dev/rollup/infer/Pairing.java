package dev.rollup.infer;

import dev.rollup.template.Binding;
import dev.rollup.text.Folding;
import dev.rollup.text.Similarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Pairs the blanks of two editions of a form that are the same blank: by their words, by their
 * codes, by words that are alike at the same place or nowhere else.
 */
final class Pairing {

  private static final Pattern BRACKET = Pattern.compile("[（(]([^（()）]{1,8})[)）]");

  /** The number of a row, which changes where a row is added above it. */
  private static final Pattern ORDINAL =
      Pattern.compile("^[\\s\\p{Z}]*(?:\\d+[.．、)）]|[（(]?[一二三四五六七八九十]+[)）、.．])");

  /** Words that share less are other words. */
  private static final double ALIKE = 0.5;

  /** By how much the likest words must be liker than all others. */
  private static final double MARGIN = 0.15;

  private final List<Binding> recent;
  private final List<Binding> open;
  private final IdentityHashMap<Binding, Binding> same = new IdentityHashMap<>();

  private Pairing(List<Binding> old, List<Binding> recent) {
    this.recent = recent;
    this.open = new ArrayList<>(old);
  }

  /** Returns for the blanks of a new edition the same ones of the old; blanks are who they are. */
  static Map<Binding, Binding> of(List<Binding> old, List<Binding> recent) {
    var pairing = new Pairing(old, recent);
    BiPredicate<Binding, Binding> any = (a, b) -> true;
    pairing.by(each -> Optional.of(each.at() + exact(each)), any);
    pairing.by(each -> Optional.of(exact(each)), any);
    pairing.by(each -> Optional.of(words(each, Pairing::withoutMeasure)), any);
    pairing.by(each -> Optional.of(words(each, Pairing::bare)), any);
    pairing.by(Pairing::codes, any);
    pairing.by(
        each -> Optional.of(each.at() + " " + path(each.row(), Pairing::bare)),
        (a, b) -> likeness(a.column(), b.column()) >= ALIKE);
    pairing.by(
        each -> Optional.of(each.at() + " " + path(each.column(), Pairing::bare)),
        (a, b) -> likeness(a.row(), b.row()) >= ALIKE);
    pairing.byLikeness(Binding::column, Binding::row);
    pairing.byLikeness(Binding::row, Binding::column);
    return Collections.unmodifiableMap(pairing.same);
  }

  /** Tells whether two blanks have the same words but for how they are written. */
  static boolean sameWords(Binding a, Binding b) {
    return words(a, Pairing::withoutMeasure).equals(words(b, Pairing::withoutMeasure));
  }

  private void by(Function<Binding, Optional<String>> key, BiPredicate<Binding, Binding> alike) {
    var byKey = new HashMap<String, List<Binding>>();
    for (var before : open) {
      key.apply(before)
          .ifPresent(k -> byKey.computeIfAbsent(k, any -> new ArrayList<>()).add(before));
    }
    for (var each : recent) {
      if (!same.containsKey(each)) {
        List<Binding> likely =
            key.apply(each).map(k -> byKey.getOrDefault(k, List.of())).orElse(List.of());
        likely.stream()
            .filter(before -> alike.test(before, each))
            .findFirst()
            .ifPresent(
                before -> {
                  same.put(each, before);
                  likely.remove(before);
                });
      }
    }
    forgetUsed();
  }

  /** Pairs blanks that agree in one path, where their other paths are alike and no others are. */
  private void byLikeness(
      Function<Binding, List<String>> equal, Function<Binding, List<String>> alike) {
    var used = Collections.<Binding>newSetFromMap(new IdentityHashMap<>());
    for (var each : recent) {
      if (same.containsKey(each)) {
        continue;
      }
      Binding best = null;
      double most = 0;
      double second = 0;
      for (var before : open) {
        boolean candidate =
            !used.contains(before)
                && path(equal.apply(before), Pairing::bare)
                    .equals(path(equal.apply(each), Pairing::bare));
        double own = candidate ? likeness(alike.apply(before), alike.apply(each)) : 0;
        if (own > most) {
          second = most;
          most = own;
          best = before;
        } else {
          second = Math.max(second, own);
        }
      }
      if (best != null && most >= ALIKE && most - second >= MARGIN) {
        same.put(each, best);
        used.add(best);
      }
    }
    forgetUsed();
  }

  private void forgetUsed() {
    Set<Binding> used = Collections.newSetFromMap(new IdentityHashMap<>());
    used.addAll(same.values());
    open.removeIf(used::contains);
  }

  private static String exact(Binding each) {
    return words(each, Function.identity());
  }

  private static String words(Binding each, Function<String, String> part) {
    return path(each.section(), part)
        + "|"
        + path(each.row(), part)
        + "|"
        + path(each.column(), part);
  }

  private static String path(List<String> words, Function<String, String> part) {
    var path = new StringBuilder();
    words.forEach(word -> path.append(Folding.label(part.apply(word))).append('/'));
    return path.toString();
  }

  private static Optional<String> codes(Binding each) {
    boolean coded = each.rowCode().isPresent() || each.columnCode().isPresent();
    return coded
        ? Optional.of(
            each.at().on()
                + each.rowCode().orElse(path(each.row(), Pairing::bare))
                + "|"
                + each.columnCode().orElse(path(each.column(), Pairing::bare)))
        : Optional.empty();
  }

  /** What is in brackets is left out only where it is a measure: （男）and（女）are two. */
  private static String withoutMeasure(String word) {
    return BRACKET
        .matcher(word)
        .replaceAll(found -> Lexicon.isMeasure(found.group(1)) ? "" : "（" + found.group(1) + "）");
  }

  private static String bare(String word) {
    return ORDINAL.matcher(withoutMeasure(word)).replaceFirst("");
  }

  /** Returns how alike two paths are, where they differ. */
  private static double likeness(List<String> a, List<String> b) {
    List<String> left = a.stream().map(Pairing::bare).map(Folding::label).toList();
    List<String> right = b.stream().map(Pairing::bare).map(Folding::label).toList();
    int from = 0;
    int shorter = Math.min(left.size(), right.size());
    while (from < shorter && left.get(from).equals(right.get(from))) {
      from++;
    }
    int behind = 0;
    while (behind < shorter - from
        && left.get(left.size() - 1 - behind).equals(right.get(right.size() - 1 - behind))) {
      behind++;
    }
    String one = String.join("/", left.subList(from, left.size() - behind));
    String other = String.join("/", right.subList(from, right.size() - behind));
    boolean within = !one.isEmpty() && !other.isEmpty();
    return within && (one.contains(other) || other.contains(one))
        ? Math.max(ALIKE + MARGIN, Similarity.of(one, other))
        : Similarity.of(one, other);
  }
}
