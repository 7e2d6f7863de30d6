package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends a request at the login host with an error of Entra's. */
final class EntraRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final EntraError error;
  private final String about;

  EntraRefusal(EntraError error, String about) {
    super(error.name(), null, false, false);
    this.error = error;
    this.about = about;
  }

  Reply reply(Call call, String loginUrl, Instant now) {
    String traceId = call.requestId().toString();
    String correlationId =
        call.header("client-request-id").orElseGet(() -> UUID.randomUUID().toString());
    String time = TIME.format(now);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error.error());
    body.put(
        "error_description",
        "AADSTS%d: %s\r\nTrace ID: %s\r\nCorrelation ID: %s\r\nTimestamp: %s"
            .formatted(error.code(), error.sentence(about), traceId, correlationId, time));
    body.put("error_codes", List.of(error.code()));
    body.put("timestamp", time);
    body.put("trace_id", traceId);
    body.put("correlation_id", correlationId);
    body.put("error_uri", loginUrl + "/error?code=" + error.code());
    if (error == EntraError.CONDITIONAL_ACCESS) {
      body.put("suberror", "message_only");
    }
    return Reply.of(error.status(), "application/json; charset=utf-8", Json.bytes(body))
        .with("x-ms-request-id", traceId)
        .with("Cache-Control", "no-store, no-cache");
  }
}
