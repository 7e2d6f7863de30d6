package ai.chronom.m365.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.container.BuiltWar;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Vault;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The trail with the server's transactions, a sealed key and a real database. */
@ExtendWith(ArquillianExtension.class)
class AuditContainerIT {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 25;
  private static final Actor ADMIN = new Actor("audit test");

  private final TenantId tenant = new TenantId(UUID.randomUUID());

  @Inject AuditTrail trail;
  @Inject ChainWatch watch;
  @Inject Tenants tenants;
  @Inject Clouds clouds;
  @Inject Vault vault;
  @Inject UserTransaction transaction;

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Resource ManagedExecutorService executor;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests();
  }

  @Test
  void beginsWithTheFirstEventOfAll() {
    ChainReport report = watch.check(Optional.empty());
    assertThat(report.flaw()).isEmpty();
    assertThat(report.beganAt()).isNotNull();
    assertThat(report.events()).isPositive();
    assertThat(watch.last()).contains(report);
  }

  /** Each transaction writes two lines of its own and one that stands even if it does not. */
  @Test
  void writersThatMixBothWaysNeverWaitForEachOtherForever() throws Exception {
    long before = watch.check(Optional.empty()).events();
    List<Future<Integer>> written = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int own = writer;
      written.add(executor.submit(() -> write(own)));
    }
    long events = 0;
    for (Future<Integer> one : written) {
      events += one.get(120, TimeUnit.SECONDS);
    }
    ChainReport after = watch.check(Optional.empty());
    assertThat(after.flaw()).isEmpty();
    assertThat(after.events()).isEqualTo(before + events);
  }

  private int write(int writer) throws Exception {
    int events = 0;
    for (int round = 0; round < ROUNDS; round++) {
      transaction.begin();
      record("first");
      trail.recordNow(
          ADMIN, AuditAction.SECRET_OPENED, tenant, Outcome.SUCCEEDED, writer + " " + round);
      record("second");
      events++;
      if (round % 4 == 3) {
        transaction.rollback();
      } else {
        transaction.commit();
        events += 2;
      }
    }
    return events;
  }

  /**
   * Some lock the tenant's secret at once, others when JPA writes at the end; none waits forever.
   */
  @Test
  void theHeadIsTheLastThingThatIsLocked() throws Exception {
    tenants.add(newTenant());
    vault.seal(tenant, ClientSecret.of("abc8Q~" + "1".repeat(34)), null, ADMIN);
    List<Future<Boolean>> ended = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      boolean early = writer % 2 == 0;
      ended.add(executor.submit(() -> contend(early)));
    }
    for (Future<Boolean> one : ended) {
      assertThat(one.get(120, TimeUnit.SECONDS)).isTrue();
    }
    // The server's own timer may let replaced secrets go meanwhile.
    assertThat(ofTenant())
        .filteredOn(event -> event.actor().equals(ADMIN.name()))
        .hasSize(1 + WRITERS * ROUNDS);
    assertThat(watch.check(Optional.empty()).flaw()).isEmpty();
    tenants.remove(tenant);
  }

  private boolean contend(boolean early) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      transaction.begin();
      if (early) {
        vault.seal(tenant, ClientSecret.of("abc8Q~" + "2".repeat(34)), null, ADMIN);
      } else {
        vault.learnExpiry(tenant, LocalDate.of(2028, 1, 1 + round));
        record("learned");
      }
      transaction.commit();
    }
    return true;
  }

  @Test
  void aLineStandsIfAndOnlyIfTheDeedDoes() throws Exception {
    transaction.begin();
    record("undone");
    transaction.rollback();
    assertThat(ofTenant()).isEmpty();
    transaction.begin();
    record("one");
    record("two");
    assertThat(ofTenant()).isEmpty();
    transaction.commit();
    assertThat(ofTenant()).extracting(AuditEvent::detail).containsExactly("two", "one");
  }

  @Test
  void withoutATransactionItMakesItsOwn() {
    record("alone");
    assertThat(ofTenant()).extracting(AuditEvent::detail).containsExactly("alone");
  }

  @Test
  void nothingIsDoneThatCannotBeWritten() throws Exception {
    sql("alter table audit_event rename to audit_event_away");
    try {
      assertThatThrownBy(
              () ->
                  trail.recordNow(ADMIN, AuditAction.SECRET_OPENED, tenant, Outcome.SUCCEEDED, ""))
          .hasRootCauseInstanceOf(SQLException.class);
      transaction.begin();
      tenants.add(newTenant());
      record("of a deed");
      assertThatThrownBy(transaction::commit).isInstanceOf(Exception.class);
    } finally {
      sql("alter table audit_event_away rename to audit_event");
    }
    assertThat(tenants.find(tenant)).isEmpty();
    assertThat(ofTenant()).isEmpty();
    assertThat(watch.check(Optional.empty()).flaw()).isEmpty();
  }

  @Test
  void findsWhatSomebodyDoesToTheTable() throws Exception {
    record("as it was");
    long position = ofTenant().get(0).position();
    unguarded("update audit_event set detail = 'as it was not' where position = " + position);
    assertThat(watch.check(Optional.empty()).flaw()).contains(ChainFlaw.altered(position));
    unguarded("update audit_event set detail = 'as it was' where position = " + position);
    assertThat(watch.check(Optional.empty()).flaw()).isEmpty();
  }

  /** The mapping is for reading; the triggers of PostgreSQL refuse the rest. */
  @Test
  void neitherChangesNorLosesALineByItsMapping() throws Exception {
    record("to stay");
    long position = ofTenant().get(0).position();
    transaction.begin();
    AuditEvent line = entities.find(AuditEvent.class, position);
    assertThatThrownBy(() -> entities.remove(line)).isInstanceOf(RuntimeException.class);
    transaction.rollback();
    transaction.begin();
    assertThatThrownBy(() -> entities.persist(new AuditEvent()))
        .isInstanceOf(RuntimeException.class);
    transaction.rollback();
    assertThat(ofTenant()).extracting(AuditEvent::detail).containsExactly("to stay");
  }

  @Test
  void filtersByWhoWhatWhomHowAndWhen() {
    Instant start = Instant.now();
    trail.recordNow(ADMIN, AuditAction.PRICE_SET, tenant, Outcome.FAILED, "wanted");
    trail.recordNow(Actor.SYSTEM, AuditAction.SCAN_REQUESTED, tenant, Outcome.SUCCEEDED, "other");
    List<AuditFilter> filters =
        List.of(
            new AuditFilter(ADMIN.name(), null, tenant, null, null, null),
            new AuditFilter(null, AuditAction.PRICE_SET, tenant, null, null, null),
            new AuditFilter(null, null, tenant, Outcome.FAILED, null, null),
            new AuditFilter(
                ADMIN.name(),
                AuditAction.PRICE_SET,
                tenant,
                Outcome.FAILED,
                start.minusSeconds(1),
                start.plusSeconds(60)));
    assertThat(filters)
        .allSatisfy(
            filter ->
                assertThat(trail.list(filter, new PageRequest(0, 10)).items())
                    .extracting(AuditEvent::detail)
                    .containsExactly("wanted"));
    AuditFilter before = new AuditFilter(null, null, tenant, null, null, start.minusSeconds(1));
    assertThat(trail.list(before, new PageRequest(0, 10)).total()).isZero();
    AuditFilter later = new AuditFilter(null, null, tenant, null, start.plusSeconds(60), null);
    assertThat(trail.list(later, new PageRequest(0, 10)).total()).isZero();
  }

  private Tenant newTenant() {
    Cloud cloud = clouds.find(Clouds.DEFAULT_ID).orElseThrow();
    ApplicationId application = new ApplicationId(UUID.randomUUID());
    return new Tenant(tenant, "Audit test", application, cloud, Instant.EPOCH);
  }

  private void record(String detail) {
    trail.record(ADMIN, AuditAction.FINDING_DISMISSED, tenant, Outcome.SUCCEEDED, detail);
  }

  private List<AuditEvent> ofTenant() {
    AuditFilter filter = new AuditFilter(null, null, tenant, null, null, null);
    return trail.list(filter, new PageRequest(0, 500)).items();
  }

  /** As the owner of the database, who may switch triggers off. */
  private void unguarded(String statement) throws SQLException {
    boolean guarded = System.getProperty("it.database", "h2").equals("postgresql");
    if (guarded) {
      sql("alter table audit_event disable trigger user");
    }
    sql(statement);
    if (guarded) {
      sql("alter table audit_event enable trigger user");
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }
}
