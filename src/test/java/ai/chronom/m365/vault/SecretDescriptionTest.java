package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretDescriptionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, -1, EXPIRED",
    "2026-11-23, 0, EXPIRING",
    "2027-01-22, 60, EXPIRING",
    "2027-01-23, 61, VALID"
  })
  void standsToItsLastDay(LocalDate lastDay, long daysLeft, SecretState state) {
    SecretDescription secret = expiring(lastDay);
    assertThat(secret.daysLeft(TODAY)).contains(daysLeft);
    assertThat(secret.state(TODAY)).isEqualTo(state);
  }

  @Test
  void admitsThatTheLastDayIsUnknown() {
    SecretDescription secret = expiring(null);
    assertThat(secret.daysLeft(TODAY)).isEmpty();
    assertThat(secret.state(TODAY)).isEqualTo(SecretState.UNKNOWN);
  }

  private static SecretDescription expiring(LocalDate lastDay) {
    return SecretDescription.ofSecret("abc", 1, Instant.EPOCH, lastDay);
  }
}
