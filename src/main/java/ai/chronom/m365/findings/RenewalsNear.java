package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Purchases with something to give back have come nearer to their renewal: each is told once for
 * each {@link RenewalThreshold} over all nodes, inside the transaction that writes that down.
 */
public record RenewalsNear(TenantId tenantId, List<Renewal> renewals) {
  public RenewalsNear {
    renewals = List.copyOf(renewals);
  }

  /**
   * One of them.
   *
   * @param units bought now
   * @param drop of these, how many can go
   * @param saving per month; null when the price is unknown
   */
  public record Renewal(
      String subscriptionId,
      String product,
      LocalDate renewsOn,
      long daysLeft,
      int units,
      int drop,
      @Nullable Money saving) {}
}
