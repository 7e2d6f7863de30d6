package ai.chronom.m365.sandbox.contoso;

import java.util.List;

/** What Microsoft sells as one SKU. */
public record Product(
    String partNumber, String skuId, String appliesTo, String name, List<ServicePlan> plans) {

  public boolean isForUsers() {
    return appliesTo.equals("User");
  }

  public boolean givesMailbox() {
    return has("EXCHANGE_S_ENTERPRISE") || has("EXCHANGE_S_STANDARD") || has("EXCHANGE_S_DESKLESS");
  }

  public boolean has(String planNamePrefix) {
    return plans.stream().anyMatch(plan -> plan.name().startsWith(planNamePrefix));
  }
}
