package dev.rollup.serve;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.run.Merge;
import dev.rollup.write.html.HtmlPage;
import dev.rollup.write.html.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The page, from what is put in to what is taken out. */
final class MainPage {

  private final Session session;
  private final Messages messages;
  private final Parameters query;
  private final Optional<Failure> told;

  /**
   * The page as it is now.
   *
   * @param query what the address says beside the secret
   * @param told why what was asked for was not done, where it was not
   */
  MainPage(Session session, Messages messages, Parameters query, Optional<Failure> told) {
    this.session = session;
    this.messages = messages;
    this.query = query;
    this.told = told;
  }

  /** Returns the page. */
  byte[] bytes() throws IOException {
    return Frame.page(messages, this::write);
  }

  private void write(HtmlPage page) throws IOException {
    page.element("a", messages.text("serve.skip"), "class", "skip", "href", "#main");
    page.open("header").element("h1", messages.text("serve.title"));
    String folder = session.workFolder().folder().toAbsolutePath().normalize().toString();
    page.element("p", messages.text("serve.folder", SafeText.name(folder)), "class", "aside");
    page.close();
    page.open("main", "id", "main", "tabindex", "-1");
    if (told.isPresent()) {
      told(page, told.get());
    }
    Optional<Merge.Request> request = Optional.empty();
    try {
      request = Optional.of(session.request());
    } catch (Mistake e) {
      if (told.isEmpty()) {
        told(page, new Failure(MistakeLines.of(e, messages), e.kind()));
      }
    }
    if (request.isPresent()) {
      new InPart(page, session, messages, query).write(request.get());
      new OutPart(page, session, messages, query).write(request.get());
    }
    page.close();
    page.open("footer");
    page.open("form", "method", "post", "action", "stop");
    page.element("button", messages.text("serve.stop"), "type", "submit").close();
    page.element("p", messages.text("serve.stop.why"), "class", "aside").close();
  }

  private void told(HtmlPage page, Failure why) throws IOException {
    page.open("div", "id", "told", "role", "alert", "tabindex", "-1", "class", "told");
    page.element("h2", messages.text("serve.not-done"));
    List<String> words = why.words();
    for (var sentence : words) {
      page.element("p", sentence);
    }
    if (why.kind() == Mistake.Kind.TOO_FEW) {
      page.open("form", "method", "post", "action", "merge", "class", "merge");
      page.empty("input", "type", "hidden", "name", "fewer", "value", "yes");
      page.element("button", messages.text("serve.fewer"), "type", "submit").close();
    }
    page.close();
  }
}
