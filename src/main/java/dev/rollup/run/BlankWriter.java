package dev.rollup.run;

import dev.rollup.clerkfile.RosterReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.template.Template;
import dev.rollup.write.copy.SheetCopy;
import dev.rollup.write.copy.TextCopy;
import dev.rollup.write.form.BlankDocument;
import dev.rollup.write.form.BlankWorkbook;
import dev.rollup.write.set.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes blank forms. */
public final class BlankWriter {

  private final Template template;
  private final boolean force;
  private final Messages messages;

  /**
   * Blanks of one template.
   *
   * @param templateId the id or file of the template
   * @param force whether existing files are replaced
   * @throws Mistake if the template is not sound
   */
  public BlankWriter(String templateId, boolean force, Messages messages) throws Mistake {
    this.template = TemplateChoice.read(templateId, messages);
    this.force = force;
    this.messages = messages;
  }

  /** Tells whether a file is called as a blank is: a workbook or a Word document. */
  public static boolean isBlank(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx") || name.endsWith(".docx") || name.endsWith(".xls");
  }

  /**
   * Writes one blank: a Word document where the name says so, else a workbook.
   *
   * @param unit the unit whose name is filled in already, if any
   * @throws Mistake if the file exists or cannot be written
   */
  public void write(Optional<String> unit, Path out) throws Mistake {
    mustBeFree(out);
    if (template.blank().isPresent()) {
      replace(out, own(unit, out));
      return;
    }
    if (out.toString().toLowerCase(Locale.ROOT).endsWith(".xls")) {
      throw new Mistake(Mistake.Kind.USAGE, "blank-other-kind", out.toString(), ".xlsx");
    }
    boolean word = out.toString().toLowerCase(Locale.ROOT).endsWith(".docx");
    replace(
        out,
        word
            ? BlankDocument.of(template, unit.orElse(null), messages)
            : BlankWorkbook.of(template, unit.orElse(null), messages));
  }

  /** Returns the office's own file, which has an ending of its own. */
  private byte[] own(Optional<String> unit, Path out) throws Mistake {
    var blank = template.blank().orElseThrow();
    String ending = ending(blank.file());
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
      throw new Mistake(Mistake.Kind.USAGE, "blank-other-kind", out.toString(), ending);
    }
    return ending.startsWith(".doc")
        ? TextCopy.forUnit(blank, unit)
        : SheetCopy.forUnit(blank, unit);
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.')).toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a blank workbook for every unit of a roster, under its id and name.
   *
   * @throws Mistake if the roster cannot be read, a file exists (then none is written), or one
   *     cannot be written
   */
  public void writeForAll(Path roster, Path folder) throws Mistake {
    Map<Path, String> files = new LinkedHashMap<>();
    String ending = template.blank().map(blank -> ending(blank.file())).orElse(".xlsx");
    for (var unit : RosterReader.read(SideFiles.open(roster)).value().orElseThrow().units()) {
      Path file = folder.resolve(fileName(unit.id() + "-" + unit.name() + ending));
      if (files.put(file, unit.name()) != null) {
        throw new Mistake(Mistake.Kind.USAGE, "blank-twice", file.toString());
      }
    }
    for (var file : files.keySet()) {
      mustBeFree(file);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", folder.toString());
    }
    for (var file : files.entrySet()) {
      replace(
          file.getKey(),
          template.blank().isPresent()
              ? own(Optional.of(file.getValue()), file.getKey())
              : BlankWorkbook.of(template, file.getValue(), messages));
    }
  }

  /** Replaces what some system does not allow in the name of a file. */
  private static String fileName(String name) {
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
  }

  private void mustBeFree(Path file) throws Mistake {
    if (Files.isDirectory(file)) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
    if (Files.exists(file) && !force) {
      throw new Mistake(Mistake.Kind.FILES, "blank-exists", file.toString());
    }
  }

  private static void replace(Path file, byte[] workbook) throws Mistake {
    try {
      WholeFile.write(file, workbook);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
  }
}
