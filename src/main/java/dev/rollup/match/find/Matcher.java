package dev.rollup.match.find;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.submission.Submission;
import java.util.List;

/** Finds the form of one template in a document, and reads it. Safe for several threads. */
public interface Matcher {

  /**
   * Returns every form that a document holds; those that nobody filled in only where there is no
   * other.
   *
   * @return one outcome for each form, or a single one without a value that says why there is none;
   *     places are without the file
   */
  List<Outcome<Submission>> match(Document document);

  /**
   * Tells whether a document in which the form was not found is meant as one all the same. Any
   * other text came along with a return.
   */
  boolean posesAsForm(Document document);
}
