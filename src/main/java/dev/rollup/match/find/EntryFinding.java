package dev.rollup.match.find;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.submission.Entry;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Says what was found about one entry. */
public final class EntryFinding {

  private EntryFinding() {}

  /** Returns a note of an entry as a finding. */
  public static Finding of(Entry entry, FindingCode note) {
    Finding finding = Finding.ofCell(note, entry.at(), entry.raw());
    for (var argument : note.arguments()) {
      finding = finding.with(argument, mentioned(entry, argument));
    }
    return finding;
  }

  private static @Nullable Mentioned mentioned(Entry entry, Argument argument) {
    return switch (argument) {
      case VALUE -> entry.raw() == null ? null : new Mentioned.Text(entry.raw());
      case NUMBER ->
          entry.number() != null
              ? new Mentioned.Number(entry.number())
              : entry.text() == null ? null : new Mentioned.Text(entry.text());
      case MEASURE ->
          entry.field().type().number()
              ? new Mentioned.Text(entry.field().measured().name())
              : null;
      case LIMIT -> new Mentioned.Number(BigDecimal.valueOf(entry.field().max()));
      default -> null;
    };
  }
}
