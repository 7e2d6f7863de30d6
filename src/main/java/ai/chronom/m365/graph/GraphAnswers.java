package ai.chronom.m365.graph;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds {@link GraphAnswer}s from what came over the wire. */
final class GraphAnswers {
  private static final int MAX_MESSAGE_CHARS = 500;

  private GraphAnswers() {}

  /**
   * @param hasLocation whether a redirect says where to: usage reports answer so, others never
   */
  static GraphAnswer of(int status, JsonObject body, String path, boolean hasLocation) {
    boolean redirected = status == 302 && hasLocation && path.contains("/reports/");
    if (redirected || (status >= 200 && status < 300)) {
      return new GraphAnswer(status, body, null, null, null, null);
    }
    GraphFault fault = GraphFault.of(status, body);
    return new GraphAnswer(
        status,
        body,
        fault.kind(path),
        nullIfEmpty(fault.tellingCode()),
        nullIfEmpty(shortened(fault.tellingMessage())),
        nullIfEmpty(fault.requestId()));
  }

  /** There was no answer to speak of. */
  static GraphAnswer of(GraphRefused refused) {
    return new GraphAnswer(
        refused.status(),
        JsonObject.EMPTY_JSON_OBJECT,
        refused.kind(),
        refused.code().orElse(null),
        refused.getMessage(),
        null);
  }

  /** An error answer as an exception. */
  static GraphRefused refusal(GraphAnswer answer, @Nullable Duration retryAfter) {
    RefusalKind kind = answer.refusal() == null ? RefusalKind.OTHER : answer.refusal();
    String message =
        "Microsoft Graph answered with status "
            + answer.status()
            + (answer.code() == null ? "" : " " + answer.code())
            + (answer.message() == null ? "" : ": " + answer.message());
    return new GraphRefused(kind, answer.status(), answer.code(), message, retryAfter);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_MESSAGE_CHARS ? text : text.substring(0, MAX_MESSAGE_CHARS);
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
