package ai.chronom.m365.scan;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.running.TestDatabase;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The sandbox's company after a whole scan over the wire, read back from a database. */
public final class ScannedContoso {
  private static final Executor AHEAD =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  private ScannedContoso() {}

  /** In H2; valid until the next test scans. */
  public static Snapshot inH2(Sandbox sandbox) {
    return scan(sandbox, ScanDatabase.h2());
  }

  /** Where another process finds a scan. */
  public record Stored(String url, String user, long scanId) {}

  /** In a PostgreSQL of its own, with each account so many times. */
  public static Stored inPostgreSql(Path directory, int accounts, int times) {
    TestDatabase server = TestDatabase.postgresql();
    ScanDatabase database = ScanDatabase.at(server.url(), server.user());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(accounts))) {
      long scanId = scan(sandbox, database).scanId();
      copy(database, scanId, times);
      return new Stored(server.url(), server.user(), scanId);
    }
  }

  /** What another process stored there. */
  public static Snapshot at(Stored stored) {
    return ScanDatabase.at(stored.url(), stored.user()).snapshot(stored.scanId(), AHEAD);
  }

  /** The accounts of a scan in PostgreSQL, each so many times, with names of their own. */
  public static void multiply(Stored stored, int times) {
    ScanDatabase database = ScanDatabase.ofServer(stored.url(), stored.user());
    copy(database, stored.scanId(), times);
    database.call(
        connection ->
            Sql.update(
                connection,
                "update snapshot_user set upn_key = substr(user_id, 1, 6) || upn_key,"
                    + " user_principal_name = substr(user_id, 1, 6) || user_principal_name"
                    + " where scan_id = ?",
                values -> values.number(stored.scanId())));
    database.call(
        connection ->
            Sql.update(
                connection,
                "update snapshot_principal_name set name_key = substr(user_id, 1, 6) || name_key"
                    + " where scan_id = ?",
                values -> values.number(stored.scanId())));
  }

  private static Snapshot scan(Sandbox sandbox, ScanDatabase database) {
    SandboxGraph graph = new SandboxGraph(sandbox);
    database.empty();
    Claim claim = database.newTenant(graph.tenantId());
    ScanRows.Open scan = database.start(graph.tenantId(), Clock.systemUTC().instant());
    ExecutorService ahead = Executors.newCachedThreadPool();
    try {
      RunEnd end =
          new ScanRun(
                  new ScanContext(
                      claim, scan, graph.connect(), database, ahead, Clock.systemUTC(), time -> {}),
                  ScanCollections.inOrder())
              .run();
      if (!(end instanceof RunEnd.Completed completed)) {
        throw new IllegalStateException("a complete scan expected, " + end + " given");
      }
      database.complete(
          scan.id(),
          completed.gaps() ? ScanState.COMPLETED_WITH_GAPS : ScanState.COMPLETED,
          Clock.systemUTC().instant());
      return database.snapshot(scan.id());
    } finally {
      ahead.shutdownNow();
    }
  }

  /** Row by row within the database: another id for each copy, everything else alike. */
  private static void copy(ScanDatabase database, long scanId, int times) {
    List<String> tables =
        Stream.of(
                Stream.of("snapshot_user"),
                AccountNames.TABLES.stream(),
                UserTables.ALL.stream().map(SnapshotTable::name))
            .flatMap(all -> all)
            .toList();
    database.call(
        connection -> {
          for (String table : tables) {
            List<String> columns =
                Sql.list(
                    connection,
                    "select column_name from information_schema.columns where table_name = ?"
                        + " and column_name not in ('scan_id', 'user_id')",
                    values -> values.text(table),
                    row -> row.getString(1));
            String others = String.join(", ", columns);
            String copies = others.replace("employee_id", "employee_id || '-' || copy");
            Sql.update(
                connection,
                "insert into %s (scan_id, user_id, %s) select scan_id,".formatted(table, others)
                    + " cast(cast(md5(user_id || copy) as uuid) as varchar), "
                    + copies
                    + " from %s, generate_series(2, %d) as copy where scan_id = %d"
                        .formatted(table, times, scanId),
                values -> {});
          }
          for (String count :
              List.of(
                  "update snapshot_sku set enabled_units = enabled_units * %1$d, consumed_units ="
                      + " consumed_units * %1$d where scan_id = %2$d",
                  "update snapshot_subscription set total_licenses = total_licenses * %1$d where"
                      + " scan_id = %2$d",
                  "update scan_collection set items = items * %1$d where scan_id = %2$d")) {
            Sql.update(connection, count.formatted(times, scanId), values -> {});
          }
          return Sql.update(connection, "analyze", values -> {});
        });
  }
}
