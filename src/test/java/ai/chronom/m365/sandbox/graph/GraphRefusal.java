package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with an error in Graph's form. */
public final class GraphRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final int status;
  private final String code;
  private final String retryAfter;

  private GraphRefusal(int status, String code, String message, String retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public GraphRefusal(int status, String code, String message) {
    this(status, code, message, "");
  }

  public static GraphRefusal throttled(int seconds) {
    return new GraphRefusal(
        429, "TooManyRequests", "Please retry again later.", Integer.toString(seconds));
  }

  static GraphRefusal badRequest(String message) {
    return new GraphRefusal(400, "BadRequest", message);
  }

  static GraphRefusal unsupportedQuery(String message) {
    return new GraphRefusal(400, "Request_UnsupportedQuery", message);
  }

  static GraphRefusal unknownSegment(String segment) {
    return badRequest("Resource not found for the segment '" + segment + "'.");
  }

  static GraphRefusal noSuchObject(String id) {
    return new GraphRefusal(
        404,
        "Request_ResourceNotFound",
        "Resource '"
            + id
            + "' does not exist or one of its queried reference-property objects are not present.");
  }

  public int status() {
    return status;
  }

  Reply reply(Call call, Instant now) {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("date", TIME.format(now));
    inner.put("request-id", call.requestId().toString());
    inner.put(
        "client-request-id", call.header("client-request-id").orElse(call.requestId().toString()));
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", getMessage());
    error.put("innerError", inner);
    Reply reply = Reply.of(status, "application/json", Json.bytes(Map.of("error", error)));
    return retryAfter.isEmpty() ? reply : reply.with("Retry-After", retryAfter);
  }
}
