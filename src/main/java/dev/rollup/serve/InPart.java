package dev.rollup.serve;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.run.Merge;
import dev.rollup.run.OpenedReturns;
import dev.rollup.run.RosterChoice;
import dev.rollup.write.html.HtmlPage;
import dev.rollup.write.html.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the page takes: returns, the roster, the form, and the word to begin. */
final class InPart {

  private final HtmlPage page;
  private final Session session;
  private final Messages messages;
  private final Parameters query;

  InPart(HtmlPage page, Session session, Messages messages, Parameters query) {
    this.page = page;
    this.session = session;
    this.messages = messages;
    this.query = query;
  }

  void write(Merge.Request request) throws IOException {
    returns(request);
    roster(request);
    form(request);
    page.open("section", "id", "run", "aria-labelledby", "run-head");
    page.element("h2", messages.text("serve.run"), "id", "run-head");
    page.open("form", "method", "post", "action", "merge", "class", "merge");
    page.element("button", messages.text("serve.run.button"), "type", "submit", "class", "main");
    page.close();
    page.element("p", "", "role", "status", "aria-live", "polite", "id", "merging").close();
  }

  private void returns(Merge.Request request) throws IOException {
    page.open("section", "id", "returns", "tabindex", "-1", "aria-labelledby", "returns-head");
    page.element("h2", messages.text("serve.returns"), "id", "returns-head");
    Path folder = request.submissions().get(0);
    int there =
        Files.isDirectory(folder)
            ? new OpenedReturns(request.submissions(), request.out()).size()
            : 0;
    page.open("p", "role", "status", "aria-live", "polite", "id", "said");
    if (query.values().containsKey("taken")) {
      page.text(
          messages.text(
              "serve.taken",
              String.valueOf(query.number("taken")),
              String.valueOf(query.number("same"))));
      if (query.number("refused") > 0) {
        page.text(messages.text("serve.refused", String.valueOf(query.number("refused"))));
      }
    }
    page.text(
        messages.text("serve.there", String.valueOf(there), SafeText.name(folder.toString())));
    page.close();
    page.open(
        "form",
        "method",
        "post",
        "action",
        "returns",
        "enctype",
        "multipart/form-data",
        "id",
        "drop",
        "class",
        "box");
    file("files", "serve.files", "multiple", "multiple");
    file("folder", "serve.whole-folder", "multiple", "multiple", "webkitdirectory", "");
    page.element("button", messages.text("serve.send"), "type", "submit");
    page.element("p", messages.text("serve.limits"), "class", "aside").close().close();
  }

  private void roster(Merge.Request request) throws IOException {
    page.open("section", "id", "units", "aria-labelledby", "units-head");
    page.element("h2", messages.text("serve.units"), "id", "units-head");
    page.element("p", roster(request.units().map(List::of).orElseGet(() -> found(request))));
    upload("units", "serve.units.file", ".csv,.xlsx,.xls");
    page.close();
  }

  private String roster(List<Path> rosters) {
    return rosters.isEmpty()
        ? messages.text("serve.units.none")
        : messages.text("serve.units.there", SafeText.name(rosters.get(0).toString()));
  }

  private static List<Path> found(Merge.Request request) {
    try {
      return RosterChoice.of(request.units(), request.submissions()).stream().toList();
    } catch (Mistake e) {
      // Whoever merges is told which ones there are.
      return List.of();
    }
  }

  private void form(Merge.Request request) throws IOException {
    page.open("section", "id", "form", "tabindex", "-1", "aria-labelledby", "form-head");
    page.element("h2", messages.text("serve.form"), "id", "form-head");
    page.open("form", "method", "post", "action", "choose", "class", "box");
    page.element("label", messages.text("serve.form.choose"), "for", "form-choice");
    page.open("select", "name", "form", "id", "form-choice");
    for (var form : forms()) {
      boolean builtIn = TemplateReader.BUILT_IN.contains(form);
      boolean chosen =
          request.template().equals(form)
              || request.template().equals(session.workFolder().folder().resolve(form).toString());
      if (chosen) {
        page.open("option", "value", form, "selected", "selected");
      } else {
        page.open("option", "value", form);
      }
      // An option holds no elements.
      page.plain(builtIn ? messages.text("serve.form.built-in", title(form)) : form).close();
    }
    page.close();
    page.element("button", messages.text("serve.form.button"), "type", "submit").close();
    upload("form", "serve.form.file", ".json,.xlsx,.xls,.docx");
    page.close();
  }

  private static String title(String form) {
    try {
      return TemplateReader.read(form).title();
    } catch (Mistake e) {
      return form;
    }
  }

  private List<String> forms() {
    try {
      return session.workFolder().forms();
    } catch (Mistake e) {
      return TemplateReader.BUILT_IN;
    }
  }

  private void upload(String action, String label, String kinds) throws IOException {
    page.open(
        "form",
        "method",
        "post",
        "action",
        action,
        "enctype",
        "multipart/form-data",
        "class",
        "box");
    file(action + "-file", label, "accept", kinds, "required", "required");
    page.element("button", messages.text("serve.send"), "type", "submit").close();
  }

  private void file(String name, String label, String... attributes) throws IOException {
    page.open("p").element("label", messages.text(label), "for", name);
    String[] all = new String[attributes.length + 6];
    System.arraycopy(new String[] {"type", "file", "name", name, "id", name}, 0, all, 0, 6);
    System.arraycopy(attributes, 0, all, 6, attributes.length);
    page.empty("input", all).close();
  }
}
