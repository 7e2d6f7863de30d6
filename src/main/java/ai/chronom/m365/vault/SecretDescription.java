package ai.chronom.m365.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a sealed secret.
 *
 * @param hint its first three characters
 * @param version counts its replacements, from 1
 * @param expiresOn the last day it works; null when nobody told
 */
public record SecretDescription(
    String hint, long version, Instant storedAt, @Nullable LocalDate expiresOn) {
  public static final int EXPIRING_DAYS = 30;

  /** Negative after the last day; empty when the day is unknown. */
  public Optional<Long> daysLeft(LocalDate today) {
    return Optional.ofNullable(expiresOn).map(last -> ChronoUnit.DAYS.between(today, last));
  }

  public SecretState state(LocalDate today) {
    return daysLeft(today).map(SecretDescription::stateOf).orElse(SecretState.UNKNOWN);
  }

  private static SecretState stateOf(long daysLeft) {
    if (daysLeft < 0) {
      return SecretState.EXPIRED;
    }
    return daysLeft <= EXPIRING_DAYS ? SecretState.EXPIRING : SecretState.VALID;
  }
}
