package ai.chronom.m365.license;

import java.util.Set;

/**
 * One service that a SKU opens.
 *
 * @param family plans of one service; a higher {@code step} offers more
 * @param covers plans that this one makes superfluous
 * @param counts whether losing it would be noticed; stubs and give-aways don't count
 */
public record ServicePlan(
    PlanId id, String name, String family, int step, Set<PlanId> covers, boolean counts) {
  public ServicePlan {
    covers = Set.copyOf(covers);
  }
}
