package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.tenant.SecretReplaced;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantLeaving;
import ai.chronom.m365.tenant.TenantOnboarded;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.PendingCertificates;
import ai.chronom.m365.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Stores what was proved: tenant, secret, audit line and what observers add, each verb in one
 * transaction.
 */
@Stateless
public class Admission {
  @Inject Tenants tenants;
  @Inject Vault vault;
  @Inject PendingCertificates pending;
  @Inject AuditTrail audit;
  @Inject Clock clock;
  @Inject Event<TenantOnboarded> onboarded;
  @Inject Event<SecretReplaced> replaced;
  @Inject Event<TenantLeaving> leaving;

  public void admit(CheckedForm form, Candidate candidate, TenantId tenantId, Actor actor) {
    tenants.add(
        new Tenant(tenantId, form.name(), form.applicationId(), form.cloud(), clock.instant()));
    seal(candidate, tenantId, actor);
    audit.record(
        actor,
        AuditAction.TENANT_ONBOARDED,
        tenantId,
        Outcome.SUCCEEDED,
        "application=" + form.applicationId() + " cloud=" + form.cloud().id());
    onboarded.fire(new TenantOnboarded(tenantId));
  }

  /** Throws a not-found problem when the tenant was removed meanwhile. */
  public void replace(TenantId tenantId, Candidate candidate, Actor actor) {
    tenants.get(tenantId);
    // First, because it locks the tenant's job: a verification that ends now locks the job, then
    // the secret, and two transactions that lock in different orders block each other for good.
    replaced.fire(new SecretReplaced(tenantId));
    seal(candidate, tenantId, actor);
  }

  /** A generated key moves: it is never in two places. */
  private void seal(Candidate candidate, TenantId tenantId, Actor actor) {
    if (candidate.waiting() != null) {
      pending.taken(candidate.waiting());
    }
    vault.seal(tenantId, candidate.credential(), candidate.expiresOn(), actor);
  }

  public void rename(TenantId tenantId, String name, Actor actor) {
    tenants.rename(tenantId, name);
    audit.record(actor, AuditAction.TENANT_RENAMED, tenantId, Outcome.SUCCEEDED, "");
  }

  public void remove(TenantId tenantId, Actor actor) {
    leaving.fire(new TenantLeaving(tenantId));
    tenants.remove(tenantId);
    audit.record(actor, AuditAction.TENANT_REMOVED, tenantId, Outcome.SUCCEEDED, "");
  }
}
