package ai.chronom.m365.findings;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.problem.Correlation;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does evaluations that are due. Rules run outside of transactions; only their result is in one.
 */
@ApplicationScoped
public class EvaluationRunner {
  private static final Logger LOG = Logger.getLogger(EvaluationRunner.class.getName());
  private static final long SMALL_TENANT_ACCOUNTS = 5_000;

  @Inject RuleBook rules;
  @Inject Jobs jobs;
  @Inject EvaluationDesk desk;
  @Inject Evaluations evaluations;
  @Inject Snapshots snapshots;
  @Inject RenewalWatch renewals;
  @Inject Clock clock;

  /** Does one that is due and free; false when there is none. */
  public boolean runNext() {
    Optional<Claim> claim = jobs.claim(JobKind.EVALUATE);
    claim.ifPresent(this::run);
    return claim.isPresent();
  }

  /** A small tenant's savings follow at once, a large one's within seconds or minutes. */
  public void recompute(TenantId tenantId) {
    desk.request(tenantId);
    boolean small = evaluations.latest(tenantId).filter(EvaluationRunner::small).isPresent();
    if (small) {
      jobs.claim(JobKind.EVALUATE, tenantId).ifPresent(this::run);
    }
  }

  /** Whether its tenant's accounts are judged while somebody waits for a page. */
  static boolean small(Evaluation evaluation) {
    return evaluation.accounts() <= SMALL_TENANT_ACCOUNTS;
  }

  /** Whatever goes wrong with one tenant must not stop the others. */
  private void run(Claim claim) {
    // A small one is done within a request, which goes on afterwards.
    String before = Correlation.enter("evaluation-" + claim.tenantId());
    try {
      evaluate(claim);
    } catch (LeaseLost lost) {
      LOG.log(Level.INFO, lost.getMessage());
    } catch (RuntimeException | LinkageError failure) {
      LOG.log(Level.SEVERE, "Evaluation of tenant " + claim.tenantId() + " failed", failure);
      giveBack(claim);
    } finally {
      Correlation.enter(before);
    }
  }

  private void giveBack(Claim claim) {
    try {
      desk.retryLater(claim);
    } catch (RuntimeException failure) {
      // The lease ends by itself.
      LOG.log(Level.WARNING, "The job could not be given back", failure);
    }
  }

  private void evaluate(Claim claim) {
    TenantId tenantId = claim.tenantId();
    EvaluationInputs inputs = desk.inputs(tenantId);
    Optional<Snapshot> snapshot = snapshots.of(inputs.scanId());
    if (snapshot.isEmpty()) {
      desk.rest(claim);
      return;
    }
    SeatWatch watch = desk.watch(tenantId);
    EvaluationOutcome outcome =
        new EvaluationRun(
                inquiry(watch.over(snapshot.get()), inputs).with(desk.history(snapshot.get())),
                rules,
                dismissed(tenantId, inputs))
            .evaluate(clock.instant());
    desk.publish(claim, outcome, inputs, watch);
    renewals.tell(tenantId, outcome.evaluation().renewals());
  }

  static Inquiry inquiry(Snapshot snapshot, EvaluationInputs inputs) {
    SkuCatalog catalog = SkuCatalog.builtIn().with(inputs.names());
    PriceBook prices = new PriceBook(catalog, inputs.prices(), inputs.settings().segment());
    return Inquiry.of(
        snapshot,
        Holdings.of(snapshot, catalog, prices, inputs.settings().lists().excluded()),
        PlanLadder.builtIn(),
        inputs.settings().thresholds(),
        inputs.settings().lists());
  }

  static Predicate<Candidate> dismissed(TenantId tenantId, EvaluationInputs inputs) {
    Set<String> ids = inputs.dismissed();
    return candidate ->
        ids.contains(FindingWrites.id(tenantId, candidate.about().id(), candidate.key()));
  }
}
