package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.PortalLinks;
import ai.chronom.m365.tenant.SecretReplaced;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantOnboarded;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.SecretExpiring;
import ai.chronom.m365.verification.Drift.Known;
import ai.chronom.m365.verification.Fact.Aspect;
import ai.chronom.m365.verification.Fact.Thing;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes each change into the timeline and keeps what is known of a tenant. Each verb joins the
 * caller's transaction; for one tenant there is one at a time, since verifications own its job.
 */
@Stateless
public class DriftLog {
  /** After those who lock the tenant's job, so that everybody locks in the same order. */
  private static final int LATE = jakarta.interceptor.Interceptor.Priority.APPLICATION + 900;

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Timeline timeline;
  @Inject Tenants tenants;
  @Inject Clouds clouds;

  /** What a verification found. */
  public void found(TenantId tenantId, String verificationId, VerificationFindings findings) {
    compare(tenantId, verificationId, Seen.of(findings));
  }

  /** Entra rejected the credentials. */
  public void rejected(TenantId tenantId, String verificationId, Failure failure) {
    compare(tenantId, verificationId, Seen.rejection(failure));
  }

  /** Microsoft could not be asked, again: once is no news. */
  public void unreachable(TenantId tenantId, String verificationId, Failure failure) {
    compare(tenantId, verificationId, Seen.outage(failure));
  }

  private void compare(TenantId tenantId, String verificationId, Seen seen) {
    Drift drift = Drift.between(known(tenantId), seen);
    drift.forgotten().forEach(thing -> forget(tenantId, thing));
    drift.learned().forEach(fact -> learn(tenantId, fact));
    timeline.note(tenantId, drift.changes(), verificationId);
  }

  /** Its credentials were proved before it was stored. */
  public void onboarded(@Observes @Priority(LATE) TenantOnboarded event) {
    entities.flush();
    learn(event.tenantId(), Fact.of(Aspect.CREDENTIAL, "", Seen.WORKING));
    learn(event.tenantId(), Fact.of(Aspect.REACH, "", Seen.REACHED));
    note(event.tenantId(), Change.plain(ChangeKind.TENANT_ONBOARDED, "", "", ""));
  }

  public void replaced(@Observes @Priority(LATE) SecretReplaced event) {
    note(event.tenantId(), Change.plain(ChangeKind.SECRET_REPLACED, "", "", ""));
  }

  public void expiring(@Observes @Priority(LATE) SecretExpiring event) {
    Tenant tenant = tenants.get(event.tenantId());
    Optional<Cloud> cloud = clouds.find(tenant.cloudId());
    note(
        event.tenantId(),
        new Change(
            ChangeKind.SECRET_EXPIRING,
            "",
            event.expiresOn().toString(),
            String.valueOf(event.daysLeft()),
            "Open Certificates & secrets, create a new secret, and enter it on the tenant's page:"
                + " it is proved before it replaces the old one.",
            cloud.map(c -> new PortalLinks(c, tenant.applicationId()).secrets()).orElse("")));
  }

  private void note(TenantId tenantId, Change change) {
    timeline.note(tenantId, List.of(change), null);
  }

  private Map<Thing, Known> known(TenantId tenantId) {
    Map<Thing, Known> known = new LinkedHashMap<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "select aspect, name, known_value, shown from tenant_fact where tenant_id = ?1"
                    + " order by aspect, name")
            .setParameter(1, tenantId.toString())
            .getResultList();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      known.put(
          new Thing(Aspect.valueOf((String) row[0]), (String) row[1]),
          new Known((String) row[2], (String) row[3]));
    }
    return known;
  }

  private void learn(TenantId tenantId, Fact fact) {
    int known =
        entities
            .createNativeQuery(
                "update tenant_fact set known_value = ?1, shown = ?2"
                    + " where tenant_id = ?3 and aspect = ?4 and name = ?5")
            .setParameter(1, fact.value())
            .setParameter(2, fact.shown())
            .setParameter(3, tenantId.toString())
            .setParameter(4, fact.thing().aspect().name())
            .setParameter(5, fact.thing().name())
            .executeUpdate();
    if (known == 0) {
      entities
          .createNativeQuery(
              "insert into tenant_fact (known_value, shown, tenant_id, aspect, name)"
                  + " values (?1, ?2, ?3, ?4, ?5)")
          .setParameter(1, fact.value())
          .setParameter(2, fact.shown())
          .setParameter(3, tenantId.toString())
          .setParameter(4, fact.thing().aspect().name())
          .setParameter(5, fact.thing().name())
          .executeUpdate();
    }
  }

  private void forget(TenantId tenantId, Thing thing) {
    entities
        .createNativeQuery(
            "delete from tenant_fact where tenant_id = ?1 and aspect = ?2 and name = ?3")
        .setParameter(1, tenantId.toString())
        .setParameter(2, thing.aspect().name())
        .setParameter(3, thing.name())
        .executeUpdate();
  }
}
