package ai.chronom.m365.scan;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.running.TestDatabase;
import ai.chronom.m365.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database without a server around it: the fence is plain JDBC, by the same rule as the
 * jobs' own.
 */
final class ScanDatabase implements FencedWork {
  private static final long JOB_ID = 1;

  private final String name;
  private final DataSource source;

  private ScanDatabase(String name, DataSource source) {
    this.name = name;
    this.source = OneConnection.of(source);
  }

  private ScanDatabase migrated() {
    Flyway.configure().dataSource(source).locations(locations()).load().migrate();
    return this;
  }

  private String[] locations() {
    return name.equals("H2")
        ? new String[] {"classpath:db/migration"}
        : new String[] {"classpath:db/migration", "classpath:db/postgresql"};
  }

  private static final class Shared {
    static final ScanDatabase H2 = h2File();
    static final ScanDatabase POSTGRESQL = postgreSqlServer();
  }

  static ScanDatabase h2() {
    return Shared.H2;
  }

  static ScanDatabase postgreSql() {
    return Shared.POSTGRESQL;
  }

  private static ScanDatabase h2File() {
    try {
      TestDatabase database = TestDatabase.h2(Files.createTempDirectory("scan-h2"));
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(database.url() + ";DB_CLOSE_DELAY=-1");
      source.setUser(database.user());
      return new ScanDatabase("H2", source).migrated();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScanDatabase postgreSqlServer() {
    TestDatabase database = TestDatabase.postgresql();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(database.url());
    source.setUser(database.user());
    return new ScanDatabase("PostgreSQL", source).migrated();
  }

  /** One that another process has set up. */
  static ScanDatabase at(String url, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    return new ScanDatabase("PostgreSQL", source).migrated();
  }

  /** That of a server, which has migrated it. */
  static ScanDatabase ofServer(String url, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    return new ScanDatabase("PostgreSQL", source);
  }

  DataSource source() {
    return source;
  }

  /** A tenant of its own with the sample's id, and a job to scan it; whatever was there is gone. */
  Claim newTenant() {
    return newTenant(tenantId());
  }

  Claim newTenant(TenantId tenantId) {
    String id = tenantId.toString();
    call(
        connection -> {
          for (String large : large()) {
            Sql.update(connection, "delete from " + large, values -> {});
          }
          Sql.update(connection, "delete from tenant", values -> {});
          Sql.update(
              connection,
              "insert into tenant (id, name, application_id, cloud, status, status_since,"
                  + " onboarded_at, version) values (?, 'Contoso', ?, 'global', 'VERIFIED',"
                  + " current_timestamp, current_timestamp, 0)",
              values -> values.text(id).text(UUID.randomUUID().toString()));
          return Sql.update(
              connection,
              "insert into job (id, kind, tenant_id, due_at, owner, fence, failures)"
                  + " values (?, 'SCAN', ?, current_timestamp, 'this node', 1, 0)",
              values -> values.number(JOB_ID).text(id));
        });
    return claim(tenantId);
  }

  /** Leaves no trace of earlier scans, which deleting would. */
  void empty() {
    call(
        connection -> {
          for (String large : large()) {
            Sql.update(connection, "truncate table " + large, values -> {});
          }
          return true;
        });
  }

  /** Tables that don't go with their scan by themselves. */
  private static List<String> large() {
    return Stream.of(
            Stream.of("snapshot_license_set", "snapshot_user"),
            AccountNames.TABLES.stream(),
            UserTables.ALL.stream().map(SnapshotTable::name))
        .flatMap(tables -> tables)
        .toList();
  }

  static Claim claim(TenantId tenantId) {
    return new Claim(JOB_ID, JobKind.SCAN, tenantId, 1, 0);
  }

  static TenantId tenantId() {
    return new TenantId(UUID.fromString(SampleGraph.TENANT));
  }

  /** Another node claims the job. */
  void loseLease() {
    call(c -> Sql.update(c, "update job set fence = fence + 1", values -> {}));
  }

  /** The tenant's open scan, queued when there was none, now running. */
  ScanRows.Open start(Instant now) {
    return start(tenantId(), now);
  }

  ScanRows.Open start(TenantId tenantId, Instant now) {
    return call(
        connection -> {
          ScanRows rows = new ScanRows(connection);
          rows.insert(tenantId, now);
          return rows.start(tenantId, now).orElseThrow();
        });
  }

  void complete(long scanId, ScanState state, Instant now) {
    call(
        connection -> {
          new ScanRows(connection).end(scanId, state, null, now);
          return scanId;
        });
  }

  ScanView view(long scanId) {
    return call(c -> new ScanViews(c).find(tenantId(), scanId)).orElseThrow();
  }

  Snapshot snapshot(long scanId) {
    return snapshot(scanId, Runnable::run);
  }

  Snapshot snapshot(long scanId, Executor ahead) {
    return new SnapshotReader(source, ahead).of(scanId).orElseThrow();
  }

  long count(String table, long scanId) {
    return call(
        connection ->
            Sql.list(
                    connection,
                    "select count(*) from " + table + " where scan_id = ?",
                    values -> values.number(scanId),
                    row -> row.getLong(1))
                .get(0));
  }

  <T> T call(Sql.Work<T> work) {
    return Sql.call(source, work);
  }

  @Override
  public <T> T write(Claim claim, Sql.Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        requireFence(connection, claim);
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new Sql.Failed(e);
    }
  }

  private static void requireFence(Connection connection, Claim claim) throws SQLException {
    int owned =
        Sql.update(
            connection,
            "update job set lease_until = current_timestamp where id = ? and fence = ?",
            values -> values.number(claim.jobId()).number(claim.fence()));
    if (owned == 0) {
      throw new LeaseLost(claim);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
