package dev.rollup.run;

import dev.rollup.check.Checks;
import dev.rollup.discover.FileType;
import dev.rollup.discover.FoundFile;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.match.Submission;
import dev.rollup.match.UnitResolver;
import dev.rollup.merge.Return;
import dev.rollup.model.CodePoints;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.read.DocumentReader;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.ZippedReturns;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Ledger;
import dev.rollup.template.Template;
import dev.rollup.template.Unit;
import java.io.IOException;
import java.nio.file.Files;
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
import org.slf4j.LoggerFactory;

/** Takes in files one by one: read → match → check, each on its own, in parallel. */
final class Intake {

  /** No form is this large; what is, is refused before it fills the memory. */
  private static final long MAX_BYTES = 128L << 20;

  private final Template template;
  private final FormMatcher matcher;
  private final UnitResolver units;
  private final Ledger ledger;

  Intake(Template template, UnitResolver units, Ledger ledger) {
    this.template = template;
    this.matcher = new FormMatcher(template);
    this.units = units;
    this.ledger = ledger;
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
      long size = Files.size(file.location());
      if (size > MAX_BYTES) {
        return List.of(without(file, null, null, Return.Kind.UNUSABLE, FindingCode.TOO_LARGE));
      }
      content = Files.readAllBytes(file.location());
      if (content.length != size) {
        return List.of(unreadable(file));
      }
    } catch (IOException e) {
      return List.of(unreadable(file));
    }
    boolean archive = file.kind() == FoundFile.Kind.FILE && FileType.of(content) == FileType.ZIP;
    return archive ? unpack(file, content) : List.of(takeIn(file, content));
  }

  /** Takes in what is in an archive instead of the archive, unless it is refused as a whole. */
  private List<Return> unpack(FoundFile file, byte[] content) {
    var returns = new ArrayList<Return>();
    Optional<Finding> refusal =
        ZippedReturns.unpack(content, member -> returns.add(takeIn(file, member)));
    if (refusal.isEmpty() && !returns.isEmpty()) {
      return returns;
    }
    Finding why =
        refusal.orElseGet(
            () -> Finding.of(FindingCode.NOT_THIS_FORM, Location.NOWHERE, template.title()));
    return List.of(unusable(file, sha256(content), FileType.ZIP, List.of(why)));
  }

  private Return takeIn(FoundFile archive, ZippedReturns.Member member) {
    FoundFile file = archive.member(member.path());
    return member
        .content()
        .value()
        .map(content -> takeIn(file, content))
        .orElseGet(() -> unusable(file, null, null, member.content().findings()));
  }

  private Return takeIn(FoundFile file, byte[] content) {
    String hash = sha256(content);
    if (file.kind() == FoundFile.Kind.NEVER_A_RETURN) {
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
    if (content.length == 0) {
      return without(file, hash, null, Return.Kind.UNUSABLE, FindingCode.EMPTY_FILE);
    }
    FileType type = FileType.of(content);
    if (type.companion()) {
      return without(file, hash, type, Return.Kind.COMPANION, FindingCode.COMPANION_DOCUMENT);
    }
    try {
      return DocumentReaders.of(type)
          .map(reader -> form(file, hash, type, reader, content))
          .orElseGet(
              () ->
                  without(file, hash, type, Return.Kind.UNUSABLE, FindingCode.UNSUPPORTED_FORMAT));
    } catch (OutOfMemoryError e) {
      return without(file, hash, type, Return.Kind.UNUSABLE, FindingCode.TOO_LARGE);
    } catch (RuntimeException | StackOverflowError e) {
      // A bug of ours, met on one file: the others are merged all the same.
      LoggerFactory.getLogger(Intake.class).error("{}", file.path(), e);
      return without(file, hash, type, Return.Kind.UNUSABLE, FindingCode.DAMAGED_FILE);
    }
  }

  private Return form(
      FoundFile file, String hash, FileType type, DocumentReader reader, byte[] content) {
    var findings = new ArrayList<Finding>();
    mismatch(file, type).ifPresent(findings::add);
    Outcome<Document> document = reader.read(content);
    findings.addAll(document.findings());
    Outcome<Submission> matched =
        document
            .value()
            .map(matcher::match)
            .orElseGet(() -> new Outcome<>(Optional.empty(), List.of()));
    if (document.value().filter(text -> isCompanion(text, matched)).isPresent()) {
      return without(file, hash, type, Return.Kind.COMPANION, FindingCode.COMPANION_DOCUMENT);
    }
    findings.addAll(matched.findings());
    if (matched.value().isEmpty()) {
      return unusable(file, hash, type, findings);
    }
    Submission submission = matched.value().get();
    UnitResolver.Sender sender =
        units.sender(submission.header().get(HeaderField.UNIT), file.path());
    if (sender.relation() == UnitResolver.Relation.SUBORDINATE) {
      // Its numbers come with those of its unit; what is wrong with them here does not matter.
      findings.clear();
    } else {
      findings.addAll(Checks.run(submission, template));
    }
    findings.addAll(sender.findings());
    Return.Kind kind =
        switch (sender.relation()) {
          case SELF -> Return.Kind.FORM;
          case SUBORDINATE -> Return.Kind.ASIDE;
          case DISPUTED, NONE -> Return.Kind.UNUSABLE;
        };
    return of(file, hash, type, kind, sender.unit(), submission, findings);
  }

  /** A running text that is no form, and not meant as one, is an account of what was done. */
  private boolean isCompanion(Document document, Outcome<Submission> matched) {
    return matched.value().isEmpty()
        && document.grids().stream().allMatch(Grid::running)
        && !matcher.posesAsForm(document);
  }

  /** A file of no use, credited to the unit that its name tells. */
  private Return unusable(FoundFile file, String hash, FileType type, List<Finding> findings) {
    return of(
        file, hash, type, Return.Kind.UNUSABLE, units.companionOf(file.path()), null, findings);
  }

  private Return of(
      FoundFile file,
      String hash,
      FileType type,
      Return.Kind kind,
      Optional<Unit> unit,
      Submission submission,
      List<Finding> findings) {
    return new Return(
        file.path(),
        hash,
        type == null ? null : type.extension(),
        kind,
        unit,
        Optional.ofNullable(submission),
        ledger.received(file.path(), unit),
        findings.stream().map(finding -> finding.inFile(file.path())).toList());
  }

  private static Optional<Finding> mismatch(FoundFile file, FileType type) {
    return type.fits(file.name())
        ? Optional.empty()
        : Optional.of(Finding.of(FindingCode.FORMAT_MISMATCH, Location.NOWHERE, type.extension()));
  }

  private Return unreadable(FoundFile file) {
    return without(file, null, null, Return.Kind.UNUSABLE, FindingCode.UNREADABLE);
  }

  /** A file that is known by its name and kind only. */
  private Return without(
      FoundFile file, String hash, FileType type, Return.Kind kind, FindingCode why) {
    String format = type == null || type.extension() == null ? "?" : type.extension();
    return of(
        file,
        hash,
        type,
        kind,
        units.companionOf(file.path()),
        null,
        List.of(
            why == FindingCode.UNSUPPORTED_FORMAT
                ? Finding.of(why, Location.NOWHERE, format, type.family(file.name()))
                : Finding.of(why, Location.NOWHERE, format)));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
