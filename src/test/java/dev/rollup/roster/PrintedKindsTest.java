package dev.rollup.roster;

import static dev.rollup.model.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.BindingsWriter;
import dev.rollup.config.TemplateReader;
import dev.rollup.model.Cell;
import dev.rollup.model.Location;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.Template;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that goes on in what the form prints behind its blank. */
class PrintedKindsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "镇统计表, 城桥, 城桥镇",
        "镇统计表, 城桥镇, 城桥镇",
        "镇统计表（|月）, 城桥, 城桥镇",
        "镇统计表, 新村乡, 新村乡",
        "镇统计表, 新村, -",
        "乡（镇）统计表, 新村, 新村乡",
        "乡（镇）统计表, 城桥, 城桥镇",
        "乡、镇、街道统计表, 城桥, 城桥镇",
        "（镇、乡）, 新村, 新村乡",
        "统计表, 城桥, -",
        "镇统计表, 桥, -",
        "乡（镇）统计表, 大同, -",
      })
  void with_a_roster(String printed, String answer, String unit) throws Exception {
    List<Unit> units =
        Stream.of("城桥镇", "新村乡", "大同镇", "大同乡").map(name -> Unit.named(name, name)).toList();

    assertThat(name(printed, answer, Optional.of(new Roster(units)))).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "镇统计表, 城桥, 城桥镇",
    "镇统计表, 城桥镇, 城桥镇",
    "乡（镇）统计表, 城桥, 城桥",
    "统计表, 城桥, 城桥",
  })
  void without_a_roster(String printed, String answer, String unit) throws Exception {
    assertThat(name(printed, answer, Optional.empty())).isEqualTo(unit);
  }

  private static String name(String printed, String answer, Optional<Roster> roster)
      throws Exception {
    var at = Location.at("表", address("A1")).ofField("h_unit");
    return new UnitResolver(template(printed), roster, "某区")
        .sender(new HeaderEntry(new Cell.Text(answer), at), "1.xlsx")
        .unit()
        .map(Unit::name)
        .orElse(null);
  }

  private static Binding count() {
    return new Binding(
        "1.1.1",
        Place.onSheet("表", new Position(1, 1)),
        List.of(),
        List.of("人数"),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        FieldType.COUNT,
        Optional.of("人"),
        0,
        false,
        List.of(),
        Adds.SUM,
        Optional.empty(),
        false,
        true);
  }

  /** The head of a text that has room for a unit, and for a period where a bar stands. */
  private static List<HeaderBlank> header(Place place, String printed) {
    int bar = printed.indexOf('|');
    if (bar < 0) {
      return List.of(new HeaderBlank("unit", place, "", printed, "单位", FieldType.TEXT));
    }
    String between = printed.substring(0, bar);
    String end = printed.substring(bar + 1);
    return List.of(
        new HeaderBlank("unit", place, "", "", "单位", FieldType.TEXT),
        new HeaderBlank("period", place.blank(2), between, end, "月", FieldType.TEXT));
  }

  private static Template template(String printed) throws Exception {
    Place place = Place.onSheet("表", new Position(0, 0)).blank(1);
    var blank =
        new Blank(
            "blank.xlsx",
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[] {1})),
            "表",
            new Blank.Content(new byte[] {1}),
            header(place, printed),
            List.of(new Block.Cells("1", List.of(count()))),
            List.of());
    var json = new ByteArrayOutputStream();
    BindingsWriter.write("small", blank, json);
    return TemplateReader.read(json.toByteArray(), "small.json");
  }
}
