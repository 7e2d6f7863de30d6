package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.container.BuiltWar;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.job.Node;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.SecretReplaced;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Verifications as they are written down, on a real database. Each test is one transaction that is
 * rolled back, so that the timers of the running server never see its jobs.
 */
@ExtendWith(ArquillianExtension.class)
class VerificationLogContainerIT {
  private static final URI HOST = URI.create("https://localhost");
  private static final Instant NEXT = Instant.parse("2099-01-01T00:00:00Z");

  private final TenantId tenantId = new TenantId(UUID.randomUUID());

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject UserTransaction transaction;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Node node;
  @Inject Verifications verifications;
  @Inject VerificationLog log;
  @Inject Timeline timeline;
  @Inject jakarta.enterprise.event.Event<SecretReplaced> replaced;

  private OwnedJob job;
  private Claim claim;

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests().addClasses(OwnedJob.class, SampleFindings.class);
  }

  @BeforeEach
  void own() throws Exception {
    transaction.begin();
    Cloud cloud = new Cloud("global", "Global", HOST, HOST, HOST, List.of());
    tenants.add(
        new Tenant(
            tenantId,
            "Contoso",
            new ApplicationId(UUID.randomUUID()),
            cloud,
            Instant.parse("2026-11-23T12:00:00Z")));
    jobs.schedule(JobKind.VERIFY, tenantId, NEXT);
    job = new OwnedJob(entities, node, tenantId, NEXT);
    claim = job.own(0);
  }

  @AfterEach
  void forget() throws Exception {
    transaction.rollback();
  }

  @Test
  void queuedOneIsTakenAndToldWhileItRuns() {
    String queued = verifications.request(tenantId, new Actor("anna")).id();
    VerificationLog.Begun begun = log.begin(claim);
    assertThat(begun).isEqualTo(new VerificationLog.Begun(queued, new Actor("anna")));
    log.judged(claim, begun, List.of(SampleFindings.verdict()));
    VerificationResult running = verifications.latest(tenantId).orElseThrow();
    assertThat(running.state()).isEqualTo(VerificationState.RUNNING);
    assertThat(running.permissions()).containsExactly(SampleFindings.verdict());
    assertThat(running.finishedAt()).isNull();
    assertThat(verifications.heads(List.of(tenantId)))
        .containsOnly(
            Map.entry(
                tenantId, new VerificationHead(queued, null, running.requestedAt(), null, 1, 1)));
  }

  @Test
  void everythingFoundSurvivesTheRoundTrip() {
    VerificationLog.Begun begun = log.begin(claim);
    log.judged(claim, begun, List.of(SampleFindings.verdict()));
    VerificationFindings findings = SampleFindings.findings();
    log.complete(claim, begun, findings, NEXT);
    entities.clear();
    VerificationResult result = verifications.find(tenantId, begun.id()).orElseThrow();
    assertThat(result.trigger()).isEqualTo(Trigger.SCHEDULE);
    assertThat(result.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
    assertThat(result.permissions()).containsExactly(SampleFindings.verdict());
    assertThat(result.excess()).isEqualTo(findings.excess());
    assertThat(result.registration()).containsExactlyInAnyOrderElementsOf(findings.checks());
    assertThat(result.graphRequests()).isEqualTo(3);
    assertThat(tenants.get(tenantId).status()).isEqualTo(TenantStatus.VERIFIED);
    assertThat(verifications.history(tenantId, new PageRequest(0, 10)).items())
        .containsExactly(result);
  }

  @Test
  void failureSurvivesTheRoundTrip() {
    VerificationLog.Begun begun = log.begin(claim);
    Failure failure =
        new Failure(
            "AADSTS7000222",
            "secret-expired",
            "Expired.",
            "Renew.",
            "https://portal/secrets",
            "trace",
            "correlation",
            NEXT);
    log.fail(claim, begun, failure, TenantStatus.CREDENTIAL_FAILED, NEXT);
    entities.clear();
    VerificationResult result = verifications.latestFinished(tenantId).orElseThrow();
    assertThat(result.failure()).isEqualTo(failure);
    assertThat(result.outcome()).isEqualTo(VerificationOutcome.FAILED);
    assertThat(result.registration())
        .singleElement()
        .satisfies(row -> assertThat(row.check()).isEqualTo("secret-lifetime"))
        .satisfies(row -> assertThat(row.found()).contains("AADSTS7000222"));
    assertThat(tenants.get(tenantId).status()).isEqualTo(TenantStatus.CREDENTIAL_FAILED);
    assertThat(job.value("failures")).isEqualTo(1L);
  }

  @Test
  void whatACrashLeftRunningFailed() {
    VerificationLog.Begun orphan = log.begin(claim);
    VerificationLog.Begun next = log.begin(claim);
    assertThat(next.id()).isNotEqualTo(orphan.id());
    VerificationResult left = verifications.find(tenantId, orphan.id()).orElseThrow();
    assertThat(left.outcome()).isEqualTo(VerificationOutcome.FAILED);
    assertThat(left.failure()).isNotNull().extracting(Failure::code).isEqualTo("interrupted");
  }

  @Test
  void orderGivenWhileOneRunsIsNotLost() {
    VerificationLog.Begun begun = log.begin(claim);
    verifications.request(tenantId, Actor.SYSTEM);
    log.complete(claim, begun, SampleFindings.findings(), NEXT);
    assertThat(job.dueAt()).isBefore(NEXT.minus(Duration.ofDays(1)));
  }

  @Test
  void twoOrdersBeforeTheStartAreOne() {
    String first = verifications.request(tenantId, Actor.SYSTEM).id();
    assertThat(verifications.request(tenantId, new Actor("anna")).id()).isEqualTo(first);
  }

  @Test
  void withoutAnOrderTheIntervalDecides() {
    log.complete(claim, log.begin(claim), SampleFindings.findings(), NEXT);
    assertThat(job.dueAt()).isEqualTo(NEXT);
  }

  @Test
  void missingConsentIsLookedForAgainSoon() {
    verifications.request(tenantId, new Actor("anna"));
    log.complete(claim, log.begin(claim), SampleFindings.consentMissing(), NEXT);
    NextCheck next = verifications.nextCheck(tenantId).orElseThrow();
    assertThat(next.at()).isBefore(Instant.now().plusSeconds(31));
    assertThat(next.recheck()).isEqualTo(1);
    assertThat(next.rechecks()).isEqualTo(5);

    claim = job.own(0);
    VerificationLog.Begun look = log.begin(claim);
    assertThat(verifications.latest(tenantId).orElseThrow().trigger()).isEqualTo(Trigger.RECHECK);
    log.complete(claim, look, SampleFindings.findings(), NEXT);
    assertThat(verifications.nextCheck(tenantId)).contains(NextCheck.usual(NEXT));
  }

  @Test
  void looksEndTenMinutesAfterTheyBegan() {
    verifications.request(tenantId, new Actor("anna"));
    log.complete(claim, log.begin(claim), SampleFindings.consentMissing(), NEXT);
    entities.flush();
    entities
        .createNativeQuery("update recheck set since = ?1 where tenant_id = ?2")
        .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(10))
        .setParameter(2, tenantId.toString())
        .executeUpdate();
    entities.clear();
    claim = job.own(0);
    log.complete(claim, log.begin(claim), SampleFindings.consentMissing(), NEXT);
    assertThat(verifications.nextCheck(tenantId)).contains(NextCheck.usual(NEXT));
  }

  @Test
  void scheduledVerificationStartsNoLooks() {
    log.complete(claim, log.begin(claim), SampleFindings.consentMissing(), NEXT);
    assertThat(verifications.nextCheck(tenantId)).contains(NextCheck.usual(NEXT));
  }

  @Test
  void formerOwnerWritesNothing() {
    VerificationLog.Begun begun = log.begin(claim);
    Claim stale = new Claim(claim.jobId(), JobKind.VERIFY, tenantId, 6, 0);
    assertThatThrownBy(() -> log.complete(stale, begun, SampleFindings.findings(), NEXT))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void olderThanNinetyDaysIsForgotten() {
    String old = log.begin(claim).id();
    age(old, Duration.ofDays(91));
    VerificationLog.Begun begun = log.begin(claim);
    log.complete(claim, begun, SampleFindings.findings(), NEXT);
    entities.clear();
    assertThat(verifications.find(tenantId, old)).isEmpty();
    assertThat(verifications.find(tenantId, begun.id())).isPresent();
  }

  @Test
  void changesAreWrittenDownOnceAndSettledByTheNext() {
    log.complete(claim, log.begin(claim), SampleFindings.findings(), NEXT);
    claim = job.own(0);
    fail("AADSTS7000222");
    fail("AADSTS7000222");
    entities.clear();
    List<TenantChange> seen = timeline.of(tenantId, new PageRequest(0, 10)).items();
    assertThat(seen)
        .extracting(TenantChange::kind)
        .containsExactly(ChangeKind.CREDENTIAL_FAILED, ChangeKind.FIRST_VERIFIED);
    assertThat(seen.get(0).open()).isTrue();
    log.complete(claim, log.begin(claim), SampleFindings.findings(), NEXT);
    entities.clear();
    List<TenantChange> later = timeline.of(tenantId, new PageRequest(0, 10)).items();
    assertThat(later.get(0).kind()).isEqualTo(ChangeKind.CREDENTIAL_WORKING);
    assertThat(later).noneMatch(TenantChange::open);
  }

  @Test
  void firstOutageIsNoNewsTheSecondIs() {
    log.complete(claim, log.begin(claim), SampleFindings.findings(), NEXT);
    claim = job.own(0);
    Failure down = Failure.of("unreachable", "No answer.", "");
    log.fail(claim, log.begin(claim), down, TenantStatus.UNREACHABLE, NEXT);
    assertThat(timeline.of(tenantId, new PageRequest(0, 10)).total()).isEqualTo(1);
    claim = job.own(1);
    log.fail(claim, log.begin(claim), down, TenantStatus.UNREACHABLE, NEXT);
    assertThat(timeline.of(tenantId, new PageRequest(0, 10)).items().get(0).kind())
        .isEqualTo(ChangeKind.TENANT_UNREACHABLE);
  }

  @Test
  void replacedSecretIsInTheTimeline() {
    replaced.fire(new SecretReplaced(tenantId));
    assertThat(timeline.of(tenantId, new PageRequest(0, 10)).items())
        .extracting(TenantChange::kind)
        .containsExactly(ChangeKind.SECRET_REPLACED);
  }

  private void fail(String code) {
    Failure failure = Failure.of(code, "Expired.", "Renew.");
    log.fail(claim, log.begin(claim), failure, TenantStatus.CREDENTIAL_FAILED, NEXT);
    claim = job.own(0);
  }

  @Test
  void anotherTenantsIsNotFound() {
    String id = log.begin(claim).id();
    assertThat(verifications.find(new TenantId(UUID.randomUUID()), id)).isEmpty();
  }

  private void age(String id, Duration age) {
    entities.flush();
    entities
        .createNativeQuery("update verification set requested_at = ?1 where id = ?2")
        .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minus(age))
        .setParameter(2, id)
        .executeUpdate();
  }
}
