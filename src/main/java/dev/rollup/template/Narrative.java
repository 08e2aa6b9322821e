package dev.rollup.template;

import dev.rollup.text.ChineseNumeral;
import dev.rollup.text.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wording of the account that goes up with the form: what stands around the totals. Texts hold
 * {@code {placeholders}}: field ids for totals, words for the rest.
 *
 * @param title the title
 * @param mark what says that the text is a draft; taken away by hand
 * @param opening the first paragraph
 * @param coverage the part of it that is left out without a roster
 * @param parts the parts of the body, in order
 * @param notes the page behind the text that stays in the house
 * @param signature who signs it, where the template's own district does
 * @param date room for the date
 * @param punctuation what stands between clauses, names and sentences
 */
public record Narrative(
    String title,
    String mark,
    String opening,
    String coverage,
    List<Part> parts,
    Notes notes,
    String signature,
    String date,
    Punctuation punctuation) {

  /**
   * What stands between the pieces.
   *
   * @param list between names
   * @param and between clauses
   * @param stop behind a sentence
   * @param chinese whether numbers and months are written in Chinese
   */
  public record Punctuation(String list, String and, String stop, boolean chinese) {

    /** As Chinese papers have them. */
    public static final Punctuation CHINESE = new Punctuation("、", "；", "。", true);

    /** As English papers have them. */
    public static final Punctuation LATIN = new Punctuation(", ", "; ", ". ", false);

    /** Returns the number before a heading or paragraph, with what stands behind it. */
    public String numbered(int number) {
      return chinese ? ChineseNumeral.format(number, Style.PLAIN) + "、" : number + ". ";
    }
  }

  /** Copies the parts. */
  public Narrative {
    parts = List.copyOf(parts);
  }

  /**
   * One part of the body.
   *
   * @param heading its heading without a number
   * @param lead words before its first clause; may be empty
   * @param clauses its clauses, in order
   * @param featured the rows of a repeated item that it tells of; null for none
   */
  public record Part(
      String heading, String lead, List<Choice> clauses, @Nullable Featured featured) {

    /** Copies the clauses. */
    public Part {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * A clause in several wordings, of which the first that can be filled in is taken.
   *
   * @param wordings at least one
   */
  public record Choice(List<Clause> wordings) {

    /** Copies the wordings. */
    public Choice {
      wordings = List.copyOf(wordings);
    }
  }

  /**
   * How the rows of a repeated item are told.
   *
   * @param item the repeated item
   * @param total what they come to together
   * @param intro the words before the rows
   * @param each one row
   * @param by the field whose highest counts come first
   * @param most how many rows are told
   * @param more what is said of the others
   */
  public record Featured(
      Item item, Clause total, String intro, Clause each, Field by, int most, String more) {}

  /**
   * What a reader in the house must know and a superior need not.
   *
   * @param heading the heading of the page
   * @param mark that the page does not go up
   * @param noRoster that nobody knows who owes a return
   * @param missing which units sent nothing
   * @param awaited which units sent nothing yet
   * @param returned from which units something came that does not count
   * @param strays which files are of no known unit
   * @param excluded how many entries are in no total
   * @param entry one of them
   * @param moreEntries how many of them are not listed
   * @param excludedKinds how many of which kind are in no total, where there are too many to list
   * @param broken how many numbers break a rule and are in the totals
   * @param brokenEntry one of them
   * @param brokenKinds how many of which kind, where there are too many to list
   * @param kind one kind
   * @param caveats what the totals are not
   * @param zero which blanks come to nothing, so that the text does not mention them
   * @param unsaid which totals the text does not mention although they come to something
   * @param total one of those
   */
  public record Notes(
      String heading,
      String mark,
      String noRoster,
      String missing,
      String awaited,
      String returned,
      String strays,
      String excluded,
      Clause entry,
      String moreEntries,
      String excludedKinds,
      String broken,
      String brokenEntry,
      String brokenKinds,
      String kind,
      List<String> caveats,
      String zero,
      String unsaid,
      String total) {

    /** Copies the caveats. */
    public Notes {
      caveats = List.copyOf(caveats);
    }
  }
}
