package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One purchase and what to order when it renews. Money is per month; null when a price is unknown.
 *
 * @param renewsOn null when Microsoft names none
 * @param partner the tenant it was bought through; null when bought directly
 * @param units bought now
 * @param demand what the product's quantity rests on; the same for all its purchases
 * @param order units to order
 * @param priceNow of one unit today
 * @param priceThen of one unit on that day
 * @param saving the units to drop, at the price of that day
 * @param exposure what all its units would cost more on that day than today
 * @param stable units of a monthly purchase that were needed at all times that anybody saw; 0 for
 *     another purchase
 * @param stableDays how far back that was seen, at most half a year
 * @param seasonal whether the product's need went up and down so much that the next season may need
 *     fewer
 * @param premium what the stable units cost more by the month than by the year; null when it is no
 *     monthly purchase
 */
public record RenewalLine(
    String subscriptionId,
    SkuId skuId,
    String product,
    @Nullable LocalDate renewsOn,
    PurchaseTerm term,
    @Nullable String partner,
    int units,
    Demand demand,
    int order,
    @Nullable Money priceNow,
    @Nullable Money priceThen,
    @Nullable Money saving,
    @Nullable Money exposure,
    int stable,
    int stableDays,
    boolean seasonal,
    @Nullable Money premium) {

  /** Units to give back. */
  public int drop() {
    return units - order;
  }

  /** Empty without a date; negative once it has passed. */
  public OptionalLong daysLeft(LocalDate today) {
    return renewsOn == null
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(today, renewsOn));
  }

  /**
   * How many units of a product are wanted, and why.
   *
   * @param now units needed today, after the findings of high confidence
   * @param peak most units needed at once in the last 90 days, today included
   * @param peakOn the day of the peak
   * @param watchedDays how far back snapshots reach, at most 90 days
   * @param joiners people hired but not licensed yet, who will need one
   * @param leavers people who leave within a month, and need theirs no more
   * @param buffer spare units to keep
   * @param minimum units that a contract obliges to keep
   * @param total units to order over all purchases of the product
   */
  public record Demand(
      int now,
      int peak,
      LocalDate peakOn,
      int watchedDays,
      int joiners,
      int leavers,
      int buffer,
      int minimum,
      int total) {}
}
