package ai.chronom.m365.findings;

import java.util.Locale;

/** How a product counts in a tenant: only what is paid can be wasted money. */
public enum SkuClass {
  /** Belongs to the company or to a device, not to people. */
  CAPACITY,
  FREE,
  /** Looks free by its quantity and name; the admin may know better. */
  FREE_GUESSED,
  TRIAL,
  /** The admin wants no rule to look at it. */
  EXCLUDED,
  PAID;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
