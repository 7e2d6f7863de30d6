package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.CertificateKey;
import ai.chronom.m365.vault.PendingCertificates;
import ai.chronom.m365.vault.WaitingCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Certificates made here for an administrator to upload in Entra: the private key stays in the
 * vault, and becomes a tenant's credential once Entra accepted it.
 */
@ApplicationScoped
public class Certificates {
  @Inject PendingCertificates pending;
  @Inject Tenants tenants;
  @Inject Guide guide;

  /**
   * Throws a {@link Problem}.
   *
   * @param tenantId whose credential it shall become; null for a tenant that is not connected yet
   */
  public WaitingCertificate generate(@Nullable TenantId tenantId, Actor actor) {
    if (tenantId != null) {
      tenants.get(tenantId);
    }
    return pending.generate(tenantId, guide.registration().name(), actor);
  }

  /** The latest first. */
  public List<WaitingCertificate> all() {
    return pending.all();
  }

  /** Throws a not-found problem. */
  public WaitingCertificate get(UUID id) {
    return pending.find(id).orElseThrow(() -> Problem.notFound("The generated certificate"));
  }

  /** Null when none waits for that tenant. */
  public @Nullable WaitingCertificate waitingFor(TenantId tenantId) {
    return pending.of(tenantId).orElse(null);
  }

  /** For a tenant that is not connected yet; null when this person made none. */
  public @Nullable WaitingCertificate madeBy(Actor actor) {
    return pending.latestOf(actor).orElse(null);
  }

  /** Throws a not-found problem. */
  public void discard(UUID id, Actor actor) {
    pending.discard(id, actor);
  }

  /** To be proved; the caller closes it. Throws a {@link Problem}. */
  CertificateKey open(UUID id, TenantId tenantId, Actor actor) {
    pending
        .find(id)
        .filter(waiting -> waiting.fits(tenantId))
        .orElseThrow(() -> Problem.invalid(CredentialCheck.gone()));
    return pending.open(id, actor);
  }
}
