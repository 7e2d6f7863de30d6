package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.container.BuiltWar;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.sandbox.OwnCertificate;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vault as the server runs it: with its transactions, its key file and a real database. */
@ExtendWith(ArquillianExtension.class)
class VaultContainerIT {
  private static final Actor ADMIN = VaultHands.ADMIN;
  private static final String FIRST = "abc8Q~" + "1".repeat(34);
  private static final String SECOND = "def8Q~" + "2".repeat(34);

  private final TenantId contoso = new TenantId(UUID.randomUUID());
  private final TenantId fabrikam = new TenantId(UUID.randomUUID());

  @Inject Vault vault;
  @Inject RetiredSecrets retired;
  @Inject ExpiryWatch watch;
  @Inject ExpiryGauges gauges;
  @Inject PendingCertificates pending;
  @Inject ToldExpiries told;
  @Inject ExpiryMeter meter;
  @Inject VaultHands hands;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Inject Tenants tenants;
  @Inject UserTransaction transaction;

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests()
        .addClasses(OwnCertificate.class, ToldExpiries.class, ExpiryMeter.class, VaultHands.class);
  }

  @BeforeEach
  void connectBoth() {
    hands.connect(contoso);
    hands.connect(fabrikam);
  }

  @AfterEach
  void removeBoth() {
    tenants.remove(contoso);
    tenants.remove(fabrikam);
  }

  @Test
  void opensWhatItSealed() {
    LocalDate lastDay = LocalDate.of(2028, 2, 29);
    vault.seal(contoso, ClientSecret.of(FIRST), lastDay, ADMIN);
    assertThat(hands.opened(contoso)).isEqualTo(FIRST);
    SecretDescription description = vault.describe(contoso).orElseThrow();
    assertThat(description.hint()).isEqualTo("abc");
    assertThat(description.version()).isEqualTo(1);
    assertThat(description.expiresOn()).isEqualTo(lastDay);
  }

  @Test
  void opensTheLatestAfterAReplacement() {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    vault.seal(contoso, ClientSecret.of(SECOND), null, ADMIN);
    assertThat(hands.opened(contoso)).isEqualTo(SECOND);
    assertThat(vault.describe(contoso).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void keepsTheReplacedOneUntilNobodyNeedsIt() throws Exception {
    // In one transaction, or the server's own timer could let it go at once.
    transaction.begin();
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    vault.seal(contoso, ClientSecret.of(SECOND), null, ADMIN);
    assertThat(hands.openedOf(contoso, 1)).isEqualTo(FIRST);
    assertThat(hands.openedOf(contoso, 2)).isEqualTo(SECOND);
    assertThat(retired.tenants()).contains(contoso);
    transaction.commit();
    retired.forget(contoso);
    assertThat(hands.openedOf(contoso, 1)).isEqualTo(SECOND);
    assertThat(retired.tenants()).doesNotContain(contoso);
    assertThat(hands.linesOf(contoso))
        .extracting(AuditEvent::action, AuditEvent::detail)
        .contains(tuple(AuditAction.SECRET_FORGOTTEN, "versions=1"));
  }

  @Test
  void opensTheKeyOfACertificateWithItsCertificate() {
    OwnCertificate own = OwnCertificate.rsa(Instant.EPOCH, Instant.parse("2028-02-29T11:00:00Z"));
    vault.seal(contoso, CertificateKey.of(own.key(), own.certificate()), null, ADMIN);
    try (OpenedCredential opened = vault.open(contoso, SecretPurpose.SCAN, ADMIN)) {
      CertificateKey key = (CertificateKey) opened.credential();
      assertThat(key.reveal()).isEqualTo(own.key());
      assertThat(key.x509()).isEqualTo(own.certificate());
    }
    SecretDescription description = vault.describe(contoso).orElseThrow();
    assertThat(description.kind()).isEqualTo(CredentialKind.CERTIFICATE);
    assertThat(description.hint()).matches("[0-9A-F]{40}");
    assertThat(description.expiresOn()).isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Test
  void refusesASecretThatPosesAsAKey() throws Exception {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    hands.sql("update sealed_secret set kind = 'CERTIFICATE' where tenant_id = '" + contoso + "'");
    hands.assertProblem(contoso, ProblemKind.SECRET_UNREADABLE);
  }

  @Test
  void tellsOfEachThresholdOnce() throws Exception {
    LocalDate today = LocalDate.of(2026, 11, 23);
    told.clear();
    vault.seal(contoso, ClientSecret.of(FIRST), today.plusDays(61), ADMIN);
    lookTwiceAtEachOf(today, 0, 1, 20, 31, 46, 47, 54, 60, 61, 62, 90);
    assertThat(told.of(contoso))
        .extracting(SecretExpiring::daysLeft)
        .containsExactly(60L, 30L, 14L, 7L, 1L, -1L);

    vault.seal(contoso, ClientSecret.of(SECOND), today.plusDays(10), ADMIN);
    lookTwiceAtEachOf(today, 0);
    assertThat(told.of(contoso)).last().extracting(SecretExpiring::daysLeft).isEqualTo(10L);
    assertThat(told.of(contoso)).hasSize(7);
  }

  private void lookTwiceAtEachOf(LocalDate today, int... daysLater) {
    for (int days : daysLater) {
      for (int node = 0; node < 2; node++) {
        LocalDate day = today.plusDays(days);
        watch.endingBy(day.plusDays(60), 500).stream()
            .filter(secret -> secret.tenantId().equals(contoso))
            .filter(secret -> watch.untold(day).contains(secret))
            .forEach(secret -> watch.tell(secret, day));
      }
    }
  }

  @Test
  void onlyOneOfManyNodesTells() throws Exception {
    LocalDate today = LocalDate.of(2026, 11, 23);
    told.clear();
    vault.seal(contoso, ClientSecret.of(FIRST), today.plusDays(5), ADMIN);
    ExpiryWatch.Dated secret = new ExpiryWatch.Dated(contoso, 1, today.plusDays(5));
    List<CompletableFuture<Void>> nodes =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.runAsync(() -> watch.tell(secret, today), executor))
            .toList();
    nodes.forEach(CompletableFuture::join);
    assertThat(told.of(contoso)).hasSize(1);
  }

  @Test
  void keepsAGeneratedKeyUntilItIsTakenOrAbandoned() throws Exception {
    WaitingCertificate first = pending.generate(contoso, "Chronom", ADMIN);
    WaitingCertificate second = pending.generate(contoso, "Chronom", ADMIN);
    assertThat(pending.find(first.id())).isEmpty();
    assertThat(pending.of(contoso).orElseThrow().id()).isEqualTo(second.id());
    try (CertificateKey key = pending.open(second.id(), ADMIN)) {
      assertThat(key.facts()).isEqualTo(second.certificate());
    }
    hands.sql(
        "update pending_certificate set discarded_at = created_at where id = '"
            + second.id()
            + "'");
    pending.discardAbandoned();
    assertThat(pending.find(second.id())).isEmpty();
    assertThat(hands.linesOf(contoso))
        .extracting(AuditEvent::action)
        .containsExactly(
            AuditAction.CERTIFICATE_DISCARDED,
            AuditAction.SECRET_OPENED,
            AuditAction.CERTIFICATE_GENERATED,
            AuditAction.CERTIFICATE_DISCARDED,
            AuditAction.CERTIFICATE_GENERATED);
  }

  @Test
  void metersOfDaysFollowTheSecrets() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    vault.seal(contoso, ClientSecret.of(FIRST), today.plusDays(12), ADMIN);
    gauges.refresh(today);
    assertThat(meter.daysOf(contoso)).isEqualTo(12);
  }

  @Test
  void holdsNoSecretThatWasRolledBack() throws Exception {
    transaction.begin();
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    transaction.rollback();
    assertThat(vault.describe(contoso)).isEmpty();
    assertThat(hands.linesOf(contoso)).isEmpty();
  }

  @Test
  void hasNothingOfATenantWithoutASecret() {
    assertThat(vault.describe(contoso)).isEmpty();
    hands.assertProblem(contoso, ProblemKind.NOT_FOUND);
  }

  @Test
  void tellsTheAuditTrailOfEveryOpeningEvenWhenTheWorkIsRolledBack() throws Exception {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    transaction.begin();
    assertThat(hands.opened(contoso)).isEqualTo(FIRST);
    transaction.rollback();
    assertThat(hands.linesOf(contoso))
        .extracting(AuditEvent::action, AuditEvent::outcome, AuditEvent::detail)
        .containsExactly(
            tuple(AuditAction.SECRET_OPENED, Outcome.SUCCEEDED, "purpose=scan version=1"),
            tuple(AuditAction.SECRET_SEALED, Outcome.SUCCEEDED, "version=1"));
  }

  @Test
  void opensNothingWithoutAnAuditTrail() throws Exception {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    hands.sql("alter table audit_event rename to audit_event_away");
    try {
      assertThatThrownBy(() -> hands.opened(contoso)).isNotInstanceOf(Problem.class);
    } finally {
      hands.sql("alter table audit_event_away rename to audit_event");
    }
    assertThat(hands.opened(contoso)).isEqualTo(FIRST);
  }

  @Test
  void refusesTheSecretOfAnotherTenant() throws Exception {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    vault.seal(fabrikam, ClientSecret.of(SECOND), null, ADMIN);
    hands.sql(
        "update sealed_secret set sealed = (select o.sealed from sealed_secret o where o.tenant_id"
            + " = '"
            + contoso
            + "') where tenant_id = '"
            + fabrikam
            + "'");
    hands.assertProblem(fabrikam, ProblemKind.SECRET_UNREADABLE);
    assertThat(hands.opened(contoso)).isEqualTo(FIRST);
  }

  @Test
  void refusesAnOlderSecretUnderTheNewVersion() throws Exception {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    byte[] old = hands.sealed(contoso);
    vault.seal(contoso, ClientSecret.of(SECOND), null, ADMIN);
    hands.overwrite(contoso, old);
    hands.assertProblem(contoso, ProblemKind.SECRET_UNREADABLE);
  }

  @Test
  void refusesClearText() throws Exception {
    vault.seal(contoso, ClientSecret.of(FIRST), null, ADMIN);
    hands.overwrite(contoso, FIRST.getBytes(StandardCharsets.UTF_8));
    hands.assertProblem(contoso, ProblemKind.SECRET_UNREADABLE);
    hands.overwrite(contoso, new byte[0]);
    hands.assertProblem(contoso, ProblemKind.SECRET_UNREADABLE);
  }

  @Test
  void keepsAuditLinesOfATenantThatIsGone() {
    TenantId gone = new TenantId(UUID.randomUUID());
    hands.connect(gone);
    vault.seal(gone, ClientSecret.of(FIRST), null, ADMIN);
    tenants.remove(gone);
    assertThat(vault.describe(gone)).isEmpty();
    assertThat(hands.linesOf(gone)).extracting(AuditEvent::actor).containsExactly(ADMIN.name());
  }

  @Test
  void isReadyWithTheKeyFileOfTheEmbeddedRun() {
    assertThat(vault.ready()).isEmpty();
  }
}
