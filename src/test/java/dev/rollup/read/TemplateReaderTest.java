package dev.rollup.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

  private static final String FOLDER = "/dev/rollup/templates/";

  @TempDir Path folder;

  @Test
  void the_built_in_form_is_the_one_that_was_issued() throws Exception {
    Path fields = Path.of("../shared/form/fields.csv");
    Assumptions.assumeTrue(Files.exists(fields), "the form as issued is not here");
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var lines = new java.util.ArrayList<String>();
    for (var section : template.sections()) {
      for (var item : section.items()) {
        for (var field : item.fields()) {
          lines.add(
              String.join(
                  "|",
                  field.id(),
                  section.text(),
                  item.text(),
                  field.type().name().toLowerCase(java.util.Locale.ROOT),
                  field.measure() == null ? "" : field.measure().name(),
                  item.repeats() ? "yes" : "no"));
        }
      }
    }
    try (var parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(fields))) {
      assertThat(lines)
          .hasSize(36)
          .isEqualTo(
              parser.getRecords().stream()
                  .map(r -> r.stream().collect(Collectors.joining("|")))
                  .toList());
    }
  }

  /** What is changed in the built-in template, and how the result is refused. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": \"1\" | \"versoin\": \"1\" | template.unknown-key | versoin",
        "\"version\": \"1\" | \"version\": 1 | template.wrong-kind | version",
        "\"version\": \"1\" | \"version\": \"1\", \"version\": \"2\" | template.malformed | ''",
        "\"version\": \"1\", | | template.key-missing | version",
        "\"2023-06-28T17:00:00+08:00\" | \"28 June\" | template.bad-date | deadline",
        "\"to\": \"2023-06-30\" | \"to\": \"2023-05-30\" | template.bad-date | period",
        "\"id\": \"1.1.2\" | \"id\": \"1.1.1\" | template.double-id | sections[0].items[0].fields[1].id",
        "\"id\": \"1.1.2\" | \"id\": \"1.2.2\" | template.foreign-id | sections[0].items[0].fields[1].id",
        "\"id\": \"1.1.2\" | \"id\": \"1.1.x\" | template.bad-id | sections[0].items[0].fields[1].id",
        "组织开展宣讲活动(  )场 | 组织开展宣讲活动场 | template.blanks | sections[0].items[0].text",
        "组织开展宣讲活动(  ) | (  ) | template.no-words | sections[0].items[0].text",
        "\"text\": \"发表评论文章或心得体会 | \"text\": \"组织开展宣讲活动 | template.same-words | sections[0].items[1].text",
        "\"measure\": \"篇\" | \"measure\": \"本\" | template.unknown-measure | sections[0].items[1].fields[0].measure",
        "\"type\": \"count\" | \"type\": \"number\" | template.bad-type | sections[0].items[0].fields[0].type",
        "\"max\": 100000 | \"max\": 0 | template.bad-number | measures.场.max",
        "\"rows\": 10 | \"rows\": 3 | template.too-few-rows | sections[6].items[0].rows",
        "宣讲活动{1.1.1}场 | 宣讲活动{1.1.9}场 | template.unknown-placeholder | narrative.sections[0].clauses[0]",
        "\"发表评论文章或心得体会{1.2.1}篇\" | \"取得实效\" | template.no-placeholder | narrative.sections[0].clauses[1]",
        "\"item\": \"7.1\" | \"item\": \"1.1\" | template.no-list | narrative.sections[6].list.item",
        "\"by\": \"7.1.3\" | \"by\": \"7.1.1\" | template.unknown-placeholder | narrative.sections[6].list.by",
      })
  void refuses_with_place_and_reason(String from, String to, String key, String place)
      throws Exception {
    String json = resource("chongming-safety-month-2023.json");
    assertThat(json).contains(from);
    int at = json.indexOf(from);
    String changed =
        json.substring(0, at) + (to == null ? "" : to) + json.substring(at + from.length());
    Path file = Files.writeString(folder.resolve("template.json"), changed);

    Mistake mistake =
        catchThrowableOfType(Mistake.class, () -> TemplateReader.read(file.toString()));

    assertThat(mistake.kind()).isEqualTo(Mistake.Kind.USAGE);
    assertThat(mistake.key()).isEqualTo(key);
    assertThat(mistake.args().get(0)).isEqualTo(file.toString());
    assertThat(mistake.args().get(1))
        .matches("\\d+:\\d+" + (place.isEmpty() ? "" : " " + Pattern.quote(place)));
    for (var language : Language.values()) {
      assertThat(new Messages(language).text("mistake." + key, mistake.args()))
          .contains(place)
          .doesNotContain("{");
    }
  }

  @Test
  void refuses_what_is_no_json() throws Exception {
    Path file = Files.writeString(folder.resolve("template.json"), "id = x");

    Mistake mistake =
        catchThrowableOfType(Mistake.class, () -> TemplateReader.read(file.toString()));

    assertThat(mistake.key()).isEqualTo("template.malformed");
  }

  @Test
  void the_schema_for_editors_knows_every_key_of_the_built_in_template() throws Exception {
    var mapper = new ObjectMapper();
    assertCovers(
        mapper.readTree(resource("template.schema.json")),
        mapper.readTree(resource("chongming-safety-month-2023.json")),
        "");
  }

  private static void assertCovers(JsonNode schema, JsonNode value, String at) {
    if (value.isArray()) {
      value.forEach(element -> assertCovers(schema.path("items"), element, at + "[]"));
      return;
    }
    if (!value.isObject()) {
      return;
    }
    Set<String> keys =
        value.properties().stream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    schema
        .path("required")
        .forEach(required -> assertThat(keys).as(at).contains(required.asText()));
    for (var entry : value.properties()) {
      JsonNode known = schema.path("properties").path(entry.getKey());
      JsonNode used = known.isMissingNode() ? schema.path("additionalProperties") : known;
      assertThat(used.isObject()).as(at + "." + entry.getKey()).isTrue();
      assertCovers(used, entry.getValue(), at + "." + entry.getKey());
    }
  }

  private static String resource(String name) throws Exception {
    try (var in = TemplateReaderTest.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
