package ai.chronom.m365.scan;

import ai.chronom.m365.permission.OptionalPermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists that a permission beyond the guide's opens, read only where it is granted. */
final class OptionalItems {
  private static final String SHARED_CALLING = "TeamsSharedCallingRoutingPolicy";

  /** The policy of that name is everybody's, and shares no number. */
  private static final String EVERYBODYS = "Global";

  private OptionalItems() {}

  /**
   * A request of its own: without the permission, Graph leaves the date out of all users without a
   * word (seen in the field).
   */
  static final ScanCollection LEAVE_DATES =
      new PagedCollection<>(
          new Declaration(
              CollectionName.LEAVE_DATES,
              OptionalPermissions.LIFE_CYCLE_READ_ALL,
              "/v1.0/users?$select=id,employeeLeaveDateTime&$top=999",
              "When people leave the company: their licenses are free then.",
              OptionalTables.LEAVE_DATE.name()),
          new ObjectReader.Shape<>(
              Map.of("id", JsonCursor::guid, "employeeLeaveDateTime", JsonCursor::time),
              found ->
                  found
                      .text("id")
                      .map(
                          id ->
                              new OfUser<>(
                                  id, found.time("employeeLeaveDateTime").orElse(Instant.EPOCH)))),
          (connection, scanId, users) ->
              OptionalTables.LEAVE_DATE.insert(
                  connection,
                  scanId,
                  users.stream().filter(user -> user.value().isAfter(Instant.EPOCH)).toList()));

  static final ScanCollection ELIGIBLE_ROLES =
      new PagedCollection<>(
          new Declaration(
              CollectionName.ELIGIBLE_ROLES,
              OptionalPermissions.ROLE_MANAGEMENT_READ_DIRECTORY,
              "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances"
                  + "?$select=id,principalId,roleDefinitionId",
              "Who may take on an administrator's role: that needs Entra ID P2.",
              OptionalTables.ELIGIBLE_ROLE.name()),
          new ObjectReader.Shape<>(
              Map.of("principalId", JsonCursor::guid, "roleDefinitionId", JsonCursor::guid),
              found ->
                  found
                      .text("principalId")
                      .flatMap(
                          principal ->
                              found
                                  .text("roleDefinitionId")
                                  .map(role -> new OfUser<>(principal, role)))),
          OptionalTables.ELIGIBLE_ROLE::insert);

  static final ScanCollection ROOMS =
      new PagedCollection<>(
          new Declaration(
              CollectionName.ROOMS,
              OptionalPermissions.PLACE_READ_ALL,
              "/v1.0/places/microsoft.graph.room?$select=id,emailAddress&$top=100",
              "Which addresses are rooms: their mailboxes need no license.",
              OptionalTables.ROOM.name()),
          new ObjectReader.Shape<>(
              Map.of("id", ObjectReader.text(64), "emailAddress", ObjectReader.text(320)),
              found ->
                  found
                      .text("id")
                      .map(
                          id ->
                              new OptionalTables.Room(
                                  id, found.text("emailAddress").map(UserWriter::key).orElse("")))),
          OptionalTables.ROOM::insert);

  static final ScanCollection TEAMS_USERS =
      new PagedCollection<>(
          new Declaration(
              CollectionName.TEAMS_USERS,
              OptionalPermissions.TEAMS_USER_CONFIGURATION_READ_ALL,
              "/v1.0/admin/teams/userConfigurations?$select=id,accountType,"
                  + "isEnterpriseVoiceEnabled,telephoneNumbers,effectivePolicyAssignments",
              "Who has a phone number or a calling policy; only how many numbers is kept.",
              OptionalTables.TEAMS_USER.name()),
          new ObjectReader.Shape<>(
              Map.of(
                  "id", JsonCursor::guid,
                  "accountType", ObjectReader.text(40),
                  "isEnterpriseVoiceEnabled", JsonCursor::flag,
                  "telephoneNumbers",
                      ObjectReader.objects(Map.of("assignmentCategory", ObjectReader.text(40))),
                  "effectivePolicyAssignments",
                      ObjectReader.objects(
                          Map.of(
                              "policyType",
                              ObjectReader.text(80),
                              "policyAssignment",
                              ObjectReader.object(Map.of("displayName", ObjectReader.text(80)))))),
              OptionalItems::teamsUser),
          OptionalTables.TEAMS_USER::insert);

  private static Optional<OfUser<TeamsUser>> teamsUser(ObjectReader.Found found) {
    List<ObjectReader.Found> policies = found.objects("effectivePolicyAssignments");
    TeamsUser user =
        new TeamsUser(
            found.text("accountType").orElse(null),
            found.flag("isEnterpriseVoiceEnabled"),
            found.objects("telephoneNumbers").size(),
            policies.stream().anyMatch(OptionalItems::sharesCalling));
    return found.text("id").map(id -> new OfUser<>(id, user));
  }

  private static boolean sharesCalling(ObjectReader.Found policy) {
    return policy.text("policyType").filter(SHARED_CALLING::equalsIgnoreCase).isPresent()
        && policy
            .in("policyAssignment")
            .text("displayName")
            .filter(name -> !name.equalsIgnoreCase(EVERYBODYS))
            .isPresent();
  }
}
