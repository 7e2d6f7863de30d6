package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.verification.Verifications;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/**
 * Sends people to Microsoft's consent page and takes the answer when they come back (ADR 067). An
 * answer counts once, for the person who asked, for half an hour; what it says about consent is
 * only a reason to verify.
 */
@Stateless
public class Consents {
  private static final int STATE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Tenants tenants;
  @Inject Verifications verifications;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** What goes along to Microsoft and comes back; the same while a page is shown again. */
  public String ask(TenantId tenantId, ApplicationId applicationId, Actor actor) {
    forgetOld();
    return entities
        .createQuery(
            "select r from ConsentRequest r where r.askedBy = :person and r.tenantId = :tenant"
                + " and r.applicationId = :application and r.askedAt > :recently",
            ConsentRequest.class)
        .setParameter("person", actor.name())
        .setParameter("tenant", tenantId.toString())
        .setParameter("application", applicationId.toString())
        .setParameter(
            "recently",
            clock.instant().minus(ConsentRequest.LIFETIME.dividedBy(2)).atOffset(ZoneOffset.UTC))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseGet(() -> added(tenantId, applicationId, actor))
        .state();
  }

  private ConsentRequest added(TenantId tenantId, ApplicationId applicationId, Actor actor) {
    byte[] random = new byte[STATE_BYTES];
    RANDOM.nextBytes(random);
    String state = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    ConsentRequest request =
        new ConsentRequest(state, tenantId, applicationId.toString(), actor, clock.instant());
    entities.persist(request);
    return request;
  }

  /** When consent was given for a tenant under our care, a verification starts by itself. */
  public ConsentOutcome answered(ConsentAnswer answer, Reach reach, Actor actor) {
    Optional<ConsentRequest> asked =
        Optional.ofNullable(answer.state())
            .map(
                state -> entities.find(ConsentRequest.class, state, LockModeType.PESSIMISTIC_WRITE))
            .filter(request -> request.isOpenFor(actor, clock.instant()))
            .filter(request -> reach.covers(request.tenantId()));
    if (asked.isEmpty()) {
      return new ConsentOutcome.Unknown();
    }
    entities.remove(asked.get());
    TenantId tenantId = asked.get().tenantId();
    ConsentOutcome outcome = judge(answer, tenantId, tenants.find(tenantId).isPresent());
    writeDown(outcome, answer, tenantId, actor);
    if (outcome instanceof ConsentOutcome.Given given && given.connected()) {
      verifications.request(tenantId, actor);
    }
    return outcome;
  }

  /** The error first: a refusal may carry admin_consent=True as well. */
  static ConsentOutcome judge(ConsentAnswer answer, TenantId asked, boolean connected) {
    if (answer.isRefusal() || !answer.isConsent() || answer.tenant() == null) {
      ConsentRefusals.Reason reason = ConsentRefusals.reason(answer);
      return new ConsentOutcome.Refused(
          asked, connected, ConsentRefusals.code(answer), reason.meaning(), reason.remedy());
    }
    return TenantId.parse(answer.tenant()).filter(asked::equals).isPresent()
        ? new ConsentOutcome.Given(asked, connected)
        : new ConsentOutcome.Elsewhere(asked, connected);
  }

  private void writeDown(
      ConsentOutcome outcome, ConsentAnswer answer, TenantId tenantId, Actor actor) {
    boolean given = outcome instanceof ConsentOutcome.Given;
    String detail = "";
    if (outcome instanceof ConsentOutcome.Elsewhere) {
      detail = "reason=another-tenant";
    } else if (!given) {
      detail = "reason=" + ConsentRefusals.code(answer);
    }
    audit.record(
        actor,
        AuditAction.CONSENT_ANSWERED,
        tenantId,
        given ? Outcome.SUCCEEDED : Outcome.REFUSED,
        detail);
  }

  private void forgetOld() {
    entities
        .createNativeQuery("delete from consent_request where expires_at < ?1")
        .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
