package ai.chronom.m365.running;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * An empty database of the kind that the build asks for with {@code -Dit.database=h2|postgresql}.
 */
public record TestDatabase(String driver, String url, String user) {

  /** PostgreSQL lives as long as this JVM. */
  public static TestDatabase asked(Path directory) {
    String kind = System.getProperty("it.database", "h2");
    return switch (kind) {
      case "h2" -> h2(directory);
      case "postgresql" -> postgresql();
      default -> throw new IllegalArgumentException("it.database is h2 or postgresql, not " + kind);
    };
  }

  public static TestDatabase h2(Path directory) {
    String options =
        ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
    return new TestDatabase(
        "org.h2.Driver",
        "jdbc:h2:file:" + directory.toAbsolutePath().resolve("test") + options,
        "sa");
  }

  public static TestDatabase postgresql() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              // As in server-config/postgres, but less patient: a paused node must not keep rows.
              .setServerConfig("idle_in_transaction_session_timeout", "15s")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return new TestDatabase(
          "org.postgresql.Driver",
          "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
          "postgres");
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
}
