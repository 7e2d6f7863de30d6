package ai.chronom.m365.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The vault's own tables over one connection: known keys, which one seals, who seals anew, and what
 * the nodes hold. Times are the database's, so that clocks of nodes don't matter.
 */
final class VaultRows {
  /** A node that was silent for longer doesn't count any more: three reports failed. */
  static final Duration SILENCE = Duration.ofSeconds(90);

  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final String KEY_COLUMNS =
      "select id, fingerprint, added_at, dropped_at, seals from vault_key ";

  private final Connection connection;

  VaultRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Until the transaction ends nobody else seals or changes keys. Take this lock before any other.
   *
   * @return the key that seals; empty before the first use of this database
   */
  Optional<Long> lock() throws SQLException {
    return primary(" for update");
  }

  Optional<Long> primary() throws SQLException {
    return primary("");
  }

  private Optional<Long> primary(String lock) throws SQLException {
    List<Optional<Long>> rows =
        Sql.list(
            connection,
            "select primary_key_id from vault_state where id = 1" + lock,
            row -> Optional.ofNullable(row.getObject(1, Long.class)));
    return rows.get(0);
  }

  void promote(long keyId) throws SQLException {
    Sql.update(connection, "update vault_state set primary_key_id = ? where id = 1", keyId);
  }

  /** Dropped ones too, the oldest first. */
  List<VaultKey> keys() throws SQLException {
    return Sql.list(connection, KEY_COLUMNS + "order by added_at, id", VaultRows::key);
  }

  Optional<VaultKey> key(long keyId) throws SQLException {
    return Sql.list(connection, KEY_COLUMNS + "where id = ?", VaultRows::key, keyId).stream()
        .findFirst();
  }

  private static VaultKey key(ResultSet row) throws SQLException {
    OffsetDateTime dropped = row.getObject("dropped_at", OffsetDateTime.class);
    return new VaultKey(
        row.getLong("id"),
        row.getString("fingerprint"),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        dropped == null ? null : dropped.toInstant(),
        row.getLong("seals"));
  }

  void add(long keyId, String fingerprint) throws SQLException {
    Sql.update(
        connection,
        "insert into vault_key (id, fingerprint, added_at, seals) values (?, ?, current_timestamp, 0)",
        keyId,
        fingerprint);
  }

  void drop(long keyId) throws SQLException {
    Sql.update(
        connection,
        "update vault_key set dropped_at = current_timestamp where id = ? and dropped_at is null",
        keyId);
  }

  /** How often that key has sealed, with these. */
  long countSeals(long keyId, long more) throws SQLException {
    Sql.update(connection, "update vault_key set seals = seals + ? where id = ?", more, keyId);
    return Sql.number(connection, "select seals from vault_key where id = ?", keyId);
  }

  /** Whether this node may seal old values anew for that long from now on. */
  boolean lease(String node, Duration duration) throws SQLException {
    return Sql.update(
            connection,
            "update vault_state set owner = ?, lease_until = ? where id = 1 and (owner is null"
                + " or owner = ? or lease_until < current_timestamp)",
            node,
            now().plus(duration),
            node)
        == 1;
  }

  /** Whether it was this node's. */
  boolean endLease(String node) throws SQLException {
    return Sql.update(
            connection,
            "update vault_state set owner = null, lease_until = null where id = 1 and owner = ?",
            node)
        == 1;
  }

  /** Whether some node seals old values anew now. */
  boolean isLeased() throws SQLException {
    return Sql.number(
            connection,
            "select count(*) from vault_state where owner is not null"
                + " and lease_until >= current_timestamp")
        > 0;
  }

  void report(String node, String host, SortedSet<Long> keyIds, @Nullable String warning)
      throws SQLException {
    String ids = keyIds.stream().map(String::valueOf).collect(Collectors.joining(" "));
    try (var statement =
        connection.prepareStatement(
            "update vault_node set host = ?, key_ids = ?, warning = ?,"
                + " reported_at = current_timestamp where name = ?")) {
      statement.setString(1, host);
      statement.setString(2, ids);
      statement.setObject(3, warning, Types.VARCHAR);
      statement.setString(4, node);
      if (statement.executeUpdate() == 1) {
        return;
      }
    }
    Sql.update(
        connection,
        "insert into vault_node (name, host, key_ids, reported_at)"
            + " values (?, ?, ?, current_timestamp)",
        node,
        host,
        ids);
    Sql.update(connection, "delete from vault_node where reported_at < ?", now().minus(FORGOTTEN));
  }

  void leave(String node) throws SQLException {
    Sql.update(connection, "delete from vault_node where name = ?", node);
  }

  /** Those that are silent too, until they are forgotten. */
  List<NodeReport> nodes() throws SQLException {
    Instant spoke = now().minus(SILENCE).toInstant();
    return Sql.list(
        connection,
        "select name, host, key_ids, warning, reported_at from vault_node order by host, name",
        row -> {
          Instant at = row.getObject("reported_at", OffsetDateTime.class).toInstant();
          return new NodeReport(
              row.getString("name"),
              row.getString("host"),
              ids(row.getString("key_ids")),
              row.getString("warning"),
              at,
              !at.isBefore(spoke));
        });
  }

  private static SortedSet<Long> ids(String text) {
    return Arrays.stream(text.split(" "))
        .filter(id -> !id.isEmpty())
        .map(Long::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private OffsetDateTime now() throws SQLException {
    return Sql.list(
            connection, "select current_timestamp", row -> row.getObject(1, OffsetDateTime.class))
        .get(0);
  }
}
