package ai.chronom.m365.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditLineTest {
  @Test
  void staysOneLineWhateverTheNameHolds() {
    AuditLine line = line("eve\r\n2026 system secret-opened", "a\tb");
    assertThat(line.actor()).isEqualTo("eve 2026 system secret-opened");
    assertThat(line.detail()).isEqualTo("a b");
  }

  @Test
  void fitsItsColumns() {
    AuditLine line = line("x".repeat(10_000), "y".repeat(10_000));
    assertThat(line.actor()).hasSize(AuditLine.ACTOR_MAX_CHARS);
    assertThat(line.detail()).hasSize(AuditLine.DETAIL_MAX_CHARS);
  }

  @Test
  void cutsNoCharacterInHalf() {
    AuditLine line = line("x".repeat(AuditLine.ACTOR_MAX_CHARS - 1) + "🔑", "");
    assertThat(line.actor()).hasSize(AuditLine.ACTOR_MAX_CHARS - 1);
  }

  /** Otherwise the time that comes back from the database would not be the one that was linked. */
  @Test
  void keepsNoMoreOfTheTimeThanTheDatabaseDoes() {
    AuditLine line =
        AuditLine.of(
            Actor.SYSTEM,
            AuditAction.SIGNED_IN,
            null,
            Outcome.REFUSED,
            "",
            Instant.parse("2026-11-23T10:00:00.123456789Z"));
    assertThat(line.occurredAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00.123456Z"));
  }

  private static AuditLine line(String actor, String detail) {
    return AuditLine.of(
        new Actor(actor), AuditAction.SIGNED_IN, null, Outcome.REFUSED, detail, Instant.EPOCH);
  }
}
