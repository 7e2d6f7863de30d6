package ai.chronom.m365.verification;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Hands due verifications to a bounded number of the server's threads. Each worker takes jobs until
 * none is due, so that a backlog drains without waiting for the timer.
 */
@ApplicationScoped
public class VerificationRunner {
  private static final System.Logger LOG = System.getLogger(VerificationRunner.class.getName());
  private static final int WORKERS = 8;

  @Resource ManagedExecutorService executor;

  @Inject Jobs jobs;
  @Inject Verifier verifier;

  private final Semaphore free = new Semaphore(WORKERS);

  /** Somebody waits in front of the page: don't let them wait for the timer. */
  void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) VerificationRequested event) {
    wake();
  }

  /** Returns at once; a worker looks for due jobs, unless all are busy doing so. */
  public void wake() {
    if (!free.tryAcquire()) {
      return;
    }
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException e) {
      free.release();
      LOG.log(System.Logger.Level.WARNING, "No thread for verifications", e);
    }
  }

  private void work() {
    try {
      for (Optional<Claim> claim = jobs.claim(JobKind.VERIFY);
          claim.isPresent();
          claim = jobs.claim(JobKind.VERIFY)) {
        // Where one was due there may be more.
        wake();
        verifier.verify(claim.get());
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Due verifications could not be looked for", e);
    } finally {
      free.release();
    }
  }
}
