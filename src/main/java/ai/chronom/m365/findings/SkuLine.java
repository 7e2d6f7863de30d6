package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product in an evaluation: what is bought, what is needed, what can go. Amounts are per month
 * and count findings of high confidence.
 *
 * @param name our catalog's; the part number when the product is unknown
 * @param skuClass how it counts here; spare units of what is not paid cost nothing
 * @param purchased usable units
 * @param assigned units in use
 * @param needed units still in use after the findings
 * @param recommended units to order: needed plus a buffer
 * @param drop units to give back
 * @param toBuy units in use beyond those bought
 * @param unitPrice null when unknown
 * @param saving null when the price is unknown
 * @param pool part of the saving that no seat's finding explains: spare units, less the freed seats
 *     that stay as buffer; null when the price is unknown
 * @param renewals purchases and when they renew, nearest first
 */
public record SkuLine(
    SkuId skuId,
    String partNumber,
    String name,
    SkuKind kind,
    SkuClass skuClass,
    int purchased,
    int assigned,
    int spare,
    int needed,
    int recommended,
    int drop,
    int toBuy,
    @Nullable UnitPrice unitPrice,
    @Nullable Money saving,
    @Nullable Money pool,
    List<RenewalDate> renewals) {
  public SkuLine {
    renewals = List.copyOf(renewals);
  }

  /**
   * A purchase and its next turn.
   *
   * @param date null when Microsoft names none
   */
  public record RenewalDate(@Nullable LocalDate date, int units, String status) {}
}
