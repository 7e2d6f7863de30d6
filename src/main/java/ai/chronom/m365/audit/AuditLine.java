package ai.chronom.m365.audit;

import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, as the database keeps it: text, so that even an altered one can be read.
 *
 * @param occurredAt to the microsecond, as both databases keep it
 */
record AuditLine(
    Instant occurredAt,
    String actor,
    String action,
    @Nullable String tenantId,
    String outcome,
    String detail) {
  static final int ACTOR_MAX_CHARS = 200;
  static final int DETAIL_MAX_CHARS = 1_000;

  /** Names and details may come from outside: they are cut and made one line. */
  static AuditLine of(
      Actor actor,
      AuditAction action,
      @Nullable TenantId tenantId,
      Outcome outcome,
      String detail,
      Instant now) {
    return new AuditLine(
        now.truncatedTo(ChronoUnit.MICROS),
        oneLine(actor.name(), ACTOR_MAX_CHARS),
        action.name(),
        tenantId == null ? null : tenantId.toString(),
        outcome.name(),
        oneLine(detail, DETAIL_MAX_CHARS));
  }

  private static String oneLine(String text, int maxChars) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    if (line.length() <= maxChars) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return line.substring(0, end);
  }
}
