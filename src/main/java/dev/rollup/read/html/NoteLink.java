package dev.rollup.read.html;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What leads to a note, or from a note back to the text.
 *
 * @param number the number of the note
 * @param note the name of the note that it leads to; null where it leads back
 */
record NoteLink(String number, @Nullable String note) {

  private static final Pattern LINK =
      Pattern.compile(
          "#(?:(_ftn|_edn|_msocom_)|(sdfootnote|sdendnote)|_ftnref|_ednref|_msoanchor_)"
              + "(\\d{1,6})(sym|anc)?");

  /** Returns what an address inside a page leads to, if that is a note or its place. */
  static Optional<NoteLink> of(String href) {
    Matcher link = LINK.matcher(href);
    if (!link.matches()) {
      return Optional.empty();
    }
    String number = link.group(3);
    String note = null;
    if (link.group(1) != null) {
      String kind =
          link.group(1).equals("_msocom_") ? PageNotes.COMMENT : link.group(1).substring(1);
      note = kind + number;
    } else if ("sym".equals(link.group(4)) && link.group(2) != null) {
      note = link.group(2) + number;
    }
    return Optional.of(new NoteLink(number, note));
  }

  /** Tells whether a text is only the sign of the note: no part of what is said. */
  boolean isSign(String text) {
    String sign = text.strip();
    int value = Integer.parseInt(number);
    return sign.matches("\\[?[A-Za-z]{0,4}" + number + "\\]?")
        || sign.replaceAll("[\\[\\]]", "").equalsIgnoreCase(roman(value));
  }

  private static String roman(int value) {
    if (value < 1 || value > 39) {
      return "-";
    }
    String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return "x".repeat(value / 10) + ones[value % 10];
  }
}
