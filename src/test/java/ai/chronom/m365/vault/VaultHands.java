package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What tests in the server do to the vault: through its door, and behind its back. */
@Dependent
class VaultHands {
  static final Actor ADMIN = new Actor("vault test");

  @Inject Vault vault;
  @Inject Tenants tenants;
  @Inject Clouds clouds;
  @Inject AuditTrail audit;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  void connect(TenantId id) {
    Cloud cloud = clouds.find(Clouds.DEFAULT_ID).orElseThrow();
    ApplicationId application = new ApplicationId(UUID.randomUUID());
    tenants.add(new Tenant(id, "Vault test", application, cloud, Instant.EPOCH));
  }

  String opened(TenantId id) {
    try (OpenedCredential opened = vault.open(id, SecretPurpose.SCAN, ADMIN)) {
      return ((ClientSecret) opened.credential()).reveal();
    }
  }

  String openedOf(TenantId id, long version) {
    try (OpenedCredential opened = vault.open(id, version, SecretPurpose.SCAN, ADMIN)) {
      return ((ClientSecret) opened.credential()).reveal();
    }
  }

  void assertProblem(TenantId id, ProblemKind kind) {
    assertThatThrownBy(() -> opened(id))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
  }

  List<AuditEvent> linesOf(TenantId id) {
    return audit.latest(new PageRequest(0, 500)).items().stream()
        .filter(line -> line.tenantId().filter(id::equals).isPresent())
        .toList();
  }

  byte[] sealed(TenantId id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select sealed from sealed_secret where tenant_id = ?")) {
      select.setString(1, id.toString());
      ResultSet row = select.executeQuery();
      assertThat(row.next()).isTrue();
      return row.getBytes(1);
    }
  }

  void overwrite(TenantId id, byte[] value) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update sealed_secret set sealed = ? where tenant_id = ?")) {
      update.setBytes(1, value);
      update.setString(2, id.toString());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    }
  }
}
