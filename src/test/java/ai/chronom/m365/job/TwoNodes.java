package ai.chronom.m365.job;

import ai.chronom.m365.running.TestDatabase;
import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/**
 * Two nodes over one migrated database, without a server: the real {@link Jobs} over the real
 * EclipseLink, with transactions by hand.
 */
final class TwoNodes implements AutoCloseable {
  private final EntityManagerFactory factory;
  final Here one;
  final Here other;

  TwoNodes(TestDatabase database) {
    Flyway.configure().dataSource(database.url(), database.user(), "").load().migrate();
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.jtaDataSource", "");
    settings.put("jakarta.persistence.nonJtaDataSource", "");
    settings.put("jakarta.persistence.jdbc.driver", database.driver());
    settings.put("jakarta.persistence.jdbc.url", database.url());
    settings.put("jakarta.persistence.jdbc.user", database.user());
    settings.put("jakarta.persistence.jdbc.password", "");
    settings.put("eclipselink.logging.level", "WARNING");
    factory = Persistence.createEntityManagerFactory("chronom", settings);
    one = new Here();
    other = new Here();
  }

  /** One node. */
  final class Here {
    private final Node node = new Node();

    Here() {
      node.leaseDuration = Duration.ofMinutes(1);
      node.beginWork();
    }

    /** In a transaction of its own, which is rolled back when the work throws. */
    <T> T in(Function<Jobs, T> work) {
      EntityManager entities = factory.createEntityManager();
      try {
        entities.getTransaction().begin();
        T result = work.apply(jobs(entities));
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
        entities.close();
      }
    }

    void run(Consumer<Jobs> work) {
      in(
          jobs -> {
            work.accept(jobs);
            return 0;
          });
    }

    private Jobs jobs(EntityManager entities) {
      Jobs jobs = new Jobs();
      jobs.entities = entities;
      jobs.node = node;
      return jobs;
    }
  }

  /** A third one, which stops; that its vault opens late does not make it work again. */
  Here stopped() {
    Here here = new Here();
    here.node.endWork();
    here.node.beginWork();
    return here;
  }

  TenantId newTenant() {
    TenantId tenantId = new TenantId(UUID.randomUUID());
    sql(
        "insert into tenant (id, name, application_id, cloud, status, status_since, onboarded_at,"
            + " version) values ('"
            + tenantId
            + "', 'x', '"
            + tenantId
            + "', 'global', 'VERIFYING', current_timestamp, current_timestamp, 1)");
    return tenantId;
  }

  void removeTenant(TenantId tenantId) {
    sql("delete from tenant where id = '" + tenantId + "'");
  }

  void removeAllTenants() {
    sql("delete from tenant");
  }

  /** As if a node had been dead for an hour. */
  void endAllLeases() {
    sql("update job set lease_until = current_timestamp - interval '1' hour");
  }

  private void sql(String statement) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      entities.createNativeQuery(statement).executeUpdate();
      entities.getTransaction().commit();
    } finally {
      entities.close();
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
