package ai.chronom.m365.scan;

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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** JDBC without its ceremony: values are bound in order, and its checked exception is none. */
final class Sql {
  private static final String UNIQUE_VIOLATION = "23505";

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

    /** A row has the key of one that is stored. */
    boolean byStoredRow() {
      return getCause() instanceof SQLException cause
          && UNIQUE_VIOLATION.equals(cause.getSQLState());
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
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      binder.bind(new Values(statement));
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
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

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
    double decimal = row.getDouble(column);
    return row.wasNull() ? null : decimal;
  }

  static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
    boolean flag = row.getBoolean(column);
    return row.wasNull() ? null : flag;
  }

  /**
   * Binds values in the order of the question marks. Nulls carry their type: PostgreSQL would plan
   * a batch anew for each row of another type.
   */
  static final class Values implements RowValues {
    private final PreparedStatement statement;
    private int position;

    Values(PreparedStatement statement) {
      this.statement = statement;
    }

    @Override
    public Values text(@Nullable String value) throws SQLException {
      statement.setString(++position, value);
      return this;
    }

    @Override
    public Values number(long value) throws SQLException {
      statement.setLong(++position, value);
      return this;
    }

    @Override
    public Values number(int value) throws SQLException {
      statement.setInt(++position, value);
      return this;
    }

    @Override
    public Values number(@Nullable Integer value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.INTEGER);
        return this;
      }
      return number(value.intValue());
    }

    @Override
    public Values number(@Nullable Long value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.BIGINT);
        return this;
      }
      return number(value.longValue());
    }

    @Override
    public Values decimal(@Nullable Double value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.DOUBLE);
      } else {
        statement.setDouble(++position, value);
      }
      return this;
    }

    @Override
    public Values flag(boolean value) throws SQLException {
      statement.setBoolean(++position, value);
      return this;
    }

    @Override
    public Values flag(@Nullable Boolean value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.BOOLEAN);
        return this;
      }
      return flag(value.booleanValue());
    }

    @Override
    public Values time(@Nullable Instant value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.TIMESTAMP_WITH_TIMEZONE);
      } else {
        statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
      }
      return this;
    }

    @Override
    public Values day(@Nullable LocalDate value) throws SQLException {
      if (value == null) {
        statement.setNull(++position, Types.DATE);
      } else {
        statement.setObject(++position, value);
      }
      return this;
    }

    /** Ends one row of a batch. */
    @Override
    public void row() throws SQLException {
      statement.addBatch();
      position = 0;
    }
  }
}
