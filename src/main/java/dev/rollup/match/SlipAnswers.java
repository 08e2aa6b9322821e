package dev.rollup.match;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Severity;
import dev.rollup.match.ReturnedList.Typed;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.State;
import dev.rollup.template.FieldType;
import dev.rollup.template.Layout;
import dev.rollup.text.Amount;
import dev.rollup.text.Doubt;
import dev.rollup.text.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a unit wrote on the list of a slip instead of on the form. What is typed in a row that
 * asks for one blank is the answer of that blank where the form leaves it empty; beside another
 * number on the form nobody knows which of them holds. A word of consent says that the number
 * stands. Whatever else was typed there is named.
 */
final class SlipAnswers {

  /** More that was typed beside the questions is a text of its own. */
  private static final int MOST_NAMED = 50;

  private final List<ReturnedList> lists;
  private final SlipWords words;
  private final Beside beside;
  private final Claims claims = new Claims();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /** A row of a list in which something was typed. */
  private record Asked(SentSlip.Row row, List<Typed> typed) {}

  private SlipAnswers(List<ReturnedList> lists, BlankReader blanks, Beside beside) {
    this.lists = lists;
    this.words = new SlipWords(blanks);
    this.beside = beside;
  }

  /**
   * Returns a document without the notes that stood on the slip when it went out, and without those
   * on its list.
   *
   * @param forms the names of the sheets that forms stand on
   */
  static Document withoutItsNotes(SentSlip sent, Document document, Set<String> forms) {
    if (document.notes().isEmpty() || sent.rows().isEmpty() && sent.notes().isEmpty()) {
      return document;
    }
    List<ReturnedList> lists = ReturnedList.in(document, sent, forms);
    Set<String> own = new HashSet<>();
    sent.notes().forEach(note -> own.add(ReturnedList.plain(note)));
    List<Note> others =
        document.notes().stream()
            .filter(note -> !own.contains(ReturnedList.plain(note.text())))
            .filter(note -> lists.stream().noneMatch(list -> list.holds(note)))
            .toList();
    return new Document(document.grids(), document.tables(), others, document.properties());
  }

  /**
   * Returns what the form was filled in with, the answers on the lists included; anything else
   * there is named.
   *
   * @param forms the names of the sheets that forms stand on
   * @param form the form that the answers are for; empty where there are several
   * @param filled what stands on the form itself
   */
  static Filled with(
      SentSlip sent,
      Document document,
      Set<String> forms,
      Optional<Grid> form,
      Filled filled,
      BlankReader blanks,
      Beside beside) {
    List<ReturnedList> lists = ReturnedList.in(document, sent, forms);
    return lists.isEmpty() ? filled : new SlipAnswers(lists, blanks, beside).with(form, filled);
  }

  private Filled with(Optional<Grid> form, Filled filled) {
    entries.addAll(filled.entries());
    var single = new LinkedHashMap<String, List<Asked>>();
    var several = new ArrayList<Asked>();
    for (var list : lists) {
      var free = new ArrayList<Typed>(list.boxes());
      list.typed()
          .forEach(
              (row, typed) -> {
                SentSlip.Row line = list.asked().get(row);
                if (line == null || form.isEmpty()) {
                  free.addAll(typed);
                  form.ifPresent(grid -> doubtAround(list, row, typed, grid, filled));
                } else if (line.blanks().size() == 1) {
                  single
                      .computeIfAbsent(line.blanks().get(0), blank -> new ArrayList<>())
                      .add(new Asked(line, typed));
                } else {
                  several.add(new Asked(line, typed));
                }
              });
      nameFree(free);
      list.grid().cells().forEach(placed -> claims.take(list.grid(), placed.at()));
    }
    form.ifPresent(
        grid -> {
          single.forEach((blank, asked) -> answer(index(blank, grid, filled), asked));
          several.forEach(asked -> answer(asked, grid, filled));
        });
    claims.takeAll(filled.claims());
    findings.addAll(0, filled.findings());
    return new Filled(entries, findings, claims);
  }

  /** Answers the question about one blank, in whatever rows and on whatever copies it is asked. */
  private void answer(Optional<Integer> index, List<Asked> rows) {
    List<Typed> all = rows.stream().flatMap(row -> row.typed().stream()).distinct().toList();
    if (index.isEmpty()) {
      name(all, Severity.WARNING);
      return;
    }
    int i = index.get();
    Entry entry = entries.get(i);
    if (entry.field().type() != FieldType.COUNT) {
      answerInWords(i, rows);
      return;
    }
    List<SlipWords.Said> said = rows.stream().map(row -> words.of(entry, row.typed())).toList();
    List<Entry> values = said.stream().flatMap(each -> each.answer().stream()).toList();
    List<Typed> open = said.stream().flatMap(each -> each.open().stream()).distinct().toList();
    if (!values.isEmpty() || !open.isEmpty()) {
      if (open.isEmpty() && Entry.answers(values).stream().distinct().count() == 1) {
        takeValue(i, values.get(0), all);
      } else {
        leaveOpen(i, values, open.isEmpty() ? all : open);
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      consent(i, rows.get(row), said.get(row));
    }
  }

  private void takeValue(int i, Entry answer, List<Typed> typed) {
    Entry entry = entries.get(i);
    if (entry.empty()) {
      entries.set(i, answer);
    } else if (entry.state() == State.EXCLUDED) {
      name(typed, Severity.WARNING);
    } else if (!Amount.same(answer.number(), entry.number())) {
      entries.set(i, entry.unread(FindingCode.FIELD_AMBIGUOUS));
      name(typed, Severity.WARNING);
    }
  }

  /** Does justice to answers that are not certain, or not one. */
  private void leaveOpen(int i, List<Entry> values, List<Typed> open) {
    Entry entry = entries.get(i);
    if (!entry.empty()) {
      if (entry.state() != State.EXCLUDED
          && (!values.isEmpty() || open.stream().anyMatch(this::isDoubtful))) {
        entries.set(i, entry.unread(FindingCode.FIELD_AMBIGUOUS));
      }
      name(open, Severity.WARNING);
      return;
    }
    Typed first = open.get(0);
    Entry read = words.read(entry, first);
    boolean alone = open.size() == 1 && values.isEmpty() && !first.shared();
    if (alone && read.state() != State.READ) {
      entries.set(i, read);
    } else {
      entries.set(i, read.unread(FindingCode.FIELD_AMBIGUOUS));
      name(open, Severity.WARNING);
    }
  }

  /** Puts on record that a number stands; what has none is not answered by that. */
  private void consent(int i, Asked row, SlipWords.Said said) {
    if (said.consents().isEmpty()) {
      return;
    }
    Entry entry = entries.get(i);
    Typed first = said.consents().get(0);
    if (entry.state() == State.READ) {
      said.consents().forEach(typed -> confirm(row.row(), typed, Optional.of(entry)));
    } else if (entry.empty()) {
      entries.set(i, words.read(entry, first).unread(FindingCode.NOT_A_COUNT));
    } else {
      name(said.consents(), Severity.WARNING);
    }
  }

  /** A name is taken from the form only: what is typed beside it may be about it. */
  private void answerInWords(int i, List<Asked> rows) {
    Entry entry = entries.get(i);
    for (var row : rows) {
      for (var typed : row.typed()) {
        if (Reply.of(typed.raw()).plain() && entry.state() == State.READ) {
          confirm(row.row(), typed, Optional.of(entry));
        } else if (!typed.raw().strip().equals(entry.text())) {
          name(List.of(typed), Severity.WARNING);
        }
      }
    }
  }

  /** Answers a question about several blanks, or about none: a number may be any one's. */
  private void answer(Asked asked, Grid form, Filled filled) {
    List<Integer> about =
        asked.row().blanks().stream()
            .flatMap(blank -> index(blank, form, filled).stream())
            .toList();
    boolean read = about.stream().allMatch(i -> entries.get(i).state() == State.READ);
    for (var typed : asked.typed()) {
      Reply reply = Reply.of(typed.raw());
      boolean doubtful = isDoubtful(typed) || about.stream().anyMatch(i -> isCount(i, typed));
      boolean explained = reply.consents() && !doubtful && !beside.mayCount(reply.rest());
      SentSlip.Question question = asked.row().question();
      if (explained && read && question != null && !typed.shared()) {
        confirm(asked.row(), typed, foundIn(question, about));
      } else {
        if (doubtful) {
          about.forEach(this::leaveOut);
        }
        name(List.of(typed), Severity.WARNING);
      }
    }
  }

  private boolean isCount(int i, Typed typed) {
    Entry entry = entries.get(i);
    return entry.field().type() == FieldType.COUNT
        && words.read(entry, typed).state() == State.READ;
  }

  /** Returns the entry that a question was found in; empty where it was found in none. */
  private Optional<Entry> foundIn(SentSlip.Question question, List<Integer> about) {
    return about.stream()
        .map(entries::get)
        .filter(entry -> entry.field().id().equals(question.field()))
        .findFirst();
  }

  private void leaveOut(int i) {
    Entry entry = entries.get(i);
    if (entry.state() == State.READ && entry.field().type() == FieldType.COUNT) {
      entries.set(i, entry.unread(FindingCode.FIELD_AMBIGUOUS));
    }
  }

  /** Tells whether a number can stand beside what was typed: what consents may explain itself. */
  private boolean isDoubtful(Typed typed) {
    Reply reply = Reply.of(typed.raw());
    return reply.consents()
        ? Doubt.takesBack(reply.rest())
        : beside.weigh(reply.rest(), false) == Beside.Weight.DOUBTFUL || reply.denies();
  }

  /** What is typed right above or below a question may answer it. */
  private void doubtAround(
      ReturnedList list, int row, List<Typed> typed, Grid form, Filled filled) {
    if (typed.stream().noneMatch(this::isDoubtful)) {
      return;
    }
    for (int beside : List.of(row - 1, row + 1)) {
      SentSlip.Row line = list.asked().get(beside);
      if (line != null) {
        line.blanks().forEach(blank -> index(blank, form, filled).ifPresent(this::leaveOut));
      }
    }
  }

  private void confirm(SentSlip.Row row, Typed typed, Optional<Entry> entry) {
    SentSlip.Question question = row.question();
    if (question == null) {
      name(List.of(typed), Severity.INFO);
      return;
    }
    findings.add(
        Finding.ofRule(
                FindingCode.CONFIRMED,
                question.rule(),
                FindingCode.CONFIRMED.severity(),
                typed.at().ofField(question.field()),
                entry.map(Entry::raw).orElse(null))
            .with(Argument.WHAT, new Mentioned.Codes(List.of(question.code())))
            .with(Argument.ANSWER, typed.raw().strip())
            .with(Argument.BY, typed.at().sheet() + " " + typed.at().written()));
  }

  /**
   * Names what stands beside the questions: numbers and doubts to be looked at, words as a note.
   */
  private void nameFree(List<Typed> typed) {
    List<Typed> each = typed.stream().distinct().toList();
    each.stream().limit(MOST_NAMED).forEach(one -> name(List.of(one), weight(one)));
    if (each.size() > MOST_NAMED) {
      Typed next = each.get(MOST_NAMED);
      findings.add(
          Beside.namedTogether(next.at(), next.raw(), Severity.WARNING, each.size() - MOST_NAMED));
    }
  }

  private Severity weight(Typed typed) {
    boolean counts = beside.mayCount(typed.raw()) || Doubt.takesBack(typed.raw());
    return counts || Reply.of(typed.raw()).denies() ? Severity.WARNING : Severity.INFO;
  }

  private void name(List<Typed> typed, Severity severity) {
    for (var each : typed) {
      Finding finding = Beside.named(each.at(), each.raw(), severity);
      if (!findings.contains(finding)) {
        findings.add(finding);
      }
    }
  }

  private Optional<Integer> index(String blank, Grid form, Filled filled) {
    for (int i = 0; i < entries.size(); i++) {
      if (isOf(filled.entries().get(i), blank, form)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Rows of a list may have moved: which is which only the name of their cell tells. */
  private static boolean isOf(Entry entry, String blank, Grid form) {
    if (entry.row() == 0) {
      return blank.equals(Layout.name(entry.field().id(), 0));
    }
    Position named = form.names().get(blank);
    return named != null
        && blank.startsWith(Layout.name(entry.field().id(), 0) + "_")
        && Objects.equals(entry.at().sheet(), form.sheet())
        && form.place(named).equals(entry.at().cell());
  }
}
