package ai.chronom.m365.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a sealed credential.
 *
 * @param hint how the app registration's list shows it: a secret's first three characters, or a
 *     certificate's thumbprint
 * @param version counts its replacements, from 1
 * @param expiresOn the last day it works; null when nobody told
 * @param certificate null for a client secret
 */
public record SecretDescription(
    CredentialKind kind,
    String hint,
    long version,
    Instant storedAt,
    @Nullable LocalDate expiresOn,
    @Nullable CertificateFacts certificate) {
  public static final int EXPIRING_DAYS = ExpiryThreshold.DAYS_60.days();

  public static SecretDescription ofSecret(
      String hint, long version, Instant storedAt, @Nullable LocalDate expiresOn) {
    return new SecretDescription(
        CredentialKind.CLIENT_SECRET, hint, version, storedAt, expiresOn, null);
  }

  /** Negative after the last day; empty when the day is unknown. */
  public Optional<Long> daysLeft(LocalDate today) {
    return Optional.ofNullable(expiresOn).map(last -> ChronoUnit.DAYS.between(today, last));
  }

  /** The threshold that was reached; empty while there is time enough, or nobody knows. */
  public Optional<ExpiryThreshold> warning(LocalDate today) {
    return daysLeft(today).flatMap(ExpiryThreshold::reached);
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
