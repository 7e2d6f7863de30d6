package ai.chronom.m365.license;

import java.util.Locale;

/** Where a price comes from, most trusted first. */
public enum PriceOrigin {
  /** Typed in by somebody who knows the contract. */
  ENTERED,
  /** From a price list that somebody uploaded. */
  IMPORTED,
  /** Microsoft's public list price: an estimate. */
  BUILT_IN;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
