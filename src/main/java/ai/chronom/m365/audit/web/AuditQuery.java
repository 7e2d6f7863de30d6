package ai.chronom.m365.audit.web;

import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditFilter;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of an address, unchecked; empty ones are none. */
public final class AuditQuery {
  private static final int ACTOR_MAX_CHARS = 200;

  /** The exact name of an account, {@code token:<name>} or {@code system}. */
  @QueryParam("actor")
  @Nullable String actor;

  /** A word such as {@code secret-opened}. */
  @QueryParam("action")
  @Nullable String action;

  /** A tenant's ID, also of one that is gone. */
  @QueryParam("tenant")
  @Nullable String tenant;

  /** {@code succeeded}, {@code refused} or {@code failed}. */
  @QueryParam("outcome")
  @Nullable String outcome;

  /** A day (UTC) or a moment, included. */
  @QueryParam("from")
  @Nullable String from;

  /** A day (UTC), included, or a moment, excluded. */
  @QueryParam("to")
  @Nullable String to;

  /** Throws a {@link Problem} that names each wrong filter. */
  public AuditFilter filter() {
    List<FieldError> errors = new ArrayList<>();
    AuditFilter filter =
        new AuditFilter(
            read("actor", actor, AuditQuery::name, "A name of at most 200 characters", errors),
            read("action", action, AuditAction::find, "An action such as secret-opened", errors),
            read("tenant", tenant, TenantId::parse, "A tenant's ID, a GUID,", errors),
            read("outcome", outcome, Outcome::find, "succeeded, refused or failed", errors),
            read("from", from, text -> moment(text, 0), "A day such as 2026-11-23", errors),
            read("to", to, text -> moment(text, 1), "A day such as 2026-11-23", errors));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return filter;
  }

  private static Optional<String> name(String text) {
    return text.length() <= ACTOR_MAX_CHARS && text.indexOf(0) < 0
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A day begins some days later; a moment is what it is. */
  private static Optional<Instant> moment(String text, int daysLater) {
    try {
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static <T> @Nullable T read(
      String field,
      @Nullable String text,
      Function<String, Optional<T>> reader,
      String expected,
      List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Optional<T> value = reader.apply(text.strip());
    if (value.isEmpty()) {
      errors.add(new FieldError(field, expected + " is expected, something else came."));
    }
    return value.orElse(null);
  }
}
