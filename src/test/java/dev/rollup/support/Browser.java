package dev.rollup.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, led by its own protocol: what a person does with keys. */
public final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LISTENING = "DevTools listening on ";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final String session;
  private int number;

  private Browser(Process process, String address) throws Exception {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener(messages))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    this.session =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    call("Page.enable", Map.of());
  }

  /** Tells whether there is one on this machine. */
  public static boolean isHere() throws InterruptedException {
    return OtherProgram.run("chromium", "--version") == 0;
  }

  /** Starts one. */
  public static Browser start(Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--window-size=1000,1400",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("Chromium did not start");
    }
    return new Browser(process, line.substring(LISTENING.length()));
  }

  private record Listener(BlockingQueue<String> messages, StringBuilder text)
      implements WebSocket.Listener {
    Listener(BlockingQueue<String> messages) {
      this(messages, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    return call(session, method, parameters);
  }

  private JsonNode call(String session, String method, Map<String, Object> parameters)
      throws Exception {
    number++;
    var request = JSON.createObjectNode();
    request.put("id", number).put("method", method);
    request.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      request.put("sessionId", session);
    }
    socket.sendText(request.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == number) {
        if (answer.has("error")) {
          throw new IllegalStateException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
      }
    }
  }

  private JsonNode next() throws Exception {
    String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("Chromium says nothing");
    }
    return JSON.readTree(message);
  }

  /** Opens a page and waits until it is there. */
  public void open(String address) throws Exception {
    call("Page.navigate", Map.of("url", address));
    loaded();
  }

  /** Waits until the page that something leads to is there. */
  public void loaded() throws Exception {
    while (!next().path("method").asText().equals("Page.loadEventFired")) {
      // Not yet.
    }
  }

  /** Returns what an expression comes to in the page. */
  public String value(String expression) throws Exception {
    return call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"))
        .get("result")
        .get("value")
        .asText();
  }

  /** Presses a key. */
  public void press(String key) throws Exception {
    int code = key.equals("Tab") ? 9 : key.equals("Enter") ? 13 : 32;
    String text = key.equals("Tab") ? "" : key.equals("Enter") ? "\r" : " ";
    call(
        "Input.dispatchKeyEvent",
        Map.of(
            "type",
            "keyDown",
            "key",
            key.equals("Space") ? " " : key,
            "code",
            key,
            "windowsVirtualKeyCode",
            code,
            "text",
            text));
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
  }

  /** Types into what has the focus. */
  public void type(String text) throws Exception {
    call("Input.insertText", Map.of("text", text));
  }

  /** Goes on with the tab key until something has the focus that an expression is true of. */
  public void tabTo(String isThere) throws Exception {
    for (int i = 0; i < 200; i++) {
      press("Tab");
      if (value("(function (at) { return " + isThere + "; })(document.activeElement)")
          .equals("true")) {
        return;
      }
    }
    throw new AssertionError("the tab key does not lead to where " + isThere);
  }

  /** Chooses files as the window that a browser opens for it does. */
  public void choose(String selector, List<Path> files) throws Exception {
    int root = call("DOM.getDocument", Map.of()).get("root").get("nodeId").asInt();
    int node =
        call("DOM.querySelector", Map.of("nodeId", root, "selector", selector))
            .get("nodeId")
            .asInt();
    call(
        "DOM.setFileInputFiles",
        Map.of("nodeId", node, "files", files.stream().map(Path::toString).toList()));
  }

  /** Returns what a screen reader is told of: the role and the name of everything, in order. */
  public List<String> heard() throws Exception {
    var heard = new ArrayList<String>();
    for (var node : call("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
      if (!node.path("ignored").asBoolean()) {
        heard.add(
            node.path("role").path("value").asText()
                + ": "
                + node.path("name").path("value").asText());
      }
    }
    return heard;
  }

  /** Keeps a picture of the whole page. */
  public void picture(Path file, int width) throws Exception {
    int height = Integer.parseInt(value("document.documentElement.scrollHeight"));
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    String data = call("Page.captureScreenshot", Map.of("format", "png")).get("data").asText();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
