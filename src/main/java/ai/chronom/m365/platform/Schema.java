package ai.chronom.m365.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;

/** The schema of a database, and the scripts that bring it up to date: only forward. */
final class Schema {
  private static final String FOR_ALL = "classpath:db/migration";

  private final Flyway flyway;

  private Schema(Flyway flyway) {
    this.flyway = flyway;
  }

  /** Throws an IllegalStateException when the database cannot be reached. */
  static Schema of(DataSource dataSource) {
    return new Schema(
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(dataSource)
            .locations(locations(dataSource))
            .load());
  }

  /** What only PostgreSQL can do has a place of its own. */
  private static String[] locations(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL")
          ? new String[] {FOR_ALL, "classpath:db/postgresql"}
          : new String[] {FOR_ALL};
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached", e);
    }
  }

  /** Throws an IllegalStateException with one sentence. */
  Migrated migrate() {
    try {
      MigrateResult result = flyway.migrate();
      return new Migrated(String.valueOf(result.targetSchemaVersion), result.migrationsExecuted);
    } catch (FlywayException e) {
      throw new IllegalStateException("The database could not be migrated: " + firstLine(e), e);
    }
  }

  /**
   * Why the schema does not do for this version of the product; empty when it does. A newer schema
   * does: the newer version's scripts leave what the older one needs (ADR 071).
   */
  Optional<String> shortcoming() {
    try {
      MigrationInfo[] pending = flyway.info().pending();
      MigrationInfo current = flyway.info().current();
      if (pending.length == 0) {
        return Optional.empty();
      }
      return Optional.of(
          "The database schema is at version "
              + (current == null ? "0" : current.getVersion())
              + ", but this version of the product needs "
              + Arrays.stream(pending)
                  .map(MigrationInfo::getVersion)
                  .max(Comparable::compareTo)
                  .orElseThrow()
              + ": run server-config/postgres/migrate.sh with this WAR, or let the product migrate by itself"
              + " (chronom.database.migrate=true)");
    } catch (FlywayException e) {
      throw new IllegalStateException("The database schema cannot be read: " + firstLine(e), e);
    }
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("no reason given");
  }

  /**
   * @param version of the schema, now
   * @param scripts how many ran
   */
  record Migrated(String version, int scripts) {}
}
