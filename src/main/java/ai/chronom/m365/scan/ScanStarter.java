package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantVerified;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Queues a tenant's scan by itself as soon as a verification shows that one would bring something.
 */
@ApplicationScoped
public class ScanStarter {
  @Inject Scans scans;
  @Inject ScanRhythms rhythms;
  @Inject Clock clock;

  /** In the verification's transaction: both stand or neither. */
  void scanWhatWasVerified(@Observes TenantVerified verified) {
    if (verified.scannable() && worthwhile(scans.latest(verified.tenantId()), verified)) {
      scans.queue(verified.tenantId());
    }
  }

  private boolean worthwhile(Optional<ScanView> last, TenantVerified verified) {
    return last.isEmpty() || worthwhile(last.get(), verified.roles(), clock.instant());
  }

  /** What was granted since may bring more; what still is not would be missing again. */
  private boolean worthwhile(ScanView last, Set<String> roles, Instant now) {
    if (!last.state().ended() || last.state() == ScanState.CANCELLED) {
      return false;
    }
    return last.state() == ScanState.FAILED
        || scans.wouldBringMore(last.id(), roles)
        || rhythms.of(last.tenantId()).due(last.requestedAt(), now);
  }
}
