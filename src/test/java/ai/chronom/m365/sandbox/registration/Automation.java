package ai.chronom.m365.sandbox.registration;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/**
 * The administrator's own application, with which command line tools sign in and change the
 * directory. A new one at every start.
 */
public record Automation(String clientId, String objectId, String secret) {
  /** What Microsoft asks for to register applications and to grant them consent. */
  public static final List<String> ROLES =
      List.of(
          "Application.ReadWrite.All",
          "AppRoleAssignment.ReadWrite.All",
          "DelegatedPermissionGrant.ReadWrite.All",
          "Directory.Read.All");

  static Automation create() {
    return new Automation(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        SecretText.next(new SecureRandom()));
  }

  @Override
  public String toString() {
    return "Automation[" + clientId + "]";
  }
}
