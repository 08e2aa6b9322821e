package dev.rollup.serve;

import dev.rollup.messages.Messages;
import dev.rollup.write.html.HtmlPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;

/** What every page has around it: its head, its style, its one script. */
final class Frame {

  private static final String STYLE = part("serve.css");
  private static final String SCRIPT = part("serve.js");

  /** Nothing runs and nothing is shown but what is ours, and nothing is sent but to us. */
  static final String POLICY =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self';"
          + " connect-src 'self'; style-src 'sha256-"
          + hash('\n' + STYLE)
          + "'; script-src 'sha256-"
          + hash(SCRIPT)
          + "'";

  /** The report says by itself which script is its own; of this site it may ask nothing. */
  static final String REPORT_POLICY =
      "sandbox allow-scripts allow-downloads; default-src 'none'; style-src 'unsafe-inline';"
          + " script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Writes what stands between head and end. */
  @FunctionalInterface
  interface Body {
    void write(HtmlPage page) throws IOException;
  }

  private Frame() {}

  /** Returns a page. */
  static byte[] page(Messages messages, Body body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      var page = new HtmlPage(writer);
      page.open("html", "lang", messages.text("html.language"));
      page.open("head").empty("meta", "charset", "utf-8");
      page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
      page.empty("meta", "name", "color-scheme", "content", "light");
      page.element("title", messages.text("serve.title"));
      page.style(STYLE).close();
      page.open("body", said(messages, "sending", "merging", "too-large", "failed", "drop"));
      body.write(page);
      page.script(SCRIPT);
      page.close().close();
    }
    return bytes.toByteArray();
  }

  /** Returns what is seen when all is over. */
  static byte[] ended(Messages messages) throws IOException {
    return page(
        messages,
        page -> {
          page.open("main").element("h1", messages.text("serve.title"));
          page.element("p", messages.text("serve.ended"), "role", "status").close();
        });
  }

  /** Returns the words that the script uses, as attributes. */
  private static String[] said(Messages messages, String... keys) {
    return Stream.concat(
            Stream.of("data-limit", String.valueOf(Inbox.MAX_FILE)),
            Stream.of(keys)
                .flatMap(key -> Stream.of("data-" + key, messages.text("serve.script." + key))))
        .toArray(String[]::new);
  }

  private static String part(String name) {
    try (InputStream in = Frame.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
