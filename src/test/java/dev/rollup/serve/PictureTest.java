package dev.rollup.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Address;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.write.html.HtmlPage;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is shown of a return around a place in it. */
class PictureTest {

  private static String drawn(Document document, @Nullable String sheet, Address cell)
      throws IOException {
    var html = new StringWriter();
    var page = new HtmlPage(html);
    page.open("main");
    new Picture(page, new Messages(Language.EN))
        .draw(document, Location.at(sheet, cell), "caption");
    page.close();
    return html.toString().replaceAll("\\s*\n", "");
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  @Test
  void a_cell_stands_among_its_rows_with_the_words_left_of_it_and_above() throws IOException {
    Document sheet =
        new Document(
            List.of(
                Grid.builder("表")
                    .put(0, 6, text("人次"))
                    .put(6, 0, text("宣讲"))
                    .put(8, 0, text("演练 <b>"))
                    .put(8, 5, text("场"))
                    .put(8, 6, text("约2"))
                    .put(8, 9, text("远"))
                    .put(9, 6, text("藏"))
                    .hideRow(9)
                    .merge(new Area(new Position(8, 6), new Position(8, 7)))
                    .build()),
            Map.of());

    String html = drawn(sheet, "表", new Position(8, 6));

    assertThat(html)
        .contains(
            "<th scope=\"col\">A</th><th scope=\"col\">E</th><th scope=\"col\">F</th>"
                + "<th scope=\"col\">G</th><th scope=\"col\">H</th><th scope=\"col\">I</th></tr>",
            "<th scope=\"row\">1</th>",
            "<bdi>人次</bdi>",
            "<th scope=\"row\">9</th>"
                + "<td rowspan=\"1\" colspan=\"1\" class=\"around\"><bdi>演练 &lt;b&gt;</bdi></td>",
            "<td rowspan=\"1\" colspan=\"2\" class=\"here\">"
                + "<span class=\"heard\">Here: </span><bdi>约2</bdi></td>")
        .doesNotContain("藏", "远", "<th scope=\"row\">4</th>");
    // The second half of a merged cell is the same place.
    assertThat(drawn(sheet, "表", new Position(8, 7))).contains("class=\"here\"", "约2");
    assertThat(drawn(sheet, "别", new Position(8, 7))).isEqualTo("<!DOCTYPE html><main></main>");
  }

  @Test
  void a_paragraph_of_a_table_stands_in_its_cell_and_one_of_the_text_among_the_others()
      throws IOException {
    var cell = TextPlace.TEXT.with(new TextPlace.TableCell(1, 2, 2));
    Grid running =
        Grid.builder(null)
            .paragraph(0, 0, TextPlace.TEXT.paragraph(1), "统计表")
            .paragraph(1, 0, TextPlace.TEXT.paragraph(2), "填报单位：甲镇")
            .paragraph(2, 1, cell.paragraph(1), "组织（约2）场")
            .build();
    Grid table =
        Grid.builder(null)
            .tableCell(new Position(1, 0), 1, new Cell.Text("宣讲"))
            .tableCell(new Position(1, 1), 1, new Cell.Text("组织（约2）场"))
            .build();
    var document = new Document(List.of(running), List.of(table), List.of(), Map.of());

    assertThat(drawn(document, null, cell.paragraph(1)))
        .contains("<bdi>宣讲</bdi></td>", "class=\"here\"", "<bdi>组织（约2）场</bdi>")
        .doesNotContain("<th", "统计表");
    assertThat(drawn(document, null, TextPlace.TEXT.paragraph(2)))
        .containsPattern("class=\"here\"><span class=\"heard\">Here: </span><bdi>填报单位：甲镇")
        .contains("统计表");
  }
}
