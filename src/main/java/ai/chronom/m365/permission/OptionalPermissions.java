package ai.chronom.m365.permission;

import static ai.chronom.m365.permission.PermissionType.APPLICATION;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Permissions beyond the guide's that are used when a tenant has granted them, and never asked for.
 * All are application permissions of Microsoft Graph, and only read. Ids from Microsoft's
 * permissions reference.
 */
public final class OptionalPermissions {
  public static final GraphPermission REPORT_SETTINGS_READ_ALL =
      optional(
          "ReportSettings.Read.All",
          "ee353f83-55ef-4b78-82da-555bfa2b4b95",
          "ReportSettings",
          "Reads whether usage reports conceal names, which is guessed from the reports otherwise.");
  public static final GraphPermission LIFE_CYCLE_READ_ALL =
      optional(
          "User-LifeCycleInfo.Read.All",
          "8556a004-db57-4d7a-8b82-97a13428e96f",
          "User-LifeCycleInfo",
          "Reads when people leave the company, before or after their accounts are blocked.");
  public static final GraphPermission ROLE_MANAGEMENT_READ_DIRECTORY =
      optional(
          "RoleManagement.Read.Directory",
          "483bed4a-2ad3-4361-a73b-c83ccdbdc53c",
          "RoleManagement",
          "Reads who may take on an administrator's role, beside those who hold one.");
  public static final GraphPermission MAILBOX_SETTINGS_READ =
      optional(
          "MailboxSettings.Read",
          "40f97065-369a-49f4-947c-6a255697ae91",
          "MailboxSettings",
          "Reads which mailboxes are shared, rooms or equipment, of accounts where it matters.");
  public static final GraphPermission PLACE_READ_ALL =
      optional(
          "Place.Read.All",
          "913b9306-0ce1-42b8-9137-6a7df690a760",
          "Place",
          "Reads the list of rooms, whose mailboxes need no license.");
  public static final GraphPermission TEAMS_USER_CONFIGURATION_READ_ALL =
      optional(
          "TeamsUserConfiguration.Read.All",
          "a91eadaf-2c3c-4362-908b-fb172d208fc6",
          "TeamsUserConfiguration",
          "Reads who has a phone number or a calling policy, and which accounts are no people's.");
  public static final GraphPermission PSTN_CALLS_READ_ALL =
      optional(
          "CallRecord-PstnCalls.Read.All",
          "a2611786-80b3-417e-adaa-707d4261a5f0",
          "CallRecords",
          "Reads who calls the telephone network, only where the operator switched it on.");
  public static final GraphPermission POLICY_READ_ALL =
      optional(
          "Policy.Read.All",
          "246dd0d5-5bd0-4def-940b-0421030a5b68",
          "Policy",
          "Reads whom Conditional Access policies by risk cover: these people need Entra ID P2.");

  private static final Map<GraphPermission, String> USES = new LinkedHashMap<>();

  static {
    USES.put(
        REPORT_SETTINGS_READ_ALL,
        "knowing whether usage reports conceal names, instead of guessing it (all rules on usage)");
    USES.put(LIFE_CYCLE_READ_ALL, "knowing when people leave the company (rules R02 and R29)");
    USES.put(
        ROLE_MANAGEMENT_READ_DIRECTORY,
        "knowing who may take on an administrator's role (rules R10 and R30)");
    USES.put(
        MAILBOX_SETTINGS_READ,
        "knowing which mailboxes are shared, rooms or equipment (rules R03 and R06)");
    USES.put(PLACE_READ_ALL, "knowing which mailboxes are rooms (rules R03 and R06)");
    USES.put(
        TEAMS_USER_CONFIGURATION_READ_ALL,
        "knowing who has a phone number or a calling policy (rules R10, R11, R17 and R31)");
    USES.put(
        PSTN_CALLS_READ_ALL,
        "knowing who calls the telephone network (rule R17), where the operator switched it on by"
            + " chronom.scan.phone-calls");
    USES.put(POLICY_READ_ALL, "knowing whom Conditional Access policies by risk cover (rule R10)");
  }

  private OptionalPermissions() {}

  /** All eight, in the order in which scans use them. */
  public static List<GraphPermission> all() {
    return List.copyOf(USES.keySet());
  }

  public static boolean contains(GraphPermission permission) {
    return USES.containsKey(permission);
  }

  /** What it is used for, a phrase that continues "used for"; empty when it is of no use to us. */
  public static Optional<String> useOf(String graphRole) {
    return USES.entrySet().stream()
        .filter(entry -> entry.getKey().graphRole().equals(graphRole))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static GraphPermission optional(String name, String id, String category, String purpose) {
    return new GraphPermission(
        name, name, APPLICATION, UUID.fromString(id), category, purpose, true);
  }
}
