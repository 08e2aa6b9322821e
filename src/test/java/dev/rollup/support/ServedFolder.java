package dev.rollup.support;

import dev.rollup.cli.Rollup;
import dev.rollup.messages.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code rollup serve} of a folder, on the first of July 2023, as a browser talks to it. */
public final class ServedFolder implements AutoCloseable {

  private static final Clock JULY =
      Clock.fixed(Instant.parse("2023-07-01T00:00:00Z"), ZoneOffset.UTC);

  private static final String BOUNDARY = "----rollup";

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final CompletableFuture<Integer> status;
  private final String address;

  private ServedFolder(CompletableFuture<Integer> status, String address) {
    this.status = status;
    this.address = address;
  }

  /** Begins to serve a folder. */
  public static ServedFolder of(Path folder, String... more) throws Exception {
    var out = new ByteArrayOutputStream();
    var args =
        Stream.concat(
                Stream.of("serve", "--dir", folder.toString(), "--no-open", "-q"), Stream.of(more))
            .toArray(String[]::new);
    CompletableFuture<Integer> status =
        CompletableFuture.supplyAsync(
            () ->
                Rollup.run(
                    args,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    JULY,
                    Messages::new,
                    Map.of()),
            // One of its own: it waits until it is stopped.
            task -> {
              var thread = new Thread(task, "served");
              thread.setDaemon(true);
              thread.start();
            });
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!out.toString(StandardCharsets.UTF_8).endsWith("\n")) {
      if (status.isDone() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("not served: " + status.getNow(-1));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return new ServedFolder(status, out.toString(StandardCharsets.UTF_8).strip());
  }

  /** Returns the address of the page. */
  public String address() {
    return address;
  }

  /** Returns the port. */
  public int port() {
    return URI.create(address).getPort();
  }

  /** Asks for something below the address. */
  public HttpResponse<byte[]> get(String what) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + what)).build(), BodyHandlers.ofByteArray());
  }

  /** Returns the page. */
  public String page() throws IOException, InterruptedException {
    return new String(get("").body(), StandardCharsets.UTF_8);
  }

  /** Sends a form without files, as the page does. */
  public HttpResponse<String> post(String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        ours(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Sends files, as the page does. */
  public HttpResponse<String> upload(String action, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    for (var file : files.entrySet()) {
      body.writeBytes(
          utf8(
              "--"
                  + BOUNDARY
                  + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                  + file.getKey()
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
      body.writeBytes(file.getValue());
      body.writeBytes(utf8("\r\n"));
    }
    body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
    return client.send(
        ours(action)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder ours(String action) {
    return HttpRequest.newBuilder(URI.create(address + action))
        .header("Origin", "http://127.0.0.1:" + port());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Stops it from the page; returns the exit status. */
  public int stop() throws Exception {
    if (!status.isDone()) {
      post("stop", Map.of());
    }
    return status.get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
