package ai.chronom.m365.findings;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.Snapshots;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * What the rules would make of the newest snapshot if something else held: at once for small
 * tenants, beside the requests for large ones. Stores nothing.
 */
@ApplicationScoped
public class WhatIf {
  private static final int ANSWERS = 16;
  private static final int AT_ONCE = 2;
  private static final long TURN_SECONDS = 10;

  /** A request may take so long; middling tenants are done by then. */
  private static final Duration REQUEST = Duration.ofSeconds(3);

  private final RecentAnswers answers = new RecentAnswers(ANSWERS);
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private LongQuestions questions = new LongQuestions(Runnable::run, this::beside);

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Inject RuleBook rules;
  @Inject EvaluationDesk desk;
  @Inject Snapshots snapshots;
  @Inject Clock clock;

  @PostConstruct
  void open() {
    questions = new LongQuestions(executor, this::beside);
  }

  /**
   * A new question; the asker's earlier one about this tenant is given up. Throws a {@link Problem}
   * when too many ask.
   *
   * @param now what the rules made of the tenant
   */
  public WhatIfAnswer ask(TenantId tenantId, Evaluation now, Scenario scenario, String asker) {
    return answer(tenantId, now, scenario, asker, true);
  }

  /** The same question once more. Throws a {@link Problem} when too many ask. */
  public WhatIfAnswer follow(TenantId tenantId, Evaluation now, Scenario scenario, String asker) {
    return answer(tenantId, now, scenario, asker, false);
  }

  /** The asker does not want to know any more. */
  public void withdraw(String asker) {
    questions.forget(asker);
  }

  @PreDestroy
  void stop() {
    questions.stop();
  }

  private WhatIfAnswer answer(
      TenantId tenantId, Evaluation now, Scenario scenario, String asker, boolean fresh) {
    EvaluationInputs held = desk.inputs(tenantId);
    EvaluationInputs then = scenario.over(held, snapshot(held).takenAt());
    Optional<Evaluation> known = answers.of(then);
    if (fresh) {
      questions.forget(tenantId, asker);
    }
    if (known.isPresent()) {
      return new WhatIfAnswer.Known(known.get());
    }
    if (EvaluationRunner.small(now)) {
      return new WhatIfAnswer.Known(atOnce(tenantId, then));
    }
    LongQuestion question = new LongQuestion(tenantId, scenario, then, now.accounts(), clock);
    return questions.ask(question, asker).await(fresh ? REQUEST : Duration.ZERO);
  }

  private Snapshot snapshot(EvaluationInputs inputs) {
    return snapshots
        .of(inputs.scanId())
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_READY, "No scan of this tenant has been evaluated yet."));
  }

  private Evaluation atOnce(TenantId tenantId, EvaluationInputs then) {
    try {
      if (!turns.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
        throw new Problem(
            ProblemKind.TOO_MANY_ATTEMPTS, "Too many ask what if. Try again in some seconds.");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Problem(ProblemKind.OUTAGE, "The server is about to stop.");
    }
    try {
      return answers.keep(then, evaluate(tenantId, then, seen -> {}));
    } finally {
      turns.release();
    }
  }

  private Evaluation beside(LongQuestion question) {
    EvaluationInputs then = question.inputs();
    return answers.keep(then, evaluate(question.tenantId(), then, question::visited));
  }

  private Evaluation evaluate(TenantId tenantId, EvaluationInputs then, LongConsumer visited) {
    Snapshot snapshot = snapshot(then);
    return new EvaluationRun(
            EvaluationRunner.inquiry(snapshot, then).with(desk.history(snapshot)),
            rules,
            EvaluationRunner.dismissed(tenantId, then))
        .headline(clock.instant(), visited);
  }
}
