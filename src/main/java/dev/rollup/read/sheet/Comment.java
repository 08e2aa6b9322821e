package dev.rollup.read.sheet;

/** What is said about a cell. */
public final class Comment {

  private Comment() {}

  /** Takes away the name that programs put before what somebody says. */
  public static String withoutAuthor(String text, String author) {
    boolean named =
        !author.isBlank()
            && text.startsWith(author)
            && text.length() > author.length()
            && ":：".indexOf(text.charAt(author.length())) >= 0;
    return named ? text.substring(author.length() + 1) : text;
  }
}
