package ai.chronom.m365.story;

import ai.chronom.m365.running.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/**
 * PostgreSQL that logs each statement with its parameters, and whose files we may read. The product
 * has an account of its own that owns its tables and nothing else.
 */
final class TalkativePostgres {
  private static final String USER = "chronom";

  private final Path data;
  private final int port;

  private TalkativePostgres(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  static TalkativePostgres start(Path data) {
    try {
      int port = Ports.free(1);
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setServerConfig("logging_collector", "on")
              .setServerConfig("log_directory", "talk")
              .setServerConfig("log_statement", "all")
              .setServerConfig("log_parameter_max_length", "-1")
              .setServerConfig("log_parameter_max_length_on_error", "-1")
              .setServerConfig("wal_compression", "off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      TalkativePostgres postgres = new TalkativePostgres(data, port);
      postgres.sql("create role " + USER + " login");
      postgres.sql("grant create on schema public to " + USER);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that PostgreSQL keeps, its log included. */
  Path data() {
    return data;
  }

  String user() {
    return USER;
  }

  String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  /** Makes a copy of the database, which nobody may use meanwhile; where it is. */
  String copyTo(String name) {
    String maintenance = "jdbc:postgresql://localhost:" + port + "/template1";
    try (Connection connection = DriverManager.getConnection(maintenance, "postgres", "");
        Statement plain = connection.createStatement()) {
      plain.execute("drop database if exists " + name);
      plain.execute("create database " + name + " template postgres");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:" + port + "/" + name;
  }

  /** As superuser. */
  void sql(String statement) {
    try (Connection connection = open();
        Statement plain = connection.createStatement()) {
      plain.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "");
  }

  /** The content of each table, as a dump has it. */
  SortedMap<String, String> dump() {
    return dump(url());
  }

  private static SortedMap<String, String> dump(String url) {
    SortedMap<String, String> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      while (names.next()) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        String table = names.getString(1);
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout", rows);
        tables.put(
            table,
            rows.toString(StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .reduce("", (all, row) -> all + row + "\n"));
      }
      return tables;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of each table's content. */
  SortedMap<String, String> hashes() {
    return hashes(url());
  }

  /** The same of a copy. */
  static SortedMap<String, String> hashes(String url) {
    SortedMap<String, String> hashes = new TreeMap<>();
    dump(url).forEach((table, rows) -> hashes.put(table, hash(rows)));
    return hashes;
  }

  private static String hash(String text) {
    try {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
