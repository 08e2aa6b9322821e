package dev.rollup.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Something about the run itself that the person who started it has to put right: an option, a
 * template, a roster, an output folder. Bad returns are never a mistake; they are findings.
 */
public final class Mistake extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the run ends as. */
  public enum Kind {
    /** An option, the template, the roster or a side file is wrong. */
    USAGE,
    /** An argument does not exist, or an output cannot be written. */
    FILES,
    /** Another run holds the output folder. */
    LOCKED,
    /** No return, or far fewer than last time. */
    TOO_FEW
  }

  private final Kind kind;
  private final String key;
  private final transient List<Mentioned> mentioned;

  /**
   * A mistake in words to be looked up.
   *
   * @param key the key of the message, without its leading {@code mistake.}
   * @param args what the message mentions, in the order of its placeholders
   */
  public Mistake(Kind kind, String key, String... args) {
    this(kind, key, Arrays.stream(args).<Mentioned>map(Mentioned.Text::new).toList());
  }

  /** As {@link #Mistake(Kind, String, String...)}, where not all that it mentions is a text. */
  public Mistake(Kind kind, String key, List<Mentioned> mentioned) {
    super(key);
    this.key = key;
    this.kind = kind;
    this.mentioned = List.copyOf(mentioned);
  }

  /** A mistake that mentions several files or folders, which the message mentions first. */
  public static Mistake ofPaths(Kind kind, String key, Collection<?> paths, String... more) {
    var all = new ArrayList<Mentioned>();
    all.add(new Mentioned.Names(paths.stream().map(Object::toString).toList(), false));
    Arrays.stream(more).map(Mentioned.Text::new).forEach(all::add);
    return new Mistake(kind, key, all);
  }

  /**
   * Returns several mistakes as one: the first, in which the others are suppressed.
   *
   * @param all at least one
   */
  public static Mistake of(List<Mistake> all) {
    Mistake first = all.get(0);
    all.stream().skip(1).forEach(first::addSuppressed);
    return first;
  }

  /** Returns what the run ends as. */
  public Kind kind() {
    return kind;
  }

  /** Returns the key of the message. */
  public String key() {
    return key;
  }

  /** Returns what the message mentions, in the order of its placeholders. */
  public List<Mentioned> mentioned() {
    return mentioned;
  }

  /** Returns what the message mentions in plain words. */
  public List<String> args() {
    return mentioned.stream().flatMap(each -> each.plain().stream()).toList();
  }
}
