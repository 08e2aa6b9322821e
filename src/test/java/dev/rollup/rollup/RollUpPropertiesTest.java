package dev.rollup.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollUpPropertiesTest {

  private static final RollUpContents CARRIED =
      new RollUpContents(
          Map.of("1.1.1", new RollUpContents.Total(new BigDecimal("12.50"), new Counters(3, 1, 2))),
          List.of(
              new RollUpContents.Row("7.1", new Origin("T1", "甲镇"), List.of("讲\t座\\n\n二", "2"))));

  @Test
  void what_is_written_is_read_in_pieces_that_no_program_cuts() {
    Map<String, String> properties = RollUpTable.properties(CARRIED);

    assertThat(properties.values()).allMatch(piece -> piece.length() <= 255);
    Grid table = RollUpProperties.in(properties).orElseThrow();
    assertThat(row(table, 1)).containsExactly("1.1.1", "12.50", "3", "1", "2");
    assertThat(row(table, 3)).containsExactly("7.1", "T1", "甲镇", "讲\t座\\n\n二", "2");
  }

  @Test
  void a_piece_that_was_changed_or_lost_is_nothing() {
    var properties = new HashMap<>(RollUpTable.properties(CARRIED));
    properties.compute("rollup_origins_1", (name, text) -> text.substring(0, text.length() - 4));
    assertThat(RollUpProperties.in(properties)).isEmpty();
    properties.remove("rollup_origins_1");
    assertThat(RollUpProperties.in(properties)).isEmpty();
  }

  @Test
  void the_face_of_a_roll_up_says_in_every_language_that_it_is_one() {
    for (var language : Language.values()) {
      String said = new Messages(language).text("form.made-of", "24");
      Grid face = Grid.builder("表").put(0, 0, new Cell.Text("表式：x　" + said)).build();
      assertThat(RollUp.is(new Document(List.of(face), Map.of()))).as(said).isTrue();
    }
    Grid other = Grid.builder("表").put(0, 0, new Cell.Text("24家单位的报表")).build();
    assertThat(RollUp.is(new Document(List.of(other), Map.of()))).isFalse();
  }

  private static List<String> row(Grid table, int row) {
    return table.rows(row, row + 1).stream()
        .map(placed -> table.at(new Position(row, placed.at().column())).raw())
        .toList();
  }
}
