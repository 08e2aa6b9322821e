package dev.rollup.run;

import dev.rollup.config.TemplateEdit;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.infer.Edition;
import dev.rollup.template.Blank;
import dev.rollup.template.Template;
import dev.rollup.write.set.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares two editions of a form, templates or blanks, and writes the new one as a template. */
public final class NewEdition {

  private final String old;
  private final String recent;
  private final Edition edition;

  /**
   * Compares two editions.
   *
   * @param old a template, or a blank
   * @param recent a template, or a blank
   * @throws Mistake if one of them is neither
   */
  public NewEdition(String old, String recent) throws Mistake {
    this.old = old;
    this.recent = recent;
    this.edition = new Edition(side(old), side(recent));
  }

  /** Returns what became of the blanks. */
  public Edition edition() {
    return edition;
  }

  /** Returns an edition as it was said to be, and as its own blank has it. */
  private static Edition.Side side(String file) throws Mistake {
    if (TemplateChoice.isBlank(file)) {
      return new Edition.Side(TemplateChoice.infer(Path.of(file)));
    }
    Template template = TemplateReader.read(file);
    Blank blank =
        template
            .blank()
            .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "template-drawn", template.id()));
    return new Edition.Side(blank, form(blank).orElse(blank));
  }

  private static Optional<Blank> form(Blank blank) {
    try {
      return Optional.of(TemplateChoice.infer(blank.content().bytes(), blank.file()));
    } catch (Mistake nothingFound) {
      // Its bindings were written by hand: then these are what is known of it.
      return Optional.empty();
    }
  }

  /**
   * Writes the new edition as a template, with the ids of the old one. What else an office wrote
   * into the new template, or else into the old one, is kept, but for what belongs to a time.
   *
   * @return the keys of the old template that were left out
   * @throws Mistake if nothing can be written there, or what is kept does not fit the new edition;
   *     then it is written all the same, to be put right
   */
  public List<String> write(Path out) throws Mistake {
    List<String> left = List.of();
    byte[] written;
    try {
      if (!TemplateChoice.isBlank(recent)) {
        written = TemplateEdit.with(Files.readAllBytes(Path.of(recent)), edition.merged());
      } else if (!TemplateChoice.isBlank(old)) {
        byte[] template = Files.readAllBytes(Path.of(old));
        left = TemplateEdit.ofATime(template);
        written = TemplateEdit.renewed(template, TemplateChoice.id(out), edition.merged());
      } else {
        written = TemplateChoice.json(edition.merged(), TemplateChoice.id(out));
      }
      WholeFile.write(out, written);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
    TemplateReader.read(written, out.toString());
    return left;
  }
}
