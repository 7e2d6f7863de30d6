package ai.chronom.m365.permission;

import java.util.Locale;

/**
 * How a Graph permission is granted: to the application itself, or on behalf of a signed-in user.
 */
public enum PermissionType {
  APPLICATION,
  DELEGATED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Microsoft's word in {@code requiredResourceAccess[].resourceAccess[].type}. */
  public String manifestWord() {
    return this == APPLICATION ? "Role" : "Scope";
  }
}
