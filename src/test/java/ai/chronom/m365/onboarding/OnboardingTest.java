package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.graph.EntraError;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Blade;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.verification.Proof;
import jakarta.ejb.EJBException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OnboardingTest {
  private static final Actor ADMIN = new Actor("admin");
  private static final TenantId CONTOSO =
      new TenantId(UUID.fromString("6babcaad-604b-40ac-a9d7-9fd97c0b779f"));
  private static final ApplicationId APPLICATION =
      new ApplicationId(UUID.fromString("11111111-2222-3333-4444-555555555555"));
  private static final Cloud GLOBAL =
      new Cloud(
          "global",
          "Global",
          URI.create("https://login.example"),
          URI.create("https://graph.example"),
          URI.create("https://portal.example"),
          List.of());
  private static final Proof.Accepted ACCEPTED = new Proof.Accepted(Set.of());
  private static final Proof.Rejected REJECTED =
      new Proof.Rejected(
          new EntraError(
              7000215,
              "invalid_client",
              "secret-wrong",
              "The secret is wrong.",
              "Copy the secret's value.",
              "clientSecret",
              Blade.SECRETS,
              false,
              "trace-1",
              "correlation-1",
              null));

  private final ClientSecret secret = ClientSecret.of("abc8Q~" + "x".repeat(34));
  private final Onboarding onboarding = new Onboarding();
  private final StoredTenants tenants = new StoredTenants();
  private final FakeEntra entra = new FakeEntra();
  private final RecordedAdmission admission = new RecordedAdmission(tenants);
  private final RecordedAudit audit = new RecordedAudit();

  @BeforeEach
  void wire() {
    onboarding.clouds = new Clouds(List.of(GLOBAL));
    onboarding.tenants = tenants;
    onboarding.candidates = entra;
    onboarding.admission = admission;
    onboarding.audit = audit;
    onboarding.clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  }

  @Nested
  class Onboards {
    @Test
    void whatEntraAccepts() {
      entra.answer(ACCEPTED);
      assertThat(onboarding.onboard(form(CONTOSO.toString()), ADMIN)).isEqualTo(CONTOSO);
      assertThat(admission.admitted()).containsExactly(CONTOSO);
    }

    @Test
    void aTenantThatIsNamedByItsDomain() {
      entra.answer(ACCEPTED);
      entra.owns("contoso.com", CONTOSO);
      assertThat(onboarding.onboard(form("contoso.com"), ADMIN)).isEqualTo(CONTOSO);
    }

    @Test
    void wipingTheFormsSecret() {
      entra.answer(ACCEPTED);
      onboarding.onboard(form(CONTOSO.toString()), ADMIN);
      assertThat(secret.reveal()).isEqualTo("\0".repeat(40));
    }

    @Test
    void writingTheAuditLineBeforeEntraSeesTheSecret() {
      entra.answer(ACCEPTED);
      entra.whenAsked(
          () -> assertThat(audit.actions()).containsExactly(AuditAction.CREDENTIALS_TRIED));
      onboarding.onboard(form(CONTOSO.toString()), ADMIN);
      assertThat(entra.timesAsked()).isEqualTo(1);
    }
  }

  @Nested
  class StoresNothing {
    @Test
    void thatEntraRejects() {
      entra.answer(REJECTED);
      assertThatThrownBy(() -> onboarding.onboard(form(CONTOSO.toString()), ADMIN))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.kind()).isEqualTo(ProblemKind.CREDENTIALS_REJECTED);
                assertThat(problem.facts())
                    .containsEntry("aadsts", "AADSTS7000215")
                    .containsEntry("meaning", "The secret is wrong.")
                    .containsEntry("remedy", "Copy the secret's value.")
                    .containsEntry("traceId", "trace-1")
                    .containsEntry("correlationId", "correlation-1")
                    .containsEntry("field", "clientSecret");
                assertThat(problem.errors())
                    .extracting(FieldError::field)
                    .containsExactly("clientSecret");
              });
      assertThat(admission.admitted()).isEmpty();
      assertThat(audit.actions())
          .containsExactly(AuditAction.CREDENTIALS_TRIED, AuditAction.CREDENTIALS_REJECTED);
      assertThat(secret.reveal()).doesNotContain("abc8Q");
    }

    @Test
    void whileEntraIsUnreachable() {
      entra.answer(new Proof.Unreachable("Entra does not answer."));
      assertProblem(form(CONTOSO.toString()), ProblemKind.ENTRA_UNREACHABLE);
      assertThat(admission.admitted()).isEmpty();
    }

    @Test
    void ofAFormWithMistakesAndAsksNobody() {
      assertProblem(form("no guid"), ProblemKind.INVALID_INPUT);
      assertThat(entra.timesAsked()).isZero();
      assertThat(audit.actions()).isEmpty();
      assertThat(secret.reveal()).doesNotContain("abc8Q");
    }

    @Test
    void forADomainThatNobodyOwns() {
      assertProblem(form("nobody.example"), ProblemKind.INVALID_INPUT);
      assertThat(entra.timesAsked()).isZero();
    }

    @Test
    void withoutAnAuditTrail() {
      audit.breakDown();
      assertThatThrownBy(() -> onboarding.onboard(form(CONTOSO.toString()), ADMIN))
          .isInstanceOf(EJBException.class);
      assertThat(entra.timesAsked()).isZero();
    }
  }

  @Nested
  class RefusesATenantTwice {
    @Test
    void beforeEntraIsAsked() {
      tenants.add(contoso());
      assertProblem(form(CONTOSO.toString()), ProblemKind.TENANT_EXISTS);
      assertThat(entra.timesAsked()).isZero();
    }

    @Test
    void alsoWhenSomebodyElseWasFasterMeanwhile() {
      entra.answer(ACCEPTED);
      entra.whenAsked(() -> tenants.add(contoso()));
      assertProblem(form(CONTOSO.toString()), ProblemKind.TENANT_EXISTS);
    }

    @Test
    void butLetsAnOutageOfTheDatabaseFly() {
      entra.answer(ACCEPTED);
      admission.breakDown();
      assertThatThrownBy(() -> onboarding.onboard(form(CONTOSO.toString()), ADMIN))
          .isInstanceOf(EJBException.class);
    }
  }

  @Nested
  class Replaces {
    @Test
    void onlyWhatEntraAccepts() {
      tenants.add(contoso());
      entra.answer(REJECTED);
      CredentialForm form = new CredentialForm.Secret(secret, null);
      assertThatThrownBy(() -> onboarding.replaceCredential(CONTOSO, form, ADMIN))
          .isInstanceOf(Problem.class);
      assertThat(admission.replaced()).isEmpty();
    }

    @Test
    void theSecretOfThatTenant() {
      tenants.add(contoso());
      entra.answer(ACCEPTED);
      onboarding.replaceCredential(CONTOSO, new CredentialForm.Secret(secret, "2027-01-31"), ADMIN);
      assertThat(admission.replaced()).containsExactly(CONTOSO);
      assertThat(entra.lastApplication()).isEqualTo(APPLICATION);
    }

    @Test
    void nothingOfAnUnknownTenant() {
      assertThatThrownBy(
              () ->
                  onboarding.replaceCredential(
                      CONTOSO, new CredentialForm.Secret(secret, null), ADMIN))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.NOT_FOUND));
      assertThat(secret.reveal()).doesNotContain("abc8Q");
    }

    @Test
    void nothingWhenTheCloudIsGone() {
      tenants.add(contoso());
      onboarding.clouds = new Clouds(List.of());
      assertThatThrownBy(
              () ->
                  onboarding.replaceCredential(
                      CONTOSO, new CredentialForm.Secret(secret, null), ADMIN))
          .hasMessageContaining("chronom.clouds.global.login-url");
    }
  }

  private void assertProblem(TenantForm form, ProblemKind kind) {
    assertThatThrownBy(() -> onboarding.onboard(form, ADMIN))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
  }

  private TenantForm form(String tenant) {
    return new TenantForm(
        "Contoso", tenant, APPLICATION.toString(), new CredentialForm.Secret(secret, null), null);
  }

  private static Tenant contoso() {
    return new Tenant(CONTOSO, "Contoso", APPLICATION, GLOBAL, Instant.EPOCH);
  }
}
