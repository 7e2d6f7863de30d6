package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.util.Map;

/** What the directory says of administrators and of accounts in the recycle bin. */
final class DirectoryItems {
  private DirectoryItems() {}

  static final ScanCollection DELETED_USERS =
      new PagedCollection<>(
          new Declaration(
              CollectionName.DELETED_USERS,
              PermissionCatalog.DIRECTORY_READ_ALL,
              "/v1.0/directory/deletedItems/microsoft.graph.user?$select=id,deletedDateTime,"
                  + "assignedLicenses&$top=999",
              "Accounts in the recycle bin: their seats are free or soon will be.",
              TenantTables.DELETED_USER.name()),
          new ObjectReader.Shape<>(
              Map.of(
                  "id", JsonCursor::guid,
                  "deletedDateTime", JsonCursor::time,
                  "assignedLicenses", ObjectReader.objects(Map.of("skuId", JsonCursor::guid))),
              found ->
                  found
                      .text("id")
                      .map(
                          id ->
                              new DeletedUser(
                                  id,
                                  found.time("deletedDateTime").orElse(null),
                                  found.objects("assignedLicenses").size()))),
          TenantTables.DELETED_USER.rows());

  static final ScanCollection ROLES =
      ItemsCollection.of(
          CollectionName.DIRECTORY_ROLES,
          PermissionCatalog.DIRECTORY_READ_ALL,
          "/v1.0/roleManagement/directory/roleDefinitions?$select=id,displayName,isEnabled",
          "The names of administrators' roles.",
          new ItemsCollection.Names("displayName", "-", "isEnabled", "--"));

  /** One list for all roles; members of a directory role would be a request for each. */
  static final ScanCollection ROLE_MEMBERS =
      new PagedCollection<>(
          new Declaration(
              CollectionName.ROLE_MEMBERS,
              PermissionCatalog.DIRECTORY_READ_ALL,
              "/v1.0/roleManagement/directory/roleAssignments?$select=id,principalId,"
                  + "roleDefinitionId",
              "Who is an administrator: such accounts are judged by other measures.",
              UserTables.ROLE_MEMBER.name()),
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
          UserTables.ROLE_MEMBER.rows());
}
