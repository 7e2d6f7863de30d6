package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantLeaving;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Removes old snapshots a few thousand rows at a time, so that nobody waits for a lock meanwhile
 * (ADR 033).
 */
@ApplicationScoped
public class SnapshotRetention {
  private static final Logger LOG = Logger.getLogger(SnapshotRetention.class.getName());

  /** Jobs' own observer has the default priority; locks are taken in the order of a scan's. */
  private static final int AFTER_JOBS = Interceptor.Priority.APPLICATION + 600;

  private static final Duration SWEEP = Duration.ofSeconds(3);

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject Deletion deletion;
  @Inject ScanConfig config;
  @Inject Clock clock;

  /** The newest snapshots stay. What it leaves behind, the next scan takes along. */
  void trim(TenantId tenantId) {
    try {
      for (long scanId : deletion.disposable(tenantId, config.snapshotsKept())) {
        while (deletion.removeSome(scanId)) {
          continue;
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Old snapshots could not be removed; tried again later", e);
    }
  }

  /**
   * Part of the transaction that removes the tenant, after its jobs are gone: the snapshots belong
   * to nobody from now on, and {@link #sweep} removes them (ADR 077).
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void release(@Observes @Priority(AFTER_JOBS) TenantLeaving event) {
    int scans = Sql.call(dataSource, c -> new SnapshotRemoval(c).takeFrom(event.tenantId()));
    if (scans > 0) {
      LOG.info(() -> "A tenant was removed; its " + scans + " scans are being deleted");
    }
  }

  /**
   * Removes what is left of removed tenants for a few seconds, so that the timer can go on; the
   * next tick continues.
   */
  void sweep() {
    Instant end = clock.instant().plus(SWEEP);
    boolean some = deletion.removeOwnerless();
    while (some && clock.instant().isBefore(end)) {
      some = deletion.removeOwnerless();
    }
  }

  /** One small transaction each. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Deletion {
    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    public List<Long> disposable(TenantId tenantId, int snapshotsKept) {
      return Sql.call(dataSource, c -> new SnapshotRemoval(c).disposable(tenantId, snapshotsKept));
    }

    /** False when nothing of removed tenants is left, or other nodes are at it. */
    public boolean removeOwnerless() {
      return Sql.call(
          dataSource,
          connection -> {
            SnapshotRemoval removal = new SnapshotRemoval(connection);
            Optional<Long> scan = removal.ownerless();
            return scan.isPresent() && removal.removeSome(scan.get());
          });
    }

    /** False when nothing of the scan is left. */
    public boolean removeSome(long scanId) {
      return Sql.call(dataSource, c -> new SnapshotRemoval(c).removeSome(scanId));
    }
  }
}
