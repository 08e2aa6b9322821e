package dev.rollup.run;

import dev.rollup.config.EarlierReport;
import dev.rollup.discover.Discovery;
import dev.rollup.discover.FoundFile;
import dev.rollup.finding.Mistake;
import dev.rollup.merge.Policy;
import dev.rollup.merge.Reconciliation;
import dev.rollup.merge.Report;
import dev.rollup.merge.Return;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.Changes;
import dev.rollup.report.Comparison;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.Output;
import dev.rollup.report.Snapshot;
import dev.rollup.report.TitleBlock;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.roster.UnitResolver;
import dev.rollup.submission.Value;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.set.Disk;
import dev.rollup.write.set.OutputSet;
import dev.rollup.write.set.Outputs;
import dev.rollup.write.set.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges folders of returns: discover → read → match → check → merge → write. */
public final class Merge {

  /**
   * What a merge is asked for.
   *
   * @param submissions folders and files that hold the returns
   * @param template the id or file of the template
   * @param units the roster; empty for the one beside the submissions, if any
   * @param out the output folder
   * @param header what stands in the head of the district's own form
   * @param deadline until when a return is on time; empty for the template's
   * @param clerkFiles what the clerk keeps beside the returns
   * @param now the moment that tells whether the deadline is over
   * @param allowFewer whether the earlier results are replaced even where no return, or far fewer
   *     than last time, came to hand
   * @param extras what is written only when asked for
   */
  public record Request(
      List<Path> submissions,
      String template,
      Optional<Path> units,
      Path out,
      Header header,
      Optional<String> deadline,
      ClerkFiles clerkFiles,
      Optional<String> asOf,
      OffsetDateTime now,
      boolean strict,
      boolean rejectSeveral,
      boolean allowFewer,
      int jobs,
      Extras extras) {}

  /**
   * What is written only when asked for.
   *
   * @param narrative whether the account that goes up with the form is drafted
   * @param slips whether the units are written to
   * @param resubmitBy until when corrected returns are asked for; empty for as soon as possible
   * @param compare what the totals are compared with, as {@code PATH=LABEL}
   */
  public record Extras(
      boolean narrative, boolean slips, Optional<String> resubmitBy, List<String> compare) {

    /** Copies the list. */
    public Extras {
      compare = List.copyOf(compare);
    }

    /** Nothing but the usual set. */
    public static final Extras NONE = new Extras(false, false, Optional.empty(), List.of());
  }

  /**
   * The head of the district's own form; empty parts stay empty.
   *
   * @param district who signs it; empty for the template's
   */
  public record Header(
      Optional<String> district,
      Optional<String> contact,
      Optional<String> phone,
      Optional<String> date) {}

  /**
   * What a merge came to.
   *
   * @param block whose numbers these are, of when, and how far
   * @param roster the roster that was used, if any
   * @param changes what is different since the last run; empty where there was none
   * @param kept under which name each output that was changed by hand is kept, by its own name
   */
  public record Result(
      Template template,
      Report report,
      TitleBlock block,
      Optional<Path> roster,
      Optional<Changes> changes,
      Map<String, String> kept) {}

  private final Messages messages;
  private final Progress progress;
  private final Disk disk;

  /** A merge whose outputs speak one language. */
  public Merge(Messages messages, Progress progress) {
    this(messages, progress, Disk.REAL);
  }

  /**
   * A merge whose outputs speak one language.
   *
   * @param disk where they are written
   */
  public Merge(Messages messages, Progress progress, Disk disk) {
    this.messages = messages;
    this.progress = progress;
    this.disk = disk;
  }

  /**
   * Runs the whole pipeline.
   *
   * @throws Mistake if the request cannot be carried out; bad returns are in the result instead
   */
  public Result run(Request request) throws Mistake, IOException, InterruptedException {
    Arguments.mustExist(request.submissions());
    Arguments.mustNotBeInput(request.out(), request.submissions());
    Template template = template(request);
    if (request.extras().narrative() && template.narrative().isEmpty()) {
      throw new Mistake(Mistake.Kind.USAGE, "narrative-without-wording", template.id());
    }
    String district = request.header().district().orElse(template.district());
    Optional<OffsetDateTime> deadline = template.deadline();
    OffsetDateTime asOf =
        request.asOf().isPresent() ? Arguments.time(request.asOf().get(), template) : request.now();
    Sender sender = sender(request, template, deadline, asOf);
    List<OtherPeriods.Place> places = OtherPeriods.places(request.extras().compare());
    List<EarlierPeriod> others = OtherPeriods.read(places, template);
    Optional<Path> rosterFile = RosterChoice.of(request.units(), request.submissions());
    Notes notes = Notes.read(rosterFile, request.clerkFiles(), template, deadline);

    try (OutputSet outputs = OutputSet.open(request.out(), disk)) {
      List<FoundFile> files =
          Discovery.list(
              request.submissions(),
              Files.exists(request.out()) ? request.out().toRealPath() : null,
              sideFiles(rosterFile, request.clerkFiles(), places));
      var resolver = new UnitResolver(template, notes.roster(), district);
      var reader = new ReturnReader(template, resolver, notes.ledger(), notes.corrections());
      List<Return> returns = reader.takeIn(files, request.jobs(), progress);
      var policy =
          new Policy(
              deadline,
              deadline.filter(asOf::isBefore).isPresent(),
              request.strict(),
              request.rejectSeveral(),
              others);
      Report asked =
          notes.applied(
              Reconciliation.settle(returns, template, notes.roster(), policy, notes.ledger()),
              template);
      Optional<EarlierReport> earlier =
          EarlierReport.read(request.out().resolve(Output.REPORT.fileName()));
      Optional<Snapshot> last =
          earlier.filter(any -> any.template().equals(template.id())).map(EarlierReport::snapshot);
      if (!request.allowFewer()) {
        new AtHand(request.submissions(), template).mustBeEnough(returns, asked, last);
      }
      var written =
          HandledFile.read(request.out().resolve(Output.SUMMARY.fileName()), template, messages);
      Report report =
          written.confirmed(
              asked,
              request.header().contact(),
              request.asOf().isPresent()
                  ? Optional.of(asOf.toLocalDate().toString())
                  : request.header().date(),
              messages);
      Optional<Changes> changes = last.map(before -> changes(before, report, template));
      Map<HeaderField, Value> header = header(request.header(), district, template, asOf);
      var block =
          new TitleBlock(
              district,
              template.period(),
              request.asOf().isPresent() ? Optional.of(asOf) : Optional.empty(),
              deadline,
              template.zone());
      var subject =
          new Subject(
              template,
              messages,
              report,
              new DistrictForm(template, header, report),
              block,
              sender,
              changes,
              others.isEmpty()
                  ? Optional.empty()
                  : Optional.of(Comparison.of(template, report, others)),
              written.handled(asked, report),
              request.extras().narrative(),
              request.extras().slips());
      Map<String, String> kept =
          new Outputs(subject, outputs)
              .stage(earlier.map(EarlierReport::outputs).orElse(Map.of()), request.jobs());
      outputs.commit();
      return new Result(template, report, block, rosterFile, changes, kept);
    }
  }

  /** Returns what lies beside the returns and is none of them. */
  private static Set<Path> sideFiles(
      Optional<Path> roster, ClerkFiles files, List<OtherPeriods.Place> others) throws IOException {
    var all =
        new ArrayList<>(
            List.of(
                roster,
                files.received(),
                files.confirmations(),
                files.corrections(),
                files.settings()));
    others.forEach(place -> all.add(Optional.of(place.file())));
    return Arguments.realPaths(all);
  }

  /** Returns the template, with the deadline of this run in all that depends on one. */
  private Template template(Request request) throws Mistake {
    Template template = TemplateChoice.read(request.template(), messages);
    return request.deadline().isEmpty()
        ? template
        : template.withDeadline(Arguments.deadline(request.deadline().get(), template));
  }

  private Changes changes(Snapshot last, Report report, Template template) {
    var words = new FindingText(messages, template);
    return Changes.between(last, Snapshot.of(report, words::message));
  }

  private static Map<HeaderField, Value> header(
      Header given, String district, Template template, OffsetDateTime asOf) throws Mistake {
    var header = new EnumMap<HeaderField, Value>(HeaderField.class);
    header.put(HeaderField.UNIT, new Value.Words(district));
    given.contact().ifPresent(contact -> header.put(HeaderField.CONTACT, new Value.Words(contact)));
    given.phone().ifPresent(phone -> header.put(HeaderField.PHONE, new Value.Words(phone)));
    if (given.date().isPresent()) {
      header.put(
          HeaderField.DATE, new Value.Day(Arguments.date(given.date().get(), template, asOf)));
    }
    return header;
  }

  private Sender sender(
      Request request, Template template, Optional<OffsetDateTime> deadline, OffsetDateTime asOf)
      throws Mistake {
    Optional<OffsetDateTime> resubmitBy = Optional.empty();
    Optional<String> given = request.extras().resubmitBy();
    if (given.isPresent()) {
      resubmitBy = Optional.of(Arguments.deadline(given.get(), template));
      if (request.extras().slips() && resubmitBy.get().isBefore(asOf)) {
        throw new Mistake(Mistake.Kind.USAGE, "resubmit-by-over", given.get());
      }
    }
    return new Sender(
        template,
        messages,
        request.header().contact(),
        request.header().phone(),
        deadline,
        resubmitBy,
        request.asOf().isPresent() ? Optional.of(asOf) : Optional.empty());
  }
}
