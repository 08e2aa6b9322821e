package dev.rollup.write.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.infer.FormInference;
import dev.rollup.read.blank.BlankPages;
import dev.rollup.report.BoundValues;
import dev.rollup.submission.Value;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

class TextCopyTest {

  private static final List<String> FORM =
      List.of(
          "T 隐患清单",
          "L 填报单位：　　　　　　",
          "| 序号 | 隐患名称 | 责任人 |",
          "| 1 | | |",
          "| 2 | | |",
          "| 填表说明：逐条填写。 | < | < |");

  /** A list has as many rows as it needs, and what is below it stays below. */
  @Test
  void rows_that_are_added_hold_what_is_listed() throws Exception {
    byte[] content = new DrawnForm(FORM).docx();
    Blank blank =
        FormInference.of(
                BlankPages.read(content, true).orElseThrow(),
                "blank.docx",
                "0",
                new Blank.Content(content))
            .orElseThrow();
    Block.Rows list =
        blank.blocks().stream()
            .filter(Block.Rows.class::isInstance)
            .map(Block.Rows.class::cast)
            .findFirst()
            .orElseThrow();
    var rows = new ArrayList<Map<Binding, Value>>();
    for (int row = 1; row <= 5; row++) {
      var values = new LinkedHashMap<Binding, Value>();
      values.put(list.bindings().get(0), new Value.Words("隐患" + row));
      values.put(list.bindings().get(1), new Value.Words("责任人" + row));
      rows.add(values);
    }

    byte[] filled = TextCopy.of(blank, new BoundValues(Map.of(), Map.of(), Map.of(list, rows)));

    try (var document = new XWPFDocument(new ByteArrayInputStream(filled))) {
      assertThat(document.getTables().get(0).getRows())
          .extracting(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
          .containsExactly(
              List.of("序号", "隐患名称", "责任人"),
              List.of("1", "隐患1", "责任人1"),
              List.of("2", "隐患2", "责任人2"),
              List.of("3", "隐患3", "责任人3"),
              List.of("4", "隐患4", "责任人4"),
              List.of("5", "隐患5", "责任人5"),
              List.of("填表说明：逐条填写。"));
    }
  }
}
