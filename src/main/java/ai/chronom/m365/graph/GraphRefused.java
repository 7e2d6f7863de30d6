package ai.chronom.m365.graph;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Graph (or Entra, on the way) did not give what was asked for, after all polite tries. */
public class GraphRefused extends RuntimeException {
  private final RefusalKind kind;
  private final int status;
  private final @Nullable String code;
  private final @Nullable Duration retryAfter;
  private final transient @Nullable EntraError entraError;

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
    this(kind, status, code, message, retryAfter, null);
  }

  private GraphRefused(
      RefusalKind kind,
      int status,
      @Nullable String code,
      String message,
      @Nullable Duration retryAfter,
      @Nullable EntraError entraError) {
    super(message, null, false, false);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.entraError = entraError;
  }

  /** Entra issued no token. */
  public static GraphRefused byEntra(EntraError error) {
    return new GraphRefused(
        error.isTransient() ? RefusalKind.UNAVAILABLE : RefusalKind.CREDENTIALS_REJECTED,
        0,
        error.label(),
        error.label() + ": " + error.meaning() + " " + error.remedy(),
        null,
        error);
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

  /** What Entra said, when it was Entra who refused. */
  public Optional<EntraError> entraError() {
    return Optional.ofNullable(entraError);
  }
}
