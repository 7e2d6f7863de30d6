package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code scan_collection} of one scan, on one connection. */
final class CollectionRows {
  private static final int REASON_MAX_CHARS = 500;

  private final Connection connection;
  private final long scanId;

  CollectionRows(Connection connection, long scanId) {
    this.connection = connection;
    this.scanId = scanId;
  }

  /** All that a scan reads; one that began under an earlier release knows fewer. */
  void insertPending() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into scan_collection (scan_id, name, state, items, pages, warnings, failures)"
                + " values (?, ?, 'PENDING', 0, 0, 0, 0) on conflict do nothing")) {
      Sql.Values values = new Sql.Values(statement);
      for (CollectionName name : CollectionName.values()) {
        values.number(scanId).text(name.name()).row();
      }
      statement.executeBatch();
    }
  }

  Map<CollectionName, Checkpoint> checkpoints() throws SQLException {
    Map<CollectionName, Checkpoint> all = new EnumMap<>(CollectionName.class);
    Sql.list(
            connection,
            "select name, state, reason, items, pages, warnings, failures, next_link"
                + " from scan_collection where scan_id = ?",
            values -> values.number(scanId),
            row ->
                new Checkpoint(
                    CollectionName.valueOf(row.getString("name")),
                    CollectionState.valueOf(row.getString("state")),
                    row.getString("reason") != null,
                    row.getLong("items"),
                    row.getInt("pages"),
                    row.getLong("warnings"),
                    row.getInt("failures"),
                    row.getString("next_link")))
        .forEach(checkpoint -> all.put(checkpoint.name(), checkpoint));
    return all;
  }

  void running(CollectionName name, @Nullable Long expectedItems) throws SQLException {
    Sql.update(
        connection,
        "update scan_collection set state = 'RUNNING', reason = null, expected_items = ?"
            + " where scan_id = ? and name = ?",
        values -> values.number(expectedItems).number(scanId).text(name.name()));
  }

  /** Says that a running collection waits, or that it goes on when there is no reason. */
  void waiting(CollectionName name, @Nullable String reason) throws SQLException {
    Sql.update(
        connection,
        "update scan_collection set state = ?, reason = ? where scan_id = ? and name = ?"
            + " and state in ('RUNNING', 'WAITING')",
        values ->
            values
                .text(reason == null ? "RUNNING" : "WAITING")
                .text(cut(reason))
                .number(scanId)
                .text(name.name()));
  }

  /** The page in flight is stored: the next start goes on behind it. */
  void store(Checkpoint checkpoint) throws SQLException {
    Sql.update(
        connection,
        "update scan_collection set state = 'RUNNING', reason = null, items = ?, pages = ?,"
            + " warnings = ?, failures = ?, next_link = ? where scan_id = ? and name = ?",
        values ->
            values
                .number(checkpoint.items())
                .number(checkpoint.pages())
                .number(checkpoint.warnings())
                .number(checkpoint.failures())
                .text(checkpoint.nextLink())
                .number(scanId)
                .text(checkpoint.name().name()));
  }

  /** One more failure in a row; the collection waits. */
  void failedOnce(CollectionName name, String reason) throws SQLException {
    Sql.update(
        connection,
        "update scan_collection set state = 'WAITING', reason = ?, failures = failures + 1"
            + " where scan_id = ? and name = ?",
        values -> values.text(cut(reason)).number(scanId).text(name.name()));
  }

  void end(CollectionName name, CollectionOutcome outcome, long items) throws SQLException {
    Sql.update(
        connection,
        "update scan_collection set state = ?, reason = ?, as_of = ?, items = ?, next_link = null"
            + " where scan_id = ? and name = ?",
        values ->
            values
                .text(outcome.state().name())
                .text(cut(outcome.reason()))
                .day(outcome.asOf())
                .number(items)
                .number(scanId)
                .text(name.name()));
  }

  /** Rows that the collection stored in that scan. */
  Optional<Long> items(CollectionName name) throws SQLException {
    return Sql.list(
            connection,
            "select items from scan_collection where scan_id = ? and name = ?",
            values -> values.number(scanId).text(name.name()),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  private static @Nullable String cut(@Nullable String reason) {
    return reason == null ? null : GraphText.cut(reason, REASON_MAX_CHARS);
  }
}
