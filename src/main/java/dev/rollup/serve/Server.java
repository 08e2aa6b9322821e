package dev.rollup.serve;

import com.sun.net.httpserver.HttpServer;
import dev.rollup.messages.Messages;
import dev.rollup.run.WorkFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page, on the loopback address only. */
public final class Server implements AutoCloseable {

  private static final int THREADS = 16;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer http;
  private final ExecutorService threads;
  private final Gate gate;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Server(HttpServer http, WorkFolder workFolder, Work work, Messages messages) {
    this.http = http;
    this.threads = Executors.newFixedThreadPool(THREADS, Server::thread);
    this.gate = Gate.at(http.getAddress().getPort());
    var session = new Session(workFolder, work, messages);
    http.setExecutor(threads);
    http.createContext("/", new Site(gate, session, messages, stopped::countDown));
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "serve");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to serve.
   *
   * @param port the port; 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static Server start(WorkFolder workFolder, Work work, Messages messages, int port)
      throws IOException {
    // Who sends nothing does not hold a thread for ever.
    System.setProperty("sun.net.httpserver.maxReqTime", "600");
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    var server = new Server(http, workFolder, work, messages);
    http.start();
    return server;
  }

  /** Returns the address of the page: who knows it may do all that the page can do. */
  public String address() {
    return gate.address();
  }

  /** Waits until somebody says on the page that it is enough. */
  public void await() throws InterruptedException {
    stopped.await();
  }

  /** Serves no more. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
