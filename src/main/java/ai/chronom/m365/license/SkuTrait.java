package ai.chronom.m365.license;

import java.util.Locale;

/** What a rule must know of a SKU before it judges its use. */
public enum SkuTrait {
  /** Comes along with another purchase; its spare units follow that one. */
  COMPANION,
  /** Consumed by an environment, not by people. */
  POOLED,
  /** Belongs to a device. */
  DEVICE,
  /** Belongs to a robot, which never signs in. */
  UNATTENDED,
  /** Guests need it and may use it. */
  GUEST_LEGAL,
  /** An entitlement whose use no report shows. */
  SILENT,
  /** Its use shows only outside the Microsoft 365 reports. */
  UNSEEN,
  /** Given away for education. */
  NO_CHARGE;

  static SkuTrait of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
