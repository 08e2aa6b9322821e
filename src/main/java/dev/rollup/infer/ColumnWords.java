package dev.rollup.infer;

import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.List;

/** The words of the columns of a table: the heads over a blank. */
final class ColumnWords {

  private final Region region;
  private final TableHeads heads;
  private final RowLabels labels;

  ColumnWords(Region region, TableHeads heads, RowLabels labels) {
    this.region = region;
    this.heads = heads;
    this.labels = labels;
  }

  /**
   * Returns the heads above a blank, outermost first.
   *
   * @param bare whether a head that says nothing is kept: it is all that there is
   */
  List<String> of(Position blank, boolean bare) {
    var words = new ArrayList<String>();
    Position last = null;
    for (int head : heads.rows()) {
      Position above = heads.over(head, blank);
      if (above == null
          || above.equals(last)
          || heads.isRuler(head)
          || !words.isEmpty() && labels.areUnder(above, blank)) {
        continue;
      }
      last = above;
      String text = region.words(above);
      if (!(heads.isUnitRow(head) && TableHeads.measureIn(text).isPresent())) {
        words.add(text);
      }
    }
    boolean only = words.size() == 1 && Lexicon.isBareHead(words.get(0));
    return only && !bare || words.size() == 1 && heads.onlyColumn() && !bare ? List.of() : words;
  }
}
