package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.CredentialKind;
import ai.chronom.m365.verification.CandidateProof;
import ai.chronom.m365.verification.Proof;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From a filled-in form to a sealed credential: checked, proved with Entra, and only then stored,
 * all or nothing. No transaction is open while Entra is asked. Each verb throws a {@link Problem}
 * for what the user can put right.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Onboarding {
  @Inject Clouds clouds;
  @Inject Tenants tenants;
  @Inject CandidateProof candidates;
  @Inject Admission admission;
  @Inject Certificates certificates;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Afterwards a verification starts by itself. What is secret in the form is wiped in any case.
   */
  public TenantId onboard(TenantForm form, Actor actor) {
    try (CredentialForm credential = form.credential()) {
      CheckedForm checked = new FormCheck(clouds, clock.instant()).tenant(form);
      TenantId tenantId = resolved(checked);
      refuseKnown(tenantId);
      try (Candidate candidate = candidate(checked.credential(), tenantId, actor)) {
        Registered app = new Registered(checked.cloud(), tenantId, checked.applicationId());
        prove(app, candidate, credential.field(), actor);
        admit(checked, candidate, tenantId, actor);
      }
      return tenantId;
    }
  }

  private Candidate candidate(CheckedCredential checked, TenantId tenantId, Actor actor) {
    if (checked instanceof CheckedCredential.Given given) {
      return new Candidate(given.credential(), given.expiresOn(), null);
    }
    UUID id = ((CheckedCredential.Waiting) checked).certificateId();
    return new Candidate(certificates.open(id, tenantId, actor), null, id);
  }

  private TenantId resolved(CheckedForm form) {
    if (form.tenant() instanceof TenantReference.ByDomain byDomain) {
      return candidates
          .tenantOf(form.cloud(), byDomain.domain())
          .orElseThrow(
              () ->
                  Problem.invalid(
                      TenantForm.TENANT_ID,
                      "No tenant of this cloud owns the domain "
                          + byDomain.domain()
                          + ": check its spelling and the cloud, or enter the tenant ID."));
    }
    return ((TenantReference.ById) form.tenant()).tenantId();
  }

  private void admit(CheckedForm checked, Candidate candidate, TenantId tenantId, Actor actor) {
    try {
      admission.admit(checked, candidate, tenantId, actor);
    } catch (EJBException e) {
      // Somebody else may have connected the same tenant while Entra was asked.
      refuseKnown(tenantId);
      throw e;
    }
  }

  private void refuseKnown(TenantId tenantId) {
    tenants
        .find(tenantId)
        .ifPresent(
            known -> {
              throw new Problem(
                  ProblemKind.TENANT_EXISTS,
                  "This tenant is connected already, under the name \"" + known.name() + "\".");
            });
  }

  /** Proved first: a rejected one leaves the old in use. What is secret in the form is wiped. */
  public void replaceCredential(TenantId tenantId, CredentialForm form, Actor actor) {
    try (form) {
      Tenant tenant = tenants.get(tenantId);
      CheckedCredential checked = new FormCheck(clouds, clock.instant()).replacement(form);
      Registered app = new Registered(cloudOf(tenant), tenantId, tenant.applicationId());
      try (Candidate candidate = candidate(checked, tenantId, actor)) {
        prove(app, candidate, form.field(), actor);
        admission.replace(tenantId, candidate, actor);
      }
    }
  }

  private Cloud cloudOf(Tenant tenant) {
    return clouds
        .find(tenant.cloudId())
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.ENTRA_UNREACHABLE,
                    "The cloud "
                        + tenant.cloudId()
                        + " of this tenant is no longer configured: set chronom.clouds."
                        + tenant.cloudId()
                        + ".login-url and its other keys."));
  }

  /** Where the app is registered. */
  private record Registered(Cloud cloud, TenantId tenantId, ApplicationId application) {}

  /** The audit line comes first: without it no credential is shown to anybody. */
  private void prove(Registered app, Candidate candidate, String field, Actor actor) {
    String facts =
        "application="
            + app.application()
            + " cloud="
            + app.cloud().id()
            + (candidate.credential().kind() == CredentialKind.CERTIFICATE
                ? " thumbprint=" + candidate.credential().hint()
                : "");
    audit.recordNow(actor, AuditAction.CREDENTIALS_TRIED, app.tenantId(), Outcome.SUCCEEDED, facts);
    Proof proof =
        candidates.prove(app.cloud(), app.tenantId(), app.application(), candidate.credential());
    if (proof instanceof Proof.Rejected rejected) {
      audit.recordNow(
          actor,
          AuditAction.CREDENTIALS_REJECTED,
          app.tenantId(),
          Outcome.REFUSED,
          facts + " reason=" + rejected.label());
      throw Refusals.of(rejected, field);
    }
    if (proof instanceof Proof.Unreachable unreachable) {
      throw Refusals.of(unreachable);
    }
  }

  public void rename(TenantId tenantId, @Nullable String name, Actor actor) {
    admission.rename(tenantId, FormCheck.name(name), actor);
  }

  /** With its secret, its snapshots and its findings; the audit trail stays. */
  public void remove(TenantId tenantId, Actor actor) {
    admission.remove(tenantId, actor);
  }
}
