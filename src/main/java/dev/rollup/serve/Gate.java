package dev.rollup.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Lets in who knows the secret of the address and calls the server by a name of this machine. Other
 * users of the machine reach the port and do not know the secret; a page from elsewhere cannot have
 * its own name stand for this machine, and what it sends is told by its origin.
 */
final class Gate {

  private static final int SECRET_BYTES = 32;

  private final List<String> hosts;
  private final String secret;

  private Gate(List<String> hosts, String secret) {
    this.hosts = hosts;
    this.secret = secret;
  }

  /** A gate with a secret of its own. */
  static Gate at(int port) {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return new Gate(
        List.of("127.0.0.1:" + port, "localhost:" + port),
        Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Returns the address of the page. */
  String address() {
    return "http://" + hosts.get(0) + home();
  }

  /** Returns the path of the page. */
  String home() {
    return "/" + secret + "/";
  }

  /**
   * Returns what is asked for, behind the secret; empty for who is not let in.
   *
   * @param path the path of the request, from its first slash on
   */
  Optional<String> asked(String path, Headers headers) {
    int end = path.indexOf('/', 1);
    boolean known =
        path.startsWith("/")
            && end > 0
            && same(path.substring(1, end))
            && host(headers).isPresent();
    return known ? Optional.of(path.substring(end + 1)) : Optional.empty();
  }

  private boolean same(String told) {
    return MessageDigest.isEqual(
        told.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> host(Headers headers) {
    List<String> told = headers.getOrDefault("Host", List.of());
    return told.size() == 1 && hosts.contains(told.get(0))
        ? Optional.of(told.get(0))
        : Optional.empty();
  }

  /** Tells whether what a request wants changed is asked for by our own page. */
  boolean ours(Headers headers) {
    List<String> origin = headers.getOrDefault("Origin", List.of());
    List<String> site = headers.getOrDefault("Sec-Fetch-Site", List.of());
    String own = "http://" + host(headers).orElse("");
    return (origin.isEmpty() || origin.equals(List.of(own)))
        && (site.isEmpty() || site.equals(List.of("same-origin")))
        && !(origin.isEmpty() && site.isEmpty());
  }
}
