package ai.chronom.m365.findings;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What the rules would make of the newest snapshot if something else held. Stores nothing. */
@ApplicationScoped
public class WhatIf {
  private static final int ANSWERS = 16;

  private final RecentAnswers answers = new RecentAnswers(ANSWERS);

  /** A large tenant takes a while, and two at once take twice as long. */
  private final Semaphore turns = new Semaphore(1);

  @Inject RuleBook rules;
  @Inject EvaluationDesk desk;
  @Inject Snapshots snapshots;
  @Inject Clock clock;

  /**
   * Throws a {@link Problem} before the first scan, or when somebody else asks at the same time.
   */
  public Evaluation evaluate(TenantId tenantId, Scenario scenario) {
    EvaluationInputs now = desk.inputs(tenantId);
    Snapshot snapshot =
        snapshots
            .of(now.scanId())
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet."));
    EvaluationInputs then = scenario.over(now, snapshot.takenAt());
    Optional<Evaluation> known = answers.of(then);
    if (known.isPresent()) {
      return known.get();
    }
    if (!turns.tryAcquire()) {
      throw new Problem(
          ProblemKind.TOO_MANY_ATTEMPTS,
          "Somebody else asks what if at this moment. Try again in some seconds.");
    }
    try {
      return answers.keep(
          then,
          new EvaluationRun(
                  EvaluationRunner.inquiry(snapshot, then).with(desk.history(snapshot)),
                  rules,
                  EvaluationRunner.dismissed(tenantId, then))
              .evaluate(clock.instant())
              .evaluation());
    } finally {
      turns.release();
    }
  }
}
