package ai.chronom.m365.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditEventTest {
  @Test
  void staysOneLineWhateverTheNameHolds() {
    AuditEvent event = event("eve\r\n2026 system secret-opened", "a\tb");
    assertThat(event.actor()).isEqualTo("eve 2026 system secret-opened");
    assertThat(event.detail()).isEqualTo("a b");
  }

  @Test
  void fitsItsColumns() {
    AuditEvent event = event("x".repeat(10_000), "y".repeat(10_000));
    assertThat(event.actor()).hasSize(AuditEvent.ACTOR_MAX_CHARS);
    assertThat(event.detail()).hasSize(AuditEvent.DETAIL_MAX_CHARS);
  }

  @Test
  void cutsNoCharacterInHalf() {
    AuditEvent event = event("x".repeat(AuditEvent.ACTOR_MAX_CHARS - 1) + "🔑", "");
    assertThat(event.actor()).hasSize(AuditEvent.ACTOR_MAX_CHARS - 1);
  }

  private static AuditEvent event(String actor, String detail) {
    return new AuditEvent(
        new Actor(actor), AuditAction.SIGNED_IN, null, Outcome.REFUSED, detail, Instant.EPOCH);
  }
}
