package dev.rollup.run;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.TemplateReader;
import dev.rollup.template.Template;
import dev.rollup.write.BlankWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes the blank form. */
public final class Blank {

  private Blank() {}

  /**
   * Writes a blank workbook.
   *
   * @param unit the unit whose name is filled in already, if any
   * @param force whether an existing file is replaced
   * @throws Mistake if the template is not sound, the file exists or cannot be written
   */
  public static void write(
      String templateId, Optional<String> unit, Path out, boolean force, Messages messages)
      throws Mistake {
    Template template = TemplateReader.read(templateId);
    if (Files.exists(out) && !force) {
      throw new Mistake(Mistake.Kind.FILES, "blank-exists", out.toString());
    }
    byte[] workbook = BlankWorkbook.of(template, unit.orElse(null), messages);
    Path folder = out.toAbsolutePath().getParent();
    try {
      Path staged = Files.createTempFile(folder, ".rollup-", ".xlsx");
      try {
        Files.write(staged, workbook);
        Files.move(staged, out, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(staged);
      }
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
  }
}
