package dev.rollup.template;

/** By what a form that went back to a unit says which of its returns it is to correct. */
public final class Slip {

  /**
   * The name under which the SHA-256 of the return that is to be corrected travels, as a document
   * property and as a hidden name.
   */
  public static final String PROPERTY = "rollup_corrects";

  /** The hidden sheet that tells it once more, and what the slip said when it went out. */
  public static final String SHEET = "核实依据";

  private Slip() {}
}
