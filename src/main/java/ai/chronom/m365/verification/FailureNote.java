package ai.chronom.m365.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored {@link Failure}, or none. */
@Embeddable
public class FailureNote {
  private static final int CODE_MAX_CHARS = 60;
  private static final int ID_MAX_CHARS = 100;

  @Column(name = "failure_code")
  private @Nullable String code;

  @Column(name = "failure_meaning")
  private @Nullable String meaning;

  @Column(name = "failure_remedy")
  private @Nullable String remedy;

  @Column(name = "failure_slug")
  private @Nullable String slug;

  @Column(name = "failure_remedy_link")
  private @Nullable String remedyLink;

  @Column(name = "failure_trace_id")
  private @Nullable String traceId;

  @Column(name = "failure_correlation_id")
  private @Nullable String correlationId;

  @Column(name = "failure_time")
  private @Nullable OffsetDateTime time;

  /** For JPA. */
  protected FailureNote() {}

  FailureNote(Failure failure) {
    this.code = Text.fitting(failure.code(), CODE_MAX_CHARS);
    this.meaning = Text.fitting(failure.meaning());
    this.remedy = Text.fitting(failure.remedy());
    this.slug = Text.fitting(failure.slug(), CODE_MAX_CHARS);
    this.remedyLink = Text.fitting(failure.remedyLink());
    this.traceId = failure.traceId() == null ? null : Text.fitting(failure.traceId(), ID_MAX_CHARS);
    this.correlationId =
        failure.correlationId() == null
            ? null
            : Text.fitting(failure.correlationId(), ID_MAX_CHARS);
    this.time = failure.timestamp() == null ? null : failure.timestamp().atOffset(ZoneOffset.UTC);
  }

  Optional<Failure> failure() {
    if (code == null || meaning == null || remedy == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Failure(
            code,
            slug == null ? code : slug,
            meaning,
            remedy,
            remedyLink == null ? "" : remedyLink,
            traceId,
            correlationId,
            time == null ? null : time.toInstant()));
  }
}
