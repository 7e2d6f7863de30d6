package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings the schema up to date before anything else starts: every other start-up or timer bean says
 * {@code @DependsOn("Migrations")}. Of several nodes that start on an empty database, one migrates
 * and the others wait. Where the database's owner migrates (ADR 071), it only looks.
 */
@Singleton
@Startup
@DependsOn("ConfigurationCheck")
// Flyway commits by itself, one transaction per script.
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject
  @ConfigProperty(name = "chronom.database.migrate", defaultValue = "true")
  boolean migrating;

  @PostConstruct
  void begin() {
    Schema schema = Schema.of(dataSource);
    if (migrating) {
      Schema.Migrated result = schema.migrate();
      LOG.log(
          System.Logger.Level.INFO,
          "Database schema is at version {0}; migrations run now: {1}",
          result.version(),
          result.scripts());
      return;
    }
    schema
        .shortcoming()
        .ifPresent(
            sentence -> {
              throw new IllegalStateException(sentence);
            });
  }
}
