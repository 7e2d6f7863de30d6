package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.TokenAnswer;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Profile;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.tenant.PortalLinks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that the guide asks for beyond consent, done wrong in the portal: one row tells. */
class RegistrationTableTest extends SandboxExamination {
  private static final String REDIRECT = Registration.REDIRECT_URI;

  record Mistake(
      String check, Consumer<Registration> made, String found, String remedy, String blade) {
    @Override
    public String toString() {
      return check + ": " + found;
    }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            "registered-in-this-tenant",
            on(Switch.REGISTERED_ELSEWHERE),
            "no, in another tenant",
            "Register the app in the tenant",
            "Overview"),
        new Mistake(
            "licenses-in-this-tenant",
            registration -> registration.set(Switch.LICENSES, false),
            "no product",
            "this one holds none",
            "ApplicationsListBlade"),
        profile(
            "display-name",
            profile -> profile.named("Contoso App"),
            "Contoso App",
            "Branding & properties",
            "Branding"),
        profile(
            "single-tenant",
            profile -> profile.withAudience("AzureADMultipleOrgs"),
            "AzureADMultipleOrgs",
            "this organizational directory only",
            "Authentication"),
        profile(
            "single-tenant",
            profile -> profile.withAudience("AzureADandPersonalMicrosoftAccount"),
            "AzureADandPersonalMicrosoftAccount",
            "this organizational directory only",
            "Authentication"),
        profile(
            "redirect-uri",
            profile -> profile.withRedirects(List.of(), List.of(), List.of()),
            "none",
            "choose Web",
            "Authentication"),
        profile(
            "redirect-uri",
            profile -> profile.withRedirects(List.of(REDIRECT + "/x"), List.of(), List.of()),
            "Web: " + REDIRECT + "/x",
            "choose Web",
            "Authentication"),
        profile(
            "redirect-uri",
            profile -> profile.withRedirects(List.of(), List.of(REDIRECT), List.of()),
            "Single-page application: " + REDIRECT,
            "choose Web",
            "Authentication"),
        profile(
            "redirect-uri",
            profile -> profile.withRedirects(List.of(), List.of(), List.of(REDIRECT)),
            "Mobile and desktop applications: " + REDIRECT,
            "choose Web",
            "Authentication"),
        new Mistake(
            "permissions-of-the-guide",
            on(Switch.FOREIGN_SERVICE),
            "1 delegated and 13 application permissions of the guide, 1 of another service",
            "remove what is not in the guide",
            "CallAnAPI"),
        new Mistake(
            "permissions-of-the-guide",
            registration -> registration.configure(Permissions.role("User.ReadWrite.All")),
            "1 delegated and 13 application permissions of the guide, 1 more of Microsoft Graph",
            "remove what is not in the guide",
            "CallAnAPI"),
        new Mistake(
            "permissions-of-the-guide",
            registration -> registration.configure(Permissions.scope("Sites.Read.All")),
            "1 delegated and 13 application permissions of the guide, 1 more of Microsoft Graph",
            "remove what is not in the guide",
            "CallAnAPI"),
        new Mistake(
            "permissions-of-the-guide",
            registration -> registration.removeConfigured(Permissions.role("Sites.Read.All")),
            "1 delegated and 12 application permissions of the guide",
            "add what the table of permissions names",
            "CallAnAPI"),
        new Mistake(
            "permissions-of-the-guide",
            registration -> registration.removeConfigured(Permissions.scope("User.Read")),
            "0 delegated and 13 application permissions of the guide",
            "add what the table of permissions names",
            "CallAnAPI"),
        new Mistake(
            "secret-lifetime",
            registration -> {
              String old = registration.secrets().get(0).keyId();
              registration.createSecret("long", Duration.ofDays(1095));
              registration.deleteSecret(old);
            },
            "1095 days",
            "create a secret that lives 730 days",
            "Credentials"),
        new Mistake(
            "one-valid-secret",
            registration -> registration.createSecret("second", Duration.ofDays(30)),
            "2",
            "delete the secrets that nobody uses",
            "Credentials"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void onlyItsRowIsFlagged(Mistake mistake) {
    mistake.made().accept(sandbox.registration());
    VerificationFindings findings = examine();
    assertThat(findings.checks())
        .filteredOn(RegistrationCheck::isWrong)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.check()).isEqualTo(mistake.check());
              assertThat(row.expected()).isNotEqualTo(row.found());
              assertThat(row.found()).isEqualTo(mistake.found());
              assertThat(row.remedy()).contains(mistake.remedy());
              assertThat(row.remedyLink())
                  .startsWith(sandbox.portalUrl())
                  .contains(mistake.blade());
            });
    assertThat(findings.verdicts())
        .allSatisfy(row -> assertThat(row.status()).isEqualTo(PermissionStatus.GRANTED))
        .allSatisfy(row -> assertThat(row.needsAction()).isFalse());
  }

  /** Where Entra issues no token, it is the refusal that tells which row is wrong. */
  record Refusal(
      String check, Function<SandboxExamination, String> secret, String code, String found) {
    @Override
    public String toString() {
      return check + ": " + code;
    }
  }

  static Stream<Refusal> refusals() {
    return Stream.of(
        refusal("secret-is-value", "AADSTS7000215", "not accepted by Entra", test -> "not-it"),
        refusal(
            "secret-lifetime",
            "AADSTS7000222",
            "an expired secret",
            test -> {
              String value = test.sandbox.clientSecret();
              Registration registration = test.sandbox.registration();
              registration.expireSecret(registration.secrets().get(0).keyId());
              return value;
            }),
        off(
            "enterprise-application-enabled",
            "AADSTS7000112",
            "no (AADSTS7000112)",
            Switch.SIGN_IN_ENABLED),
        off(
            "enterprise-application-enabled",
            "AADSTS7000229",
            "none in this tenant",
            Switch.ENTERPRISE_APPLICATION_PRESENT),
        off(
            "registered-in-this-tenant",
            "AADSTS700016",
            "not found by Entra",
            Switch.APPLICATION_PRESENT));
  }

  private static Refusal refusal(
      String check, String code, String found, Function<SandboxExamination, String> secret) {
    return new Refusal(check, secret, code, found);
  }

  private static Refusal off(String check, String code, String found, Switch which) {
    return refusal(
        check,
        code,
        found,
        test -> {
          String value = test.sandbox.clientSecret();
          test.sandbox.registration().set(which, false);
          return value;
        });
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusedSignInTellsTheRow(Refusal refusal) {
    TokenAnswer answer = graph.prove(refusal.secret().apply(this));
    assertThat(answer).isInstanceOf(TokenAnswer.Refused.class);
    Failure failure =
        Failure.of(
            GraphRefused.byEntra(((TokenAnswer.Refused) answer).error()),
            Optional.of(new PortalLinks(graph.cloud(), graph.applicationId())));
    assertThat(failure.code()).isEqualTo(refusal.code());
    assertThat(failure.traceId()).isNotEmpty();
    assertThat(failure.correlationId()).isNotEmpty();
    RegistrationCheck row = FailedCheck.of(failure).orElseThrow();
    assertThat(row.isWrong()).isTrue();
    assertThat(row.check()).isEqualTo(refusal.check());
    assertThat(row.found()).contains(refusal.found());
    assertThat(row.remedy()).isNotEmpty();
    assertThat(row.remedyLink()).startsWith(sandbox.portalUrl());
  }

  @Test
  void noCheckIsLeftOut() {
    assertThat(
            Stream.concat(mistakes().map(Mistake::check), refusals().map(Refusal::check))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(RegistrationCheck.ORDER)
        .hasSize(10);
  }

  @Test
  void rowsStandInTheOrderOfTheGuide() {
    assertThat(examine().checks())
        .extracting(RegistrationCheck::check)
        .containsExactlyElementsOf(RegistrationCheck.ORDER);
  }

  @Test
  void optionalPermissionIsAcceptedAndSaysItsUse() {
    sandbox.registration().configure(Permissions.role("ReportSettings.Read.All"));
    sandbox.registration().grant(Permissions.role("ReportSettings.Read.All"));
    VerificationFindings findings = examine();
    assertThat(findings.checks()).noneMatch(RegistrationCheck::isWrong);
    assertThat(findings.outcome()).isEqualTo(VerificationOutcome.VERIFIED);
    assertThat(findings.excess())
        .singleElement()
        .satisfies(each -> assertThat(each.usedFor()).contains("conceal"))
        .satisfies(each -> assertThat(each.remedy()).isEmpty());
  }

  private static Consumer<Registration> on(Switch which) {
    return registration -> registration.set(which, true);
  }

  private static Mistake profile(
      String check, UnaryOperator<Profile> change, String found, String remedy, String blade) {
    return new Mistake(
        check,
        registration -> registration.change(change.apply(registration.profile())),
        found,
        remedy,
        blade);
  }
}
