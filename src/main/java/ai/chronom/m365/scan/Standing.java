package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant says of few people, small enough to hold: the names of roles, and whose data is
 * kept. eDiscovery knows people by an address, which may be an account's principal name or its mail
 * address: either counts, since a hold that is overlooked costs data.
 */
final class Standing {
  private final Map<String, String> roleNames = new HashMap<>();
  private final Map<String, List<Custodian>> byAddress = new HashMap<>();
  private final Set<String> rooms;
  private final Set<CollectionName> brought;

  private Standing(
      List<InventoryItem> roles,
      List<Custodian> custodians,
      Set<String> rooms,
      Set<CollectionName> brought) {
    this.rooms = Set.copyOf(rooms);
    this.brought = Set.copyOf(brought);
    roles.forEach(role -> roleNames.put(role.id(), String.valueOf(role.name())));
    custodians.forEach(
        custodian ->
            byAddress
                .computeIfAbsent(custodian.mailKey(), key -> new ArrayList<>(1))
                .add(custodian));
  }

  static Standing of(Connection connection, long scanId) throws SQLException {
    List<InventoryItem> roles =
        TenantTables.ITEM.all(connection, scanId, CollectionName.DIRECTORY_ROLES).stream()
            .map(TenantTables.ItemRow::item)
            .toList();
    return new Standing(
        roles,
        TenantTables.CUSTODIAN.all(connection, scanId),
        OptionalTables.ROOM.all(connection, scanId).stream()
            .map(OptionalTables.Room::mailKey)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toSet()),
        brought(connection, scanId));
  }

  private static Set<CollectionName> brought(Connection connection, long scanId)
      throws SQLException {
    return Sql.list(
            connection,
            "select name from scan_collection where scan_id = ? and items > 0",
            values -> values.number(scanId),
            row -> CollectionName.valueOf(row.getString(1)))
        .stream()
        .collect(Collectors.toSet());
  }

  /** Whether any of them has rows; what most tenants don't grant need not be looked up. */
  boolean brought(CollectionName... names) {
    return Arrays.stream(names).anyMatch(brought::contains);
  }

  boolean room(ScannedUser user) {
    String mail = user.mail();
    return !rooms.isEmpty()
        && (rooms.contains(UserWriter.upnKey(user.userPrincipalName()))
            || (mail != null && rooms.contains(UserWriter.upnKey(mail))));
  }

  List<DirectoryRole> roles(List<String> templateIds) {
    return templateIds.stream()
        .map(id -> new DirectoryRole(id, roleNames.getOrDefault(id, id)))
        .toList();
  }

  List<Custodian> custodies(ScannedUser user) {
    if (byAddress.isEmpty()) {
      return List.of();
    }
    Set<Custodian> found = new LinkedHashSet<>(of(user.userPrincipalName()));
    found.addAll(of(user.mail()));
    return List.copyOf(found);
  }

  private List<Custodian> of(@Nullable String address) {
    return address == null
        ? List.of()
        : byAddress.getOrDefault(UserWriter.upnKey(address), List.of());
  }
}
