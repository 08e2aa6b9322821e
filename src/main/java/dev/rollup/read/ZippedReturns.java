package dev.rollup.read;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.discover.IgnoredNames;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.zip.ZipArchive;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The returns that somebody packed into one zip. */
public final class ZippedReturns {

  /**
   * One file of the zip.
   *
   * @param path its path inside the zip, with slashes
   * @param content its bytes, or why there are none
   */
  public record Member(String path, Outcome<byte[]> content) {}

  private ZippedReturns() {}

  /**
   * Hands over the files of a zip one by one, in the order of their paths. Never more than one of
   * them is in memory; folders and what systems leave behind are left out.
   *
   * @param zip the whole file; never changed, may be anything at all
   * @param taker gets every file
   * @return why none was handed over; empty where all were, be it that there were none
   */
  public static Optional<Finding> unpack(byte[] zip, Consumer<Member> taker) {
    try (var archive = ZipArchive.open(zip, ZipArchive.Holding.RETURNS)) {
      List<ZipArchive.Entry> files =
          archive.entries().stream()
              .filter(entry -> !entry.name().endsWith("/"))
              .filter(entry -> !IgnoredNames.isInFolder(entry.name()))
              .sorted(Comparator.comparing(ZipArchive.Entry::name))
              .toList();
      if (files.size() > Limits.ZIPPED_FILES) {
        throw Refusal.of(TOO_LARGE);
      }
      for (var file : files) {
        taker.accept(new Member(file.name(), content(archive, file)));
      }
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(e.finding());
    }
  }

  /** What is wrong with one file is no reason to distrust the others: each has its own checksum. */
  private static Outcome<byte[]> content(ZipArchive archive, ZipArchive.Entry file) {
    try {
      if (file.size() > Limits.INFLATED_BYTES) {
        throw Refusal.of(TOO_LARGE);
      }
      return Outcome.of(archive.read(file));
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }
}
