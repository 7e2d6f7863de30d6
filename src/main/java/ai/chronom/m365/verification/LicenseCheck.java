package ai.chronom.m365.verification;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.tenant.PortalLinks;
import jakarta.json.JsonArray;

/**
 * Whether the tenant holds licenses at all: an app registered in the wrong tenant sees none, and
 * everything else looks right.
 */
final class LicenseCheck {
  private static final String NAME = "licenses-in-this-tenant";
  private static final String WANTED = "at least 1 product";

  private LicenseCheck() {}

  /**
   * @param products what subscribedSkus answered
   */
  static RegistrationCheck of(GraphAnswer products, PortalLinks links) {
    if (!products.succeeded() || !(products.body().get("value") instanceof JsonArray list)) {
      return RegistrationCheck.notVisible(NAME, WANTED);
    }
    String found = list.size() == 1 ? "1 product" : list.size() + " products";
    return list.isEmpty()
        ? RegistrationCheck.wrong(
            NAME,
            WANTED,
            "no product",
            "Register the app in the tenant whose licenses are to be looked at, and connect that"
                + " tenant; this one holds none.",
            PortalLinks.registrations(links.cloud()))
        : RegistrationCheck.right(NAME, WANTED, found);
  }
}
