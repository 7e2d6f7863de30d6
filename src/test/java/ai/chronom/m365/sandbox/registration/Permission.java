package ai.chronom.m365.sandbox.registration;

import java.util.Locale;

/**
 * A permission of Microsoft Graph as the portal lists it.
 *
 * @param id of the app role (application) or scope (delegated)
 * @param required asked for by the guide; the others play mistakes and excess
 */
public record Permission(String value, Kind kind, String id, String displayName, boolean required) {

  /** The portal's two types of permission. */
  public enum Kind {
    DELEGATED("Scope"),
    APPLICATION("Role");

    private final String manifestType;

    Kind(String manifestType) {
      this.manifestType = manifestType;
    }

    /** As {@code requiredResourceAccess[].resourceAccess[].type} has it. */
    public String manifestType() {
      return manifestType;
    }

    public String label() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  public boolean isApplication() {
    return kind == Kind.APPLICATION;
  }

  /** In this set only User.Read and the plain label scope do without an administrator. */
  public boolean needsAdminConsent() {
    return isApplication()
        || !(value.equals("User.Read") || value.equals("InformationProtectionPolicy.Read"));
  }
}
