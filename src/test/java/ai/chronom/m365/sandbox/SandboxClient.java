package ai.chronom.m365.sandbox;

import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to a sandbox as an app would, by the JDK's own client. */
final class SandboxClient {
  private final Sandbox sandbox;
  private final HttpClient http;

  SandboxClient(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.http =
        HttpClient.newBuilder()
            .sslContext(sandbox.clientContext())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The right form for the token endpoint; tests spoil one field of it. */
  Map<String, String> tokenForm() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", sandbox.applicationId());
    form.put("client_secret", sandbox.clientSecret());
    form.put("scope", sandbox.graphUrl() + "/.default");
    return form;
  }

  HttpResponse<String> requestToken(String tenant, Map<String, String> form) {
    return post(sandbox.loginUrl() + "/" + tenant + "/oauth2/v2.0/token", form);
  }

  HttpResponse<String> post(String url, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  String token() {
    return Json.read(requestToken(sandbox.tenantId(), tokenForm()).body())
        .path("access_token")
        .asText();
  }

  HttpResponse<String> get(String token, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(sandbox.graphUrl() + path))
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  JsonNode json(String token, String path, String... headers) {
    return Json.read(get(token, path, headers).body());
  }

  HttpResponse<String> fetch(String url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static URI uri(String text) {
    return URI.create(text.replace(" ", "%20"));
  }
}
