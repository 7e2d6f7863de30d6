package ai.chronom.m365.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the chain after the start and once a day, and writes its head into the log: there it lies
 * out of the reach of who can write the database. What this node saw intact must stay in the chain.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainWatch {
  private static final System.Logger LOG = System.getLogger(ChainWatch.class.getName());
  private static final Duration OFTEN = Duration.ofDays(1);

  private final AtomicReference<@Nullable ChainReport> last = new AtomicReference<>();
  private final AtomicReference<@Nullable ChainHead> seen = new AtomicReference<>();

  @Inject AuditChain chain;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void tick() {
    ChainReport before = last.get();
    if (before != null && clock.instant().isBefore(before.checkedAt().plus(OFTEN))) {
      return;
    }
    try {
      check(Optional.empty());
    } catch (RuntimeException e) {
      // Without the vault or the database nobody can check; the next tick tries again.
      LOG.log(System.Logger.Level.DEBUG, "The chain of audit events could not be checked", e);
    }
  }

  /** What the last check on this node found; empty before the first. */
  public Optional<ChainReport> last() {
    return Optional.ofNullable(last.get());
  }

  /**
   * Now, also against what this node saw intact before.
   *
   * @param kept a head that somebody kept elsewhere
   */
  public ChainReport check(Optional<ChainHead> kept) {
    ChainReport report =
        chain.check(
            Stream.of(kept, Optional.ofNullable(seen.get())).flatMap(Optional::stream).toList());
    last.set(report);
    tell(report);
    if (report.intact()) {
      seen.set(report.head());
    }
    return report;
  }

  private static void tell(ChainReport report) {
    if (report.intact()) {
      LOG.log(
          System.Logger.Level.INFO,
          "The chain of "
              + report.events()
              + " audit events is intact; its head is "
              + report.head());
    } else {
      LOG.log(
          System.Logger.Level.ERROR,
          "The chain of audit events is broken. "
              + report.flaw().map(ChainFlaw::detail).orElse("")
              + " Intact up to "
              + report.head());
    }
  }
}
