package dev.rollup.read.word;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.Prompt;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.TextRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A running text that grows, with what decides at each place of it whether a person sees what comes
 * there, and how that looks.
 */
final class SeenText {

  static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  private final WordStyles styles;
  private RunningText text = new RunningText();
  private FieldCodes fields;
  private Surroundings around = Surroundings.PAGE;

  /** The run that is being read; null outside runs. */
  private @Nullable TextRun run;

  /** How many elements are open whose content is not there, or only tells where to type. */
  private int deleted;

  private int prompts;

  /** How a run looks that says nothing about it, and in which surroundings. */
  private @Nullable LetterLook plain;

  private @Nullable Surroundings plainIn;

  /** Begins a text, outside of all fields. */
  SeenText(WordStyles styles, FieldCodes fields) {
    this.styles = styles;
    this.fields = fields;
  }

  RunningText running() {
    return text;
  }

  /** The fields that are open. */
  FieldCodes fields() {
    return fields;
  }

  Surroundings around() {
    return around;
  }

  void around(Surroundings now) {
    around = now;
  }

  /** Begins something that is deleted; {@link #undelete} ends it. */
  void delete() {
    deleted++;
  }

  void undelete() {
    deleted--;
  }

  /** Tells whether what comes is there, be it seen or not. */
  boolean isThere() {
    return deleted == 0;
  }

  /** Begins words that only tell where to type; {@link #endPrompt} ends them. */
  void beginPrompt() {
    prompts++;
  }

  void endPrompt() {
    prompts--;
  }

  /** Tells whether its author took the run that is being read out of the text. */
  boolean isHidden() {
    return run != null && run.hidden();
  }

  boolean isSeen() {
    return deleted == 0 && prompts == 0 && !fields.isCode() && !isHidden();
  }

  /** Begins a run that says nothing about its looks; returns the one that it stands in, or null. */
  @Nullable TextRun beginRun() throws Refusal {
    TextRun outer = run;
    finishRun();
    run = plainRun();
    return outer;
  }

  /** Says how the run looks. */
  void dress(RunProperties look) throws Refusal {
    dress(open(), look.look().over(look(look.style())));
  }

  /**
   * Ends the run, and goes on with the one that it stands in.
   *
   * @param prompt whether it looks like one that only tells where to type
   */
  void endRun(@Nullable TextRun outer, boolean prompt) {
    if (!prompt || Prompt.mayBeAnswer(open().text().toString())) {
      finishRun();
    }
    run = outer;
  }

  /** Returns the run that is being read, inside one. */
  private TextRun open() {
    return Objects.requireNonNull(run);
  }

  /** Adds what the run holds so far to the text. */
  void finishRun() {
    if (run != null) {
      text.append(run.text(), run.marks());
      run.clear();
    }
  }

  /** Adds what is seen, if it is. */
  void append(String more) throws Refusal {
    if (more.isEmpty()) {
      return;
    }
    if (deleted == 0) {
      fields.result(more);
    }
    if (!isSeen()) {
      return;
    }
    if (run != null) {
      run.append(more);
      return;
    }
    TextRun own = plainRun();
    if (!own.hidden()) {
      text.append(own.append(more).text(), own.marks());
    }
  }

  /** Adds to the code of a field; what is struck out or hidden there changes what it shows. */
  void appendCode(String code) {
    boolean certain =
        run == null
            || !run.hidden()
                && !run.marks().contains(Mark.STRUCK_OUT)
                && !run.marks().contains(Mark.HIDDEN);
    fields.code(certain ? code : UNKNOWN);
  }

  /** What is outside a box. */
  record Outside(FieldCodes fields, @Nullable TextRun run, Surroundings around) {}

  /** Begins a box, which has fields, runs and colours of its own. */
  Outside beginBox() throws Refusal {
    var outside = new Outside(fields, run, around);
    text.beginBox();
    fields = fields.ofBox();
    run = null;
    around = around.inBox();
    return outside;
  }

  void endBox(Outside outside) throws Refusal {
    text.endBox();
    fields = outside.fields();
    run = outside.run();
    around = outside.around();
  }

  /** Begins another text, beside this one; this one is finished. */
  void beginAnother() {
    text = new RunningText();
  }

  /** Tells whether the end of a paragraph that says nothing about it is hidden. */
  boolean hidesEnds() throws Refusal {
    return look(null).hidden();
  }

  private TextRun plainRun() throws Refusal {
    return dress(new TextRun(), look(null));
  }

  private TextRun dress(TextRun bare, LetterLook look) {
    return bare.marks(around.marks(), look.marks(around.ground()))
        .hidden(look.hidden())
        .font(look.font());
  }

  private LetterLook look(@Nullable String characterStyle) throws Refusal {
    if (characterStyle != null) {
      return styles.look(around.tableStyle(), around.paragraphStyle(), characterStyle);
    }
    LetterLook known = plain;
    if (known == null || !around.equals(plainIn)) {
      known = styles.look(around.tableStyle(), around.paragraphStyle(), null);
      plain = known;
      plainIn = around;
    }
    return known;
  }
}
