package ai.chronom.m365.sandbox.contoso;

import java.util.List;
import java.util.Optional;

/**
 * A group that hands licenses to its members.
 *
 * @param partNumber of the product it assigns; empty for a group without licenses
 */
public record LicenseGroup(
    String key, String displayName, String partNumber, String membershipRule) {
  public static final LicenseGroup E3 =
      new LicenseGroup("e3", "Licensing - Microsoft 365 E3", "SPE_E3", "");
  public static final LicenseGroup E5 =
      new LicenseGroup("e5", "Licensing - Microsoft 365 E5", "SPE_E5", "");
  public static final LicenseGroup FRONTLINE =
      new LicenseGroup(
          "f3",
          "Licensing - Frontline",
          "SPE_F1",
          "(user.department -eq \"Stores\") and (user.accountEnabled -eq true)");
  public static final LicenseGroup EVERYBODY = new LicenseGroup("all", "All employees", "", "");
  static final LicenseGroup STORES =
      new LicenseGroup(
          "stores", "Licensing - Stores", "SPE_F1", "(user.department -eq \"Stores\")");
  static final LicenseGroup DRAWING =
      new LicenseGroup("drawing", "Licensing - Visio", "VISIOCLIENT", "");
  static final List<LicenseGroup> USUAL = List.of(E3, E5, FRONTLINE, EVERYBODY);

  public Optional<Product> product() {
    return partNumber.isEmpty() ? Optional.empty() : Optional.of(Products.of(partNumber));
  }

  public boolean isDynamic() {
    return !membershipRule.isEmpty();
  }
}
