package ai.chronom.m365.permission;

import java.util.Map;
import java.util.Optional;

/**
 * Permissions beyond the guide's that are accepted when a tenant has granted them, and never asked
 * for. All are application permissions of Microsoft Graph, and only read. No scan reads by them
 * yet, and their texts say so.
 */
public final class OptionalPermissions {
  private static final Map<String, String> USES =
      Map.of(
          "MailboxSettings.Read",
          "nothing yet; it would tell which mailboxes are shared, rooms or equipment (rules R03 and R06)",
          "Place.Read.All",
          "nothing yet; it would tell which mailboxes are rooms (rule R06)",
          "TeamsUserConfiguration.Read.All",
          "nothing yet; it would tell who has a phone number or a calling policy (rules R10, R17 and R31)",
          "CallRecord-PstnCalls.Read.All",
          "nothing yet; it would tell who makes calls to the telephone network (rules R10 and R17)",
          "ReportSettings.Read.All",
          "nothing yet; it would tell whether usage reports conceal names (all rules on usage)",
          "User-LifeCycleInfo.Read.All",
          "nothing yet; it would tell when people leave the company (rules R02 and R29)",
          "RoleManagement.Read.Directory",
          "nothing yet; it would tell who may take on an administrator's role (rules R10 and R30)",
          "Policy.Read.All",
          "nothing yet; it would tell whom Conditional Access policies cover (rules R10 and R19)");

  private OptionalPermissions() {}

  /** What it is used for, a phrase that continues "used for"; empty when it is of no use to us. */
  public static Optional<String> useOf(String graphRole) {
    return Optional.ofNullable(USES.get(graphRole));
  }
}
