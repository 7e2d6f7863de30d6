package ai.chronom.m365.scan;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.Jobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Begins, interrupts and ends scans: each verb is one transaction over the scan, its job and
 * whoever listens, and each throws {@link ai.chronom.m365.job.LeaseLost} when the job is no longer
 * ours.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ScanLife {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject Jobs jobs;
  @Inject ScanConfig config;
  @Inject ScanRhythms rhythms;
  @Inject Clock clock;
  @Inject Event<ScanCompleted> completed;

  /** The scan to work on, now running; empty when none is due, and then the job is given back. */
  public Optional<ScanRows.Open> begin(Claim claim) {
    jobs.renew(claim);
    Instant now = clock.instant();
    Optional<ScanRows.Open> open = start(claim, now);
    if (open.isPresent()) {
      return open;
    }
    Optional<Instant> last =
        Sql.call(dataSource, c -> new ScanRows(c).lastRequest(claim.tenantId()));
    ScanRhythm rhythm = rhythms.of(claim.tenantId());
    if (last.isPresent() && !rhythm.due(last.get(), now)) {
      jobs.finish(claim, rhythm.after(last.get()));
      return Optional.empty();
    }
    Sql.call(dataSource, c -> new ScanRows(c).insert(claim.tenantId(), now));
    return start(claim, now);
  }

  private Optional<ScanRows.Open> start(Claim claim, Instant now) {
    return Sql.call(dataSource, c -> new ScanRows(c).start(claim.tenantId(), now));
  }

  /** Prolongs the lease of a scan that waits; false when the user no longer wants it. */
  public boolean wanted(Claim claim, long scanId, ScanRun.@Nullable Wait wait) {
    jobs.renew(claim);
    return Sql.call(
        dataSource,
        connection -> {
          if (wait != null) {
            new CollectionRows(connection, scanId).waiting(wait.name(), wait.reason());
          }
          return new ScanRows(connection).wanted(scanId);
        });
  }

  /** Its snapshot is final: tells whoever listens. */
  public void complete(Claim claim, long scanId, boolean gaps) {
    ScanState state = gaps ? ScanState.COMPLETED_WITH_GAPS : ScanState.COMPLETED;
    end(claim, scanId, state, null);
    completed.fire(new ScanCompleted(claim.tenantId(), scanId));
  }

  public void fail(Claim claim, long scanId, String reason) {
    end(claim, scanId, ScanState.FAILED, reason);
  }

  /** Ends it when the user wants it so; a scan that was stopped with the server goes on later. */
  public void stopped(Claim claim, long scanId) {
    boolean wanted = Sql.call(dataSource, c -> new ScanRows(c).wanted(scanId));
    if (wanted) {
      pause(claim, scanId, new RunEnd.Paused("Interrupted; it goes on by itself.", null));
    } else {
      end(claim, scanId, ScanState.CANCELLED, null);
    }
  }

  private void end(Claim claim, long scanId, ScanState state, @Nullable String reason) {
    jobs.renew(claim);
    Instant now = clock.instant();
    Sql.call(
        dataSource,
        connection -> {
          new ScanRows(connection).end(scanId, state, reason, now);
          return state;
        });
    jobs.finish(claim, rhythms.of(claim.tenantId()).next(now, ScanLife::random));
  }

  /** It goes on later, here or on another node. */
  public void pause(Claim claim, long scanId, RunEnd.Paused end) {
    jobs.renew(claim);
    Instant goesOn = schedule().retry(clock.instant(), claim.failures(), end.asked());
    String reason = end.reason() + " It goes on at " + goesOn.truncatedTo(ChronoUnit.SECONDS) + ".";
    Sql.call(
        dataSource,
        connection -> {
          new ScanRows(connection).pause(scanId, reason);
          return end;
        });
    jobs.fail(claim, goesOn);
  }

  /** Gives the job back without a word, for another node or a later second. */
  public void release(Claim claim) {
    jobs.fail(claim, schedule().retry(clock.instant(), claim.failures(), null));
  }

  private ScanSchedule schedule() {
    return new ScanSchedule(config.interval(), ScanLife::random);
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
