package ai.chronom.m365.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One port on 127.0.0.1, with TLS or, without a context, in the clear. */
public final class Listener implements AutoCloseable {
  static {
    // Without it, answers of two writes wait 40 ms for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;

  private Listener(HttpServer server) {
    this.server = server;
  }

  public static Listener open(int port, @Nullable SSLContext tls, Executor pool) {
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      HttpServer server =
          tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
      if (server instanceof HttpsServer secure) {
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      }
      server.setExecutor(pool);
      return new Listener(server);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot listen on 127.0.0.1:" + port, e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void serve(Answering answering) {
    server.createContext("/", answering::handle);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Takes an exchange of the JDK's server to its end. */
  @FunctionalInterface
  public interface Answering {
    void handle(HttpExchange exchange) throws IOException;
  }
}
