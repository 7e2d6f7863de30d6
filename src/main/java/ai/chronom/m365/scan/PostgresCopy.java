package ai.chronom.m365.scan;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * PostgreSQL's way to take many rows at once, in the connection's transaction. The driver belongs
 * to the server, not to us, so it is found through the connection; where a server hides it, rows go
 * in batches as on any database (ADR 080).
 */
final class PostgresCopy {
  private static final Logger LOG = Logger.getLogger(PostgresCopy.class.getName());
  private static final AtomicBoolean HIDDEN = new AtomicBoolean();
  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * A node that is paused in the middle of its rows is not idle for PostgreSQL, and would keep what
   * it locked until it wakes.
   */
  private static final String LIMITED = "set local statement_timeout = '60s'";

  private final Connection connection;
  private final Object manager;
  private final Method copyIn;

  private PostgresCopy(Connection connection, Object manager, Method copyIn) {
    this.connection = connection;
    this.manager = manager;
    this.copyIn = copyIn;
  }

  /** Empty on another database, and where the driver cannot be reached. */
  static Optional<PostgresCopy> on(Connection connection) throws SQLException {
    boolean postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    if (!postgres || HIDDEN.get()) {
      return Optional.empty();
    }
    try {
      Class<?> driver =
          Class.forName(
              "org.postgresql.PGConnection",
              false,
              connection.getMetaData().getClass().getClassLoader());
      Object manager = driver.getMethod("getCopyAPI").invoke(connection.unwrap(driver));
      Method copyIn =
          manager.getClass().getMethod("copyIn", String.class, InputStream.class, int.class);
      return Optional.of(new PostgresCopy(connection, manager, copyIn));
    } catch (ReflectiveOperationException | SQLException e) {
      if (HIDDEN.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "This server hides PostgreSQL's COPY; scans store more slowly", e);
      }
      return Optional.empty();
    }
  }

  /**
   * Rows that are there already make it fail. Until the transaction ends, each of its statements
   * has at most a minute.
   *
   * @param columns as the rows have them, separated by commas
   */
  void rows(String table, String columns, CopyRows rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String command = "copy " + table + " (" + columns + ") from stdin (format binary)";
    try (Statement limit = connection.createStatement()) {
      limit.execute(LIMITED);
      copyIn.invoke(manager, command, rows.stream(), BUFFER_BYTES);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new SQLException(e);
    }
  }
}
