package ai.chronom.m365.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Every table that keeps sealed values, so that a rotation of the master key reaches them all; a
 * test compares this list with the schema. Such a table has the columns {@code version}, {@code
 * key_id}, {@code format} and {@code sealed}, and its name is the entity of the {@link
 * SealContext}.
 */
enum SealedTable {
  SEALED_SECRET("sealed_secret", "tenant_id", SealedTable.OF_KIND),
  RETIRED_SECRET("retired_secret", "id", SealedTable.OF_KIND),
  PENDING_CERTIFICATE("pending_certificate", "id", "'certificate_key'"),
  SECOND_FACTOR("second_factor", "name", "'sealed'"),
  AUDIT_CHAIN_KEY("audit_chain_key", "name", "'sealed'");

  /** A secret never opens as a certificate's key, nor the other way round. */
  private static final String OF_KIND =
      "case kind when 'CERTIFICATE' then 'certificate_key' else 'sealed' end";

  private final String table;
  private final String owner;
  private final String column;

  /**
   * @param owner the primary key, a text: the context's owner
   * @param column SQL for the context's column, a literal or an expression over the row
   */
  SealedTable(String table, String owner, String column) {
    this.table = table;
    this.owner = owner;
    this.column = column;
  }

  /** The table's name, which is the context's entity. */
  String table() {
    return table;
  }

  List<Long> keyIdsInUse(Connection connection) throws SQLException {
    return Sql.list(connection, "select distinct key_id from " + table, row -> row.getLong(1));
  }

  long count(Connection connection) throws SQLException {
    return Sql.number(connection, "select count(*) from " + table);
  }

  long countUnder(Connection connection, long keyId) throws SQLException {
    return Sql.number(connection, "select count(*) from " + table + " where key_id = ?", keyId);
  }

  /** A few values under that key. */
  List<Sealed> someUnder(Connection connection, long keyId, int most) throws SQLException {
    return Sql.list(connection, select() + " where key_id = ? limit " + most, this::sealed, keyId);
  }

  /**
   * The next values under other keys, locked until the transaction ends; what somebody else locks
   * is left for the next round.
   *
   * @param after the owner of the last one seen; empty at first
   */
  List<Sealed> nextNotUnder(Connection connection, long keyId, String after, int most)
      throws SQLException {
    return Sql.list(
        connection,
        select()
            + " where key_id <> ? and "
            + owner
            + " > ? order by "
            + owner
            + " limit "
            + most
            + " for update skip locked",
        this::sealed,
        keyId,
        after);
  }

  private String select() {
    return "select "
        + owner
        + " as sealed_owner, "
        + column
        + " as sealed_column, version, key_id, format, sealed from "
        + table;
  }

  private Sealed sealed(ResultSet row) throws SQLException {
    SealContext context =
        new SealContext(
            row.getString("sealed_owner"),
            table,
            row.getString("sealed_column"),
            row.getLong("version"),
            row.getLong("key_id"),
            row.getShort("format"));
    return new Sealed(context, row.getBytes("sealed"));
  }

  /** The same value under another key. */
  void replace(Connection connection, Sealed value) throws SQLException {
    SealContext context = value.context();
    Sql.update(
        connection,
        "update " + table + " set key_id = ?, format = ?, sealed = ? where " + owner + " = ?",
        context.keyId(),
        context.format(),
        value.bytes(),
        context.owner());
  }
}
