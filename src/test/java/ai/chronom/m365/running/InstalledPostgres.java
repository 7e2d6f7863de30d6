package ai.chronom.m365.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The machine's own PostgreSQL with all its programs, as an operator has it: passwords are asked
 * for, it can be restarted, and dumps fit. The database {@code chronom} belongs to the role of that
 * name.
 */
public final class InstalledPostgres implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String NAME = "chronom";
  private static final String PASSWORD = "in the file only";

  private final Path directory;
  private final Path programs;
  private final int port = Ports.free(1);

  private InstalledPostgres(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      programs =
          versions
              .max(Comparator.comparing(path -> path.getFileName().toString()))
              .orElseThrow()
              .resolve("bin");
    }
  }

  /** An empty one in that directory; ends with this JVM at the latest. */
  public static InstalledPostgres start(Path directory) {
    try {
      InstalledPostgres postgres = new InstalledPostgres(directory);
      postgres.create();
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create() throws IOException {
    ownerOnly("password", PASSWORD);
    ownerOnly("pgpass", "127.0.0.1:" + port + ":*:*:" + PASSWORD);
    program("initdb", "--auth=scram-sha-256", "--username=postgres", "--encoding=UTF8")
        .with("--pwfile=" + passwordFile(), "--no-sync", data().toString())
        .run(directory.resolve("initdb.txt"));
    Files.writeString(
        data().resolve("postgresql.conf"),
        "listen_addresses='127.0.0.1'\nport=" + port + "\nunix_socket_directories=''\n");
    control("start");
    sql("postgres", "create role " + NAME + " login password '" + PASSWORD + "'");
    createDatabase(NAME);
  }

  private void ownerOnly(String file, String text) throws IOException {
    Path written = Files.writeString(directory.resolve(file), text + "\n");
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
  }

  /** PostgreSQL does not run as root: then it gets another name, with the same rights on files. */
  private Command program(String name, String... arguments) {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(List.of("unshare", "-U"));
    }
    words.add(programs.resolve(name).toString());
    words.addAll(List.of(arguments));
    return Command.of(words.toArray(String[]::new));
  }

  private void control(String... verb) throws IOException {
    program("pg_ctl", verb)
        .with("--wait", "--pgdata=" + data(), "--log=" + log())
        .run(directory.resolve("pg_ctl.txt"));
  }

  /**
   * Returns when it serves again.
   *
   * @param mode fast, which breaks all connections, or immediate, as a crash
   */
  public void restart(String mode) {
    try {
      control("restart", "--mode=" + mode);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on the log has the plan of each statement of the product, within others too. */
  public void explainEverything() {
    try {
      Files.writeString(
          data().resolve("postgresql.conf"),
          "shared_preload_libraries='auto_explain'\nauto_explain.log_nested_statements=on\n",
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    restart("fast");
    sql("postgres", "alter role " + NAME + " set auto_explain.log_min_duration = 0");
  }

  public Path log() {
    return directory.resolve("postgresql.log");
  }

  public void createDatabase(String name) {
    sql("postgres", "create database " + name + " owner " + NAME);
  }

  /** With all that is in it, whoever uses it. */
  public void dropDatabase(String name) {
    sql("postgres", "drop database " + name + " with (force)");
  }

  /** As superuser, in that database. */
  public void sql(String database, String command) {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(command, e);
    }
  }

  public Connection open(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", PASSWORD);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** What the product's configuration must say to reach it. */
  public Map<String, String> configuration() {
    return Map.of(
        "chronom.db.url", url(NAME),
        "chronom.db.user", NAME,
        "chronom.db.password-file", passwordFile().toString());
  }

  /** What PostgreSQL's own programs must be told to reach that database as its owner. */
  public Map<String, String> environment(String database) {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        String.valueOf(port),
        "PGDATABASE",
        database,
        "PGUSER",
        NAME,
        "PGPASSFILE",
        directory.resolve("pgpass").toString());
  }

  private Path passwordFile() {
    return directory.resolve("password");
  }

  private Path data() {
    return directory.resolve("data");
  }

  @Override
  public void close() {
    if (Files.exists(data().resolve("postmaster.pid"))) {
      try {
        control("stop", "--mode=immediate");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
