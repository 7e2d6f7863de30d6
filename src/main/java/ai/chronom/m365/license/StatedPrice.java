package ai.chronom.m365.license;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A price that somebody stated, as opposed to one that ships with us.
 *
 * @param statedBy name of the account or API token
 * @param segment for whom it holds
 */
public record StatedPrice(
    SkuId skuId,
    Money amount,
    LocalDate validFrom,
    PriceOrigin origin,
    String source,
    String statedBy,
    Instant statedAt,
    Segment segment) {
  public StatedPrice {
    if (origin == PriceOrigin.BUILT_IN) {
      throw new IllegalArgumentException("a stated price expected, a built-in one given");
    }
  }

  /** A commercial one. */
  public StatedPrice(
      SkuId skuId,
      Money amount,
      LocalDate validFrom,
      PriceOrigin origin,
      String source,
      String statedBy,
      Instant statedAt) {
    this(skuId, amount, validFrom, origin, source, statedBy, statedAt, Segment.COMMERCIAL);
  }

  /** The same for another segment. */
  public StatedPrice in(Segment other) {
    return new StatedPrice(skuId, amount, validFrom, origin, source, statedBy, statedAt, other);
  }

  UnitPrice unitPrice() {
    return new UnitPrice(amount, origin, source, validFrom.toString(), "high");
  }
}
