package ai.chronom.m365.license;

import java.util.Locale;

/** What sort of product a SKU is. */
public enum SkuKind {
  SUITE,
  FRONTLINE,
  BUSINESS,
  EDU,
  GOV,
  STANDALONE,
  ADD_ON,
  FREE,
  TRIAL,
  CAPACITY,
  COMPANY,
  /** Not in our catalog: shown, never guessed. */
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A bundle that a person works with all day, as opposed to one service or an addition. */
  public boolean suite() {
    return this == SUITE || this == FRONTLINE || this == BUSINESS || this == EDU || this == GOV;
  }

  static SkuKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
