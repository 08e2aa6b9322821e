package dev.rollup.run;

import dev.rollup.config.BindingsWriter;
import dev.rollup.config.TemplateEdit;
import dev.rollup.config.TemplateReader;
import dev.rollup.filetype.FileType;
import dev.rollup.finding.Mistake;
import dev.rollup.infer.FormInference;
import dev.rollup.infer.Pages;
import dev.rollup.messages.Messages;
import dev.rollup.read.blank.BlankPages;
import dev.rollup.template.Blank;
import dev.rollup.template.Template;
import dev.rollup.write.set.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Chooses the form of a run: a built-in one, a template, or a blank that is inferred. */
public final class TemplateChoice {

  private static final Set<FileType> BLANKS = Set.of(FileType.XLSX, FileType.XLS, FileType.DOCX);

  /** What holds a table that could be a form, in a file that totals cannot be written back into. */
  private static final Set<FileType> OTHER_SHEETS =
      Set.of(
          FileType.XLSM,
          FileType.XLSB,
          FileType.ODS,
          FileType.FODS,
          FileType.XML_2003,
          FileType.CSV,
          FileType.HTML,
          FileType.MHT);

  private static final Set<FileType> OTHER_TEXTS =
      Set.of(
          FileType.DOCM,
          FileType.DOC,
          FileType.ODT,
          FileType.FODT,
          FileType.RTF,
          FileType.PDF,
          FileType.OFD);

  private TemplateChoice() {}

  /**
   * Returns the form of that id or file.
   *
   * @throws Mistake if there is none, it is not sound, or a blank leaves something open: its review
   *     is written beside it, or in the working folder
   */
  public static Template read(String idOrFile, Messages messages) throws Mistake {
    if (!isBlank(idOrFile)) {
      refuseOthers(idOrFile);
      return TemplateReader.read(idOrFile);
    }
    Path file = Path.of(idOrFile);
    Blank blank = infer(file);
    if (!blank.unsure().isEmpty()) {
      throw new Mistake(
          Mistake.Kind.USAGE,
          "blank-unsure",
          idOrFile,
          String.valueOf(blank.unsure().size()),
          ReviewFile.near(blank, file, messages).toString());
    }
    return TemplateReader.read(json(blank, id(file)), idOrFile);
  }

  /** Tells whether a word names a blank form, by the bytes of the file. */
  public static boolean isBlank(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try {
      return BLANKS.contains(FileType.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Says what a form is to be saved as that is a file of another kind; a template is text, and no
   * such file.
   */
  private static void refuseOthers(String file) throws Mistake {
    Path path = Path.of(file);
    if (Files.isRegularFile(path)) {
      try {
        FileType type = FileType.of(Files.readAllBytes(path));
        if (type != FileType.CSV && (OTHER_SHEETS.contains(type) || OTHER_TEXTS.contains(type))) {
          throw unusable(type, file);
        }
      } catch (IOException e) {
        // Whoever reads it as a template says so.
        return;
      }
    }
  }

  private static Mistake unusable(FileType type, String file) {
    String why =
        OTHER_SHEETS.contains(type)
            ? "blank-other-sheet"
            : OTHER_TEXTS.contains(type) ? "blank-other-text" : "blank-unknown";
    return new Mistake(Mistake.Kind.USAGE, why, file);
  }

  /**
   * Finds the blanks of a form.
   *
   * @throws Mistake if the file cannot be read, is no blank form, or has nothing to fill in
   */
  public static Blank infer(Path file) throws Mistake {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
    return infer(content, file.toString());
  }

  /**
   * Finds the blanks of a form.
   *
   * @param file what it is called
   * @throws Mistake if it is no blank form, or has nothing to fill in
   */
  static Blank infer(byte[] content, String file) throws Mistake {
    FileType type = FileType.of(content);
    Optional<Pages> pages =
        BLANKS.contains(type) ? BlankPages.read(content, type == FileType.DOCX) : Optional.empty();
    if (pages.isEmpty()) {
      throw unusable(type, file);
    }
    String name = Path.of(file).getFileName().toString();
    return FormInference.of(pages.get(), name, sha256(content), new Blank.Content(content))
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "blank-without-blanks", file));
  }

  /**
   * Writes a form as a template.
   *
   * @param force whether a template is replaced that a person may have worked on
   * @throws Mistake if another file is there already, or nothing can be written there
   */
  public static void write(Blank blank, String id, Path out, boolean force) throws Mistake {
    byte[] json = json(blank, id);
    try {
      if (!force && Files.isRegularFile(out) && !isAsInferred(Files.readAllBytes(out), out)) {
        throw new Mistake(Mistake.Kind.FILES, "blank-exists", out.toString());
      }
      WholeFile.write(out, json);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
  }

  /** Tells whether a template says of its own blank what would be found again. */
  private static boolean isAsInferred(byte[] json, Path file) {
    try {
      Template template = TemplateReader.read(json, file.toString());
      if (template.blank().isEmpty()) {
        return false;
      }
      Blank blank = template.blank().get();
      return Arrays.equals(json, json(infer(blank.content().bytes(), blank.file()), template.id()));
    } catch (Mistake e) {
      return false;
    }
  }

  /**
   * Writes a template whose blanks a person looked over; all else that it says stays as it is.
   *
   * @param template the template as it was
   * @param told its blank as a person says that it is
   * @throws Mistake if the template would not be sound, or nothing can be written there
   */
  public static void write(Path template, Blank told, Path out) throws Mistake {
    try {
      byte[] json = Files.readAllBytes(template);
      boolean changed =
          !TemplateReader.read(json, template.toString()).blank().equals(Optional.of(told));
      byte[] edited = changed ? TemplateEdit.with(json, told) : json;
      TemplateReader.read(edited, out.toString());
      WholeFile.write(out, edited);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
  }

  /** Returns the template of an inferred form. */
  static byte[] json(Blank blank, String id) {
    var json = new ByteArrayOutputStream();
    try {
      BindingsWriter.write(id, blank, json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return json.toByteArray();
  }

  /** Returns an id for a form by the name of its file. */
  public static String id(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9._-]+", "-");
    return stem.matches("[A-Za-z0-9].*") ? stem : "form" + stem;
  }

  /** Returns the SHA-256 of a file, in lower-case hex. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
