package ai.chronom.m365.license;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A price that somebody stated, as opposed to one that ships with us.
 *
 * @param statedBy name of the account or API token
 */
public record StatedPrice(
    SkuId skuId,
    Money amount,
    LocalDate validFrom,
    PriceOrigin origin,
    String source,
    String statedBy,
    Instant statedAt) {
  public StatedPrice {
    if (origin == PriceOrigin.BUILT_IN) {
      throw new IllegalArgumentException("a stated price expected, a built-in one given");
    }
  }

  UnitPrice unitPrice() {
    return new UnitPrice(amount, origin, source, validFrom.toString(), "high");
  }
}
