package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.WaitingCertificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A generated certificate that waits to be uploaded in Entra; its private key is never told.
 *
 * @param thumbprint as the portal shows it after the upload
 * @param discardedAt when it is deleted if nobody used it
 * @param certificate in PEM
 */
public record CertificateAnswer(
    String id,
    @Nullable TenantId tenantId,
    String thumbprint,
    Instant notBefore,
    Instant notAfter,
    String createdBy,
    Instant createdAt,
    Instant discardedAt,
    String certificate) {
  static CertificateAnswer of(WaitingCertificate waiting) {
    return new CertificateAnswer(
        waiting.id().toString(),
        waiting.tenantId(),
        waiting.certificate().thumbprint(),
        waiting.certificate().notBefore(),
        waiting.certificate().notAfter(),
        waiting.createdBy().name(),
        waiting.createdAt(),
        waiting.discardedAt(),
        waiting.certificate().pem());
  }
}
