package ai.chronom.m365.overview.web;

import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import ai.chronom.m365.running.TestDatabase;
import ai.chronom.m365.scan.ScannedContoso;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * A running server whose one tenant is large: the accounts and findings of a scanned company,
 * copied within PostgreSQL.
 *
 * @param address of the tenant's page
 */
record LargeTenant(RunningServer server, TestDatabase database, String address, long scan)
    implements AutoCloseable {
  private static final int BASE_ACCOUNTS = 1_000;

  static LargeTenant start(int users, Map<String, String> more) throws SQLException {
    TestDatabase database = TestDatabase.postgresql();
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("chronom.sandbox.users", String.valueOf(BASE_ACCOUNTS));
    settings.put("chronom.db.url", database.url());
    settings.put("chronom.db.user", database.user());
    RunningServer server = RunningServer.start(settings);
    String address = connect(server);
    try (Connection connection = connection(database)) {
      long scan = Long.parseLong(text(connection, "select max(scan_id) from evaluation"));
      int times = users / BASE_ACCOUNTS;
      ScannedContoso.multiply(
          new ScannedContoso.Stored(database.url(), database.user(), scan), times);
      copyFindings(connection, times);
      return new LargeTenant(server, database, address, scan);
    }
  }

  private static Connection connection(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }

  /** The first column of the first row. */
  String ask(String query) throws SQLException {
    try (Connection connection = connection(database)) {
      return text(connection, query);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static String connect(RunningServer server) {
    SandboxTenant sandbox = server.sandbox();
    String body =
        Json.createObjectBuilder()
            .add("name", "Contoso")
            .add("tenantId", sandbox.tenantId())
            .add("applicationId", sandbox.applicationId())
            .add("clientSecret", sandbox.clientSecret())
            .add("cloud", "sandbox")
            .build()
            .toString();
    HttpResponse<String> answer = server.call("POST", "/api/v1/tenants", body);
    String tenant = "/tenants/" + sandbox.tenantId();
    for (int i = 0; answer.statusCode() != 200 && i < 300; i++) {
      pause();
      answer = server.get("/api/v1" + tenant + "/savings");
    }
    return tenant;
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Each finding so many times, about the copies of its people. */
  private static void copyFindings(Connection connection, int times) throws SQLException {
    String copies = "generate_series(2, " + times + ") as copy";
    String id = "cast(cast(md5(f.id || copy) as uuid) as varchar)";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "create temporary table source as select * from finding where exists"
              + " (select 1 from finding_seat s where s.finding_id = finding.id)");
      statement.executeUpdate(
          ("insert into finding (id, tenant_id, rule_id, subject_key, subject, confidence, state,"
                  + " sku_id, units, currency, gross, worth, net, remedy, blockers, evidence,"
                  + " evaluation_id, first_seen_at, last_seen_at) select %s, tenant_id, rule_id,"
                  + " left(subject_key, 190) || '-' || copy, subject, confidence, state, sku_id, units,"
                  + " currency, gross, worth, net, remedy, blockers, evidence, evaluation_id,"
                  + " first_seen_at, last_seen_at from source f, %s")
              .formatted(id, copies));
      statement.executeUpdate(
          ("insert into finding_seat (finding_id, user_id, sku_id, user_principal_name, gross, net,"
                  + " counted_in, replacements) select %s, cast(cast(md5(s.user_id || copy) as uuid)"
                  + " as varchar), s.sku_id, s.user_principal_name, s.gross, s.net, s.counted_in,"
                  + " s.replacements from source f join finding_seat s on s.finding_id = f.id, %s")
              .formatted(id, copies));
      statement.execute("analyze");
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getString(1) != null ? row.getString(1) : "0";
    }
  }
}
