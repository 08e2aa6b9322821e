package dev.rollup.run;

import dev.rollup.clerkfile.ReviewReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.report.FormReview;
import dev.rollup.template.Blank;
import dev.rollup.write.review.ReviewWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The workbook in which a person looks over what was found on a blank. */
public final class ReviewFile {

  private static final String SUFFIX = "-review.xlsx";

  private ReviewFile() {}

  /**
   * Writes the review of a form beside another file, under the same name.
   *
   * @return where it was written
   * @throws Mistake if nothing can be written there
   */
  public static Path write(Blank blank, Path beside, Messages messages) throws Mistake {
    String name = beside.getFileName().toString();
    int dot = name.lastIndexOf('.');
    Path file = beside.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SUFFIX);
    return writeTo(blank, file, messages);
  }

  /**
   * Returns a form as a person says that it is, on the sheet of its review.
   *
   * @throws Mistake if the file has no such sheet, or it says what cannot be
   */
  public static Blank read(Path review, Blank blank) throws Mistake {
    return ReviewReader.read(SideFiles.open(review, ReviewReader.heading()), blank);
  }

  /**
   * Writes the review of a form.
   *
   * @return where it was written
   * @throws Mistake if nothing can be written there
   */
  public static Path writeTo(Blank blank, Path file, Messages messages) throws Mistake {
    try {
      return Files.write(file, ReviewWorkbook.of(FormReview.of(blank), messages));
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
  }
}
