package dev.rollup.merge;

import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one unit stands.
 *
 * @param unit the unit
 * @param state where it stands
 * @param timeliness whether it reported in time; empty where it did not report
 * @param accepted the return that counts; empty where none does
 * @param files everything that came from it, the return that counts among it, in path order
 */
public record UnitResult(
    Unit unit,
    UnitState state,
    Optional<Timeliness> timeliness,
    Optional<FileResult> accepted,
    List<FileResult> files) {

  /** Copies the files. */
  public UnitResult {
    files = List.copyOf(files);
  }

  /**
   * Returns what the unit has in the totals: its return that counts, or a blank in every field
   * where another unit reports for it.
   */
  public Summary summary(Template template) {
    if (accepted.isPresent()) {
      return accepted.get().summary(template);
    }
    return state.actual() ? Summary.blank(template) : Summary.none(template);
  }

  /** Returns the entries of the return that counts that are in no total. */
  public List<Entry> excluded() {
    return accepted.stream()
        .flatMap(file -> file.source().submission().orElseThrow().entries().stream())
        .filter(entry -> entry.state() == State.EXCLUDED)
        .toList();
  }

  /**
   * Returns the first return of the unit that held counts, by the time that is known of it: whether
   * the unit was in time goes by it. No slip is first beside what it corrects. Empty where nothing
   * of the unit counts, or no time is known.
   */
  public Optional<Return> first() {
    if (accepted.isEmpty()) {
      return Optional.empty();
    }
    List<Return> held =
        Stream.concat(accepted.stream(), files.stream())
            .map(FileResult::source)
            .filter(each -> each.submission().filter(form -> !form.empty()).isPresent())
            .filter(each -> each.time().isPresent())
            .toList();
    var order = new Order(files.stream().map(FileResult::source).toList());
    return held.stream()
        .filter(each -> order.corrected(each, held).isEmpty())
        .min(Comparator.comparing(each -> each.time().orElseThrow()));
  }

  /** Returns how many files of the unit were of no use. */
  public long rejected() {
    return files.stream().filter(file -> file.status() == FileStatus.REJECTED).count();
  }

  /**
   * Returns the same with other results in place of its own.
   *
   * @param others what stands for each of its files
   */
  UnitResult withFiles(Map<FileResult, FileResult> others) {
    return new UnitResult(
        unit,
        state,
        timeliness,
        accepted.map(others::get),
        files.stream().map(others::get).toList());
  }
}
