package ai.chronom.m365.findings;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** JDBC without its ceremony: values are bound in order, and its checked exception is none. */
final class Sql {
  private static final int FETCH_ROWS = 500;

  private Sql() {}

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Binds the values of one statement. */
  @FunctionalInterface
  interface Binder {
    void bind(Values values) throws SQLException;
  }

  /** The database did not do as told: an outage or a bug. */
  static final class Failed extends RuntimeException {
    Failed(SQLException cause) {
      super(cause);
    }
  }

  static <T> T call(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  static <T> List<T> list(Connection connection, String query, Binder binder, RowReader<T> reader)
      throws SQLException {
    List<T> read = new ArrayList<>();
    each(connection, query, binder, reader, read::add);
    return read;
  }

  /** Hands each row on as it comes, so that memory stays bounded inside a transaction. */
  static <T> void each(
      Connection connection,
      String query,
      Binder binder,
      RowReader<T> reader,
      Consumer<? super T> taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(FETCH_ROWS);
      binder.bind(new Values(statement));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.accept(reader.read(rows));
        }
      }
    }
  }

  /** How many rows it touched. */
  static int update(Connection connection, String command, Binder binder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(command)) {
      binder.bind(new Values(statement));
      return statement.executeUpdate();
    }
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static Instant requiredTime(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Binds values in the order of the question marks; nulls carry their type. */
  static final class Values {
    private final PreparedStatement statement;
    private int position;

    Values(PreparedStatement statement) {
      this.statement = statement;
    }

    Values text(@Nullable String value) throws SQLException {
      statement.setString(++position, value);
      return this;
    }

    Values number(long value) throws SQLException {
      statement.setLong(++position, value);
      return this;
    }

    Values flag(boolean value) throws SQLException {
      statement.setBoolean(++position, value);
      return this;
    }

    Values count(@Nullable Integer value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.INTEGER);
      } else {
        statement.setInt(++position, value);
      }
      return this;
    }

    Values decimal(@Nullable BigDecimal value) throws SQLException {
      statement.setBigDecimal(++position, value);
      return this;
    }

    Values time(@Nullable Instant value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.TIMESTAMP_WITH_TIMEZONE);
      } else {
        statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
      }
      return this;
    }

    Values day(@Nullable LocalDate value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.DATE);
      } else {
        statement.setObject(++position, value);
      }
      return this;
    }
  }

  /** One statement for many rows, sent in parts. */
  static final class Batch implements AutoCloseable {
    private static final int ROWS = 1000;

    private final PreparedStatement statement;
    private int waiting;

    Batch(Connection connection, String command) throws SQLException {
      this.statement = connection.prepareStatement(command);
    }

    void add(Binder binder) throws SQLException {
      binder.bind(new Values(statement));
      statement.addBatch();
      if (++waiting == ROWS) {
        send();
      }
    }

    void send() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    /** Does not send what still waits: after a failure nothing more should go out. */
    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }
}
