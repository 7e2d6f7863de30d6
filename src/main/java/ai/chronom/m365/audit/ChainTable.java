package ai.chronom.m365.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The rows of the chain and its head. Plain JDBC: it writes while a transaction completes. */
final class ChainTable {
  private static final String COLUMNS =
      "position, occurred_at, actor, action, tenant_id, outcome, detail, link";

  private final Connection connection;

  ChainTable(Connection connection) {
    this.connection = connection;
  }

  /** Whoever wants to append waits here until the transaction that holds the head has ended. */
  ChainHead lockHead() throws SQLException {
    if (connection.getAutoCommit()) {
      throw new SQLException("the head would be locked for this statement only");
    }
    try (PreparedStatement select =
            connection.prepareStatement(
                "select position, link from audit_head where id = 1 for update");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the row of audit_head is gone");
      }
      return new ChainHead(row.getLong(1), row.getString(2));
    }
  }

  void moveHead(ChainHead head) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update audit_head set position = ?, link = ? where id = 1")) {
      update.setLong(1, head.position());
      update.setString(2, head.link());
      update.executeUpdate();
    }
  }

  void insert(List<ChainRow> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ChainRow row : rows) {
        AuditLine line = row.line();
        insert.setLong(1, row.position());
        insert.setObject(2, line.occurredAt().atOffset(ZoneOffset.UTC));
        insert.setString(3, line.actor());
        insert.setString(4, line.action());
        insert.setString(5, line.tenantId());
        insert.setString(6, line.outcome());
        insert.setString(7, line.detail());
        insert.setString(8, row.link());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Links events that were written before the chain began. */
  void link(List<ChainRow> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update audit_event set link = ? where position = ? and link is null")) {
      for (ChainRow row : rows) {
        update.setString(1, row.link());
        update.setLong(2, row.position());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  List<ChainRow> after(long position, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from audit_event where position > ? order by position fetch first "
                + limit
                + " rows only")) {
      select.setLong(1, position);
      try (ResultSet row = select.executeQuery()) {
        List<ChainRow> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(row(row));
        }
        return rows;
      }
    }
  }

  private static ChainRow row(ResultSet row) throws SQLException {
    AuditLine line =
        new AuditLine(
            row.getObject(2, OffsetDateTime.class).toInstant(),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7));
    return new ChainRow(row.getLong(1), line, row.getString(8));
  }

  /** One statement, so that no append can come in between. */
  ChainEnds ends() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select e.last_position, h.position, h.link from"
                    + " (select coalesce(max(position), 0) as last_position from audit_event) e"
                    + " left join audit_head h on h.id = 1");
        ResultSet row = select.executeQuery()) {
      row.next();
      String link = row.getString(3);
      return new ChainEnds(
          link == null ? null : new ChainHead(row.getLong(2), link), row.getLong(1));
    }
  }
}
