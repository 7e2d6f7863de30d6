package ai.chronom.m365.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One request as it came in. Header names are lower case; path and query are as sent, not decoded.
 *
 * @param requestId what Graph answers as {@code request-id}
 */
public record Call(
    Site site,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    UUID requestId) {

  private static final int MAX_BODY_BYTES = 4 << 20;

  static Call read(Site site, HttpExchange exchange) throws IOException {
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                    entry -> String.join(", ", entry.getValue())));
    String query = exchange.getRequestURI().getRawQuery();
    return new Call(
        site,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        exchange.getRequestBody().readNBytes(MAX_BODY_BYTES),
        UUID.randomUUID());
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Path segments, decoded; the leading slash makes no empty one. */
  public List<String> segments() {
    return List.of(path.split("/")).stream()
        .filter(s -> !s.isEmpty())
        .map(Call::decodePath)
        .toList();
  }

  public Map<String, String> queryParameters() {
    return parameters(query);
  }

  public Map<String, String> form() {
    return parameters(bodyText());
  }

  /** The last of several equal names wins; a name without value has an empty one. */
  public static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.isEmpty()) {
        parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a broken escape stays as it was sent, and is refused where it matters
    }
  }

  private static String decodePath(String segment) {
    return decode(segment.replace("+", "%2B"));
  }
}
