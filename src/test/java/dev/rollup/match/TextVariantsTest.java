package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.TextPlace;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import dev.rollup.text.ChineseNumeral;
import dev.rollup.text.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form as text, filled in and changed in every way that units are known to change it, with a
 * known answer. Not one number may be another than the unit wrote, and none may be lost without a
 * word; how many were read and how many refused is printed.
 */
@Tag("slow")
class TextVariantsTest {

  private static final int FORMS = 60;

  /** What is read only where the unit left no blank of the sentence out. */
  private static final Set<Deed> WHOLE = Set.of(Deed.BEHIND_MEASURES, Deed.JOINED);

  private static final Map<Deed, Integer> READ = new TreeMap<>();
  private static final Map<Deed, Integer> REFUSED = new TreeMap<>();

  private static Template template;
  private static FormMatcher matcher;

  @BeforeAll
  static void read() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    matcher = new FormMatcher(template);
  }

  @AfterAll
  static void tell() {
    System.out.printf("sentences read %s, refused %s%n", READ, REFUSED);
  }

  static LongStream seeds() {
    return LongStream.range(20230601, 20230631);
  }

  /** What a unit does to one sentence. */
  private enum Deed {
    NONE(true),
    FULL_WIDTH_DIGITS(true),
    NO_BRACKETS(true),
    UNDERLINED(true),
    SPACED(true),
    BROKEN(true),
    OTHER_PUNCTUATION(true),
    NO_QUOTES(true),
    BEFORE_BRACKET(true),
    BEHIND_BRACKET(true),
    MEASURE_INSIDE(true),
    MEASURE_TWICE(true),
    REMARK(true),
    ORDINAL(true),
    REWORDED(false),
    NO_LAST_MEASURE(false),
    APPENDED(false),
    TOTAL_WORD(true),
    CHINESE(true),
    FINANCIAL(true),
    CIRCLED(true),
    TWICE(true),
    OPENING_LOST(true),
    CLOSING_LOST(true),
    BEHIND_MEASURES(true),
    BEHIND_SOME_MEASURES(false),
    JOINED(true),
    STRAY_BEHIND(false),
    STRAY_BEFORE(false),
    STRAY_INSIDE(false),
    HEDGED_BEFORE(false),
    HEDGED_BEHIND(false),
    HEDGED_WORDS(false),
    ANOTHER_MEASURE(false),
    TWO_NUMBERS(false),
    SEE_ELSEWHERE(false);

    /** Whether the sentence must be read. */
    private final boolean harmless;

    Deed(boolean harmless) {
      this.harmless = harmless;
    }
  }

  /** A sentence as the unit left it, and what it means. */
  private record Sentence(Item item, Deed deed, List<String> typed, String text) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_number_is_another_and_none_is_lost_silently(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < FORMS; i++) {
      List<Sentence> sentences = sentences(random);
      if (random.nextInt(4) == 0) {
        sentences.remove(random.nextInt(sentences.size()));
      }
      if (random.nextInt(4) == 0) {
        // Behind the last sentence of the form nothing is believed to be of it.
        int a = random.nextInt(sentences.size() - 1);
        int b = random.nextInt(sentences.size() - 1);
        sentences.set(a, sentences.set(b, sentences.get(a)));
      }
      check(sentences, form(sentences, random));
    }
  }

  private static void check(List<Sentence> sentences, Document document) {
    Outcome<Submission> outcome = matcher.match(document).get(0);
    String text = text(document);
    assertThat(outcome.value()).as(text).isPresent();
    var entries = new HashMap<String, Entry>();
    for (var entry : outcome.value().get().entries()) {
      entries.put(entry.field().id() + "#" + entry.row(), entry);
    }
    String named =
        outcome.findings().stream()
            .filter(finding -> finding.code() == FindingCode.NUMBER_ELSEWHERE)
            .map(Finding::raw)
            .collect(Collectors.joining("\n"));
    // A name that is the first words of a sentence that is not there may be taken for it.
    boolean mistaken =
        text.contains("网络直播课")
            && sentences.stream()
                .noneMatch(s -> s.item().id().equals("6.2") && s.deed() == Deed.NONE);
    for (int n = 0; n < sentences.size(); n++) {
      Sentence sentence = sentences.get(n);
      boolean harmless =
          sentence.deed().harmless
              && !(mistaken && sentence.item().id().matches("6.*|7.*"))
              && !disturbed(sentences, n);
      boolean all = true;
      for (int i = 0; i < sentence.item().fields().size(); i++) {
        Field field = sentence.item().fields().get(i);
        Entry entry =
            entries.getOrDefault(
                field.id() + (sentence.item().repeats() ? "#1" : "#0"),
                entries.get(field.id() + "#0"));
        String typed = sentence.typed().get(i);
        boolean hedged = sentence.deed().name().startsWith("HEDGED") && i == 0;
        boolean other =
            hedged
                || List.of(Deed.ANOTHER_MEASURE, Deed.SEE_ELSEWHERE, Deed.TWO_NUMBERS)
                        .contains(sentence.deed())
                    && i == 0;
        String as =
            sentence.deed()
                + " "
                + sentence.typed()
                + " "
                + sentence.text()
                + "\n"
                + entry
                + "\n"
                + text;
        if (entry == null) {
          // What was taken for no row of the list is named all the same, or makes what stands
          // before it ambiguous.
          boolean doubtful =
              outcome.value().get().entries().stream()
                  .anyMatch(e -> e.notes().contains(FindingCode.FIELD_AMBIGUOUS));
          assertThat(typed.isEmpty() || named.contains(typed) || doubtful).as(as).isTrue();
          all = false;
        } else if (entry.state() == State.READ) {
          if (field.type() == FieldType.COUNT) {
            assertThat(other && !typed.isEmpty()).as(as).isFalse();
          }
          if (field.type() == FieldType.COUNT || sentence.deed().harmless) {
            assertThat(entry.value().replaceAll("\\s", "")).as(as).isEqualTo(typed);
          }
        } else if (entry.state() == State.BLANK) {
          assertThat(typed).as(as).isEmpty();
        } else {
          all = false;
          assertThat(other || !harmless).as(as).isTrue();
        }
      }
      (all ? READ : REFUSED).merge(sentence.deed(), 1, Integer::sum);
    }
  }

  /** Tells whether a sentence may be refused for what was done to its neighbours. */
  private static boolean disturbed(List<Sentence> sentences, int n) {
    Sentence sentence = sentences.get(n);
    boolean open = sentence.typed().contains("");
    if (n > 0 && !sentences.get(n - 1).deed().harmless) {
      return true;
    }
    if (n + 1 == sentences.size()) {
      return false;
    }
    Sentence next = sentences.get(n + 1);
    return next.deed() == Deed.STRAY_BEFORE
        // Its first words may be changed beyond recognition.
        || next.deed() == Deed.REWORDED
        || next.deed() == Deed.ORDINAL && sentence.item().text().endsWith("，")
        // What was left empty may be answered by a number too many, further on in the line.
        || open && (!next.deed().harmless || disturbed(sentences, n + 1))
        || next.item().id().matches("6.*|7.*") && next.typed().get(0).startsWith("网络直播");
  }

  private static String text(Document document) {
    var text = new StringBuilder();
    document.grids().get(0).cells().forEach(c -> text.append(c.cell().raw()).append('\n'));
    return text.toString();
  }

  private static List<Sentence> sentences(Random random) {
    var sentences = new ArrayList<Sentence>();
    for (var item : template.items()) {
      Deed deed =
          random.nextInt(3) == 0 ? Deed.values()[random.nextInt(Deed.values().length)] : Deed.NONE;
      var typed = new ArrayList<String>();
      for (var field : item.fields()) {
        typed.add(
            field.type() != FieldType.COUNT
                ? List.of("消防演练", "“安全杯”第3届竞赛", "网络直播课", "119主题日").get(random.nextInt(4))
                : random.nextInt(8) == 0 && deed.harmless && !WHOLE.contains(deed)
                    ? ""
                    : String.valueOf(random.nextInt(random.nextInt(4) == 0 ? 90000 : 100)));
      }
      sentences.add(new Sentence(item, deed, typed, write(item, deed, typed, random)));
    }
    return sentences;
  }

  private static String write(Item item, Deed deed, List<String> typed, Random random) {
    var literals = new ArrayList<>(item.literals());
    var text = new StringBuilder();
    String open = random.nextBoolean() ? "(" : "（";
    String close = random.nextBoolean() ? ")" : "）";
    int first = item.fields().get(0).type() == FieldType.COUNT ? 0 : 1;
    if (deed == Deed.OTHER_PUNCTUATION) {
      literals.replaceAll(
          s ->
              s.replace("；", ";").replace("，", random.nextBoolean() ? "," : " ").replace("。", "."));
    } else if (deed == Deed.NO_QUOTES) {
      literals.replaceAll(s -> s.replaceAll("[“”]", random.nextBoolean() ? "\"" : ""));
    } else if (deed == Deed.REWORDED) {
      String lead = literals.get(0);
      int at = random.nextInt(lead.length());
      literals.set(
          0,
          lead.substring(0, at)
              + List.of("", "的", "安全").get(random.nextInt(3))
              + lead.substring(Math.min(lead.length(), at + random.nextInt(2))));
    }
    if (deed == Deed.STRAY_BEFORE) {
      text.append(random.nextInt(50)).append(random.nextBoolean() ? "" : "场");
    } else if (deed == Deed.ORDINAL) {
      text.append(List.of("1.", "（2）", "3、", "①", "一、").get(random.nextInt(5)));
    }
    text.append(literals.get(0));
    for (int i = 0; i < item.fields().size(); i++) {
      Field field = item.fields().get(i);
      boolean count = field.type() == FieldType.COUNT;
      String measure = count ? field.measure().name() : "";
      String value = typed.get(i);
      String behind = literals.get(i + 1);
      String filled = open + value + close;
      if (count && !value.isEmpty()) {
        filled =
            switch (deed) {
              case FULL_WIDTH_DIGITS -> open + wide(value) + close;
              case NO_BRACKETS -> value;
              case UNDERLINED -> "__" + value + "__";
              case SPACED -> open + "  " + value + "　" + close;
              case BEFORE_BRACKET -> value + "(  )";
              case BEHIND_BRACKET -> "（ ）" + value;
              case MEASURE_INSIDE, MEASURE_TWICE -> open + value + measure + close;
              case TOTAL_WORD -> "共" + open + value + close;
              case APPENDED -> "(  )";
              case CHINESE -> open + chinese(value, Style.PLAIN) + close;
              case FINANCIAL -> open + chinese(value, Style.TRADITIONAL) + close;
              case CIRCLED -> open + circled(value) + close;
              case TWICE ->
                  random.nextBoolean()
                      ? chinese(value, Style.PLAIN) + open + value + close
                      : open + value + "（" + chinese(value, Style.FINANCIAL) + "）" + close;
              case OPENING_LOST -> value + close;
              case CLOSING_LOST -> open + value;
              case BEHIND_MEASURES -> item.repeats() ? filled : "（  ）";
              case BEHIND_SOME_MEASURES -> i == first && !item.repeats() ? "（  ）" : filled;
              case JOINED ->
                  !joins(item)
                      ? filled
                      : i > 0
                          ? "（ ）"
                          : open
                              + typed.get(0)
                              + " 场 "
                              + "/、，".charAt(random.nextInt(3))
                              + typed.get(1)
                              + " 人次"
                              + close;
              case REMARK ->
                  i == first
                      ? open + value + "（含线上" + Long.parseLong(value) / 2 + measure + "）" + close
                      : filled;
              case HEDGED_BEFORE -> i == first ? open + "约" + value + close : filled;
              case TWO_NUMBERS ->
                  i == first ? open + value + "、" + random.nextInt(90) + close : filled;
              case SEE_ELSEWHERE -> i == first ? open + "详见总结" + close : filled;
              default -> filled;
            };
        boolean behindMeasure =
            deed == Deed.BEHIND_MEASURES || deed == Deed.BEHIND_SOME_MEASURES && i == first;
        if (behindMeasure && !item.repeats()) {
          behind = measure + value + behind.substring(measure.length());
        }
        if (i == first && deed == Deed.HEDGED_WORDS) {
          filled = "约" + filled;
        } else if (i == first && deed == Deed.HEDGED_BEHIND) {
          behind = measure + "左右" + behind.substring(measure.length());
        } else if (i == first && deed == Deed.ANOTHER_MEASURE) {
          behind = "家" + behind.substring(measure.length());
        }
      }
      if (deed == Deed.MEASURE_INSIDE && count && !value.isEmpty()) {
        behind = behind.substring(measure.length());
      }
      if (deed == Deed.NO_LAST_MEASURE && i == item.fields().size() - 1) {
        behind = behind.replace(measure, "");
      }
      if (deed == Deed.STRAY_INSIDE && i == first) {
        behind =
            behind.substring(0, measure.length())
                + random.nextInt(70)
                + behind.substring(measure.length());
      }
      text.append(filled).append(behind);
    }
    if (deed == Deed.STRAY_BEHIND) {
      text.append("其中线上").append(random.nextInt(40)).append("场");
    } else if (deed == Deed.APPENDED) {
      for (int i = first; i < item.fields().size(); i++) {
        text.append(typed.get(i)).append(item.fields().get(i).measure().name()).append("，");
      }
    }
    if (deed == Deed.BROKEN) {
      for (int n = 0; n < 4; n++) {
        int at = random.nextInt(text.length());
        if (at > 0
            && !(Character.isDigit(text.charAt(at)) && Character.isDigit(text.charAt(at - 1)))) {
          text.insert(at, random.nextBoolean() ? " " : "\n");
        }
      }
    }
    return text.toString();
  }

  private static String chinese(String digits, Style style) {
    return ChineseNumeral.format(Long.parseLong(digits), style);
  }

  private static String circled(String digits) {
    int number = Integer.parseInt(digits);
    return number > 0 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : digits;
  }

  private static boolean joins(Item item) {
    return item.fields().stream()
        .map(field -> field.measure() == null ? "" : field.measure().name())
        .toList()
        .equals(List.of("场", "人次"));
  }

  private static String wide(String digits) {
    var wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
    return wide.toString();
  }

  /** Writes the sentences into a document: in one line or many, with the headings or without. */
  private static Document form(List<Sentence> sentences, Random random) {
    var grid = Grid.builder(null);
    int row = 0;
    grid.paragraph(row++, 0, TextPlace.TEXT.paragraph(1), template.title());
    grid.paragraph(
        row++,
        0,
        TextPlace.TEXT.paragraph(2),
        template.header().get(HeaderField.UNIT) + "：城桥镇   联系人：张三  电话：59610000 填报日期：2023年6月27日");
    boolean headings = random.nextInt(3) > 0;
    boolean table = random.nextBoolean();
    boolean oneLine = random.nextInt(4) == 0;
    var line = new StringBuilder();
    String section = "";
    for (var sentence : sentences) {
      var own = template.sectionOf(sentence.item());
      if (headings && !own.id().equals(section)) {
        if (!line.isEmpty()) {
          grid.paragraph(row, table ? 1 : 0, TextPlace.TEXT.paragraph(row + 1), line.toString());
          row++;
          line.setLength(0);
        }
        grid.paragraph(
            row, table ? 1 : 0, TextPlace.TEXT.paragraph(row + 1), own.id() + ". " + own.text());
        row++;
        section = own.id();
      }
      line.append(sentence.text());
      boolean comma = sentence.item().text().endsWith("，");
      if (!oneLine && !(comma && sentence.deed() == Deed.NONE)) {
        grid.paragraph(row, table ? 1 : 0, TextPlace.TEXT.paragraph(row + 1), line.toString());
        row++;
        line.setLength(0);
      }
    }
    grid.paragraph(row, table ? 1 : 0, TextPlace.TEXT.paragraph(row + 1), line.toString());
    return new Document(Arrays.asList(grid.build()), Map.of());
  }
}
