package dev.rollup.read;

import dev.rollup.clerkfile.SideFile;
import dev.rollup.filetype.FileType;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.read.csv.CsvReader;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.xlsx.XlsxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Opens what the clerk keeps beside the returns: a csv in any of Excel's encodings, a workbook. */
public final class SideFiles {

  private SideFiles() {}

  /**
   * Opens one file.
   *
   * @throws Mistake if it does not exist, cannot be read, or holds no table
   */
  public static SideFile open(Path file) throws Mistake {
    return open(file, SideFiles::isTable);
  }

  /**
   * Opens the sheet of a workbook that has certain headings.
   *
   * @param headings all headings, each in every language
   * @throws Mistake if the file does not exist, cannot be read, or has no such sheet
   */
  public static SideFile open(Path file, List<List<String>> headings) throws Mistake {
    return open(file, grid -> isTable(grid) && headings.stream().allMatch(each -> has(grid, each)));
  }

  /**
   * Opens one sheet of a summary.
   *
   * @throws Mistake if the file cannot be read, or has no such sheet
   */
  public static SideFile openSheet(Path file, String name) throws Mistake {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
    return XlsxReader.ofSheet(name)
        .read(content)
        .value()
        .flatMap(document -> document.grids().stream().findFirst())
        .map(table -> new SideFile(file.toString(), file.getFileName().toString(), table))
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "side.no-table", file.toString()));
  }

  private static boolean has(Grid grid, List<String> heading) {
    return grid.cells().stream()
        .anyMatch(placed -> heading.contains(placed.cell().raw().strip().toLowerCase(Locale.ROOT)));
  }

  private static SideFile open(Path file, Predicate<Grid> which) throws Mistake {
    if (!Files.exists(file)) {
      throw new Mistake(Mistake.Kind.FILES, "not-found", file.toString());
    }
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
    FileType type = FileType.of(content);
    Optional<DocumentReader> reader =
        type == FileType.CSV ? Optional.of(CsvReader.ofSideFile()) : DocumentReaders.of(type);
    Outcome<Document> outcome = reader.map(each -> each.read(content)).orElse(Outcome.none());
    return outcome
        .value()
        .flatMap(document -> document.grids().stream().filter(which).findFirst())
        .map(table -> new SideFile(file.toString(), file.getFileName().toString(), table))
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "side.no-table", file.toString()));
  }

  private static boolean isTable(Grid grid) {
    return !grid.hidden() && !grid.running();
  }
}
