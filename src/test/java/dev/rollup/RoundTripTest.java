package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Document;
import dev.rollup.read.csv.CsvReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.support.DisplayedCsv;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.SavedAsXls;
import dev.rollup.support.xlsb.SavedAsXlsb;
import dev.rollup.template.FieldType;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A blank that is filled in reads back as what was filled in; the seed stands in each name. */
@Tag("slow")
class RoundTripTest {

  static LongStream seeds() {
    return LongStream.range(1, 21);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_filled_in_reads_back(long seed) throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    Map<String, String> typed = typed(template, new Random(seed));
    byte[] workbook = FilledBlank.with(typed);

    assertThat(read(template, new XlsxReader().read(workbook))).isEqualTo(typed);
    assertThat(read(template, new XlsReader().read(SavedAsXls.of(workbook)))).isEqualTo(typed);
    assertThat(read(template, new XlsbReader().read(SavedAsXlsb.of(workbook)))).isEqualTo(typed);
    assertThat(read(template, new CsvReader().read(DisplayedCsv.of(workbook)))).isEqualTo(typed);
  }

  private static Map<String, String> typed(Template template, Random random) {
    var typed = new LinkedHashMap<String, String>();
    for (var slot : Layout.of(template).slots()) {
      if (slot.field() != null && random.nextInt(3) > 0) {
        boolean count = slot.field().type() == FieldType.COUNT;
        typed.put(
            slot.name(),
            count ? String.valueOf(random.nextInt(5000)) : "活动" + random.nextInt(100) + "号");
      }
    }
    return typed;
  }

  private static Map<String, String> read(Template template, Outcome<Document> document) {
    assertThat(document.findings()).isEmpty();
    Outcome<Submission> matched =
        new FormMatcher(template).match(document.value().orElseThrow()).get(0);
    assertThat(matched.findings()).isEmpty();
    var values = new LinkedHashMap<String, String>();
    for (Entry entry : matched.value().orElseThrow().entries()) {
      if (entry.value() != null) {
        values.put(Layout.name(entry.field().id(), entry.row()), entry.value());
      }
    }
    return values;
  }
}
