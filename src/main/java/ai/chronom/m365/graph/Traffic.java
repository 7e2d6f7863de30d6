package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of one tenant's services from all requests of this node, try by try. */
final class Traffic {
  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;

  private final TenantId tenantId;
  private final Quotas.OfTenant quotas;
  private final Circuits circuits;

  Traffic(TenantId tenantId, Quotas quotas, Circuits circuits) {
    this.tenantId = tenantId;
    this.quotas = quotas.of(tenantId);
    this.circuits = circuits;
  }

  Quotas.OfTenant quotas() {
    return quotas;
  }

  /** Throws {@link GraphRefused} while the service is left alone. */
  void beforeTry(String url, int tries) {
    circuits.check(tenantId, url);
    if (tries > 1) {
      quotas.spend(url);
    }
  }

  /**
   * @param status 0 when the connection failed
   * @param asked how long the service asked to wait; null when it did not
   */
  void afterTry(String url, int status, @Nullable Duration asked) {
    if (asked != null && Patience.isWorthRetrying(status)) {
      quotas.hold(url, asked);
    }
    if (status == 0 || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED)) {
      circuits.failed(tenantId, url);
    } else if (!Patience.isWorthRetrying(status)) {
      circuits.succeeded(tenantId, url);
      quotas.release(url);
    }
  }
}
