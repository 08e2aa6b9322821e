package dev.rollup.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what was written into the blanks of a text: what stands between the words that are printed
 * around them. White space and the lines that blanks are ruled with count for nothing.
 *
 * @param literals the words around the blanks, one more than there are blanks
 */
public record InlineBlanks(List<String> literals) {

  /** How a sentence of a template writes its blanks. */
  public static final String BLANK = "（）";

  /** What counts for nothing beside the separators of Unicode. */
  private static final String NOTHING = "\t\n\u000B\f\r_＿\u200B";

  private static final Pattern RULES =
      Pattern.compile("^[\\s\\p{Z}_＿:：)）]+|[\\s\\p{Z}_＿;；,，、。(（]+$");

  /** What a blank for a day is ruled with: it belongs to the answer. */
  private static final Pattern DAY = Pattern.compile("^[\\s\\p{Z}_]*年[\\s\\p{Z}_]*月[\\s\\p{Z}_]*日");

  /** A time: what is typed between two blanks that no words part. */
  private static final Pattern TIME =
      Pattern.compile("(?:20\\d{2}|\\d{2}|[_＿]*|二[〇○零O]\\p{L}{2})[\\s\\p{Z}_＿]*年");

  /** A text as it is compared, and where each of its characters is from. */
  private record Squeezed(String text, List<Integer> from) {}

  /**
   * What stands in one blank.
   *
   * @param text without the white space around it, and without brackets around all of it
   * @param from where the blank begins in the text
   * @param to where it ends
   */
  public record Answer(String text, int from, int to) {}

  /** Copies the words. */
  public InlineBlanks {
    literals = List.copyOf(literals);
  }

  /** Returns the words around the blanks of a sentence that writes them as {@link #BLANK}. */
  public static InlineBlanks ofSentence(String sentence) {
    return new InlineBlanks(List.of(sentence.split(BLANK, -1)));
  }

  /** Returns the words around the header's blanks of one text, which come in its order. */
  public static InlineBlanks ofHeader(List<HeaderBlank> blanks) {
    var literals = new ArrayList<String>();
    boolean day = false;
    for (var blank : blanks) {
      literals.add(day ? DAY.matcher(blank.before()).replaceFirst("") : blank.before());
      day = blank.type() == FieldType.DATE;
    }
    String after = blanks.get(blanks.size() - 1).after();
    literals.add(day ? DAY.matcher(after).replaceFirst("") : after);
    return new InlineBlanks(literals);
  }

  /** Returns the words right before and behind one blank of the header. */
  public static InlineBlanks around(HeaderBlank blank) {
    boolean day = blank.type() == FieldType.DATE;
    String after = day ? DAY.matcher(blank.after()).replaceFirst("") : blank.after();
    return new InlineBlanks(List.of(blank.before(), after));
  }

  /**
   * Returns a text with an answer behind the words before the only blank, wherever these stand.
   * White space and a ruled day behind them make room for it.
   */
  public String filledOnce(String text, String answer) {
    String before = literals.get(0).strip();
    int begin = text.indexOf(before);
    if (begin < 0) {
      return text + answer;
    }
    int from = begin + before.length();
    int to = from;
    while (to < text.length() && isNothing(text.charAt(to))) {
      to++;
    }
    Matcher day = DAY.matcher(text.substring(from));
    boolean ruled = day.find() && answer.matches(".*年.*月.*日");
    int end = ruled ? from + day.end() : to;
    boolean more = end < text.length();
    return text.substring(0, from) + answer + (more && end > from ? " " : "") + text.substring(end);
  }

  /** Tells whether a text has these words in this order, and nothing before and behind them. */
  public boolean fits(String text) {
    return in(text).isPresent();
  }

  /** Returns what stands in every blank; empty where the words around them are not all there. */
  public Optional<List<Answer>> in(String text) {
    Squeezed squeezed = squeeze(text);
    var answers = new ArrayList<Answer>();
    int at = 0;
    for (int i = 0; i < literals.size(); i++) {
      String literal = squeeze(literals.get(i)).text();
      boolean last = i == literals.size() - 1;
      boolean parted = i == 0 || last || !literal.isEmpty();
      int found =
          last
              ? lastOf(squeezed.text(), literal)
              : parted ? squeezed.text().indexOf(literal, at) : time(text, squeezed, at);
      if (found < at || i == 0 && found != 0) {
        return Optional.empty();
      }
      if (i > 0) {
        int from = at == 0 ? 0 : squeezed.from().get(at - 1) + 1;
        int to = found == squeezed.text().length() ? text.length() : squeezed.from().get(found);
        answers.add(new Answer(bare(text.substring(Math.min(from, to), to)), from, to));
      }
      at = found + literal.length();
    }
    return Optional.of(answers);
  }

  /**
   * Returns a text with its blanks filled in, as far as there are answers.
   *
   * @param answers one for each blank; null leaves it as it is
   */
  public String filled(String text, List<String> answers) {
    List<Answer> blanks = in(text).orElse(List.of());
    var filled = new StringBuilder();
    int from = 0;
    for (int i = 0; i < blanks.size() && i < answers.size(); i++) {
      if (answers.get(i) != null) {
        Answer blank = blanks.get(i);
        String room = text.substring(blank.from(), blank.to());
        filled.append(text, from, blank.from()).append(written(room, answers.get(i)));
        from = blank.to();
      }
    }
    return filled.append(text.substring(from)).toString();
  }

  /** Writes an answer where there was room for it, between the brackets if it has any. */
  private static String written(String room, String answer) {
    String bare = room.strip();
    boolean enclosed =
        bare.length() > 1
            && "(（".indexOf(bare.charAt(0)) >= 0
            && ")）".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    if (enclosed) {
      return bare.charAt(0) + answer + bare.charAt(bare.length() - 1);
    }
    String colon = bare.startsWith("：") || bare.startsWith(":") ? bare.substring(0, 1) : "";
    return colon + answer + (room.isEmpty() ? "" : " ");
  }

  /** Returns where a time begins from a place on; the end where none does. */
  private static int time(String text, Squeezed squeezed, int at) {
    int from = at < squeezed.from().size() ? squeezed.from().get(at) : text.length();
    Matcher time = TIME.matcher(text);
    if (!time.find(from)) {
      return squeezed.text().length();
    }
    int begin = at;
    while (begin < squeezed.from().size() && squeezed.from().get(begin) < time.start()) {
      begin++;
    }
    return begin;
  }

  private static int lastOf(String text, String literal) {
    return text.endsWith(literal) ? text.length() - literal.length() : -1;
  }

  private static Squeezed squeeze(String text) {
    var squeezed = new StringBuilder();
    var from = new ArrayList<Integer>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isNothing(c)) {
        continue;
      }
      char half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
      // Brackets around a blank may be there or not.
      if (half != '(' && half != ')') {
        squeezed.append(Character.toLowerCase(half));
        from.add(i);
      }
    }
    return new Squeezed(squeezed.toString(), from);
  }

  private static boolean isNothing(char c) {
    int type = Character.getType(c);
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || NOTHING.indexOf(c) >= 0;
  }

  private static String bare(String text) {
    String bare = RULES.matcher(text).replaceAll("");
    boolean enclosed =
        bare.length() > 1
            && "(（".indexOf(bare.charAt(0)) >= 0
            && ")）".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    return enclosed ? RULES.matcher(bare.substring(1, bare.length() - 1)).replaceAll("") : bare;
  }
}
