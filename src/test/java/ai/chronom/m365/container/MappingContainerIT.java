package ai.chronom.m365.container;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The migrations and the mapping agree, on the database that the build asked for. */
@ExtendWith(ArquillianExtension.class)
class MappingContainerIT {
  private static final URI HOST = URI.create("https://localhost");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject UserTransaction transaction;

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests();
  }

  @Test
  void runsOnTheDatabaseThatTheBuildAskedFor() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName())
          .isEqualToIgnoringCase(System.getProperty("it.database"));
    }
  }

  @Test
  void everyMigrationRan() throws SQLException {
    List<Boolean> successes = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select success from flyway_schema_history")) {
      while (rows.next()) {
        successes.add(rows.getBoolean(1));
      }
    }
    assertThat(successes).isNotEmpty().doesNotContain(false);
  }

  @Test
  void everyEntityCanBeReadFromTheMigratedSchema() {
    List<String> names =
        entities.getMetamodel().getEntities().stream().map(EntityType::getName).toList();
    assertThat(names).contains("Tenant");
    names.forEach(
        name ->
            assertThat(
                    entities
                        .createQuery("select e from " + name + " e")
                        .setMaxResults(1)
                        .getResultList())
                .isNotNull());
  }

  @Test
  void anEntitySurvivesTheRoundTrip() throws Exception {
    TenantId id = TenantId.ofAddress("6b1f2a0e-52f1-4c9e-9a55-0d3c9be2c1a7");
    ApplicationId application =
        new ApplicationId(UUID.fromString("0b7c2f9e-5d0f-4a53-8f27-1f6a3f0d7b11"));
    Cloud cloud = new Cloud("global", "Global", HOST, HOST, HOST, List.of());
    transaction.begin();
    entities.persist(new Tenant(id, "Contoso – Ελλάς", application, cloud, NOON));
    transaction.commit();

    transaction.begin();
    Tenant read = entities.find(Tenant.class, id.toString());
    assertThat(read.id()).isEqualTo(id);
    assertThat(read.applicationId()).isEqualTo(application);
    assertThat(read.name()).isEqualTo("Contoso – Ελλάς");
    assertThat(read.onboardedAt()).isEqualTo(NOON);
    entities.remove(read);
    transaction.commit();
  }
}
