package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date before anything else starts: every other start-up or timer bean says
 * {@code @DependsOn("Migrations")}. Of several nodes that start on an empty database, one migrates
 * and the others wait.
 */
@Singleton
@Startup
@DependsOn("ConfigurationCheck")
// Flyway commits by itself, one transaction per script.
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

  private static final String FOR_ALL = "classpath:db/migration";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @PostConstruct
  void migrate() {
    try {
      MigrateResult result =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(dataSource)
              .locations(locations())
              .load()
              .migrate();
      LOG.log(
          System.Logger.Level.INFO,
          "Database schema is at version {0}; migrations run now: {1}",
          result.targetSchemaVersion,
          result.migrationsExecuted);
    } catch (FlywayException e) {
      throw new IllegalStateException("The database could not be migrated: " + firstLine(e), e);
    }
  }

  /** What only PostgreSQL can do has a place of its own. */
  private String[] locations() {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL")
          ? new String[] {FOR_ALL, "classpath:db/postgresql"}
          : new String[] {FOR_ALL};
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached", e);
    }
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("no reason given");
  }
}
