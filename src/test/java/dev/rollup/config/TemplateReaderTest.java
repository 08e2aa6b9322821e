package dev.rollup.config;

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
import java.util.List;
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
        "\"title\": \"上海市崇明区“安全生产月”活动进展情况统计表\" | \"title\": \"——\" | template.no-letters | title",
        "\"unit\": \"填报单位（盖章）\" | \"unit\": \"：\" | template.no-letters | header.unit",
        "\"场\", \"场次\" | \"、\", \"场次\" | template.no-letters | measures.场.suffixes[0]",
        "\"家\" | \"…\" | template.no-letters | otherMeasures[0]",
        "\"text\": \"发表评论文章或心得体会 | \"text\": \"组织开展宣讲活动 | template.same-words | sections[0].items[1].text",
        "\"label\": \"特色活动的名称\" | \"label\": \"填报单位\" | template.like-a-label | sections[6].items[0].fields[0].label",
        "\"label\": \"特色活动的名称\" | \"label\": \"填报单位（盖章）：\" | template.like-a-label | sections[6].items[0].fields[0].label",
        "\"label\": \"特色活动的名称\" | \"label\": \"联 系 人\" | template.like-a-label | sections[6].items[0].fields[0].label",
        "\"label\": \"特色活动的名称\" | \"label\": \"填报日期\" | template.like-a-label | sections[6].items[0].fields[0].label",
        "\"text\": \"活动名称 | \"text\": \"填报单位 | template.like-a-label | sections[6].items[0].text",
        "\"text\": \"活动名称 | \"text\": \"电话： | template.like-a-label | sections[6].items[0].text",
        "\"text\": \"其他特色活动\" | \"text\": \"联系人\" | template.like-a-label | sections[6].text",
        "\"text\": \"其他特色活动\" | \"text\": \"上海市崇明区安全生产月活动进展情况统计表\" | template.like-the-title | sections[6].text",
        "\"title\": \"上海市崇明区 | \"title\": \"填报单位 | template.like-a-label | title",
        "\"section\": \"活动项目\" | \"section\": \"电话或项目\" | template.like-a-label | columns.section",
        "\"content\": \"活动进展情况\" | \"content\": \"联系人\" | template.like-a-label | columns.content",
        "\"contact\": \"联系人\" | \"contact\": \"填报单位\" | template.like-a-label | header.contact",
        "\"phone\": \"电话\" | \"phone\": \"（）\" | template.no-letters | header.phone",
        "\"measure\": \"篇\" | \"measure\": \"本\" | template.unknown-measure | sections[0].items[1].fields[0].measure",
        "\"type\": \"count\" | \"type\": \"number\" | template.bad-type | sections[0].items[0].fields[0].type",
        "\"max\": 100000 | \"max\": 0 | template.bad-number | measures.场.max",
        "\"rows\": 10 | \"rows\": 3 | template.too-few-rows | sections[6].items[0].rows",
        "宣讲活动{1.1.1}场 | 宣讲活动{1.1.9}场 | template.unknown-placeholder | narrative.sections[0].clauses[0]",
        "\"发表评论文章或心得体会{1.2.1}篇\" | \"取得实效\" | template.no-placeholder | narrative.sections[0].clauses[1]",
        "\"item\": \"7.1\" | \"item\": \"1.1\" | template.no-list | narrative.sections[6].list.item",
        "\"by\": \"7.1.3\" | \"by\": \"7.1.1\" | template.unknown-placeholder | narrative.sections[6].list.by",
        "\"right\": \"1.1.2\" | \"right\": \"1.1.9\" | template.rule-unknown-field | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"h_day\" | template.rule-unknown-field | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"1.1.2 + 7.1.1\" | template.rule-not-a-count | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"1.1.2 +\" | template.rule-syntax | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"1.1.2 1.3.2\" | template.rule-syntax | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"1.1.2 * 1.3.2\" | template.rule-syntax | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"* 1.1.2\" | template.rule-syntax | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": \"2023-06-31\" | template.rule-syntax | rules[0].right",
        "\"right\": \"1.1.2\" | \"right\": {\"terms\": [{\"field\": \"1.1.9\"}]} | template.rule-unknown-field | rules[0].right.terms[0].field",
        "\"right\": \"1.1.2\" | \"right\": \"5\" | template.rule-sides | rules[0]",
        "\"operator\": \"compulsory_pair\" | \"operator\": \"paired\" | template.rule-bad-word | rules[0].operator",
        "\"operator\": \"compulsory_pair\" | \"operator\": \"between\" | template.rule-syntax | rules[0].right",
        "\"severity\": \"error\" | \"severity\": \"fatal\" | template.rule-bad-word | rules[0].severity",
        "\"missing\": \"NEVER_SKIP\" | \"missing\": \"SOMETIMES\" | template.rule-bad-word | rules[0].missing",
        "\"missing\": \"NEVER_SKIP\" | \"when\": {\"where\": \"1.1.1\"} | template.rule-syntax | rules[0].when.where",
        "\"missing\": \"NEVER_SKIP\" | \"when\": {\"after\": \"June\"} | template.bad-date | rules[0].when.after",
        "\"operator\": \"compulsory_pair\", \"right\": \"1.1.2\" | \"operator\": \"between\", \"right\": \"10..1\" | template.rule-range | rules[0].right",
        "\"missing\": \"NEVER_SKIP\" | \"when\": {\"groups\": []} | template.rule-no-groups | rules[0].when.groups",
        "\"missing\": \"NEVER_SKIP\" | \"unless\": \"attend-1.1\" | template.rule-unless | rules[0].unless",
        "\"missing\": \"NEVER_SKIP\" | \"unles\": \"attend-1.1\" | template.unknown-key | rules[0].unles",
        "\"id\": \"positive-1.1\" | \"id\": \"pair-1.1\" | template.double-id | rules[1].id",
        "场次“{left}” | 场次“{lft}” | template.rule-placeholder | rules[0].message.zh",
        "\"threshold\": 3.5 | \"threshold\": 0 | template.bad-number | acrossUnits.outliers.threshold",
        "\"fields\": [\"6.2.2\" | \"fields\": [\"6.2.3\" | template.rule-unknown-field | acrossUnits.sameValue.fields[0]",
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
  void a_rule_on_a_field_that_does_not_exist_is_refused_by_file_rule_and_field() throws Exception {
    String json =
        resource("chongming-safety-month-2023.json")
            .replace("\"right\": \"2000 * 1.1.1\"", "\"right\": \"2000 * 1.1.7\"");
    Path file = Files.writeString(folder.resolve("template.json"), json);

    Mistake mistake =
        catchThrowableOfType(Mistake.class, () -> TemplateReader.read(file.toString()));

    assertThat(mistake.kind()).isEqualTo(Mistake.Kind.USAGE);
    assertThat(new Messages(Language.ZH).text("mistake." + mistake.key(), mistake.args()))
        .contains(file.toString(), "average-1.1", "1.1.7");
  }

  @Test
  void both_writings_of_a_sum_are_the_same() throws Exception {
    String json = resource("chongming-safety-month-2023.json");
    String terms =
        "\"right\": {\"terms\": [{\"field\": \"1.1.1\", \"coefficient\": 2000}], \"constant\": 0}";
    Path file =
        Files.writeString(
            folder.resolve("template.json"), json.replace("\"right\": \"2000 * 1.1.1\"", terms));

    assertThat(TemplateReader.read(file.toString()).rules())
        .isEqualTo(TemplateReader.read(TemplateReader.DEFAULT_ID).rules());
  }

  /** Every rule of the clerk's table is in the template, with the clerk's words. */
  @Test
  void the_built_in_rules_are_those_of_the_clerk() throws Exception {
    Path table = Path.of("../shared/domain/rules.csv");
    Assumptions.assumeTrue(Files.exists(table), "the clerk's rules are not here");
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var rules = new java.util.LinkedHashMap<String, String>();
    for (var rule : template.rules()) {
      rules.put(
          rule.id(),
          String.join(
              "|",
              rule.operator().word(),
              rule.severity().word(),
              rule.leftMissing().name(),
              rule.message().in("zh"),
              rule.instruction().in("zh")));
    }
    var expected = new java.util.LinkedHashMap<String, String>();
    try (var parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(table))) {
      for (var line : parser) {
        if (!line.get("id").startsWith("batch-")) {
          expected.put(
              line.get("id"),
              String.join(
                  "|",
                  line.get("operator"),
                  line.get("severity"),
                  line.get("missing_values"),
                  line.get("message_zh"),
                  line.get("instruction_zh")));
        }
      }
    }
    // Their words named the days of one campaign; the days are those of the template now.
    for (var reworded : List.of("date-period", "date-consult")) {
      assertThat(rules.get(reworded)).doesNotContainPattern("\\d月|\\d{4}年");
      expected.put(reworded, rules.get(reworded));
    }
    assertThat(rules).hasSize(75).isEqualTo(expected);
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
    JsonNode schema = mapper.readTree(resource("template.schema.json"));
    assertCovers(schema, schema, mapper.readTree(resource("chongming-safety-month-2023.json")), "");
  }

  private static void assertCovers(JsonNode root, JsonNode part, JsonNode value, String at) {
    JsonNode schema = part.has("$ref") ? root.at(part.path("$ref").asText().substring(1)) : part;
    if (value.isArray()) {
      value.forEach(element -> assertCovers(root, schema.path("items"), element, at + "[]"));
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
      assertCovers(root, used, entry.getValue(), at + "." + entry.getKey());
    }
  }

  private static String resource(String name) throws Exception {
    try (var in = TemplateReaderTest.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
