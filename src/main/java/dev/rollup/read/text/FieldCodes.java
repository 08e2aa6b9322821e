package dev.rollup.read.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The fields that are open at one place of a text: of each, its code is not seen, its result is.
 */
public final class FieldCodes {

  /** Longer ones are results whatever they say. */
  private static final int LONGEST_RESULT = 1_000;

  /** One that is open. */
  private static final class Open {
    private @Nullable FormField form;
    private final StringBuilder code = new StringBuilder();
    private boolean inCode = true;
    private boolean dirty;

    /** Whether the result is that of the page, not of the text. */
    private boolean ofPage;

    /** What of the result stands in the text, as far as it may matter. */
    private final StringBuilder result = new StringBuilder();

    Open(@Nullable FormField form) {
      this.form = form;
    }

    void addResult(CharSequence text) {
      if (result.length() < LONGEST_RESULT) {
        result.append(text);
      }
    }
  }

  private final Deque<Open> fields = new ArrayDeque<>();
  private final boolean onPages;

  /** How many are open whose code comes, or whose result is left out. */
  private int codes;

  /** Those of a text, none of which is open. */
  public FieldCodes() {
    this(false);
  }

  private FieldCodes(boolean onPages) {
    this.onPages = onPages;
  }

  /** Returns those of what stands beside the text: numbers of pages and days are none there. */
  public static FieldCodes onPages() {
    return new FieldCodes(true);
  }

  /** Returns those of a box, which stand by themselves. */
  public FieldCodes ofBox() {
    return new FieldCodes(onPages);
  }

  /** Begins a field without a form element. */
  public void begin() {
    begin(null);
  }

  /** Begins a field with a form element of its own; null for none. */
  public void begin(@Nullable FormField form) {
    if (!fields.isEmpty() && fields.peek().inCode) {
      // What an inner field adds to the code is not known.
      fields.peek().code.append(RunningText.UNKNOWN);
    }
    fields.push(new Open(form));
    codes++;
  }

  /** Says what form element the innermost field has whose code comes. */
  public void form(@Nullable FormField form) {
    if (!fields.isEmpty() && fields.peek().inCode) {
      fields.peek().form = form;
    }
  }

  /** Says that the innermost field is to be calculated anew before anybody sees it. */
  public void dirty() {
    if (!fields.isEmpty()) {
      fields.peek().dirty = true;
    }
  }

  /** Adds to the code of the innermost field. */
  public void code(CharSequence more) {
    if (!fields.isEmpty() && fields.peek().inCode) {
      fields.peek().code.append(more);
    }
  }

  /** Ends the code of the innermost field; its result follows. */
  public void separate() {
    if (!fields.isEmpty() && fields.peek().inCode) {
      Open field = fields.peek();
      field.inCode = false;
      field.ofPage = onPages && FieldCode.isOfPage(field.code);
      codes -= field.ofPage ? 0 : 1;
    }
  }

  /** Says that text comes here, be it seen or not: it is the result of what is open. */
  public void result(CharSequence text) {
    if (!fields.isEmpty() && codes == 0) {
      fields.peek().addResult(text);
    }
  }

  /** Ends the innermost field; returns what a person sees of it besides its result. */
  public String end() {
    if (fields.isEmpty()) {
      return "";
    }
    Open field = fields.pop();
    codes -= field.inCode || field.ofPage ? 1 : 0;
    result(field.result);
    if (field.ofPage || onPages && FieldCode.isOfPage(field.code)) {
      return "";
    }
    return FieldCode.seen(field.code.toString(), field.form, field.result.toString(), field.dirty);
  }

  /** Tells whether what comes now belongs to the code of a field, whichever one. */
  public boolean isCode() {
    return codes > 0;
  }
}
