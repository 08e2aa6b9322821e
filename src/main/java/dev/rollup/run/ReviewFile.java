package dev.rollup.run;

import dev.rollup.clerkfile.ReviewReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.report.Output;
import dev.rollup.template.Blank;
import dev.rollup.template.FormReview;
import dev.rollup.write.review.ReviewWorkbook;
import dev.rollup.write.set.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The workbook in which a person looks over what was found on a blank. */
public final class ReviewFile {

  private static final String SUFFIX = "-review.xlsx";

  private ReviewFile() {}

  /**
   * What was written.
   *
   * @param file where the review is
   * @param kept where the one is that stood there, if a person had changed it
   */
  public record Written(Path file, Optional<Path> kept) {}

  /**
   * Writes the review of a form beside another file, under the same name.
   *
   * @throws Mistake if nothing can be written there
   */
  public static Written write(Blank blank, Path beside, Messages messages) throws Mistake {
    return writeTo(blank, beside.resolveSibling(name(beside)), messages);
  }

  /**
   * Writes the review of a form beside its blank, or in the working folder where the blank's own
   * cannot be written. One that a person has begun to fill in stays as it is.
   *
   * @return where the review is
   * @throws Mistake if nothing can be written there either
   */
  static Path near(Blank blank, Path file, Messages messages) throws Mistake {
    Path beside = file.resolveSibling(name(file));
    if (isChanged(beside)) {
      return beside;
    }
    try {
      return writeTo(blank, beside, messages).file();
    } catch (Mistake unwritable) {
      Path here = Path.of(name(file));
      return isChanged(here) ? here : writeTo(blank, here, messages).file();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + SUFFIX;
  }

  /**
   * Returns a form as a person says that it is, on the sheet of its review.
   *
   * @throws Mistake if the file has no such sheet, or it says what cannot be
   */
  public static Blank read(Path review, Blank blank) throws Mistake {
    return ReviewReader.read(SideFiles.open(review, ReviewReader.headings()), blank);
  }

  /**
   * Writes the review of a form. What a person wrote on the one that stands there is kept.
   *
   * @throws Mistake if nothing can be written there
   */
  public static Written writeTo(Blank blank, Path file, Messages messages) throws Mistake {
    byte[] review = ReviewWorkbook.of(FormReview.of(blank), messages);
    try {
      Optional<Path> kept =
          isChanged(file) ? Optional.of(Files.move(file, free(file))) : Optional.empty();
      WholeFile.write(file, review);
      return new Written(file, kept);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
  }

  /** Tells whether there is a file that a person wrote on. */
  private static boolean isChanged(Path file) throws Mistake {
    try {
      return Files.isRegularFile(file) && !ReviewWorkbook.isUntouched(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
  }

  private static Path free(Path file) {
    for (int n = 1; ; n++) {
      Path other = file.resolveSibling(Output.editedCopy(file.getFileName().toString(), n));
      if (!Files.exists(other, LinkOption.NOFOLLOW_LINKS)) {
        return other;
      }
    }
  }
}
