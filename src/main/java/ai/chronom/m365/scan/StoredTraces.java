package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the services know of a block of users: one short query per table between the block's first
 * and last id, so that all tables are read once, side by side (ADR 035).
 */
final class StoredTraces {
  private final Connection connection;
  private final long scanId;
  private final String first;
  private final String last;

  /**
   * @param first id of the block's first user
   * @param last id of the block's last user
   */
  StoredTraces(Connection connection, long scanId, String first, String last) {
    this.connection = connection;
    this.scanId = scanId;
    this.first = first;
    this.last = last;
  }

  /** In the order of the users. */
  List<UserTraces> of(List<ScannedUser> users, Standing standing) throws SQLException {
    Rows<AppUse> apps = rows(UserTables.APP_USE);
    Rows<Activation> activations = rows(UserTables.ACTIVATION);
    Rows<Mailbox> mailboxes = rows(UserTables.MAILBOX);
    Rows<OneDrive> drives = rows(UserTables.ONE_DRIVE);
    Rows<TeamsUse> teams = rows(UserTables.TEAMS_USE);
    Rows<MailUse> mail = rows(UserTables.MAIL_USE);
    Rows<SharePointUse> sharePoint = rows(UserTables.SHARE_POINT_USE);
    Rows<CopilotUse> copilot = rows(UserTables.COPILOT_USE);
    Rows<ManagedDevice> devices = rows(UserTables.DEVICE);
    Rows<AppProtection> protections = rows(UserTables.APP_PROTECTION);
    Rows<AppSignIn> signIns = rows(UserTables.APP_SIGN_IN);
    Rows<String> roles = rows(UserTables.ROLE_MEMBER);
    Rows<Instant> disablings = rows(UserTables.DISABLING);
    Function<ScannedUser, OptionalTraces> optional = optional(standing);
    return users.stream()
        .map(
            user ->
                new UserTraces(
                    apps.one(user),
                    activations.of(user),
                    mailboxes.one(user),
                    drives.one(user),
                    teams.one(user),
                    mail.one(user),
                    sharePoint.one(user),
                    copilot.one(user),
                    devices.of(user),
                    protections.of(user),
                    signIns.of(user),
                    standing.roles(roles.of(user)),
                    standing.custodies(user),
                    disablings.of(user).stream().sorted(Comparator.reverseOrder()).toList(),
                    optional.apply(user)))
        .toList();
  }

  private Function<ScannedUser, OptionalTraces> optional(Standing standing) throws SQLException {
    Rows<Instant> leaveDates =
        rows(OptionalTables.LEAVE_DATE, standing.brought(CollectionName.LEAVE_DATES));
    Rows<String> eligible =
        rows(OptionalTables.ELIGIBLE_ROLE, standing.brought(CollectionName.ELIGIBLE_ROLES));
    Rows<String> purposes =
        rows(OptionalTables.MAILBOX_PURPOSE, standing.brought(CollectionName.MAILBOX_PURPOSES));
    Rows<TeamsUser> teams =
        rows(OptionalTables.TEAMS_USER, standing.brought(CollectionName.TEAMS_USERS));
    Rows<PhoneCall> calls =
        rows(
            OptionalTables.PHONE_CALL,
            standing.brought(CollectionName.PSTN_CALLS, CollectionName.DIRECT_CALLS));
    return user ->
        new OptionalTraces(
            leaveDates.one(user),
            standing.roles(eligible.of(user)),
            purposes.one(user),
            standing.room(user),
            teams.one(user),
            calls.of(user));
  }

  private <T> Rows<T> rows(SnapshotTable<OfUser<T>> table, boolean brought) throws SQLException {
    return brought ? rows(table) : new Rows<>(Map.of());
  }

  private <T> Rows<T> rows(SnapshotTable<OfUser<T>> table) throws SQLException {
    Map<String, List<T>> byUser = new HashMap<>();
    for (OfUser<T> row : table.between(connection, scanId, first, last)) {
      byUser.computeIfAbsent(row.userId(), user -> new ArrayList<>(1)).add(row.value());
    }
    return new Rows<>(byUser);
  }

  private record Rows<T>(Map<String, List<T>> byUser) {
    List<T> of(ScannedUser user) {
      return byUser.getOrDefault(user.id(), List.of());
    }

    @Nullable T one(ScannedUser user) {
      List<T> found = of(user);
      return found.isEmpty() ? null : found.get(0);
    }
  }
}
