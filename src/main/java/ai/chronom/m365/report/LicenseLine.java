package ai.chronom.m365.report;

import ai.chronom.m365.findings.SkuClass;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product as its owner sees it: what is bought, needed, and could go; money per month.
 *
 * @param countsAs whether its spare units are money at all
 * @param unitPrice null when unknown: then only units are shown
 * @param priceSource null when the price is unknown
 * @param saving null when the price is unknown
 */
public record LicenseLine(
    SkuId skuId,
    String partNumber,
    String name,
    SkuKind kind,
    SkuClass countsAs,
    int purchased,
    int assigned,
    int spare,
    int needed,
    int recommended,
    int drop,
    int toBuy,
    @Nullable Money unitPrice,
    @Nullable PriceOrigin priceOrigin,
    @Nullable String priceSource,
    @Nullable String priceValidFrom,
    List<SkuLine.RenewalDate> renewals,
    @Nullable Money saving) {
  static LicenseLine of(SkuLine line) {
    UnitPrice price = line.unitPrice();
    return new LicenseLine(
        line.skuId(),
        line.partNumber(),
        line.name(),
        line.kind(),
        line.skuClass(),
        line.purchased(),
        line.assigned(),
        line.spare(),
        line.needed(),
        line.recommended(),
        line.drop(),
        line.toBuy(),
        price == null ? null : price.amount(),
        price == null ? null : price.origin(),
        price == null ? null : price.source(),
        price == null ? null : price.validFrom(),
        line.renewals(),
        line.saving());
  }
}
