package ai.chronom.m365.verification;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import ai.chronom.m365.tenant.PortalLinks;

/** What to click, in the words of the portal. */
final class Remedies {
  private static final Remedy NOTHING = new Remedy("", "");

  private final PortalLinks links;

  /**
   * What to do and where; both are empty when nothing is to be done, the link also when the portal
   * is not the place.
   */
  record Remedy(String text, String link) {}

  Remedies(PortalLinks links) {
    this.links = links;
  }

  Remedy of(GraphPermission permission, PermissionStatus status, Effective effective) {
    return switch (status) {
      case NOT_CONFIGURED -> notConfigured(permission);
      case WRONG_TYPE -> wrongType(permission);
      case CONSENT_MISSING -> consentMissing();
      case UNKNOWN -> unknown(permission);
      case GRANTED -> granted(permission, effective);
    };
  }

  /** Consented, but tokens don't show it yet. */
  Remedy onItsWay() {
    return new Remedy(
        "Nothing to click: consent was given, but Entra's tokens do not show it yet. Wait some"
            + " minutes and verify again.",
        "");
  }

  private Remedy notConfigured(GraphPermission permission) {
    String type =
        permission.type() == PermissionType.APPLICATION
            ? "Application permissions"
            : "Delegated permissions";
    return new Remedy(
        "Open API permissions, press Add a permission, choose Microsoft Graph, "
            + type
            + ", tick "
            + permission.graphRole()
            + ", press Add permissions; then press Grant admin consent."
            + nameNote(permission),
        links.apiPermissions());
  }

  private Remedy wrongType(GraphPermission permission) {
    return new Remedy(
        "The delegated permission of this name was picked. Open API permissions, press Add a"
            + " permission, choose Microsoft Graph, Application permissions, tick "
            + permission.graphRole()
            + "; remove the one of type Delegated; then press Grant admin consent."
            + nameNote(permission),
        links.apiPermissions());
  }

  private Remedy consentMissing() {
    return new Remedy(
        "Open API permissions and press Grant admin consent; this takes a Privileged Role"
            + " Administrator or a Global Administrator.",
        links.apiPermissions());
  }

  private Remedy unknown(GraphPermission permission) {
    return permission.type() == PermissionType.DELEGATED
        ? new Remedy(
            "Grant Directory.Read.All first: without it this row cannot be seen.",
            links.apiPermissions())
        : new Remedy(
            "Nothing to click: Microsoft gave no clear answer this time. The next verification"
                + " tries again.",
            "");
  }

  private Remedy granted(GraphPermission permission, Effective effective) {
    return switch (effective) {
      case YES -> NOTHING;
      case NOT_VERIFIABLE ->
          permission.type() == PermissionType.DELEGATED
              ? NOTHING
              : new Remedy(
                  "Nothing to click: it is granted, but Microsoft answers this service only to"
                      + " signed-in users here.",
                  "");
      case LICENSE_MISSING ->
          new Remedy(
              "Nothing to click: it is granted, but this tenant lacks the license that the service"
                  + " asks for (Microsoft Entra ID P1).",
              "");
      case SERVICE_ABSENT -> serviceAbsent(permission);
      case UNKNOWN ->
          new Remedy(
              "Nothing to click: it is granted, but the service gave no clear answer this time. The"
                  + " next verification tries again.",
              "");
      case NO -> refusedDespiteRole(permission);
    };
  }

  /** The service is not to blame. */
  Remedy leftUnasked() {
    return new Remedy(
        "Nothing to click: it is granted, but was not tried this time. Microsoft allows few requests"
            + " to this service, and we keep below that limit. The next verification tries again.",
        "");
  }

  private Remedy serviceAbsent(GraphPermission permission) {
    boolean inNone =
        Probes.of(permission).filter(probe -> probe.isAbsentIn(links.cloud().id())).isPresent();
    return new Remedy(
        inNone
            ? "Nothing to click: it is granted, but Microsoft does not offer the service in this"
                + " cloud."
            : "Nothing to click: it is granted, but this tenant does not use the service.",
        "");
  }

  private Remedy refusedDespiteRole(GraphPermission permission) {
    if (permission.equals(PermissionCatalog.EDISCOVERY_READ_ALL)) {
      return new Remedy(
          "The permission is granted, but the app is in no eDiscovery role group. In Security &"
              + " Compliance PowerShell run New-ServicePrincipal for the app, then"
              + " Add-RoleGroupMember -Identity eDiscoveryManager and Add-eDiscoveryCaseAdmin with"
              + " that service principal.",
          links.enterpriseApplications());
    }
    return new Remedy(
        "The permission is granted, but the service still refuses. After a new consent wait ten"
            + " minutes and verify again; if it stays, remove the permission, add it again and press"
            + " Grant admin consent.",
        links.apiPermissions());
  }

  /** The one permission that the guide and the portal call differently. */
  private static String nameNote(GraphPermission permission) {
    return permission.name().equals(permission.graphRole())
        ? ""
        : " (The guide's "
            + permission.name()
            + " is called "
            + permission.graphRole()
            + " among the application permissions.)";
  }
}
