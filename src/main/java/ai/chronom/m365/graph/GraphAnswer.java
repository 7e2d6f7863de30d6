package ai.chronom.m365.graph;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One small answer of Graph, success or not. Errors that mean something to the caller are values
 * here, not exceptions.
 *
 * @param status HTTP status; 0 when there was no answer at all
 * @param body empty object when there was none
 * @param refusal how to read an error answer; null on success
 * @param code Microsoft's error code; null on success
 * @param requestId to show to Microsoft's support; null when absent
 */
public record GraphAnswer(
    int status,
    JsonObject body,
    @Nullable RefusalKind refusal,
    @Nullable String code,
    @Nullable String message,
    @Nullable String requestId) {
  /** No code of Microsoft's. */
  static final String LEFT_UNASKED = "left-unasked";

  /** 2xx, and 302 for usage reports. */
  public boolean succeeded() {
    return refusal == null;
  }

  /** Nothing was sent: we keep below the limit of the service, and the turn was too far away. */
  public boolean leftUnasked() {
    return LEFT_UNASKED.equals(code);
  }

  public Optional<String> errorCode() {
    return Optional.ofNullable(code);
  }
}
