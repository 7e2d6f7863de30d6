package ai.chronom.m365.license;

import java.util.Map;
import java.util.Optional;

/**
 * Names of products and service plans from the table that Microsoft publishes. Names alone: what a
 * product contains stands in each tenant's own snapshot.
 */
public record ProductNames(Map<SkuId, Product> products, Map<PlanId, Plan> plans) {
  public static final ProductNames NONE = new ProductNames(Map.of(), Map.of());

  public ProductNames {
    products = Map.copyOf(products);
    plans = Map.copyOf(plans);
  }

  /**
   * @param partNumber Microsoft's string id: not unique
   */
  public record Product(String partNumber, String name) {}

  /**
   * @param partNumber Microsoft's name for programs
   * @param name its name for people
   */
  public record Plan(String partNumber, String name) {}

  /** Microsoft's name for people; empty when the table lacks the plan. */
  public Optional<String> plan(PlanId id) {
    return Optional.ofNullable(plans.get(id)).map(Plan::name);
  }
}
