package dev.rollup.cases;

import dev.rollup.support.Disguise;
import dev.rollup.support.DisplayedCsv;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.FilledText;
import dev.rollup.support.HandMadeOfd;
import dev.rollup.support.HandMadePdf;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.Printed;
import dev.rollup.support.SavedAsXls;
import dev.rollup.support.xlsb.SavedAsXlsb;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes the returns of a case from its {@code returns.csv}: a line is a file, what is typed into
 * which input cell, or what else is done to the file. Words that begin with ! are done to the file.
 */
final class CaseInputs {

  private CaseInputs() {}

  /** Writes all files of a case into a folder. */
  static void write(Path returns, Path folder) throws IOException {
    var lines = new LinkedHashMap<String, List<String[]>>();
    try (var parser =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .get()
            .parse(Files.newBufferedReader(returns))) {
      for (var line : parser) {
        lines
            .computeIfAbsent(line.get(0), file -> new ArrayList<>())
            .add(new String[] {line.get(1), line.size() > 2 ? line.get(2) : ""});
      }
    }
    for (var file : lines.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      if (file.getValue().get(0)[0].equals("!link-to-nowhere")) {
        Files.createSymbolicLink(target, folder.resolve("nowhere"));
      } else {
        Files.write(target, content(file.getKey(), file.getValue(), folder));
      }
    }
  }

  private static byte[] content(String name, List<String[]> lines, Path folder) throws IOException {
    Map<String, String> typed = new LinkedHashMap<>();
    List<String[]> deeds = new ArrayList<>();
    for (var line : lines) {
      if (line[0].startsWith("!")) {
        deeds.add(line);
      } else if (!line[0].isEmpty()) {
        typed.put(line[0], line[1]);
      }
    }
    if (!deeds.isEmpty() && Packing.isOne(deeds.get(0))) {
      return Packing.of(deeds, folder);
    }
    var done = new HashSet<String>();
    byte[] content;
    if (name.endsWith(".docx")) {
      content = FilledText.with(typed, of("!replace", deeds), of("!behind", deeds));
      done.addAll(List.of("!replace", "!behind"));
    } else {
      content =
          FilledBlank.with(
              typed,
              workbook ->
                  deeds.stream()
                      .filter(deed -> change(workbook, deed))
                      .forEach(deed -> done.add(deed[0])));
    }
    if (name.endsWith(".csv")) {
      content = DisplayedCsv.of(content);
    }
    for (var deed : deeds) {
      content =
          switch (deed[0]) {
            case "!truncate" -> Arrays.copyOf(content, Integer.parseInt(deed[1]));
            case "!copy" -> Files.readAllBytes(folder.resolve(deed[1]));
            case "!docx" -> HandMadeText.of(deed[1]).bytes();
            case "!text" -> deed[1].getBytes(StandardCharsets.UTF_8);
            case "!doctype" -> Tampering.withDoctype(content);
            case "!bomb" -> Tampering.withLargeEntry(content);
            case "!encrypted" -> Tampering.encrypted(content, deed[1]);
            case "!other-names" -> Tampering.withOtherNames(content);
            case "!bytes-around" -> Tampering.withBytesAround(content);
            case "!append" -> appended(content, Files.readAllBytes(folder.resolve(deed[1])));
            case "!pdf" -> Printed.on(HandMadePdf.a4(), content);
            case "!ofd" -> Printed.on(HandMadeOfd.a4(), content);
            case "!scan" -> HandMadePdf.a4().picture(0, 0, 595, 842).bytes();
            case "!unmapped" -> Tampering.unmapped();
            case "!xls" -> SavedAsXls.of(content);
            case "!xlsb" -> SavedAsXlsb.of(content);
            case "!xls-password" -> Tampering.withPassword(SavedAsXls.of(content), deed[1]);
            case "!compound" -> Tampering.compound(deed[1]);
            case "!word95" -> Tampering.word95();
            case "!semicolons" ->
                new String(content, StandardCharsets.UTF_8)
                    .replace(',', ';')
                    .getBytes(StandardCharsets.UTF_8);
            case "!bytes" -> HexFormat.of().parseHex(deed[1]);
            case "!gbk" ->
                new String(content, StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
            default -> {
              if (!done.contains(deed[0])) {
                throw new IllegalArgumentException("nothing does " + deed[0] + " to " + name);
              }
              yield content;
            }
          };
    }
    return content;
  }

  private static byte[] appended(byte[] content, byte[] more) {
    byte[] both = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(more, 0, both, content.length, more.length);
    return both;
  }

  private static List<String> of(String deed, List<String[]> deeds) {
    return deeds.stream().filter(each -> each[0].equals(deed)).map(each -> each[1]).toList();
  }

  /** Changes a workbook; returns false where the deed is none that is done to workbooks. */
  private static boolean change(XSSFWorkbook workbook, String[] deed) {
    XSSFSheet sheet = workbook.getSheetAt(0);
    switch (deed[0]) {
      case "!insert-row" -> {
        int row = Integer.parseInt(deed[1]) - 1;
        sheet.shiftRows(row, sheet.getLastRowNum(), 1);
      }
      case "!insert-row-keeping-names" -> {
        Map<String, String> names = new LinkedHashMap<>();
        workbook.getAllNames().forEach(n -> names.put(n.getNameName(), n.getRefersToFormula()));
        int row = Integer.parseInt(deed[1]) - 1;
        sheet.shiftRows(row, sheet.getLastRowNum(), 1);
        names.forEach((name, formula) -> workbook.getName(name).setRefersToFormula(formula));
      }
      case "!remove-row" -> {
        int row = Integer.parseInt(deed[1]) - 1;
        sheet.removeRow(sheet.getRow(row));
        sheet.shiftRows(row + 1, sheet.getLastRowNum(), -1);
      }
      case "!rename-sheet" -> workbook.setSheetName(0, deed[1]);
      case "!macros" -> Tampering.addMacros(workbook);
      case "!form-of-year" -> Tampering.otherVersion(workbook, deed[1]);
      case "!second-form" -> secondForm(workbook, deed[1]);
      case "!form-below" -> formBelow(workbook, deed[1]);
      case "!name-sheets" -> {
        String[] names = deed[1].split(";");
        for (int i = 0; i < names.length; i++) {
          workbook.setSheetName(i, names[i]);
        }
      }
      case "!hide-behind" -> {
        workbook.createSheet("封面").createRow(0).createCell(0).setCellValue(deed[1]);
        workbook.setActiveSheet(1);
        workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
      }
      case "!drop-names" -> List.copyOf(workbook.getAllNames()).forEach(workbook::removeName);
      case "!disguise" -> {
        String[] parts = deed[1].split("=", 2);
        Disguise.valueOf(parts[1]).put(workbook, parts[0]);
      }
      case "!cell" -> {
        String[] parts = deed[1].split("=", 2);
        var at = new CellReference(parts[0]);
        var row = sheet.getRow(at.getRow());
        var target = row == null ? sheet.createRow(at.getRow()) : row;
        var cell = target.getCell(at.getCol());
        FilledBlank.type(cell == null ? target.createCell(at.getCol()) : cell, parts[1]);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Copies the form below itself, and types other answers over those of the copy. */
  private static void formBelow(XSSFWorkbook workbook, String typed) {
    XSSFSheet sheet = workbook.getSheetAt(0);
    int last = sheet.getLastRowNum();
    sheet.copyRows(0, last, last + 2, new CellCopyPolicy());
    for (var answer : typed.split(";")) {
      String[] parts = answer.split("=", 2);
      var at =
          new AreaReference(
                  workbook.getName(parts[0]).getRefersToFormula(), SpreadsheetVersion.EXCEL2007)
              .getFirstCell();
      FilledBlank.type(sheet.getRow(at.getRow() + last + 2).getCell(at.getCol()), parts[1]);
    }
  }

  /** Copies the form as it is, and types other answers over those of the copy. */
  private static void secondForm(XSSFWorkbook workbook, String typed) {
    XSSFSheet copy = workbook.cloneSheet(0);
    for (var answer : typed.isEmpty() ? new String[0] : typed.split(";")) {
      String[] parts = answer.split("=", 2);
      var at =
          new AreaReference(
                  workbook.getName(parts[0]).getRefersToFormula(), SpreadsheetVersion.EXCEL2007)
              .getFirstCell();
      FilledBlank.type(copy.getRow(at.getRow()).getCell(at.getCol()), parts[1]);
    }
  }
}
