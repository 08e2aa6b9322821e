package dev.rollup.run;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (done, all) -> {};

  /** Says that so many of all files were taken in. */
  void takenIn(int done, int all);
}
