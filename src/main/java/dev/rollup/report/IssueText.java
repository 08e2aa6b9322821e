package dev.rollup.report;

import java.util.stream.Stream;

/**
 * A problem as it stands in the list of problems: by these words the next run knows it again.
 *
 * @param unit whose it is; empty where that is not known
 * @param item the number of the section; empty where it is not about a blank
 * @param content the blank in the form's words; empty where it is not about one
 * @param raw what was typed; empty where nothing was
 * @param problem what is wrong
 */
public record IssueText(String unit, String item, String content, String raw, String problem) {

  /** Returns the same problem without what programs change in texts when they save them. */
  public IssueText plain() {
    return new IssueText(plain(unit), plain(item), plain(content), plain(raw), plain(problem));
  }

  /** Tells whether there is nothing in it. */
  public boolean none() {
    return Stream.of(unit, item, content, raw, problem).allMatch(String::isEmpty);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{C}\uFFFD]+", "");
  }
}
