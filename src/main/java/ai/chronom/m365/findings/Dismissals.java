package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decisions about findings, with the savings that follow from them. Call it outside a transaction.
 */
@ApplicationScoped
public class Dismissals {
  @Inject Findings findings;
  @Inject EvaluationRunner runner;

  /**
   * Leaves a finding as it is; its seats may then count for another rule. Throws a {@link Problem}.
   *
   * @param until last day the decision holds; null for good
   */
  public Finding dismiss(
      TenantId tenantId,
      String id,
      @Nullable String reason,
      @Nullable LocalDate until,
      Actor actor) {
    findings.dismiss(tenantId, id, Reason.of(reason), until, actor);
    return recomputed(tenantId, id);
  }

  /** Leaves all open findings of a filter as they are; tells how many. Throws a {@link Problem}. */
  public int dismissAll(
      TenantId tenantId,
      FindingFilter filter,
      @Nullable String reason,
      @Nullable LocalDate until,
      Actor actor) {
    int count = findings.dismissAll(tenantId, filter, Reason.of(reason), until, actor);
    runner.recompute(tenantId);
    return count;
  }

  /** Takes a dismissal back. Throws a {@link Problem}. */
  public Finding reopen(TenantId tenantId, String id, Actor actor) {
    findings.reopen(tenantId, id, actor);
    return recomputed(tenantId, id);
  }

  private Finding recomputed(TenantId tenantId, String id) {
    runner.recompute(tenantId);
    return findings.find(tenantId, id).orElseThrow(() -> Problem.notFound("The finding"));
  }
}
