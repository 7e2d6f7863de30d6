package ai.chronom.m365.findings;

import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.StatedPrice;
import java.util.List;
import java.util.Set;

/**
 * What an evaluation rests on: were it different by the end, the result would be stale.
 *
 * @param scanId 0 when there is no snapshot yet
 * @param names of products and plans that our catalog may not know
 * @param settings as of today
 * @param dismissed ids of the findings that somebody left
 */
public record EvaluationInputs(
    long scanId,
    List<StatedPrice> prices,
    ProductNames names,
    TenantSettings settings,
    Set<String> dismissed) {
  public EvaluationInputs {
    prices = List.copyOf(prices);
    dismissed = Set.copyOf(dismissed);
  }
}
