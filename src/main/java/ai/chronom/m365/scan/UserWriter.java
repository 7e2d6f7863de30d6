package ai.chronom.m365.scan;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stores a scan's users and their licenses, page by page, in the order in which they were prepared.
 * It remembers the sets of disabled plans it numbered, so one instance serves one run; of a page
 * whose transaction failed, only the missing rows can be stored.
 */
final class UserWriter implements PageWriter<ScannedUser> {
  static final String USER_COLUMNS =
      "scan_id, user_id, user_principal_name, upn_key, mail_key, display_name, name_key, given_name,"
          + " surname, job_title, employee_id, employee_type, department, company_name, usage_location,"
          + " user_type, external_user_state, account_enabled, synced, created_at, hired_at,"
          + " sign_ins_read, last_successful, last_interactive, last_non_interactive, seats, seats_changed, license_set";
  private static final String USER =
      "insert into snapshot_user ("
          + USER_COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final int PAGE_BYTES = 1 << 18;

  private final long scanId;
  private final boolean copies;
  private final LicenseSets sets;
  private final Queue<CopyRows> rooms = new ConcurrentLinkedQueue<>();
  private boolean meetsStored;

  private UserWriter(long scanId, boolean copies, LicenseSets sets) {
    this.scanId = scanId;
    this.copies = copies;
    this.sets = sets;
  }

  /** For the database of that connection, behind what is stored there. */
  static UserWriter on(Connection connection, long scanId) throws SQLException {
    return new UserWriter(
        scanId,
        PostgresCopy.on(connection).isPresent(),
        LicenseSets.behindStored(connection, scanId));
  }

  /** The key under which an account and its row in a usage report meet. */
  static String upnKey(String userPrincipalName) {
    return userPrincipalName.toLowerCase(Locale.ROOT);
  }

  /** As it is stored: lower case may be longer. */
  static String key(String address) {
    return GraphText.cut(upnKey(address), 320);
  }

  @Override
  public void store(Connection connection, List<ScannedUser> users) throws SQLException {
    prepare(users).store(connection);
  }

  /** For PostgreSQL, all the bytes that it will get. */
  @Override
  public Rows prepare(List<ScannedUser> users) {
    return copies ? new CopiedPage(users) : new InsertedPage(users);
  }

  /** Whoever is there already stays as he is. */
  private final class InsertedPage implements Rows {
    private final List<ScannedUser> users;
    private final List<LicenseSets.Numbered> added = new ArrayList<>();

    InsertedPage(List<ScannedUser> users) {
      this.users = users;
    }

    @Override
    public void store(Connection connection) throws SQLException {
      try (PreparedStatement batch = connection.prepareStatement(USER)) {
        Sql.Values values = new Sql.Values(batch);
        for (ScannedUser user : users) {
          user(values, user, added);
        }
        LicenseSets.store(connection, scanId, added);
        batch.executeBatch();
      }
    }

    @Override
    public void storeMissing(Connection connection) throws SQLException {
      throw new IllegalStateException("A row that was left out met itself.");
    }
  }

  /** COPY knows no conflicts: it is tried as if there were none. */
  private final class CopiedPage implements Rows {
    private final List<ScannedUser> users;
    private final CopyRows rows;
    private final List<LicenseSets.Numbered> added = new ArrayList<>();

    CopiedPage(List<ScannedUser> users) {
      this.users = users;
      rows = room();
      encode(Set.of());
    }

    private void encode(Set<String> leftOut) {
      rows.clear();
      Set<String> seen = new HashSet<>(leftOut);
      try {
        for (ScannedUser user : users) {
          if (seen.add(user.id())) {
            user(rows, user, added);
          }
        }
      } catch (SQLException e) {
        throw new Sql.Failed(e);
      }
    }

    @Override
    public void store(Connection connection) throws SQLException {
      if (meetsStored) {
        encode(stored(connection, users));
      }
      PostgresCopy copy = PostgresCopy.on(connection).orElseThrow();
      LicenseSets.store(connection, scanId, added);
      copy.rows("snapshot_user", USER_COLUMNS, rows);
      rooms.add(rows);
    }

    /** Where one user is stored already, more will be: from now on they are asked for first. */
    @Override
    public void storeMissing(Connection connection) throws SQLException {
      meetsStored = true;
      store(connection);
    }
  }

  private CopyRows room() {
    CopyRows free = rooms.poll();
    return free == null ? new CopyRows(PAGE_BYTES) : free;
  }

  private Set<String> stored(Connection connection, List<ScannedUser> users) throws SQLException {
    Array ids = connection.createArrayOf("varchar", users.stream().map(ScannedUser::id).toArray());
    try (PreparedStatement query =
        connection.prepareStatement(
            "select user_id from snapshot_user where scan_id = ? and user_id = any (?)")) {
      query.setLong(1, scanId);
      query.setArray(2, ids);
      Set<String> stored = new HashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          stored.add(rows.getString(1));
        }
      }
      return stored;
    } finally {
      ids.free();
    }
  }

  private void user(RowValues values, ScannedUser user, List<LicenseSets.Numbered> added)
      throws SQLException {
    values
        .number(scanId)
        .text(user.id())
        .text(user.userPrincipalName())
        .text(key(user.userPrincipalName()))
        .text(user.mail() == null ? null : key(user.mail()))
        .text(user.displayName())
        .text(user.displayName() == null ? null : key(user.displayName()))
        .text(user.givenName())
        .text(user.surname())
        .text(user.jobTitle())
        .text(user.employeeId())
        .text(user.employeeType())
        .text(user.department())
        .text(user.companyName())
        .text(user.usageLocation())
        .text(user.userType())
        .text(user.externalUserState())
        .flag(user.accountEnabled())
        .flag(user.synced())
        .time(user.createdAt())
        .time(user.hiredAt());
    SignInActivity signIns = user.signIns();
    values
        .flag(signIns != null)
        .time(signIns == null ? null : signIns.lastSuccessful())
        .time(signIns == null ? null : signIns.lastInteractive())
        .time(signIns == null ? null : signIns.lastNonInteractive())
        .number(user.seats().size())
        .text(SeatTimes.text(user.seats()))
        .number(sets.number(user.seats(), added))
        .row();
  }
}
