package dev.rollup.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a grid says of its cells beside what they hold. */
class GridTest {

  private static Position at(int row, int column) {
    return new Position(row, column);
  }

  @Test
  void all_but_the_first_of_merged_cells_are_hidden() {
    Grid grid =
        Grid.builder("表")
            .merge(new Area(at(1, 1), at(2, 2)))
            .merge(new Area(at(10, 0), at(60, 0)))
            .build();
    assertThat(grid.marks(at(1, 1))).isEmpty();
    assertThat(grid.marks(at(2, 2))).containsExactly(Mark.HIDDEN);
    assertThat(grid.marks(at(3, 2))).isEmpty();
    assertThat(grid.marks(at(10, 0))).isEmpty();
    assertThat(grid.marks(at(60, 0))).containsExactly(Mark.HIDDEN);
    assertThat(grid.marks(at(61, 0))).isEmpty();
    assertThat(grid.mergedAt(at(2, 1))).contains(new Area(at(1, 1), at(2, 2)));
  }

  @Test
  void a_text_that_is_turned_around_does_not_show_what_is_stored() {
    Grid grid =
        Grid.builder("表")
            .put(0, 0, new Cell.Text("\u202E12"))
            .put(0, 1, new Cell.Text("12"))
            .build();
    assertThat(grid.marks(at(0, 0))).containsExactly(Mark.RESTYLED);
    assertThat(grid.marks(at(0, 1))).isEmpty();
  }

  @Test
  void hidden_rows_and_columns_hide_their_cells() {
    Grid grid = Grid.builder("表").hideRow(3).hideColumns(5, 6).build();
    assertThat(grid.marks(at(3, 0))).containsExactly(Mark.HIDDEN);
    assertThat(grid.marks(at(0, 6))).containsExactly(Mark.HIDDEN);
    assertThat(grid.transposed().marks(at(0, 3))).containsExactly(Mark.HIDDEN);
    assertThat(grid.marks(at(0, 7))).isEmpty();
  }
}
