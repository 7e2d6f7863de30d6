package ai.chronom.m365.graph;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Graph (or Entra, on the way) did not give what was asked for, after all polite tries. */
public final class GraphRefused extends RuntimeException {
  private final RefusalKind kind;
  private final int status;
  private final @Nullable String code;
  private final @Nullable Duration retryAfter;

  /**
   * @param status HTTP status; 0 when there was no answer
   * @param code Microsoft's error code, such as {@code Authorization_RequestDenied}
   * @param message for logs and pages: no secret, no token, no personal data
   */
  public GraphRefused(
      RefusalKind kind,
      int status,
      @Nullable String code,
      String message,
      @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public RefusalKind kind() {
    return kind;
  }

  public int status() {
    return status;
  }

  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** How long Graph asked to wait, when it did. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
