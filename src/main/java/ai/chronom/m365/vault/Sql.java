package ai.chronom.m365.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** JDBC without its ceremony: values are bound in order, and its checked exception is none. */
final class Sql {
  private Sql() {}

  /** What is done with a connection; whoever opens it also closes it. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The database did not do as told: an outage or a bug. */
  static final class Failed extends RuntimeException {
    Failed(SQLException cause) {
      super(cause);
    }
  }

  static <T> List<T> list(
      Connection connection, String query, RowReader<T> reader, Object... values)
      throws SQLException {
    try (PreparedStatement statement = bound(connection, query, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  static long number(Connection connection, String query, Object... values) throws SQLException {
    return list(connection, query, row -> row.getLong(1), values).get(0);
  }

  /** How many rows it touched. */
  static int update(Connection connection, String command, Object... values) throws SQLException {
    try (PreparedStatement statement = bound(connection, command, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement bound(Connection connection, String text, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
