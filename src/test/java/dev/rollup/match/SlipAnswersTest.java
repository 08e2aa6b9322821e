package dev.rollup.match;

import static dev.rollup.model.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.Submission;
import dev.rollup.support.FormGrid;
import dev.rollup.template.Slip;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a slip says itself is not taken for what the unit says. */
class SlipAnswersTest {

  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String NOTE = "须改正\n第1项宣讲活动的参与人次：填“约200”，请填准确整数（G5）";
  private static final List<String> HEADS = List.of("序号", "内容", "原填", "改正后的数");

  private static Template template;

  @BeforeAll
  static void load() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
  }

  @Test
  void notes_that_went_out_with_it_take_nothing_back() {
    assertThat(
            read(new Note(Note.Kind.COMMENT, "表", address("G5"), NOTE.replace("\n", " \r\n")))
                .findings())
        .isEmpty();
  }

  @Test
  void a_note_that_somebody_changed_does() {
    Outcome<Submission> read =
        read(new Note(Note.Kind.COMMENT, "表", address("G5"), NOTE + "\n更正：应为190"));
    assertThat(read.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(FindingCode.NUMBER_ELSEWHERE, FindingCode.FIELD_AMBIGUOUS);
  }

  @Test
  void what_it_corrects_is_told_by_property_and_sheet() {
    assertThat(read().value().orElseThrow().corrects()).containsExactly(HASH);
  }

  /** Reads a slip with 5 and 180 filled in. */
  private static Outcome<Submission> read(Note... notes) {
    Document form =
        FormGrid.of(
            template,
            Map.of(
                "h_unit",
                new Cell.Text("堡镇"),
                "f_1_1_1",
                new Cell.Number(BigDecimal.valueOf(5), Cell.Number.GENERAL),
                "f_1_1_2",
                new Cell.Number(BigDecimal.valueOf(180), Cell.Number.GENERAL)));
    var rows =
        List.of(
            SentSlip.Row.of(List.of("堡镇数据核实单")),
            SentSlip.Row.of(HEADS),
            new SentSlip.Row(
                List.of("f_1_1_2"),
                new SentSlip.Question(FindingCode.APPROXIMATE_COUNT, null, "1.1.2"),
                List.of("1", "参与人次", "约200")));
    var sent = new SentSlip(Set.of(HASH), rows, List.of(NOTE));
    var grids = new ArrayList<>(form.grids());
    grids.add(sheet("核实事项", rows.stream().map(SentSlip.Row::texts).toList(), false));
    grids.add(sheet(Slip.SHEET, sent.lines(), true));
    var document = new Document(grids, List.of(notes), Map.of(Slip.PROPERTY, HASH));
    return new FormMatcher(template).match(document).get(0);
  }

  private static Grid sheet(String name, List<List<String>> lines, boolean hidden) {
    var grid = Grid.builder(name).hidden(hidden);
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        String text = lines.get(row).get(column);
        if (!text.isEmpty()) {
          grid.put(row, column, new Cell.Text(text));
        }
      }
    }
    return grid.build();
  }
}
