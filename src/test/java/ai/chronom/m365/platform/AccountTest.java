package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

  private final Account anna = new Account("anna", "hash", Role.ADMIN, NOW);

  @Test
  void ownPasswordOpensForEver() {
    assertThat(anna.opens(NOW.plus(Duration.ofDays(4000)))).isTrue();
    assertThat(anna.mustChoose()).isFalse();
    assertThat(anna.canAdministrate()).isTrue();
  }

  @Test
  void lentPasswordOpensForADayAndOnlyToChooseAnother() {
    anna.lend("lent", TOMORROW, NOW);

    assertThat(anna.mustChoose()).isTrue();
    assertThat(anna.canAdministrate()).isFalse();
    assertThat(anna.opens(TOMORROW.minusMillis(1))).isTrue();
    assertThat(anna.opens(TOMORROW)).isFalse();

    anna.choose("own", NOW);
    assertThat(anna.mustChoose()).isFalse();
    assertThat(anna.opens(TOMORROW)).isTrue();
  }

  @Test
  void anotherPasswordEndsTheSessionsOfBefore() {
    Instant begun = NOW.minusSeconds(1);
    assertThat(anna.knows(begun)).isTrue();

    anna.choose("own", NOW);

    assertThat(anna.knows(begun)).isFalse();
    assertThat(anna.knows(NOW)).isTrue();
  }

  @Test
  void disabledOneIsOutUntilEnabled() {
    anna.disable();
    assertThat(anna.knows(NOW)).isFalse();
    assertThat(anna.opens(NOW)).isFalse();
    anna.enable();
    assertThat(anna.opens(NOW)).isTrue();
  }
}
