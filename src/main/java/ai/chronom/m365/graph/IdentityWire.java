package ai.chronom.m365.graph;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks the identity provider that the operator configured, through the same pipeline as everything
 * else: its proxy, its trust, its time limits, and no redirects. Answers have a limit of size; the
 * exceptions say nothing that the provider wrote.
 */
@ApplicationScoped
public class IdentityWire {
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  @Inject GraphConfig config;

  private Call.Factory http;

  /** For CDI's proxy; the container calls {@link #open()}. */
  @SuppressWarnings("NullAway.Init")
  public IdentityWire() {}

  @PostConstruct
  void open() {
    http = new Pipeline(config.proxy(), TrustedCertificates.of(config.trustedCa())).posts();
  }

  /**
   * What came back, whatever its status.
   *
   * @param mediaType as the provider says; empty when it says none
   */
  public record Heard(int status, String mediaType, String body) {
    /** It may hold a token. */
    @Override
    public String toString() {
      return "Heard[" + status + ", " + mediaType + "]";
    }
  }

  public Heard get(URI address) throws IOException {
    return exchange(new Request.Builder().url(allowed(address)).header("Accept", "*/*"));
  }

  /**
   * @param headers such as the client's own credentials
   */
  public Heard post(URI address, Map<String, String> headers, String form) throws IOException {
    RequestBody body = RequestBody.create(form.getBytes(StandardCharsets.UTF_8), FORM);
    Request.Builder request = new Request.Builder().url(allowed(address)).post(body);
    headers.forEach(request::header);
    return exchange(request);
  }

  private static HttpUrl allowed(URI address) throws IOException {
    HttpUrl url = HttpUrl.get(address);
    if (url == null || !OperatorAddresses.mayBeCalled(url)) {
      throw new IOException("an address is not https, or leads where no service lives");
    }
    return url;
  }

  private Heard exchange(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute();
        BoundedBody body = new BoundedBody(response, MAX_BODY_BYTES)) {
      return new Heard(
          response.code(),
          response.header("Content-Type", ""),
          new String(body.readFully(), StandardCharsets.UTF_8));
    } catch (GraphRefused e) {
      throw new IOException("an answer broke off or was too long");
    } catch (IOException e) {
      throw new IOException(Outage.describe(e));
    }
  }
}
