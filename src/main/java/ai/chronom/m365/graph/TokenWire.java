package ai.chronom.m365.graph;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Carries one token request of MSAL over our own pipeline, and remembers what came back. Used by
 * one thread, once.
 */
final class TokenWire implements IHttpClient {
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final Call.Factory http;
  private final HttpUrl tenantAddress;
  private int status;
  private @Nullable JsonObject body;
  private @Nullable String outage;

  TokenWire(Call.Factory http, HttpUrl tenantAddress) {
    this.http = http;
    this.tenantAddress = tenantAddress;
  }

  /** HTTP status; 0 when there was no answer. */
  int status() {
    return status;
  }

  /** Null when there was none or it is not JSON. */
  @Nullable JsonObject body() {
    return body;
  }

  /** Why there was no answer; null when there was one. */
  @Nullable String outage() {
    return outage;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws IOException {
    try (Response response = http.newCall(translated(request)).execute();
        BoundedBody bounded = new BoundedBody(response, MAX_BODY_BYTES)) {
      status = response.code();
      byte[] bytes = bounded.readAllBytes();
      body = JsonText.object(bytes).orElse(null);
      if (body == null) {
        throw new IOException("JSON expected, something else given with status " + status);
      }
      return new Answer(
          status, response.headers().toMultimap(), new String(bytes, StandardCharsets.UTF_8));
    } catch (GraphRefused e) {
      outage = "Entra's answer could not be read. " + e.getMessage();
      // Without its cause: MSAL may log what it gets.
      throw new IOException("answer unreadable");
    } catch (IOException e) {
      outage = status == 0 ? Outage.describe(e) : null;
      throw e;
    }
  }

  private Request translated(HttpRequest request) {
    String url = request.url().toString();
    if (!url.startsWith(tenantAddress.toString())) {
      throw new GraphRefused(
          RefusalKind.HOSTILE, 0, null, "Refused to connect: the tenant's Entra expected", null);
    }
    Request.Builder builder = new Request.Builder().url(url);
    request.headers().forEach(builder::header);
    if (request.httpMethod() == HttpMethod.POST) {
      builder.post(RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8), FORM));
    }
    return builder.build();
  }

  private record Answer(int statusCode, Map<String, List<String>> headers, String body)
      implements IHttpResponse {
    /** It may hold a token. */
    @Override
    public String toString() {
      return "Answer[" + statusCode + "]";
    }
  }
}
