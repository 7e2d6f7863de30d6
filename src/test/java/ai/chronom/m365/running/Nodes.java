package ai.chronom.m365.running;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several nodes of the product, processes of their own, over one PostgreSQL and one key file. The
 * sandbox runs in this JVM, where a test can count its requests and make it slow.
 */
public final class Nodes implements AutoCloseable {
  private static final int USERS = 120;

  private final Path directory;
  private final Sandbox sandbox;
  private final TestDatabase database;
  private final Path apiTokenFile;
  private final List<RunningServer> nodes = new ArrayList<>();

  private Nodes(Path directory, int users) throws IOException {
    this.directory = directory;
    this.sandbox = Sandbox.start(SandboxOptions.in(directory.resolve("sandbox")).withUsers(users));
    this.database = TestDatabase.postgresql();
    this.apiTokenFile = RunningServer.newToken(directory);
  }

  /**
   * @param more configuration of each, beyond ports, directory, database, sandbox and API token
   */
  public static Nodes start(int count, Map<String, String> more) {
    return start(count, USERS, more);
  }

  /**
   * @param users size of the company in the sandbox
   */
  public static Nodes start(int count, int users, Map<String, String> more) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
      Nodes started = new Nodes(Files.createTempDirectory(parent, "nodes-"), users);
      for (int number = 1; number <= count; number++) {
        started.nodes.add(started.node(number, more));
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunningServer node(int number, Map<String, String> more) throws IOException {
    Map<String, String> keys = new TreeMap<>();
    keys.put("chronom.sandbox.enabled", "false");
    keys.put("chronom.db.url", database.url());
    keys.put("chronom.db.user", database.user());
    keys.put("chronom.http.trusted-ca-file", sandbox.caFile().toString());
    keys.put("chronom.clouds.sandbox.display-name", "Sandbox (Contoso)");
    keys.put("chronom.clouds.sandbox.login-url", sandbox.loginUrl());
    keys.put("chronom.clouds.sandbox.graph-url", sandbox.graphUrl());
    keys.put("chronom.clouds.sandbox.report-hosts", sandbox.reportHost());
    keys.put("chronom.clouds.sandbox.portal-url", sandbox.portalUrl());
    if (number > 1) {
      // Made by the first one; the vault of all is under one master key.
      keys.put(
          "chronom.vault.key-file", one().dataDirectory().resolve("vault-keys.json").toString());
    }
    keys.putAll(more);
    Path own = Files.createDirectories(directory.resolve("node-" + number));
    return RunningServer.node(own, apiTokenFile, keys);
  }

  /**
   * One more, while the others work.
   *
   * @param more configuration of this one
   */
  public RunningServer add(Map<String, String> more) throws IOException {
    RunningServer node = node(nodes.size() + 1, more);
    nodes.add(node);
    return node;
  }

  public List<RunningServer> all() {
    return List.copyOf(nodes);
  }

  public RunningServer one() {
    return nodes.get(0);
  }

  public RunningServer other() {
    return nodes.get(1);
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /** Changes the database behind the nodes' back. */
  public void sql(String statement) {
    try (Connection connection = connection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The one number that the query has as its answer. */
  public long number(String query) {
    try (Connection connection = connection();
        Statement sql = connection.createStatement();
        ResultSet result = sql.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The caller closes it. */
  public Connection connection() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }

  @Override
  public void close() {
    nodes.stream()
        .filter(node -> node.processes().anyMatch(ProcessHandle::isAlive))
        .forEach(RunningServer::stop);
    sandbox.close();
  }
}
