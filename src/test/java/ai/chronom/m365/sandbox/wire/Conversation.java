package ai.chronom.m365.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** From request to answer on one site: asks the handler, lets planted faults strike, remembers. */
public final class Conversation implements Listener.Answering {
  private static final int WORTH_COMPRESSING_BYTES = 1400;

  /** Of bodies that somebody else keeps to send them again; an array is equal to itself only. */
  private static final Map<byte[], byte[]> PACKED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Site site;
  private final Function<Call, Reply> handler;
  private final Faults faults;
  private final RequestLog log;
  private final Predicate<String> holdsSecret;
  private final Clock clock;

  public Conversation(
      Site site,
      Function<Call, Reply> handler,
      Faults faults,
      RequestLog log,
      Predicate<String> holdsSecret,
      Clock clock) {
    this.site = site;
    this.handler = handler;
    this.faults = faults;
    this.log = log;
    this.holdsSecret = holdsSecret;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Call call = Call.read(site, exchange);
      Optional<Fault> fault = faults.striking(call);
      Reply reply = answer(call, fault);
      log.add(record(call, fault.orElse(null) instanceof Fault.Hangup ? 0 : reply.status()));
      send(exchange, call, reply, fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    } catch (IOException | RuntimeException e) {
      exchange.close();
      throw e;
    }
  }

  private Reply answer(Call call, Optional<Fault> fault) throws InterruptedException {
    if (fault.orElse(null) instanceof Fault.Answer other) {
      return other.reply();
    }
    if (fault.orElse(null) instanceof Fault.Delay delay) {
      Thread.sleep(delay.pause().toMillis());
    }
    Reply reply = handlerAnswer(call);
    if (fault.orElse(null) instanceof Fault.Rewrite rewrite) {
      String changed = rewrite.change().apply(reply.bodyText());
      return reply.withBody(changed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return reply;
  }

  private Reply handlerAnswer(Call call) {
    try {
      return handler.apply(call);
    } catch (RuntimeException e) {
      // A bug of the sandbox must be loud, yet must not look like a dead host.
      e.printStackTrace();
      return Reply.text(500, "text/plain", "The sandbox itself failed: " + e);
    }
  }

  private RecordedRequest record(Call call, int status) {
    boolean secret = call.body().length > 0 && holdsSecret.test(call.bodyText());
    return new RecordedRequest(
        clock.instant(),
        site,
        call.method(),
        call.path(),
        call.query(),
        status,
        call.header("authorization").isPresent(),
        secret,
        call.header("client-request-id").orElse(""),
        call.header("user-agent").orElse(""));
  }

  /**
   * Ends the answer, not the connection: closing the exchange itself would cost clients their
   * keep-alive.
   */
  private void send(HttpExchange exchange, Call call, Reply reply, Optional<Fault> fault)
      throws IOException, InterruptedException {
    if (fault.orElse(null) instanceof Fault.Hangup) {
      exchange.close();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    Reply.Streamed stream = reply.stream();
    if (stream != null) {
      exchange.sendResponseHeaders(reply.status(), 0);
      stream.writeTo(exchange.getResponseBody());
      exchange.getResponseBody().close();
      return;
    }
    byte[] body = compressed(exchange, call, reply.body());
    boolean bodiless = body.length == 0 || call.method().equals("HEAD");
    boolean chunked = fault.orElse(null) instanceof Fault.Cut cut && cut.chunked();
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : chunked ? 0 : body.length);
    if (!bodiless) {
      write(exchange, body, fault);
    }
  }

  private static void write(HttpExchange exchange, byte[] body, Optional<Fault> fault)
      throws IOException, InterruptedException {
    OutputStream out = exchange.getResponseBody();
    if (fault.orElse(null) instanceof Fault.Cut cut) {
      out.write(body, 0, Math.min(cut.bytes(), body.length - 1));
      out.flush();
      exchange.close();
    } else if (fault.orElse(null) instanceof Fault.Dribble dribble) {
      dribble(out, body, dribble.pause());
      out.close();
    } else {
      out.write(body);
      out.close();
    }
  }

  private static void dribble(OutputStream out, byte[] body, Duration pause)
      throws IOException, InterruptedException {
    for (byte b : body) {
      out.write(b);
      out.flush();
      Thread.sleep(pause.toMillis());
    }
  }

  private static byte[] compressed(HttpExchange exchange, Call call, byte[] body)
      throws IOException {
    boolean asked = call.header("accept-encoding").orElse("").contains("gzip");
    if (!asked || body.length < WORTH_COMPRESSING_BYTES) {
      return body;
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    byte[] known = PACKED.get(body);
    if (known != null) {
      return known;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream gzip = new FastGzip(packed)) {
      gzip.write(body);
    }
    PACKED.put(body, packed.toByteArray());
    return packed.toByteArray();
  }

  /** Speed counts on the loopback, size does not. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
