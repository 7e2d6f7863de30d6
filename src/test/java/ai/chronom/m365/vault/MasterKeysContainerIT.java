package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.container.BuiltWar;
import ai.chronom.m365.platform.web.AuthenticatorApp;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The master keys as the server runs them, over a real database. */
@ExtendWith(ArquillianExtension.class)
class MasterKeysContainerIT {
  private static final Actor ADMIN = new Actor("master key test");
  private static final String SECRET = "abc8Q~" + "1".repeat(34);
  private static final int NOISE_BYTES = 1 << 20;

  private final TenantId contoso = new TenantId(UUID.randomUUID());
  private final TenantId fabrikam = new TenantId(UUID.randomUUID());

  @Inject Vault vault;
  @Inject MasterKeys keys;
  @Inject VaultTransactions work;
  @Inject Tenants tenants;
  @Inject Clouds clouds;
  @Inject AuditTrail audit;
  @Inject CodeCallers callers;

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests().addClasses(CodeCallers.class, AuthenticatorApp.class);
  }

  @BeforeEach
  void connectBoth() {
    for (TenantId id : List.of(contoso, fabrikam)) {
      Cloud cloud = clouds.find(Clouds.DEFAULT_ID).orElseThrow();
      ApplicationId application = new ApplicationId(UUID.randomUUID());
      tenants.add(new Tenant(id, "Master key test", application, cloud, Instant.EPOCH));
      vault.seal(id, ClientSecret.of(SECRET), null, ADMIN);
    }
  }

  @AfterEach
  void removeBoth() {
    Stream.of(contoso, fabrikam)
        .filter(id -> tenants.find(id).isPresent())
        .forEach(tenants::remove);
  }

  @Test
  void rotateWhileTheServerRuns() throws InterruptedException {
    long old = keys.state().primaryKeyId().orElseThrow();
    long added = keys.add(ADMIN);
    keys.promote(added, ADMIN);
    assertThat(opened(contoso)).isEqualTo(SECRET);
    for (int i = 0; i < 60 && !keys.state().rotation().isDone(); i++) {
      Thread.sleep(500);
    }
    assertThat(keys.state().rotation().remaining()).isZero();
    assertThat(opened(contoso)).isEqualTo(SECRET);
    keys.drop(old, ADMIN);
    assertThat(opened(fabrikam)).isEqualTo(SECRET);
    assertThat(vault.ready()).isEmpty();
    assertThat(audited())
        .containsSubsequence(
            AuditAction.MASTER_KEY_DROPPED,
            AuditAction.MASTER_KEY_PROMOTED,
            AuditAction.MASTER_KEY_ADDED);
  }

  @Test
  void ofEightCallersWithOneCodeOneGetsIn() {
    assertThat(callers.letIn(8)).isEqualTo(1);
  }

  @Test
  void sealedTablesAreAllListedForTheRotation() {
    List<String> found =
        work.alone(
            connection ->
                Sql.list(
                    connection,
                    "select lower(table_name) from information_schema.columns"
                        + " where lower(column_name) = 'sealed'",
                    row -> row.getString(1)));
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SealedTable.values()).map(SealedTable::table).toList());
  }

  @Test
  void nothingSealedIsLeftOfATenantThatIsGone() {
    vault.seal(contoso, ClientSecret.of(SECRET), null, ADMIN);
    assertThat(sealedBytesOf(contoso)).isNotEmpty();
    List<String> sealed = sealedBytesOf(contoso);
    tenants.remove(contoso);
    assertThat(sealedBytesOf(contoso)).isEmpty();
    assertThat(allSealedBytes()).doesNotContainAnyElementsOf(sealed).isNotEmpty();
  }

  @Test
  void whatIsNoSealedValueMakesOneSecretUnreadableAndLeavesTheOthersAlone() {
    byte[] noise = new byte[NOISE_BYTES];
    new Random(4711).nextBytes(noise);
    byte[] olderFormat = sealed(fabrikam);
    olderFormat[0] = 0;
    Map<String, byte[]> planted =
        Map.of(
            "clear text",
            SECRET.getBytes(StandardCharsets.UTF_8),
            "an older format",
            olderFormat,
            "nothing",
            new byte[0],
            "noise",
            noise);
    planted.forEach(
        (what, value) -> {
          plant(contoso, value);
          assertThatThrownBy(() -> opened(contoso))
              .as(what)
              .isInstanceOfSatisfying(
                  Problem.class,
                  problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.SECRET_UNREADABLE));
          assertThat(opened(fabrikam)).as(what).isEqualTo(SECRET);
        });
    assertThatThrownBy(() -> plant(contoso, null)).hasRootCauseInstanceOf(SQLException.class);
  }

  private String opened(TenantId id) {
    try (OpenedCredential opened = vault.open(id, SecretPurpose.SCAN, ADMIN)) {
      return ((ClientSecret) opened.credential()).reveal();
    }
  }

  private Stream<AuditAction> audited() {
    return audit.latest(new PageRequest(0, 500)).items().stream()
        .filter(event -> event.actor().equals(ADMIN.name()))
        .map(AuditEvent::action);
  }

  private byte[] sealed(TenantId id) {
    return work.alone(
        connection ->
            Sql.list(
                    connection,
                    "select sealed from sealed_secret where tenant_id = ?",
                    row -> row.getBytes(1),
                    id.toString())
                .get(0));
  }

  private int plant(TenantId id, byte[] value) {
    return work.alone(
        connection ->
            Sql.update(
                connection,
                "update sealed_secret set sealed = ? where tenant_id = ?",
                value,
                id.toString()));
  }

  private List<String> sealedBytesOf(TenantId id) {
    List<String> found = new ArrayList<>();
    for (String table : List.of("sealed_secret", "retired_secret", "pending_certificate")) {
      found.addAll(bytes("select sealed from " + table + " where tenant_id = ?", id.toString()));
    }
    return found;
  }

  private List<String> allSealedBytes() {
    List<String> found = new ArrayList<>();
    for (SealedTable table : SealedTable.values()) {
      found.addAll(bytes("select sealed from " + table.table()));
    }
    return found;
  }

  private List<String> bytes(String query, Object... values) {
    return work.alone(
        connection -> Sql.list(connection, query, row -> Arrays.toString(row.getBytes(1)), values));
  }
}
