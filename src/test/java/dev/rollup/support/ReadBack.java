package dev.rollup.support;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Document;
import dev.rollup.read.csv.CsvReader;
import dev.rollup.read.word.DocReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What one return comes to, for laws over spelling, place and format.
 *
 * @param format how the file was written
 * @param values what was read, by field id; rows of a list with {@code #} and their number
 * @param findings what was found
 */
public record ReadBack(String format, Map<String, String> values, List<Finding> findings) {

  private static final FormMatcher MATCHER = matcher();

  /** Reads a workbook in every format of sheets. */
  public static List<ReadBack> sheets(byte[] workbook) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return List.of(
          xlsx(workbook),
          xls(SavedAsXls.of(book)),
          csv(DisplayedCsv.written(DisplayedCsv.cells(book))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a workbook. */
  public static ReadBack xlsx(byte[] workbook) {
    return of("xlsx", new XlsxReader().read(workbook));
  }

  /** Reads a workbook of old. */
  public static ReadBack xls(byte[] workbook) {
    return of("xls", new XlsReader().read(workbook));
  }

  /** Reads what of a workbook was saved as a csv. */
  public static ReadBack csv(byte[] text) {
    return of("csv", new CsvReader().read(text));
  }

  /** Reads a text of Word. */
  public static ReadBack docx(byte[] text) {
    return of("docx", new DocxReader().read(text));
  }

  /** Reads a text as old versions of Word save it. */
  public static ReadBack doc(byte[] text) {
    return of("doc", new DocReader().read(text));
  }

  private static ReadBack of(String format, Outcome<Document> document) {
    List<Outcome<Submission>> forms = MATCHER.match(document.value().orElseThrow());
    Outcome<Submission> first = forms.get(0);
    var values = new TreeMap<String, String>();
    for (Entry entry : first.value().map(Submission::entries).orElse(List.of())) {
      if (entry.value() != null) {
        values.put(entry.field().id() + (entry.row() == 0 ? "" : "#" + entry.row()), entry.value());
      }
    }
    return new ReadBack(forms.size() > 1 ? format + " twice" : format, values, first.findings());
  }

  /** Tells whether a field was left out, and an error says so. */
  public boolean excludes(String field) {
    return !values.containsKey(field)
        && findings.stream()
            .anyMatch(f -> field.equals(f.at().field()) && f.severity() == Severity.ERROR);
  }

  /** Tells whether a finding repeats what stands beside the form. */
  public boolean names(String text) {
    return findings.stream()
        .anyMatch(f -> f.code() == FindingCode.NUMBER_ELSEWHERE && f.raw().contains(text));
  }

  private static FormMatcher matcher() {
    try {
      return new FormMatcher(TemplateReader.read(TemplateReader.DEFAULT_ID));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
