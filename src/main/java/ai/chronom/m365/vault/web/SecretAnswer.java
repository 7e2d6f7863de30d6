package ai.chronom.m365.vault.web;

import ai.chronom.m365.vault.SecretDescription;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What REST tells about a sealed secret; wherever a tenant is shown, this is its {@code secret}.
 */
public record SecretAnswer(
    String hint,
    long version,
    Instant storedAt,
    @Nullable LocalDate expiresOn,
    @Nullable Long daysLeft,
    String state) {
  public static SecretAnswer of(SecretDescription secret, LocalDate today) {
    return new SecretAnswer(
        secret.hint(),
        secret.version(),
        secret.storedAt(),
        secret.expiresOn(),
        secret.daysLeft(today).orElse(null),
        secret.state(today).word());
  }
}
