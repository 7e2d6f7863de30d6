package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code user_delta}, and users copied from snapshot to snapshot. */
final class DeltaRows {
  private static final int BLOCK_USERS = 10_000;
  private static final String USER_COLUMNS =
      UserWriter.USER_COLUMNS.substring(UserWriter.USER_COLUMNS.indexOf(',') + 1);

  private static final String LICENSE_COLUMNS =
      "set_no, sku_id, group_id, state, error, disabled_plans";

  private final Connection connection;
  private final long scanId;

  DeltaRows(Connection connection, long scanId) {
    this.connection = connection;
    this.scanId = scanId;
  }

  /**
   * How a scan came by its users.
   *
   * @param baseId the snapshot that it began with; null when everybody was read
   * @param link where later changes can be asked for; null when not known yet
   * @param fullAt when everybody was read
   * @param signInsAt when everybody's sign-ins were read; null when they were not
   */
  record Origin(
      @Nullable Long baseId, @Nullable String link, Instant fullAt, @Nullable Instant signInsAt) {}

  Optional<Origin> origin() throws SQLException {
    return Sql.list(
            connection,
            "select base_id, link, full_at, sign_ins_at from user_delta where scan_id = ?",
            values -> values.number(scanId),
            row -> {
              long base = row.getLong("base_id");
              return new Origin(
                  row.wasNull() ? null : base,
                  row.getString("link"),
                  Sql.requiredTime(row, "full_at"),
                  Sql.time(row, "sign_ins_at"));
            })
        .stream()
        .findFirst();
  }

  void remember(Origin origin) throws SQLException {
    Sql.update(
        connection, "delete from user_delta where scan_id = ?", values -> values.number(scanId));
    Sql.update(
        connection,
        "insert into user_delta (scan_id, base_id, link, full_at, sign_ins_at)"
            + " values (?, ?, ?, ?, ?)",
        values ->
            values
                .number(scanId)
                .number(origin.baseId())
                .text(origin.link())
                .time(origin.fullAt())
                .time(origin.signInsAt()));
  }

  /** As if the scan had not begun to read users. */
  void forget() throws SQLException {
    List<String> tables =
        Stream.concat(
                Stream.of("user_delta", "snapshot_license_set", "snapshot_user"),
                AccountNames.TABLES.stream())
            .toList();
    for (String table : tables) {
      Sql.update(
          connection,
          "delete from " + table + " where scan_id = ?",
          values -> values.number(scanId));
    }
  }

  /**
   * Some thousand users with their licenses, as the other snapshot has them.
   *
   * @param after the last one copied; empty at the beginning
   * @return the last one copied now; empty when all are
   */
  Optional<String> copyBlock(long baseId, String after) throws SQLException {
    if (after.isEmpty()) {
      copy("snapshot_license_set", LICENSE_COLUMNS, baseId, "", null);
    }
    Optional<String> last =
        Sql.list(
                connection,
                "select user_id from snapshot_user where scan_id = ? and user_id > ?"
                    + " order by user_id limit 1 offset ?",
                values -> values.number(baseId).text(after).number(BLOCK_USERS - 1),
                row -> row.getString(1))
            .stream()
            .findFirst();
    copy("snapshot_user", USER_COLUMNS, baseId, after, last.orElse(null));
    return last;
  }

  private void copy(String table, String columns, long baseId, String after, @Nullable String upTo)
      throws SQLException {
    boolean keyed = !table.equals("snapshot_license_set");
    Sql.update(
        connection,
        "insert into "
            + table
            + " (scan_id, "
            + columns
            + ") select ?, "
            + columns
            + " from "
            + table
            + " where scan_id = ?"
            + (keyed ? " and user_id > ?" : "")
            + (keyed && upTo != null ? " and user_id <= ?" : ""),
        values -> {
          values.number(scanId).number(baseId);
          if (keyed) {
            values.text(after);
          }
          if (keyed && upTo != null) {
            values.text(upTo);
          }
        });
  }

  void remove(String userId) throws SQLException {
    Sql.update(
        connection,
        "delete from snapshot_user where scan_id = ? and user_id = ?",
        values -> values.number(scanId).text(userId));
  }
}
