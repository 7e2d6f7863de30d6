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
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.verification.CandidateProof;
import ai.chronom.m365.verification.Proof;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From a filled-in form to a sealed secret: checked, proved with Entra, and only then stored, all
 * or nothing. No transaction is open while Entra is asked. Each verb throws a {@link Problem} for
 * what the user can put right.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Onboarding {
  @Inject Clouds clouds;
  @Inject Tenants tenants;
  @Inject CandidateProof candidates;
  @Inject Admission admission;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Afterwards a verification starts by itself. The form's secret is wiped in any case. */
  public TenantId onboard(TenantForm form, Actor actor) {
    try (Wiped secret = new Wiped(form.clientSecret())) {
      CheckedForm checked = new FormCheck(clouds, today()).tenant(form);
      TenantId tenantId = resolved(checked);
      refuseKnown(tenantId);
      prove(checked.cloud(), tenantId, checked.applicationId(), secret.required(), actor);
      admit(checked, tenantId, actor);
      return tenantId;
    }
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

  private void admit(CheckedForm checked, TenantId tenantId, Actor actor) {
    try {
      admission.admit(checked, tenantId, actor);
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

  /** Proved first: a rejected secret leaves the old one in use. The form's secret is wiped. */
  public void replaceSecret(TenantId tenantId, SecretForm form, Actor actor) {
    try (Wiped secret = new Wiped(form.clientSecret())) {
      Tenant tenant = tenants.get(tenantId);
      LocalDate expiresOn = new FormCheck(clouds, today()).replacement(form).orElse(null);
      prove(cloudOf(tenant), tenantId, tenant.applicationId(), secret.required(), actor);
      admission.replace(tenantId, secret.required(), expiresOn, actor);
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

  /** The audit line comes first: without it no secret is shown to anybody. */
  private void prove(
      Cloud cloud, TenantId tenantId, ApplicationId application, ClientSecret secret, Actor actor) {
    String facts = "application=" + application + " cloud=" + cloud.id();
    audit.recordNow(actor, AuditAction.CREDENTIALS_TRIED, tenantId, Outcome.SUCCEEDED, facts);
    Proof proof = candidates.prove(cloud, tenantId, application, secret);
    if (proof instanceof Proof.Rejected rejected) {
      audit.recordNow(
          actor,
          AuditAction.CREDENTIALS_REJECTED,
          tenantId,
          Outcome.REFUSED,
          facts + " reason=" + rejected.label());
      throw Refusals.of(rejected);
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

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The form's secret, wiped at the end of the attempt, however it ends. */
  private record Wiped(@Nullable ClientSecret secret) implements AutoCloseable {
    ClientSecret required() {
      return Objects.requireNonNull(secret, "the form check lets no empty secret pass");
    }

    @Override
    public void close() {
      if (secret != null) {
        secret.close();
      }
    }
  }
}
