package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import java.util.List;

/**
 * What the tenant bought of one SKU (Graph {@code subscribedSku}).
 *
 * @param partNumber Microsoft's string id, unchecked outside text
 * @param appliesTo {@code User} or {@code Company}
 * @param capabilityStatus {@code Enabled}, {@code Warning}, {@code Suspended}, {@code Deleted} or
 *     {@code LockedOut}; other words may come
 * @param enabledUnits usable seats; warning, suspended and locked-out units are not among them
 * @param consumedUnits seats in use as Microsoft counts them
 * @param plans the SKU's composition in this tenant, which Microsoft changes over time
 */
public record SubscribedSku(
    SkuId skuId,
    String partNumber,
    String appliesTo,
    String capabilityStatus,
    int enabledUnits,
    int warningUnits,
    int suspendedUnits,
    int lockedOutUnits,
    int consumedUnits,
    List<Plan> plans) {
  public SubscribedSku {
    plans = List.copyOf(plans);
  }

  /**
   * One service plan of the SKU.
   *
   * @param name Microsoft's string id
   * @param provisioningStatus {@code Success}, {@code PendingActivation} and others
   */
  public record Plan(PlanId planId, String name, String appliesTo, String provisioningStatus) {}
}
