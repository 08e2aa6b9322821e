package dev.rollup.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollup.support.CommandRun;
import dev.rollup.support.DrawnForm;
import dev.rollup.support.FilledBlank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** One of everything that rollup writes for Excel and Word, by the command line. */
final class WrittenFiles {

  private static final List<String> FORM =
      List.of(
          "T 安全检查情况统计表",
          "L 填报单位：____________|填报日期：____年__月__日",
          "| 项目 | 应检数（家） | 已检数（家） | 投入资金（万元） | 是否挂牌 |",
          "| 工矿 |  |  |  |  |",
          "| 交通 |  |  |  |  |",
          "| 合计 |  |  |  |  |");

  /** Longer than a cell may be, than a name of a sheet, of a file; with what XML has a use for. */
  private static final String NASTY =
      " \u0007<&>\"']]>\t=1+1 _x0041_\uD83D\uDE97\uD83D\n甲[1]*?/\\: ";

  private final Path folder;

  private WrittenFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Has everything written.
   *
   * @param folder an empty one
   * @return the files by where they are in the folder
   */
  static SortedMap<String, byte[]> into(Path folder) throws IOException {
    var files = new WrittenFiles(folder);
    files.builtIn();
    files.ofAnOffice();
    files.asDocument();
    files.nasty();
    var found = new TreeMap<String, byte[]>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(path -> path.toString().matches(".*\\.(xlsx|docx)")).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith("in")) {
          found.put(name, Files.readAllBytes(file));
        }
      }
    }
    return found;
  }

  private void builtIn() {
    merge("periods/2023-05", "samples/submissions", "samples/units.csv", "--lang=en");
    merge(
        "periods/2023-06",
        "samples/submissions",
        "samples/units.csv",
        "--slips",
        "--narrative",
        "--compare=" + at("periods/2023-05") + "=上年同期");
    run("series", at("periods"), "--out", at("series.xlsx"));
    run("template", "--out", at("blank.xlsx"), "--unit", "城桥镇");
    run("template", "--out", at("blank.docx"), "--unit", "城桥镇");
  }

  private void ofAnOffice() {
    String form = at("office.json");
    run("schema", "infer", "samples/investment/blank.xlsx", "--out", form);
    run("schema", "export", form, "--xlsx", at("export.xlsx"), "--lang=en");
    run("template", "--template", form, "--out", at("office.xlsx"));
    merge(
        "office",
        "samples/investment/submissions",
        "samples/investment/units.csv",
        "--template=" + form,
        "--slips");
  }

  private void asDocument() throws IOException {
    var form = new DrawnForm(FORM);
    Path blank = in("blank.docx", form.docx());
    // Of an old workbook only the review is one of today.
    in("blank.xls", form.xls());
    run("schema", "infer", at("in/blank.xls"), "--out", at("old.json"));
    run("schema", "infer", blank.toString(), "--out", at("document.json"));
    in("returns/甲镇.docx", filled(form.docx(), "甲镇", "12"));
    in("returns/乙镇.docx", filled(form.docx(), "乙镇", "约9"));
    Path units = in("units.csv", "id,name\n1,甲镇\n2,乙镇\n".getBytes(UTF_8));
    String template = "--template=" + at("document.json");
    run("template", template, "--units", units.toString(), "--out", at("blanks"));
    merge("document", at("in/returns"), units.toString(), template, "--slips");
  }

  private static byte[] filled(byte[] blank, String unit, String number) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(blank));
        var bytes = new ByteArrayOutputStream()) {
      for (var paragraph : document.getParagraphs()) {
        for (var run : paragraph.getRuns()) {
          if (run.text().startsWith("填报单位")) {
            run.setText("填报单位：" + unit, 0);
          }
        }
      }
      for (int row = 1; row <= 3; row++) {
        document.getTables().get(0).getRow(row).getCell(1).setText(number);
      }
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** What units call themselves and write, and what nobody should have. */
  private void nasty() throws IOException {
    String name = "长".repeat(60) + "<镇>&'\"";
    String csv = "id,name,group\n1,\"" + name.replace("\"", "\"\"") + "\",'甲<组>&\n=2,丙镇,\n";
    Path units = in("nasty.csv", csv.getBytes(UTF_8));
    in(
        "nasty/1.xlsx",
        FilledBlank.with(
            Map.of(
                "h_unit",
                name,
                "h_contact",
                NASTY,
                "f_1_1_1",
                NASTY,
                "f_7_1_1_1",
                NASTY.repeat(600),
                "f_7_1_2_1",
                "3",
                "f_7_1_3_1",
                "30",
                "f_7_1_1_2",
                "=1+1",
                "f_3_4_2",
                "12（含线上3场）" + NASTY)));
    merge(
        "nasty",
        at("in/nasty"),
        units.toString(),
        "--slips",
        "--narrative",
        "--district=" + NASTY.repeat(9),
        "--contact=" + NASTY);
    run("template", "--units", units.toString(), "--out", at("nasty-blanks"));
  }

  private Path in(String name, byte[] content) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void merge(String to, String returns, String units, String... more) {
    String[] all = new String[more.length + 6];
    all[0] = "merge";
    all[1] = returns;
    all[2] = "--units=" + units;
    all[3] = "--out=" + at(to);
    all[4] = "--fail-on=never";
    all[5] = "--phone=021-00000000";
    System.arraycopy(more, 0, all, 6, more.length);
    run(all);
  }

  private static void run(String... command) {
    CommandRun run = CommandRun.of(command);
    // One is for what leaves something open.
    if (run.status() > 1) {
      throw new IllegalStateException(String.join(" ", command) + ": " + run.told());
    }
  }
}
