package ai.chronom.m365.graph;

import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests one by one, and comes back with an answer or gives up: waits when throttled,
 * tries again after an outage, renews the token once when it was rejected.
 */
final class Courier {
  private static final int MAX_PEEK_BYTES = 1 << 16;

  private final Call.Factory http;
  private final @Nullable Ours ours;
  private final Pause pause;
  private final Clock clock;
  private int requests;

  /**
   * @param ours null for hosts that must never see a token
   */
  Courier(Call.Factory http, @Nullable Ours ours, Pause pause, Clock clock) {
    this.http = http;
    this.ours = ours;
    this.pause = pause;
    this.clock = clock;
  }

  /** What only requests to Graph itself have: a token, and limits to keep. */
  record Ours(Bearer bearer, Traffic traffic) {}

  /** Sent so far, each try counted. */
  int requests() {
    return requests;
  }

  /**
   * The last answer, of any status; the caller closes it. Throws {@link GraphRefused} when there
   * was none.
   *
   * @param url checked by {@link UrlGuard}
   * @param body for POST; null for GET
   */
  Response send(HttpUrl url, @Nullable RequestBody body) {
    boolean renewed = false;
    for (int tries = 1; ; tries++) {
      Response response = once(url, body, tries);
      if (response == null) {
        continue;
      }
      if (!renewed && ours != null && rejectsToken(response)) {
        response.close();
        ours.bearer().renew();
        renewed = true;
        continue;
      }
      if (!isToBeRetried(response, tries)) {
        return response;
      }
    }
  }

  /** Null after a failed try that is worth another one. */
  private @Nullable Response once(HttpUrl url, @Nullable RequestBody body, int tries) {
    Request request = request(url, body);
    if (ours != null) {
      ours.traffic().beforeTry(url.toString(), tries);
    }
    requests++;
    try {
      Response response = http.newCall(request).execute();
      tell(url, response.code(), asked(response));
      return response;
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw Pause.interrupted();
      }
      tell(url, 0, null);
      if (isFinal(e) || !pause.beforeNextTry(tries, 0, null)) {
        throw new GraphRefused(
            RefusalKind.UNAVAILABLE,
            0,
            null,
            "Microsoft Graph cannot be reached. " + Outage.describe(e),
            null);
      }
      return null;
    }
  }

  private void tell(HttpUrl url, int status, @Nullable Duration asked) {
    Metrics.counter(
            "chronom.graph.calls",
            "host",
            ours == null ? "reports" : "graph",
            "status",
            status == 0 ? "none" : Integer.toString(status))
        .increment();
    if (ours != null) {
      ours.traffic().afterTry(url.toString(), status, asked);
    }
  }

  private Request request(HttpUrl url, @Nullable RequestBody body) {
    Request.Builder request = new Request.Builder().url(url);
    if (ours != null) {
      request
          .header("Authorization", "Bearer " + ours.bearer().current().value())
          .header("client-request-id", UUID.randomUUID().toString())
          // Reading in the background yields to people who work in the tenant.
          .header("x-ms-throttle-priority", "Low");
    }
    return body == null ? request.build() : request.post(body).build();
  }

  private boolean isToBeRetried(Response response, int tries) {
    if (response.isSuccessful() || !pause.beforeNextTry(tries, response.code(), asked(response))) {
      return false;
    }
    response.close();
    return true;
  }

  /** How long the service asked to wait; null when it did not. */
  @Nullable Duration asked(Response response) {
    return Patience.asked(response.header("Retry-After"), clock.instant());
  }

  /** Other 401s mean that a service refuses this app, whatever its token. */
  private static boolean rejectsToken(Response response) {
    if (response.code() != 401) {
      return false;
    }
    try {
      return response.peekBody(MAX_PEEK_BYTES).string().contains("InvalidAuthenticationToken");
    } catch (IOException e) {
      return false;
    }
  }

  /** Trying again changes nothing about a certificate. */
  private static boolean isFinal(IOException e) {
    return e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException;
  }
}
