package dev.rollup.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests: who is let in sees the page, takes the outputs, or has something done. */
final class Site implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  /** All files of one request together. */
  static final long MAX_UPLOAD = 1L << 30;

  private static final String HTML = "text/html; charset=utf-8";

  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final int BAD = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int LARGE = 413;
  private static final int FAULT = 500;

  private final Gate gate;
  private final Session session;
  private final Messages messages;
  private final Runnable stop;
  private volatile boolean over;

  Site(Gate gate, Session session, Messages messages, Runnable stop) {
    this.gate = gate;
    this.session = session;
    this.messages = messages;
    this.stop = stop;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } finally {
      exchange.close();
      if (over) {
        // Who said so has been answered.
        stop.run();
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      protect(exchange.getResponseHeaders());
      Headers headers = exchange.getRequestHeaders();
      String path = exchange.getRequestURI().getPath();
      Optional<String> asked = path == null ? Optional.empty() : gate.asked(path, headers);
      if (asked.isEmpty()) {
        nothing(exchange, NOT_FOUND);
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> get(exchange, asked.get());
        case "POST" -> {
          if (gate.ours(headers)) {
            post(exchange, asked.get());
          } else {
            nothing(exchange, FORBIDDEN);
          }
        }
        default -> nothing(exchange, NOT_ALLOWED);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("", e);
      throw e;
    }
  }

  /** Nothing is loaded from elsewhere, kept, framed, or taken for what it does not say it is. */
  private static void protect(Headers headers) {
    headers.set("Content-Security-Policy", Frame.POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    // The address holds the secret; our own forms still say where they come from.
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  private static void nothing(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private void get(HttpExchange exchange, String asked) throws IOException {
    try {
      if (asked.isEmpty()) {
        Parameters query =
            Parameters.of(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        page(exchange, OK, query, Optional.empty());
        return;
      }
      var outputs = new OutputFiles(session.request().out());
      if (asked.equals(OutputFiles.ALL)) {
        attach(exchange, OutputFiles.ALL, "application/zip");
        if (!isHead(exchange)) {
          exchange.sendResponseHeaders(OK, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            outputs.zip(out);
          }
        } else {
          exchange.sendResponseHeaders(OK, -1);
        }
        return;
      }
      Optional<Path> file = outputs.file(asked);
      if (file.isEmpty()) {
        nothing(exchange, NOT_FOUND);
        return;
      }
      send(exchange, file.get());
    } catch (Mistake e) {
      nothing(exchange, NOT_FOUND);
    }
  }

  private static boolean isHead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD");
  }

  private static void attach(HttpExchange exchange, String name, String type) {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Disposition",
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static void send(HttpExchange exchange, Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".html")) {
      // The report has a script of its own, and holds what units wrote: it is let do nothing here.
      exchange.getResponseHeaders().set("Content-Type", HTML);
      exchange.getResponseHeaders().set("Content-Security-Policy", Frame.REPORT_POLICY);
      // Browsers refuse what is in a sandbox and asks for a group of its own as well.
      exchange.getResponseHeaders().remove("Cross-Origin-Opener-Policy");
    } else {
      attach(exchange, name, "application/octet-stream");
    }
    byte[] content = Files.readAllBytes(file);
    send(exchange, OK, content);
  }

  private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
    if (isHead(exchange)) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  private void page(HttpExchange exchange, int status, Parameters query, Optional<Failure> told)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", HTML);
    send(exchange, status, new MainPage(session, messages, query, told).bytes());
  }

  private void post(HttpExchange exchange, String asked) throws IOException {
    try {
      String to =
          switch (asked) {
            case "returns" -> returns(exchange);
            case "units" -> units(exchange);
            case "form" -> form(exchange);
            case "choose" -> choose(exchange);
            case "merge" -> merge(exchange);
            case "note" -> note(exchange);
            case "withdraw" -> {
              session.withdraw(Parameters.read(exchange.getRequestBody()));
              yield "?noted=1#noted";
            }
            case "stop" -> {
              ended(exchange);
              yield "";
            }
            default -> {
              nothing(exchange, NOT_FOUND);
              yield "";
            }
          };
      if (!to.isEmpty()) {
        exchange.getResponseHeaders().set("Location", gate.home() + to);
        nothing(exchange, SEE_OTHER);
      }
    } catch (Mistake e) {
      page(
          exchange,
          BAD,
          Parameters.of(""),
          Optional.of(new Failure(MistakeLines.of(e, messages), e.kind())));
    } catch (TooLarge e) {
      pass(exchange);
      String text = messages.text(String.valueOf(e.getMessage()), e.limit());
      page(
          exchange,
          LARGE,
          Parameters.of(""),
          Optional.of(new Failure(List.of(text), Mistake.Kind.FILES)));
    } catch (IOException e) {
      LOG.debug("", e);
      String text = messages.text("serve.broken-off");
      page(
          exchange,
          BAD,
          Parameters.of(""),
          Optional.of(new Failure(List.of(text), Mistake.Kind.FILES)));
    } catch (RuntimeException e) {
      LOG.error("", e);
      String text = messages.text("bug", e.toString().lines().findFirst().orElse(""));
      page(
          exchange,
          FAULT,
          Parameters.of(""),
          Optional.of(new Failure(List.of(text), Mistake.Kind.FILES)));
    }
  }

  /** A browser that is still sending does not hear what is said. */
  private static void pass(HttpExchange exchange) throws IOException {
    InputStream rest = exchange.getRequestBody();
    byte[] buffer = new byte[1 << 16];
    long passed = 0;
    int read = rest.read(buffer);
    while (read >= 0 && passed < 4 * MAX_UPLOAD) {
      passed += read;
      read = rest.read(buffer);
    }
  }

  private String returns(HttpExchange exchange) throws IOException, Mistake {
    var inbox = new Inbox(submissions());
    files(exchange, inbox::take);
    return String.format(
        Locale.ROOT,
        "?taken=%d&same=%d&refused=%d#returns",
        inbox.taken(),
        inbox.same(),
        inbox.refused());
  }

  private Path submissions() throws Mistake {
    Path submissions = session.request().submissions().get(0);
    if (Files.exists(submissions) && !Files.isDirectory(submissions)) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", submissions.toString());
    }
    return submissions;
  }

  /** A roster beside the old one would leave in doubt which one counts. */
  private String units(HttpExchange exchange) throws IOException, Mistake {
    var inbox = new Inbox(session.workFolder().replaced());
    var rosters = new ArrayList<Path>();
    files(
        exchange,
        (file, content) -> {
          String ending = file.replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
          if (!List.of("csv", "xlsx", "xls").contains(ending)) {
            throw new Unwelcome("serve.units-kind");
          }
          rosters.add(inbox.take("units." + ending, content));
        });
    for (var roster : rosters) {
      session.workFolder().takeRoster(roster);
    }
    return "#returns";
  }

  private String form(HttpExchange exchange) throws IOException, Mistake {
    var inbox = new Inbox(session.workFolder().folder());
    var names = new ArrayList<String>();
    files(
        exchange,
        (file, content) -> {
          String last = file.replaceFirst("(?s).*[/\\\\]", "");
          if (!last.toLowerCase(Locale.ROOT).matches("(?s).*\\.(json|xlsx|xls|docx)")) {
            throw new Unwelcome("serve.form-kind");
          }
          names.add(inbox.take(last, content).getFileName().toString());
        });
    if (!names.isEmpty()) {
      session.workFolder().choose(names.get(0), messages);
    }
    return "#form";
  }

  private String choose(HttpExchange exchange) throws IOException, Mistake {
    session.workFolder().choose(Parameters.read(exchange.getRequestBody()).get("form"), messages);
    return "#form";
  }

  private String merge(HttpExchange exchange) throws IOException, Mistake {
    Parameters form = Parameters.read(exchange.getRequestBody());
    session.merge(form.get("fewer").equals("yes"));
    return "#verdict";
  }

  private String note(HttpExchange exchange) throws IOException, Mistake {
    Parameters form = Parameters.read(exchange.getRequestBody());
    session.note(form);
    return "?page=" + form.number("page") + "&noted=1#findings";
  }

  private void ended(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", HTML);
    send(exchange, OK, Frame.ended(messages));
    over = true;
  }

  /** Takes a file that was sent, under the name that was told. */
  @FunctionalInterface
  private interface FileTaker {
    void take(String name, InputStream content) throws IOException;
  }

  /** A file that is not of the kind that is asked for. */
  private static final class Unwelcome extends IOException {
    private static final long serialVersionUID = 1L;

    Unwelcome(String key) {
      super(key);
    }
  }

  private void files(HttpExchange exchange, FileTaker taker) throws IOException, Mistake {
    Headers headers = exchange.getRequestHeaders();
    String length = Optional.ofNullable(headers.getFirst("Content-Length")).orElse("0");
    if (length.length() > 18 || Long.parseLong(length) > MAX_UPLOAD) {
      throw new TooLarge("serve.upload-too-large", MAX_UPLOAD >> 20);
    }
    Optional<String> boundary =
        Optional.ofNullable(headers.getFirst("Content-Type")).flatMap(Multipart::boundary);
    if (boundary.isEmpty()) {
      throw new IOException("no form");
    }
    try {
      Multipart.read(
          new Limited(exchange.getRequestBody(), MAX_UPLOAD),
          boundary.get(),
          (name, file, content) -> {
            // A field in which no file was chosen is sent as one without a name.
            if (file.isPresent() && !file.get().isEmpty()) {
              taker.take(file.get(), content);
            }
          });
    } catch (Unwelcome e) {
      pass(exchange);
      throw new Mistake(Mistake.Kind.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
