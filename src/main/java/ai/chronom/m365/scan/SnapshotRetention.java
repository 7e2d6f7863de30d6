package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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

  @Inject Deletion deletion;
  @Inject ScanConfig config;

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

  /** One small transaction each. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Deletion {
    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    public List<Long> disposable(TenantId tenantId, int snapshotsKept) {
      return Sql.call(dataSource, c -> new SnapshotRemoval(c).disposable(tenantId, snapshotsKept));
    }

    /** False when nothing of the scan is left. */
    public boolean removeSome(long scanId) {
      return Sql.call(dataSource, c -> new SnapshotRemoval(c).removeSome(scanId));
    }
  }
}
