package ai.chronom.m365.job;

import static ai.chronom.m365.job.JobKind.SCAN;
import static ai.chronom.m365.job.JobKind.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leases promise, the same on every database. */
abstract class JobsScenarios {
  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FUTURE = Instant.parse("2120-01-01T00:00:00Z");

  private final TwoNodes nodes;

  JobsScenarios(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @BeforeEach
  void forgetOtherTests() {
    nodes.removeAllTenants();
  }

  @Test
  void dueJobIsHandedOutOnce() {
    TenantId tenant = due(PAST);
    Claim claim = claim(nodes.one).orElseThrow();
    assertThat(claim.tenantId()).isEqualTo(tenant);
    assertThat(claim.fence()).isEqualTo(1);
    assertThat(claim(nodes.one)).isEmpty();
    assertThat(claim(nodes.other)).isEmpty();
  }

  @Test
  void longestDueComesFirst() {
    TenantId later = due(PAST.plusSeconds(60));
    TenantId earlier = due(PAST);
    assertThat(claim(nodes.one).orElseThrow().tenantId()).isEqualTo(earlier);
    assertThat(claim(nodes.one).orElseThrow().tenantId()).isEqualTo(later);
  }

  @Test
  void whatIsNotDueOrOfAnotherKindWaits() {
    due(FUTURE);
    nodes.one.run(jobs -> jobs.schedule(SCAN, nodes.newTenant(), PAST));
    assertThat(claim(nodes.one)).isEmpty();
  }

  @Test
  void earlierTimeWins() {
    TenantId tenant = due(FUTURE);
    nodes.one.run(jobs -> jobs.schedule(VERIFY, tenant, PAST));
    nodes.one.run(jobs -> jobs.schedule(VERIFY, tenant, FUTURE));
    assertThat(claim(nodes.one)).isPresent();
  }

  @Test
  void endedLeaseIsTakenOverAndTheOldOwnerWritesNothing() {
    due(PAST);
    Claim old = claim(nodes.one).orElseThrow();
    nodes.endAllLeases();
    Claim current = claim(nodes.other).orElseThrow();
    assertThat(current.fence()).isEqualTo(old.fence() + 1);
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.renew(old))).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.finish(old, FUTURE)))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.fail(old, FUTURE)))
        .isInstanceOf(LeaseLost.class);
    nodes.other.run(jobs -> jobs.renew(current));
  }

  @Test
  void nodeThatStopsHandsItsJobsOverAtOnce() {
    due(PAST);
    due(PAST);
    Claim first = claim(nodes.one).orElseThrow();
    Claim kept = claim(nodes.other).orElseThrow();
    assertThat(nodes.one.in(Jobs::handOver)).isEqualTo(1);
    Claim current = claim(nodes.other).orElseThrow();
    assertThat(current.tenantId()).isEqualTo(first.tenantId());
    assertThat(current.failures()).isZero();
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.finish(first, FUTURE)))
        .isInstanceOf(LeaseLost.class);
    nodes.other.run(jobs -> jobs.renew(kept));
  }

  @Test
  void jobThatWasHandedOverIsFencedBeforeAnybodyTakesIt() {
    due(PAST);
    Claim claim = claim(nodes.one).orElseThrow();
    nodes.one.in(Jobs::handOver);
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.finish(claim, FUTURE)))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void nodeThatStopsTakesNoMore() {
    due(PAST);
    TwoNodes.Here stopped = nodes.stopped();
    assertThat(claim(stopped)).isEmpty();
    assertThat(claim(nodes.other)).isPresent();
  }

  @Test
  void sameNodeIsFencedFromItselfToo() {
    due(PAST);
    Claim old = claim(nodes.one).orElseThrow();
    nodes.endAllLeases();
    claim(nodes.one).orElseThrow();
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.renew(old))).isInstanceOf(LeaseLost.class);
  }

  @Test
  void renewedLeaseIsNotTakenOver() {
    due(PAST);
    Claim claim = claim(nodes.one).orElseThrow();
    nodes.endAllLeases();
    nodes.one.run(jobs -> jobs.renewNow(claim));
    assertThat(claim(nodes.other)).isEmpty();
  }

  @Test
  void finishedJobIsDueAgainAndForgetsItsFailures() {
    TenantId tenant = due(PAST);
    nodes.one.run(jobs -> jobs.fail(claim(nodes.one).orElseThrow(), PAST));
    Claim second = claim(nodes.other).orElseThrow();
    assertThat(second.failures()).isEqualTo(1);
    nodes.other.run(jobs -> jobs.finish(second, FUTURE));
    assertThat(claim(nodes.one)).isEmpty();
    nodes.one.run(jobs -> jobs.schedule(VERIFY, tenant, PAST));
    assertThat(claim(nodes.one).orElseThrow().failures()).isZero();
  }

  /** A server that stood for years owes each tenant one turn, not one for each interval. */
  @Test
  void longStandstillIsMadeUpForOnce() {
    TenantId tenant = due(PAST);
    nodes.one.run(jobs -> jobs.finish(claim(nodes.one).orElseThrow(), FUTURE));
    assertThat(claim(nodes.one)).isEmpty();
    assertThat(claim(nodes.other)).isEmpty();
    assertThat(dueAt(VERIFY, tenant)).contains(FUTURE);
  }

  @Test
  void tenantThatFailsDelaysNobody() {
    due(PAST);
    TenantId other = due(PAST.plusSeconds(60));
    nodes.one.run(jobs -> jobs.fail(claim(nodes.one).orElseThrow(), FUTURE));
    assertThat(claim(nodes.one).orElseThrow().tenantId()).isEqualTo(other);
    assertThat(claim(nodes.one)).isEmpty();
  }

  @Test
  void onlyWhatIsDueTooLateAndInNobodysHandsIsBroughtBack() {
    Instant soon = Instant.parse("2110-01-01T00:00:00Z");
    TenantId late = due(FUTURE);
    TenantId usual = due(soon);
    TenantId busy = due(PAST);
    claim(nodes.other).orElseThrow();
    nodes.one.run(jobs -> jobs.schedule(SCAN, late, FUTURE));
    int moved = nodes.one.in(jobs -> jobs.bringBack(VERIFY, soon, () -> PAST));
    assertThat(moved).isEqualTo(1);
    assertThat(dueAt(VERIFY, usual)).contains(soon);
    assertThat(dueAt(SCAN, late)).contains(FUTURE);
    assertThat(claim(nodes.one).orElseThrow().tenantId()).isEqualTo(late).isNotEqualTo(busy);
  }

  @Test
  void removedTenantTakesItsJobAlong() {
    TenantId tenant = due(PAST);
    Claim claim = claim(nodes.one).orElseThrow();
    nodes.removeTenant(tenant);
    assertThatThrownBy(() -> nodes.one.run(jobs -> jobs.finish(claim, FUTURE)))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void runningIsWhatSomeNodeOwnsNow() {
    TenantId tenant = due(PAST);
    assertThat(isRunning(tenant)).isFalse();
    claim(nodes.other);
    assertThat(isRunning(tenant)).isTrue();
    nodes.endAllLeases();
    assertThat(isRunning(tenant)).isFalse();
  }

  @Test
  void rolledBackWorkLeavesNoTrace() {
    TenantId tenant = due(FUTURE);
    assertThatThrownBy(
            () ->
                nodes.one.run(
                    jobs -> {
                      jobs.schedule(VERIFY, tenant, PAST);
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(claim(nodes.one)).isEmpty();
  }

  @Test
  void crowdOfWorkersGetsEachJobOnce() throws Exception {
    List<TenantId> tenants = IntStream.range(0, 40).mapToObj(i -> due(PAST)).toList();
    ConcurrentLinkedQueue<TenantId> handedOut = new ConcurrentLinkedQueue<>();
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> workers =
          IntStream.range(0, 8)
              .mapToObj(i -> worker(i % 2 == 0 ? nodes.one : nodes.other, handedOut))
              .toList();
      for (var done : crowd.invokeAll(workers)) {
        done.get();
      }
    } finally {
      crowd.shutdownNow();
    }
    // On H2 a second claimer may come away empty-handed while the first one holds its row.
    for (Optional<Claim> rest = claim(nodes.one); rest.isPresent(); rest = claim(nodes.one)) {
      handedOut.add(rest.get().tenantId());
    }
    assertThat(handedOut).containsExactlyInAnyOrderElementsOf(tenants);
  }

  private static Callable<Integer> worker(
      TwoNodes.Here node, ConcurrentLinkedQueue<TenantId> handedOut) {
    return () -> {
      for (Optional<Claim> claim = claim(node); claim.isPresent(); claim = claim(node)) {
        handedOut.add(claim.get().tenantId());
      }
      return 0;
    };
  }

  private TenantId due(Instant time) {
    TenantId tenant = nodes.newTenant();
    nodes.one.run(jobs -> jobs.schedule(VERIFY, tenant, time));
    return tenant;
  }

  private static Optional<Claim> claim(TwoNodes.Here node) {
    return node.in(jobs -> jobs.claim(VERIFY));
  }

  private Optional<Instant> dueAt(JobKind kind, TenantId tenant) {
    return nodes.one.in(jobs -> jobs.dueAt(kind, tenant));
  }

  private boolean isRunning(TenantId tenant) {
    return nodes.one.in(jobs -> jobs.isRunning(VERIFY, tenant));
  }
}
