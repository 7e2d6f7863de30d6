package ai.chronom.m365.verification;

import static ai.chronom.m365.verification.SampleSights.NOON;
import static ai.chronom.m365.verification.SampleSights.perfect;
import static ai.chronom.m365.verification.SampleSights.secret;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.AppRegistration;
import ai.chronom.m365.graph.AppRegistration.Application;
import ai.chronom.m365.graph.AppRegistration.EnterpriseApplication;
import ai.chronom.m365.graph.AppRegistration.Secret;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationJudgeTest {
  private static final String NAME = "Chronom Read-Only App Registration";
  private static final String REDIRECT = "https://app.chronom.ai";
  private static final RegistrationExpectation EXPECTED =
      new RegistrationExpectation(NAME, REDIRECT, Optional.of("abc"), NOON);

  @Test
  void asTheGuideSaysIsRight() {
    assertThat(judge(perfect().registration()).checks())
        .hasSize(8)
        .allSatisfy(
            check -> {
              assertThat(check.ok()).isTrue();
              assertThat(check.remedy()).isEmpty();
            });
  }

  @Test
  void anotherNameIsTheOnlyRow() {
    assertOnlyWrong(application("Chronom", "AzureADMyOrg", List.of(REDIRECT)), "display-name");
  }

  @Test
  void severalTenantsAreTheOnlyRow() {
    assertOnlyWrong(application(NAME, "AzureADMultipleOrgs", List.of(REDIRECT)), "single-tenant");
  }

  @Test
  void anotherRedirectIsTheOnlyRow() {
    assertOnlyWrong(
        application(NAME, "AzureADMyOrg", List.of("https://app.chronom.ai/x")), "redirect-uri");
  }

  @Test
  void redirectOnAnotherPlatformIsNamed() {
    Application spa =
        new Application(
            NAME,
            "AzureADMyOrg",
            List.of(),
            List.of(REDIRECT),
            List.of(),
            List.of(),
            List.of(secret("abc", 180)));
    assertThat(row(judge(perfect().registration(spa)), "redirect-uri").found())
        .isEqualTo("Single-page application: " + REDIRECT);
  }

  @Test
  void disabledEnterpriseApplicationIsTheOnlyRow() {
    AppRegistration seen = perfect().registration();
    AppRegistration disabled =
        new AppRegistration(
            seen.application(),
            false,
            Optional.of(new EnterpriseApplication(UUID.randomUUID(), false, null)),
            seen.assignments(),
            seen.grants(),
            seen.graphServiceId());
    assertThat(wrong(judge(disabled))).containsExactly("enterprise-application-enabled");
  }

  @Test
  void registrationElsewhereIsTheOnlyRowAndTheRestNotVisible() {
    AppRegistration elsewhere =
        new AppRegistration(
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(wrong(judge(elsewhere))).containsExactly("registered-in-this-tenant");
    assertThat(judge(elsewhere).checks()).filteredOn(check -> check.ok() == null).hasSize(6);
  }

  @Test
  void nothingVisibleIsNothingWrong() {
    assertThat(wrong(judge(AppRegistration.UNSEEN))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"180, true", "730, true", "731, true", "732, false", "3650, false"})
  void lifetimeHasALimit(int days, boolean ok) {
    RegistrationJudge judge = judge(withSecrets(secret("abc", days)));
    assertThat(row(judge, "secret-lifetime").ok()).isEqualTo(ok);
    assertThat(row(judge, "secret-lifetime").found()).isEqualTo(days + " days");
  }

  @Test
  void expiredSecretsDoNotCount() {
    RegistrationJudge judge = judge(withSecrets(secret("abc", 180), secret("old", 10)));
    assertThat(row(judge, "one-valid-secret").ok()).isTrue();
  }

  @Test
  void secondValidSecretIsNamedWithOurHint() {
    RegistrationJudge judge = judge(withSecrets(secret("abc", 180), secret("xyz", 180)));
    assertThat(wrong(judge)).containsExactly("one-valid-secret");
    assertThat(row(judge, "one-valid-secret").remedy()).contains("abc");
  }

  @Test
  void secretInUseIsFoundByItsHint() {
    RegistrationJudge judge = judge(withSecrets(secret("abc", 40), secret("xyz", 180)));
    assertThat(judge.secretExpiry())
        .contains(LocalDate.ofInstant(NOON.plus(Duration.ofDays(10)), java.time.ZoneOffset.UTC));
  }

  @Test
  void twoSecretsOfTheSameHintAreNotGuessedAt() {
    RegistrationJudge judge = judge(withSecrets(secret("abc", 40), secret("abc", 180)));
    assertThat(judge.secretExpiry()).isEmpty();
    assertThat(row(judge, "secret-lifetime").ok()).isNull();
  }

  private static void assertOnlyWrong(Application application, String check) {
    RegistrationJudge judge = judge(perfect().registration(application));
    assertThat(wrong(judge)).containsExactly(check);
    assertThat(row(judge, check).remedy()).isNotBlank();
    assertThat(row(judge, check).remedyLink()).startsWith("https://portal.azure.com/");
  }

  private static Application application(String name, String audience, List<String> redirects) {
    return new Application(
        name, audience, redirects, List.of(), List.of(), List.of(), List.of(secret("abc", 180)));
  }

  private static AppRegistration withSecrets(Secret... secrets) {
    return perfect().registration(perfect().application(List.of(secrets)));
  }

  private static RegistrationJudge judge(AppRegistration registration) {
    return new RegistrationJudge(registration, EXPECTED, SampleSights.LINKS);
  }

  private static List<String> wrong(RegistrationJudge judge) {
    return judge.checks().stream()
        .filter(RegistrationCheck::isWrong)
        .map(RegistrationCheck::check)
        .toList();
  }

  private static RegistrationCheck row(RegistrationJudge judge, String name) {
    return judge.checks().stream()
        .filter(check -> check.check().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
