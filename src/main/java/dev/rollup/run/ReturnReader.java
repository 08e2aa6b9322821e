package dev.rollup.run;

import dev.rollup.check.Checks;
import dev.rollup.check.ConfirmedOnSlip;
import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.discover.FoundFile;
import dev.rollup.filetype.FileType;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.match.NamedEdits;
import dev.rollup.match.SeveralForms;
import dev.rollup.match.SeveralForms.Claim;
import dev.rollup.match.blank.BlankMatcher;
import dev.rollup.match.find.Matcher;
import dev.rollup.merge.Return;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Place;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.ZippedReturns;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.PagesDocument;
import dev.rollup.roster.Unit;
import dev.rollup.roster.UnitResolver;
import dev.rollup.submission.SharedParts;
import dev.rollup.submission.Submission;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.FormReview;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import dev.rollup.text.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Takes in files one by one: read → match → check, each on its own, in parallel. */
final class ReturnReader {

  /** No form is this large; what is, is refused before it fills the memory. */
  private static final long MAX_BYTES = 128L << 20;

  private final Template template;
  private final PagesDocument.As pages;
  private final Matcher matcher;
  private final UnitResolver units;
  private final Ledger ledger;
  private final Corrections corrections;
  private final SharedParts shared = new SharedParts();

  ReturnReader(Template template, UnitResolver units, Ledger ledger, Corrections corrections)
      throws Mistake {
    this.template = template;
    this.pages = pages(template);
    this.matcher = matcher(template);
    this.units = units;
    this.ledger = ledger;
    this.corrections = corrections;
  }

  /** What is printed is what the blank is: pages do not tell what they were made from. */
  private static PagesDocument.As pages(Template template) {
    long sheets =
        template.blank().stream()
            .flatMap(blank -> blank.bindings().stream())
            .map(Binding::at)
            .filter(at -> at.kind() == Place.Kind.SHEET)
            .map(Place::on)
            .distinct()
            .count();
    return sheets == 0
        ? PagesDocument.As.TEXT
        : sheets == 1 ? PagesDocument.As.SHEET : PagesDocument.As.SHEETS;
  }

  /** A form that is an office's own file is found by that file. */
  private static Matcher matcher(Template template) throws Mistake {
    if (template.blank().isEmpty()) {
      return new FormMatcher(template);
    }
    Blank blank = template.blank().get();
    byte[] content = blank.content().bytes();
    Document document =
        DocumentReaders.of(FileType.of(content))
            .flatMap(reader -> reader.read(content).value())
            .orElseThrow(
                () -> new Mistake(Mistake.Kind.USAGE, "template.blank-unreadable", blank.file()));
    return new NamedEdits(new BlankMatcher(template, document), template);
  }

  /**
   * Takes in all files, and the files in them where they are archives; what comes back is in the
   * order of the paths, whoever finished first.
   */
  List<Return> takeIn(List<FoundFile> files, int jobs, Progress progress)
      throws InterruptedException {
    var executor = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<List<Return>>> futures =
          files.stream().map(file -> executor.submit(() -> takeIn(file))).toList();
      var returns = new ArrayList<Return>();
      for (int i = 0; i < futures.size(); i++) {
        List<Return> taken = futures.get(i).get();
        returns.addAll(taken);
        progress.takenIn(taken, i + 1, files.size());
      }
      returns.sort(Comparator.comparing(Return::path, CodePoints.ORDER));
      return returns;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private List<Return> takeIn(FoundFile file) {
    if (file.kind() == FoundFile.Kind.UNREADABLE) {
      return List.of(unreadable(file));
    }
    byte[] content;
    try {
      FileTime changed = Files.getLastModifiedTime(file.location());
      long size = Files.size(file.location());
      if (size > MAX_BYTES) {
        return List.of(refused(file, null, null, FindingCode.TOO_LARGE));
      }
      content = Files.readAllBytes(file.location());
      // What somebody is still writing is not what it will be.
      if (content.length != size || !Files.getLastModifiedTime(file.location()).equals(changed)) {
        return List.of(unreadable(file));
      }
    } catch (IOException e) {
      return List.of(unreadable(file));
    }
    boolean archive = file.kind() == FoundFile.Kind.FILE && FileType.of(content) == FileType.ZIP;
    return archive ? unpack(file, content) : takeIn(file, content);
  }

  /** Takes in what is in an archive instead of the archive, unless it is refused as a whole. */
  private List<Return> unpack(FoundFile file, byte[] content) {
    var returns = new ArrayList<Return>();
    Optional<Finding> refusal =
        ZippedReturns.unpack(content, member -> returns.addAll(takeIn(file, member)));
    if (refusal.isEmpty() && !returns.isEmpty()) {
      return returns;
    }
    Finding why =
        refusal.orElseGet(
            () ->
                Finding.of(FindingCode.NOT_THIS_FORM, Location.NOWHERE)
                    .with(Argument.FORM, template.title()));
    return List.of(unusable(file, sha256(content), FileType.ZIP, List.of(why)));
  }

  private List<Return> takeIn(FoundFile archive, ZippedReturns.Member member) {
    FoundFile file = archive.member(member.path());
    return member
        .content()
        .value()
        .map(content -> takeIn(file, content))
        .orElseGet(() -> List.of(unusable(file, null, null, member.content().findings())));
  }

  private List<Return> takeIn(FoundFile file, byte[] content) {
    String hash = sha256(content);
    if (file.kind() == FoundFile.Kind.NEVER_A_RETURN) {
      return List.of(aside(file, hash));
    }
    if (content.length == 0) {
      return List.of(refused(file, hash, null, FindingCode.EMPTY_FILE));
    }
    FileType type = FileType.of(content);
    if (type.companion()) {
      return List.of(
          without(file, hash, type, Return.Kind.COMPANION, FindingCode.COMPANION_DOCUMENT));
    }
    try {
      return DocumentReaders.of(type, file.name(), pages)
          .map(reader -> forms(file, hash, type, reader, content))
          .orElseGet(() -> List.of(unsupported(file, hash, type)));
    } catch (OutOfMemoryError e) {
      return List.of(refused(file, hash, type, FindingCode.TOO_LARGE));
    } catch (RuntimeException | StackOverflowError e) {
      LoggerFactory.getLogger(ReturnReader.class).error("{}", file.path(), e);
      return List.of(refused(file, hash, type, FindingCode.INTERNAL_ERROR));
    }
  }

  private static Return aside(FoundFile file, String hash) {
    return new Return(
        file.path(),
        hash,
        null,
        Return.Kind.ASIDE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Return refused(
      FoundFile file, @Nullable String hash, @Nullable FileType type, FindingCode why) {
    return without(file, hash, type, Return.Kind.UNUSABLE, why);
  }

  private List<Return> forms(
      FoundFile file, String hash, FileType type, DocumentReader reader, byte[] content) {
    var findings = new ArrayList<Finding>();
    mismatch(file, type).ifPresent(findings::add);
    Outcome<Document> document = reader.read(content);
    findings.addAll(document.findings());
    if (document.value().isEmpty()) {
      return List.of(unusable(file, hash, type, findings));
    }
    if (document.value().get().properties().containsKey(FormReview.PROPERTY)) {
      // The office's own: the numbers on it are those of the blanks.
      return List.of(aside(file, hash));
    }
    List<Outcome<Submission>> forms = matcher.match(document.value().get());
    if (forms.get(0).value().isEmpty()) {
      findings.addAll(forms.get(0).findings());
      return List.of(
          isCompanion(document.value().get(), type)
              ? without(file, hash, type, Return.Kind.COMPANION, FindingCode.COMPANION_DOCUMENT)
              : unusable(file, hash, type, findings));
    }
    // The name of a file says nothing about one form of several, unless all of them are nameless.
    boolean named = forms.size() > 1 && forms.stream().anyMatch(this::isNamed);
    String path = named ? "" : file.path();
    List<Claim> claims = forms.stream().map(form -> claim(form, path)).toList();
    Outcome<List<Claim>> counted =
        claims.size() > 1 ? SeveralForms.that(claims) : Outcome.of(claims);
    if (counted.value().isEmpty()) {
      findings.addAll(counted.findings());
      Optional<Unit> unit = SeveralForms.onlyUnit(claims).or(() -> units.companionOf(file.path()));
      return List.of(of(file, hash, type, Return.Kind.UNUSABLE, unit, null, findings));
    }
    var returns = new ArrayList<Return>();
    for (var claim : counted.value().get()) {
      boolean first = returns.isEmpty();
      returns.add(claimed(file, hash, type, claim, first ? findings : List.of()));
    }
    return returns;
  }

  private boolean isNamed(Outcome<Submission> form) {
    return units.isNamed(form.value().orElseThrow().head(HeaderField.UNIT));
  }

  /**
   * Tells who a form is from, and checks it.
   *
   * @param path the path of the file; empty where it says nothing about whose the form is
   */
  private Claim claim(Outcome<Submission> form, String path) {
    Submission submission = shared.of(form.value().orElseThrow());
    UnitResolver.Resolution sender = units.sender(submission.head(HeaderField.UNIT), path);
    if (sender.relation() == UnitResolver.Relation.SUBORDINATE) {
      // Its numbers come with those of its unit; what is wrong with them here does not matter.
      return new Claim(submission, sender, List.of());
    }
    var findings = new ArrayList<>(form.findings());
    if (sender.relation() == UnitResolver.Relation.SELF) {
      Outcome<Submission> corrected =
          corrections.apply(sender.unit().orElseThrow(), submission, findings);
      submission = corrected.value().orElseThrow();
      findings.clear();
      findings.addAll(corrected.findings());
    }
    findings.addAll(Checks.run(submission, template, sender.unit()));
    return new Claim(submission, sender, ConfirmedOnSlip.settle(findings));
  }

  private Return claimed(
      FoundFile file, String hash, FileType type, Claim claim, List<Finding> ofFile) {
    UnitResolver.Resolution sender = claim.sender();
    boolean aside = sender.relation() == UnitResolver.Relation.SUBORDINATE;
    var findings = new ArrayList<>(aside ? List.<Finding>of() : ofFile);
    findings.addAll(claim.findings());
    findings.addAll(sender.findings());
    Return.Kind kind =
        switch (sender.relation()) {
          case SELF -> Return.Kind.FORM;
          case SUBORDINATE -> Return.Kind.ASIDE;
          case DISPUTED, NONE -> Return.Kind.UNUSABLE;
        };
    return of(file, hash, type, kind, sender.unit(), claim.submission(), findings);
  }

  /** A text, or a print, that is no form, and not meant as one, is an account of what was done. */
  private boolean isCompanion(Document document, FileType type) {
    return (type.print() || document.grids().stream().allMatch(Grid::running))
        && !matcher.posesAsForm(document);
  }

  /** A file of no use, credited to the unit that its name tells. */
  private Return unusable(
      FoundFile file, @Nullable String hash, @Nullable FileType type, List<Finding> findings) {
    return of(
        file, hash, type, Return.Kind.UNUSABLE, units.companionOf(file.path()), null, findings);
  }

  private Return of(
      FoundFile file,
      @Nullable String hash,
      @Nullable FileType type,
      Return.Kind kind,
      Optional<Unit> unit,
      @Nullable Submission submission,
      List<Finding> findings) {
    return new Return(
        file.path(),
        hash,
        format(type, submission == null ? "" : file.name()),
        kind,
        unit,
        Optional.ofNullable(submission),
        ledger.received(file.path(), unit),
        findings.stream().map(finding -> finding.inFile(file.path())).toList());
  }

  private static @Nullable String format(@Nullable FileType type, String name) {
    return type == null ? null : type.extensionOf(name);
  }

  private static Optional<Finding> mismatch(FoundFile file, FileType type) {
    return type.fits(file.name())
        ? Optional.empty()
        : Optional.of(
            Finding.of(FindingCode.FORMAT_MISMATCH, Location.NOWHERE)
                .with(Argument.FORMAT, type.extension()));
  }

  private Return unreadable(FoundFile file) {
    return without(file, null, null, Return.Kind.UNUSABLE, FindingCode.UNREADABLE);
  }

  /** A file that is known by its name and kind only. */
  private Return without(
      FoundFile file,
      @Nullable String hash,
      @Nullable FileType type,
      Return.Kind kind,
      FindingCode why) {
    Finding finding = Finding.of(why, Location.NOWHERE);
    return of(
        file,
        hash,
        type,
        kind,
        units.companionOf(file.path()),
        null,
        List.of(
            why == FindingCode.COMPANION_DOCUMENT
                ? finding.with(Argument.FORMAT, extension(type))
                : finding));
  }

  private Return unsupported(FoundFile file, String hash, FileType type) {
    Refusal refusal = Refusal.unsupported(extension(type), type.family(file.name()));
    return unusable(file, hash, type, List.of(refusal.finding()));
  }

  private static String extension(@Nullable FileType type) {
    return type == null || type.extension() == null ? "?" : type.extension();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
