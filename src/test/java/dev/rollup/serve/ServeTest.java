package dev.rollup.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.ServedFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page does over HTTP, and for whom. */
@Tag("slow")
class ServeTest {

  private static final byte[] ROSTER = "id,name\nA,甲镇\nB,乙镇\nC,丙镇\n".getBytes(UTF_8);

  @TempDir static Path empty;
  private static ServedFolder served;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedFolder.of(empty.resolve("workFolder"));
  }

  @AfterAll
  static void stop() throws Exception {
    assertThat(served.stop()).isZero();
  }

  /** Each line: what is asked, what of it is said, and the status that it comes to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the page by its address            | GET  | SECRET            | 127.0.0.1:PORT | | | 200
          the page by the other name         | GET  | SECRET            | localhost:PORT | | | 200
          no secret                          | GET  | /                 | 127.0.0.1:PORT | | | 404
          half a secret                      | GET  | HALF              | 127.0.0.1:PORT | | | 404
          the secret without its slash       | GET  | BARE              | 127.0.0.1:PORT | | | 404
          a name that was bound to this host | GET  | SECRET            | evil.example:PORT | | | 404
          a name without the port            | GET  | SECRET            | 127.0.0.1      | | | 404
          an output that is none             | GET  | SECRETrollup.json | 127.0.0.1:PORT | | | 404
          a way out of the folder            | GET  | SECRET..%2f..%2f..%2fetc%2fpasswd | 127.0.0.1:PORT | | | 404
          another way out                    | GET  | SECRETsubmissions/../rollup.json | 127.0.0.1:PORT | | | 404
          our own page                       | POST | SECRETchoose      | 127.0.0.1:PORT | http://127.0.0.1:PORT | | 400
          our own page, said by the browser  | POST | SECRETchoose      | 127.0.0.1:PORT | | same-origin | 400
          a page from elsewhere              | POST | SECRETchoose      | 127.0.0.1:PORT | http://evil.example | | 403
          the other name's page              | POST | SECRETchoose      | 127.0.0.1:PORT | http://localhost:PORT | | 403
          another port of this machine       | POST | SECRETchoose      | 127.0.0.1:PORT | http://127.0.0.1:1 | same-site | 403
          a page without an origin           | POST | SECRETchoose      | 127.0.0.1:PORT | null | | 403
          who does not say                   | POST | SECRETchoose      | 127.0.0.1:PORT | | | 403
          a page that lies about one half    | POST | SECRETchoose      | 127.0.0.1:PORT | http://127.0.0.1:PORT | cross-site | 403
          no secret, from our own page       | POST | /choose           | 127.0.0.1:PORT | http://127.0.0.1:PORT | | 404
          something that is not there        | POST | SECRETnothing     | 127.0.0.1:PORT | http://127.0.0.1:PORT | | 404
          another method                     | PUT  | SECRET            | 127.0.0.1:PORT | http://127.0.0.1:PORT | | 405
          """)
  void lets_in_who_knows_the_secret_and_does_what_its_own_page_asks(
      String what, String method, String path, String host, String origin, String site, int status)
      throws Exception {
    String secret = served.address().replaceFirst("http://[^/]*", "");
    String asked =
        path.replace("SECRET", secret)
            .replace("HALF", secret.substring(0, 20) + "/")
            .replace("BARE", secret.substring(0, secret.length() - 1));
    var request = new StringBuilder(method + " " + asked + " HTTP/1.1\r\n");
    request.append("Host: ").append(here(host)).append("\r\n");
    if (origin != null) {
      request.append("Origin: ").append(here(origin)).append("\r\n");
    }
    if (site != null) {
      request.append("Sec-Fetch-Site: ").append(site).append("\r\n");
    }
    request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");

    String answer = raw(request.toString());

    assertThat(answer).as(what).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer)
        .containsIgnoringCase("X-Frame-Options: DENY")
        .containsIgnoringCase("Content-Security-Policy: default-src 'none';")
        .doesNotContainIgnoringCase("Access-Control-");
    if (status != 200 && status != 400) {
      assertThat(answer).endsWith("\r\n\r\n").doesNotContain(secret);
    }
  }

  private static String here(String text) {
    return text.replace("PORT", String.valueOf(served.port()));
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void takes_no_more_than_it_says() throws Exception {
    String secret = served.address().replaceFirst("http://[^/]*", "");
    String host = "127.0.0.1:" + served.port();
    String head =
        "POST " + secret + "returns HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host;
    assertThat(
            raw(
                head
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nConnection: close\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n3\r\n--x\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("没有收完整");
    HttpResponse<String> text = served.post("choose", Map.of("form", "x".repeat(70_000)));
    assertThat(text.statusCode()).isEqualTo(413);
    assertThat(text.body()).contains("超过 64 KB");
    assertThat(served.upload("form", Map.of("form.exe", new byte[1])).body())
        .contains("表式须是 .xlsx、.xls、.docx 空白表或 .json 文件。");
  }

  @Test
  void what_is_sent_stays_inside_and_replaces_nothing() throws Exception {
    Path workFolder = folder.resolve("workFolder");
    try (var own = ServedFolder.of(workFolder)) {
      byte[] one = {'1'};
      assertThat(own.upload("returns", Map.of("../../逃.csv", one)).statusCode()).isEqualTo(200);
      own.upload("returns", Map.of("镇/表.csv", one));
      own.upload("returns", Map.of("镇/表.csv", one));
      own.upload("returns", Map.of("镇/表.csv", new byte[] {'2'}));
      own.upload("returns", Map.of("C:\\a\\CON.csv", one));
    }
    try (var all = Files.walk(folder)) {
      assertThat(
              all.filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrder(
              "workFolder/rollup.json",
              "workFolder/submissions/逃.csv",
              "workFolder/submissions/镇/表.csv",
              "workFolder/submissions/镇/表 (2).csv",
              "workFolder/submissions/C_/a/_CON.csv");
    }
  }

  @Test
  void what_is_done_on_the_page_is_what_merge_does_in_the_folder() throws Exception {
    Path workFolder = folder.resolve("workFolder");
    try (var own = ServedFolder.of(workFolder)) {
      own.upload("units", Map.of("名单.csv", ROSTER));
      own.upload(
          "returns",
          Map.of(
              "甲镇.xlsx",
              form(
                  "h_unit", "甲镇", "f_1_1_1", "约2", "f_1_1_2", "30", "f_1_2_1", "600", "f_2_1_1",
                  "若干"),
              "来/乙镇.xlsx",
              form("h_unit", "乙镇", "f_1_1_1", "2", "f_1_1_2", "=1+1", "f_1_2_1", "3")));
      String page = own.post("merge", Map.of()).body();
      assertThat(page)
          .contains("应报3家，实报2家，未报1家；另有")
          .contains("丙镇")
          .contains("<caption>报表中的位置：")
          .containsPattern("class=\"here\">\\s*<span class=\"heard\">此处：</span><bdi>约2</bdi>");

      page = note(own, page, "约2", "correct", Map.of("value", "3", "field", "1.1.1#0"));
      assertThat(page).contains("更正：<bdi>甲镇</bdi>").doesNotContain("<bdi>约2</bdi>，是约数");
      page = note(own, page, "<bdi>600</bdi>", "confirm", Map.of());
      assertThat(page).contains("核实：<bdi>甲镇</bdi>");
      assertThat(Files.readString(workFolder.resolve("corrections.csv")))
          .isEqualTo("\uFEFF单位,指标,行,原值,新值,更正人,依据\r\n甲镇,1.1.1,,约2,3,王敏,\"来电,说明\"\r\n");
      assertThat(Files.readString(workFolder.resolve("confirmations.csv")))
          .isEqualTo(
              String.join(
                  "\r\n",
                  "\uFEFF单位,指标,规则,确认值,确认人,说明,日期",
                  "甲镇,1.2.1,cap-1.2.1,600,王敏,\"来电,说明\",2023-07-01",
                  ""));

      // A line that the next run would refuse is not written.
      HttpResponse<String> wrong =
          own.post(
              "note",
              Map.of(
                  "issue",
                  issue(page, "若干", "correct"),
                  "what",
                  "correct",
                  "field",
                  "2.1.1#0",
                  "value",
                  "不少",
                  "by",
                  "王敏",
                  "why",
                  "来电"));
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("新值“不少”不能用作这一项的数。");

      Path copy = folder.resolve("copy");
      copy(workFolder, copy);
      own.post("merge", Map.of());
      CommandRun.of(
          "merge",
          copy.resolve("submissions").toString(),
          "--out",
          copy.resolve("rollup-out").toString(),
          "--allow-fewer");
      assertThat(outputs(copy)).isEqualTo(outputs(workFolder)).containsKey("changes.txt");

      try (var zip =
          new ZipInputStream(new java.io.ByteArrayInputStream(own.get(OutputFiles.ALL).body()))) {
        var names = new TreeMap<String, List<Byte>>();
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          names.put(entry.getName(), bytes(zip.readAllBytes()));
        }
        assertThat(names).isEqualTo(outputs(workFolder));
      }
      assertThat(own.get("summary.xlsx").body())
          .isEqualTo(Files.readAllBytes(workFolder.resolve("rollup-out/summary.xlsx")));
    }
    // What was done is all in the files: who begins again finds it, and can take it back.
    try (var again = ServedFolder.of(workFolder)) {
      assertThat(again.page()).contains("上次的结果在下面", "summary.xlsx");
      String page = again.post("merge", Map.of()).body();
      assertThat(page).contains("核实：<bdi>甲镇</bdi>", "更正：<bdi>甲镇</bdi>");
      Matcher line = Pattern.compile("(?s)更正：.*?name=\"line\" value=\"(\\w+)\"").matcher(page);
      assertThat(line.find()).isTrue();
      assertThat(again.post("withdraw", Map.of("line", line.group(1))).body())
          .contains("<bdi>约2</bdi>")
          .doesNotContain("更正：<bdi>甲镇</bdi>");
      assertThat(Files.readString(workFolder.resolve("corrections.csv")))
          .isEqualTo("\uFEFF单位,指标,行,原值,新值,更正人,依据\r\n");
    }
  }

  @Test
  void a_file_of_the_clerk_stays_as_it_is_but_for_the_line_that_is_added() throws Exception {
    Path workFolder = Files.createDirectories(folder.resolve("workFolder"));
    Charset chinese = Charset.forName("GB18030");
    String kept = "电话更正登记\n更正人;依据;单位;指标;原值;新值\n李;\"来;电\";乙镇;1.1.1;5;6";
    Files.write(workFolder.resolve("更正.csv"), kept.getBytes(chinese));
    Files.writeString(
        workFolder.resolve("rollup.json"),
        "{ \"submissions\": \"in\",\n  \"corrections\":\"更正.csv\", \"phone\": \"\" }");
    try (var own = ServedFolder.of(workFolder)) {
      own.upload(
          "returns", Map.of("甲镇.xlsx", form("h_unit", "甲镇", "f_1_1_1", "约2", "f_1_1_2", "30")));
      String page = own.post("merge", Map.of()).body();
      note(own, page, "约2", "correct", Map.of("value", "2", "field", "1.1.1#0"));
    }
    assertThat(Files.readString(workFolder.resolve("更正.csv"), chinese))
        .isEqualTo(kept + "\n王敏;来电,说明;甲镇;1.1.1;约2;2\n");
    assertThat(Files.readString(workFolder.resolve("rollup.json")))
        .isEqualTo("{ \"submissions\": \"in\",\n  \"corrections\":\"更正.csv\", \"phone\": \"\" }");
  }

  private static byte[] form(String... values) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < values.length; i += 2) {
      all.put(values[i], values[i + 1]);
    }
    return FilledBlank.with(all);
  }

  /** Returns what the form for an issue tells it by. */
  private static String issue(String page, String about, String what) {
    for (var card : page.split("<article")) {
      Matcher hidden =
          Pattern.compile("name=\"issue\" value=\"(\\w+)\"/>\\s*<input[^>]*value=\"" + what)
              .matcher(card);
      if (card.contains(about) && hidden.find()) {
        return hidden.group(1);
      }
    }
    throw new AssertionError("no form to " + what + " " + about);
  }

  private static String note(
      ServedFolder served, String page, String about, String what, Map<String, String> more)
      throws Exception {
    Map<String, String> fields = new TreeMap<>(more);
    fields.put("issue", issue(page, about, what));
    fields.put("what", what);
    fields.put("by", "王敏");
    fields.put("why", "来电,说明");
    HttpResponse<String> answer = served.post("note", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, List<Byte>> outputs(Path workFolder) throws IOException {
    var outputs = new TreeMap<String, List<Byte>>();
    try (var files = Files.list(workFolder.resolve("rollup-out"))) {
      for (var file : files.filter(each -> !each.endsWith(".rollup.lock")).toList()) {
        outputs.put(file.getFileName().toString(), bytes(Files.readAllBytes(file)));
      }
    }
    return outputs;
  }

  private static List<Byte> bytes(byte[] content) {
    var list = new java.util.ArrayList<Byte>();
    for (byte each : content) {
      list.add(each);
    }
    return list;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.endsWith(".rollup.lock")) {
          Files.copy(file, target);
        }
      }
    }
  }
}
