package dev.rollup.read;

import dev.rollup.finding.Mistake;
import dev.rollup.match.TimeParser;
import dev.rollup.merge.Confirmation;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the confirmations: what units answered when they were asked whether something is right. */
public final class ConfirmationsReader {

  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "unit", List.of("unit", "单位", "单位名称", "填报单位"),
          "subject",
              List.of(
                  "field or rule",
                  "field",
                  "rule",
                  "code",
                  "指标或规则",
                  "指标",
                  "规则",
                  "填报项",
                  "指标编号",
                  "项目"),
          "value", List.of("value confirmed", "confirmed value", "value", "确认值", "核实值", "数值"),
          "by", List.of("by whom", "by", "确认人", "核实人", "经办人", "登记人"),
          "why", List.of("why", "reason", "说明", "情况说明", "原因", "理由", "依据"),
          "date", List.of("date", "日期", "确认日期", "核实日期"));

  private ConfirmationsReader() {}

  /**
   * Reads confirmations from a csv or a workbook.
   *
   * @throws Mistake if it cannot be read, or a line is incomplete or its date is none
   */
  public static List<Confirmation> read(Path file) throws Mistake {
    var confirmations = new ArrayList<Confirmation>();
    for (var line :
        SideTable.read(file, HEADINGS, List.of("unit", "subject", "value", "by", "why"))) {
      String date = line.get("date");
      if (!date.isEmpty() && TimeParser.parse(date, ZoneOffset.UTC).isEmpty()) {
        throw line.mistake("confirmation.no-date", date);
      }
      confirmations.add(
          new Confirmation(
              line.at(),
              line.required("unit"),
              line.required("subject"),
              line.raw("value"),
              line.required("by"),
              line.required("why"),
              date));
    }
    return confirmations;
  }
}
