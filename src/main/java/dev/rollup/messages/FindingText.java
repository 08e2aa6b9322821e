package dev.rollup.messages;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.model.Address;
import dev.rollup.model.Location;
import dev.rollup.model.TextPlace;
import dev.rollup.report.IssueKind;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import dev.rollup.template.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts findings into words. Safe for several threads. */
public final class FindingText {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(left|right|row|unit|label)}");

  private final Messages messages;

  private final Template template;
  private final FormLabels labels;
  private final Map<String, Rule> rules = new HashMap<>();

  /** Words in one language for the fields of one template. */
  public FindingText(Messages messages, Template template) {
    this.messages = messages;
    this.template = template;
    this.labels = new FormLabels(template, messages);
    template.rules().forEach(rule -> rules.put(rule.id(), rule));
  }

  /** Returns the few words that name what was found. */
  public String title(Finding finding) {
    return messages.text(key(finding, "title"));
  }

  /** Returns the few words that name a kind of problems. */
  public String kind(IssueKind kind) {
    return kind.relation()
        .map(relation -> messages.text("kind." + relation.word()))
        .orElseGet(() -> title(kind.example()));
  }

  /** Returns the few words that name a code. */
  public String title(FindingCode code) {
    return messages.text("finding." + code.id() + ".title");
  }

  /** Returns what is wrong, with the field in the form's words and what stands there. */
  public String message(Finding finding) {
    return message(finding, label(finding), UnaryOperator.identity());
  }

  /**
   * Returns what is wrong, for a place where the field's name stands beside it.
   *
   * @param name what the field is called in the sentence
   * @param dressing what is done to every text that comes from outside before it is put in
   */
  public String message(Finding finding, String name, UnaryOperator<String> dressing) {
    Wording ofRule = finding.code() == FindingCode.RULE_VIOLATED ? messageOf(finding) : null;
    if (ofRule != null) {
      return filled(ofRule, finding, name, dressing);
    }
    return messages.text(key(finding, "message"), mentioned(finding, name, dressing));
  }

  /** Returns what the form and its parts are called. */
  public FormLabels labels() {
    return labels;
  }

  /** Returns the field in the form's words; empty where the finding is not about a field. */
  public String label(Finding finding) {
    return labels.label(finding.at().field());
  }

  /**
   * Returns what is to be done about it: of a format that cannot be read, in which program; of a
   * unit that is not known, with the names that come near; of several forms that count, nothing.
   */
  public String hint(Finding finding) {
    Wording ofRule = finding.code() == FindingCode.RULE_VIOLATED ? instructionOf(finding) : null;
    if (ofRule != null) {
      return filled(ofRule, finding, label(finding), UnaryOperator.identity());
    }
    String key = key(finding, "hint");
    return key.equals(general(finding, "hint"))
        ? messages.text(key)
        : messages.text(key, mentioned(finding, label(finding), UnaryOperator.identity()));
  }

  /**
   * Returns what the texts of a finding can mention: the field first, then the arguments of its
   * code in their order.
   */
  public List<String> mentioned(Finding finding) {
    return mentioned(finding, label(finding), UnaryOperator.identity());
  }

  /**
   * Returns one thing that a finding mentions, for a column of its own; empty where it does not.
   */
  public String mentioned(Finding finding, Argument name) {
    return new ArgumentWords(messages, labels::measure, UnaryOperator.identity())
        .plain(finding, name);
  }

  private List<String> mentioned(Finding finding, String name, UnaryOperator<String> dressing) {
    var words = new ArrayList<>(List.of(name));
    words.addAll(new ArgumentWords(messages, labels::measure, dressing).of(finding));
    return words;
  }

  /** Returns file, sheet and cell as far as they are known; empty where none is. */
  public String place(Finding finding) {
    return place(finding.at(), UnaryOperator.identity());
  }

  /**
   * Returns file, sheet and cell as far as they are known; empty where none is.
   *
   * @param dressing what is done to every text that comes from outside before it is put in
   */
  public String place(Location at, UnaryOperator<String> dressing) {
    var parts = new ArrayList<String>();
    if (at.file() != null) {
      parts.add(dressing.apply(at.file()));
    }
    if (at.sheet() != null && at.cell() != null) {
      parts.add(messages.text("place.sheet", dressing.apply(at.sheet())));
    }
    if (at.cell() != null) {
      parts.add(place(at.cell(), dressing));
    }
    return String.join(messages.text("place.separator"), parts);
  }

  /** Returns the cell of a table as people count it, and any other place as it is written. */
  private String place(Address at, UnaryOperator<String> dressing) {
    if (at instanceof TextPlace place
        && !place.inside().isEmpty()
        && place.inside().get(0) instanceof TextPlace.TableCell cell
        && cell.cell() > 0) {
      return messages.text("place.word", "" + cell.table(), "" + cell.cell(), "" + cell.row());
    }
    return messages.text("place.cell", dressing.apply(at.written()));
  }

  /** Returns the key of a text: the special one where what was found has one of its own. */
  private String key(Finding finding, String part) {
    String general = general(finding, part);
    return special(finding).map(word -> general + "." + word).filter(messages::has).orElse(general);
  }

  /** Returns which of several texts of its code a finding is to have. */
  private static Optional<String> special(Finding finding) {
    Optional<String> chosen =
        finding
            .mentioned()
            .flatMap(
                mentioned ->
                    mentioned instanceof Mentioned.Choice choice
                        ? Stream.of(choice.word())
                        : Stream.empty())
            .findFirst();
    if (chosen.isPresent()) {
      return chosen;
    }
    return switch (finding.code()) {
      case UNIT_UNKNOWN -> Optional.of("near").filter(word -> finding.mentions(Argument.NEAR));
      case NUMBER_ELSEWHERE ->
          Optional.of("several").filter(word -> finding.mentions(Argument.COUNT));
      case SEVERAL_FORMS ->
          finding.mentions(Argument.UNIT)
              ? Optional.of("counted")
              : Optional.of("differ").filter(word -> finding.mentions(Argument.WHERE));
      default -> Optional.empty();
    };
  }

  private @Nullable Wording messageOf(Finding finding) {
    Rule rule = rules.get(finding.rule());
    return rule != null
        ? rule.message()
        : sameForm(finding).map(AcrossUnits.SameForm::message).orElse(null);
  }

  private @Nullable Wording instructionOf(Finding finding) {
    Rule rule = rules.get(finding.rule());
    return rule != null
        ? rule.instruction()
        : sameForm(finding).map(AcrossUnits.SameForm::instruction).orElse(null);
  }

  private Optional<AcrossUnits.SameForm> sameForm(Finding finding) {
    return template.acrossUnits().sameForm().filter(rule -> rule.id().equals(finding.rule()));
  }

  /** Fills in a text of the template; what is put in is not looked at again. */
  private String filled(
      Wording wording, Finding finding, String label, UnaryOperator<String> dressing) {
    return PLACEHOLDER
        .matcher(wording.in(messages.language().code()))
        .replaceAll(
            placeholder ->
                Matcher.quoteReplacement(
                    placeholder.group(1).equals("label")
                        ? label
                        : value(finding, placeholder.group(1), dressing)));
  }

  private String value(Finding finding, String name, UnaryOperator<String> dressing) {
    Argument argument = Argument.valueOf(name.toUpperCase(Locale.ROOT));
    String value = new ArgumentWords(messages, labels::measure, dressing).of(finding, argument);
    return value.isEmpty() ? messages.text("rule.blank") : value;
  }

  private static String general(Finding finding, String part) {
    return "finding." + finding.code().id() + "." + part;
  }
}
