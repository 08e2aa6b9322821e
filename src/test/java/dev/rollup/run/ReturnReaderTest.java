package dev.rollup.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.discover.FoundFile;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.roster.UnitResolver;
import dev.rollup.support.FilledBlank;
import dev.rollup.write.Forms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReturnReaderTest {

  @TempDir Path folder;

  @Test
  void a_defect_of_ours_is_not_called_a_damage_of_the_file() throws Exception {
    FoundFile form = written("a.xlsx", FilledBlank.with(Map.of("h_unit", "堡镇", "f_1_1_1", "12")));
    FoundFile broken = written("b.xlsx", new byte[] {'P', 'K', 3, 4, 0});

    // Corrections that are not there are a defect that only a form that is read meets.
    assertThat(codes(null, form, broken))
        .containsExactly(List.of(FindingCode.INTERNAL_ERROR), List.of(FindingCode.DAMAGED_FILE));
    assertThat(codes(Corrections.NONE, form, broken).get(0))
        .doesNotContain(FindingCode.INTERNAL_ERROR);
  }

  private static List<List<FindingCode>> codes(Corrections corrections, FoundFile... files)
      throws Exception {
    var units = new UnitResolver(Forms.TEMPLATE, Optional.empty(), Forms.TEMPLATE.district());
    return new ReturnReader(Forms.TEMPLATE, units, Ledger.EMPTY, corrections)
        .takeIn(List.of(files), 1, Progress.NONE).stream()
            .map(each -> each.findings().stream().map(Finding::code).toList())
            .toList();
  }

  private FoundFile written(String name, byte[] content) throws Exception {
    return new FoundFile(name, Files.write(folder.resolve(name), content), FoundFile.Kind.FILE);
  }
}
