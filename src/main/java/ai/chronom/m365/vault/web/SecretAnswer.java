package ai.chronom.m365.vault.web;

import ai.chronom.m365.vault.CertificateFacts;
import ai.chronom.m365.vault.CredentialKind;
import ai.chronom.m365.vault.ExpiryThreshold;
import ai.chronom.m365.vault.SecretDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What REST tells about a sealed credential; wherever a tenant is shown, this is its {@code
 * secret}.
 *
 * @param kind {@code client-secret} or {@code certificate}
 * @param hint the first three characters of a client secret
 * @param thumbprint of a certificate, as the portal shows it
 * @param warning the threshold that was reached, from {@code 60-days} to {@code 1-day}, or {@code
 *     expired}; left out while there is time enough
 */
public record SecretAnswer(
    String kind,
    @Nullable String hint,
    @Nullable String thumbprint,
    long version,
    Instant storedAt,
    @Nullable Instant notBefore,
    @Nullable LocalDate expiresOn,
    @Nullable Long daysLeft,
    String state,
    @Nullable String warning) {
  public static SecretAnswer of(SecretDescription secret, LocalDate today) {
    Optional<CertificateFacts> certificate = Optional.ofNullable(secret.certificate());
    return new SecretAnswer(
        secret.kind().word(),
        secret.kind() == CredentialKind.CLIENT_SECRET ? secret.hint() : null,
        certificate.map(CertificateFacts::thumbprint).orElse(null),
        secret.version(),
        secret.storedAt(),
        certificate.map(CertificateFacts::notBefore).orElse(null),
        secret.expiresOn(),
        secret.daysLeft(today).orElse(null),
        secret.state(today).word(),
        secret.warning(today).map(ExpiryThreshold::word).orElse(null));
  }
}
