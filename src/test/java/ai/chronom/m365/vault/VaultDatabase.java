package ai.chronom.m365.vault;

import ai.chronom.m365.running.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A migrated database without a server around it, with transactions by hand. */
final class VaultDatabase implements VaultWork {
  private final TestDatabase database;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  VaultDatabase(TestDatabase database) {
    this.database = database;
  }

  private VaultDatabase migrated() {
    Flyway.configure()
        .dataSource(database.url(), database.user(), "")
        .cleanDisabled(false)
        .load()
        .migrate();
    return this;
  }

  private static final class Shared {
    static final VaultDatabase POSTGRESQL = new VaultDatabase(TestDatabase.postgresql()).migrated();
  }

  /** The one of this JVM. */
  static VaultDatabase postgreSql() {
    return Shared.POSTGRESQL;
  }

  /** A new one. */
  static VaultDatabase h2() {
    try {
      TestDatabase file = TestDatabase.h2(Files.createTempDirectory("vault-h2"));
      TestDatabase kept =
          new TestDatabase(file.driver(), file.url() + ";DB_CLOSE_DELAY=-1", file.user());
      return new VaultDatabase(kept).migrated();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestDatabase coordinates() {
    return database;
  }

  @Override
  public <T> T alone(Sql.Work<T> work) {
    Connection outer = current.get();
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      current.set(connection);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new Sql.Failed(e);
    } finally {
      current.set(outer);
    }
  }

  @Override
  public <T> T joined(Sql.Work<T> work) {
    Connection outer = current.get();
    if (outer == null) {
      return alone(work);
    }
    try {
      return work.with(outer);
    } catch (SQLException e) {
      throw new Sql.Failed(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }

  void sql(String command, Object... values) {
    alone(connection -> Sql.update(connection, command, values));
  }

  /** As after the migrations. */
  void forgetAll() {
    sql("delete from tenant");
    sql("update vault_state set primary_key_id = null, owner = null, lease_until = null");
    sql("delete from vault_node");
    sql("delete from vault_key");
  }

  void newTenant(String id) {
    sql(
        "insert into tenant (id, name, application_id, cloud, status, status_since, onboarded_at,"
            + " version) values (?, 'x', ?, 'global', 'VERIFYING', current_timestamp,"
            + " current_timestamp, 1)",
        id,
        id);
  }

  void store(Sealed value) {
    SealContext context = value.context();
    sql(
        "insert into sealed_secret (tenant_id, version, key_id, format, sealed, hint, stored_at)"
            + " values (?, ?, ?, ?, ?, 'abc', current_timestamp)",
        context.owner(),
        context.version(),
        context.keyId(),
        context.format(),
        value.bytes());
  }

  List<Sealed> secrets() {
    return alone(
        connection -> SealedTable.SEALED_SECRET.nextNotUnder(connection, -1, "", 1_000_000));
  }

  Sealed secret(String tenantId) {
    return secrets().stream()
        .filter(value -> value.context().owner().equals(tenantId))
        .findFirst()
        .orElseThrow();
  }

  /** Every row of every table, in an order of its own: equal when nothing was written. */
  List<String> contents() {
    List<String> tables =
        alone(
            connection ->
                Sql.list(
                    connection,
                    "select table_name from information_schema.tables where table_type ="
                        + " 'BASE TABLE' and table_schema = 'public' order by table_name",
                    row -> row.getString(1)));
    return tables.stream().flatMap(table -> rows(table).stream()).toList();
  }

  private List<String> rows(String table) {
    return alone(
            connection ->
                Sql.list(
                    connection,
                    "select * from " + table,
                    row -> {
                      StringBuilder text = new StringBuilder(table);
                      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(' ').append(row.getString(i));
                      }
                      return text.toString();
                    }))
        .stream()
        .sorted()
        .toList();
  }

  @Override
  public String toString() {
    return database.driver().contains("h2") ? "H2" : "PostgreSQL";
  }
}
