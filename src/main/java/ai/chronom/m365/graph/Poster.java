package ai.chronom.m365.graph;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts a message to an address that the operator configured, through the same pipeline as
 * everything else: its proxy, its trust, its time limits, and no redirects. One try; the answer's
 * body is not read (ADR 066).
 */
@ApplicationScoped
public class Poster {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  @Inject GraphConfig config;
  @Inject Clock clock;

  private Call.Factory http;

  /** For CDI's proxy; the container calls {@link #open()}. */
  @SuppressWarnings("NullAway.Init")
  public Poster() {}

  Poster(Call.Factory http, Clock clock) {
    this.http = http;
    this.clock = clock;
    this.config = new GraphConfig();
  }

  @PostConstruct
  void open() {
    http = new Pipeline(config.proxy(), TrustedCertificates.of(config.trustedCa())).posts();
  }

  /** Takes up to half a minute: call it outside of a transaction. */
  public Posted post(URI address, byte[] json, Map<String, String> headers) {
    HttpUrl url = HttpUrl.get(address);
    if (url == null || !OperatorAddresses.mayBeCalled(url)) {
      return new Posted.Impossible(
          "The address is not https, or leads to a network that no service lives in.");
    }
    Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(json, JSON));
    headers.forEach(request::header);
    try (Response response = http.newCall(request.build()).execute()) {
      return response.isSuccessful()
          ? new Posted.Accepted(response.code())
          : new Posted.Refused(
              response.code(), Patience.asked(response.header("Retry-After"), clock.instant()));
    } catch (IOException e) {
      return new Posted.Unanswered(Outage.describe(e));
    }
  }
}
