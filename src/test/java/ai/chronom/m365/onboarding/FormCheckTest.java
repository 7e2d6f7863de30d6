package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.sandbox.OwnCertificate;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.CredentialKind;
import ai.chronom.m365.vault.Pkcs12File;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String TENANT = "6babcaad-604b-40ac-a9d7-9fd97c0b779f";
  private static final String APPLICATION = "11111111-2222-3333-4444-555555555555";
  private static final String SECRET = "abc8Q~" + "x".repeat(34);
  private static final Clouds CLOUDS =
      new Clouds(
          List.of(
              new Cloud(
                  "global",
                  "Global",
                  URI.create("https://login.example"),
                  URI.create("https://graph.example"),
                  URI.create("https://portal.example"),
                  List.of())));

  private final FormCheck check =
      new FormCheck(CLOUDS, TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));

  @Nested
  class Accepts {
    @Test
    void aFormWithoutMistakes() {
      CheckedForm form = check.tenant(form("Contoso", TENANT, APPLICATION, SECRET, "global", ""));
      assertThat(form.tenant())
          .isEqualTo(new TenantReference.ById(new TenantId(UUID.fromString(TENANT))));
      assertThat(given(form).expiresOn()).isNull();
    }

    @Test
    void blanksAndInvisibleSignsAroundEveryValue() {
      CheckedForm form =
          check.tenant(
              form(
                  "\u00A0Contoso ",
                  "\t" + TENANT.toUpperCase() + "\u200B",
                  "\uFEFF" + APPLICATION + "\r\n",
                  " " + SECRET + "\n",
                  " global ",
                  " 2027-01-31 "));
      assertThat(form.name()).isEqualTo("Contoso");
      assertThat(((ClientSecret) given(form).credential()).length()).isEqualTo(SECRET.length());
      assertThat(given(form).expiresOn()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller & Söhne", "株式会社コントソ", "شركة كونتوسو", "<b>Contoso</b>", "🏭"})
    void namesOfAnyAlphabetAndHtmlAsText(String name) {
      assertThat(FormCheck.name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
      "contoso.onmicrosoft.com, contoso.onmicrosoft.com",
      "Contoso.COM, contoso.com",
      "münchen.example, xn--mnchen-3ya.example"
    })
    void aDomainInPlaceOfTheId(String typed, String domain) {
      CheckedForm form = check.tenant(form("C", typed, APPLICATION, SECRET, null, null));
      assertThat(form.tenant()).isEqualTo(new TenantReference.ByDomain(domain));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 40, 64, 1_000})
    void secretsOfAnyFormat(int chars) {
      assertThatCode(
              () -> check.tenant(form("C", TENANT, APPLICATION, "+".repeat(chars), null, null)))
          .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2028-11-22", "2028-11-23"})
    void lastDaysFromTodayToTwoYears(String day) {
      CheckedForm form = check.tenant(form("C", TENANT, APPLICATION, SECRET, null, day));
      assertThat(given(form).expiresOn()).isEqualTo(day);
    }
  }

  @Nested
  class Refuses {
    @Test
    void allEmptyFieldsAtOnce() {
      assertWrong(
          form(null, "", " ", null, null, null),
          TenantForm.NAME,
          TenantForm.TENANT_ID,
          TenantForm.APPLICATION_ID,
          CredentialForm.CLIENT_SECRET);
    }

    @Test
    void everyFieldThatIsFarTooLong() {
      String endless = "a".repeat(10_000);
      assertWrong(
          form(endless, endless, endless, endless, endless, endless),
          TenantForm.NAME,
          TenantForm.TENANT_ID,
          TenantForm.APPLICATION_ID,
          CredentialForm.CLIENT_SECRET,
          CredentialForm.SECRET_EXPIRES_ON,
          TenantForm.CLOUD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Con\u0000toso", "Con\ntoso", "Con\u202Etoso", "Con\uD800toso"})
    void namesThatCannotBeShown(String name) {
      assertMessage(
          form(name, TENANT, APPLICATION, SECRET, null, null), "characters that cannot be shown");
    }

    @Test
    void oneCharacterMoreThanANameMayHave() {
      assertMessage(
          form("x".repeat(201), TENANT, APPLICATION, SECRET, null, null),
          "At most 200 characters expected, 201 given.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "6babcaad-604b-40ac-a9d7 | looks like",
          "{6babcaad-604b-40ac-a9d7-9fd97c0b779f} | looks like",
          "https://contoso.com | looks like",
          "contoso | looks like",
          "<script>alert(1)</script> | looks like",
          "admin@contoso.com | only the domain after the @",
          "00000000-0000-0000-0000-000000000000 | all zeros"
        })
    void tenantIdsThatAreNone(String typed, String message) {
      assertMessage(form("C", typed, APPLICATION, SECRET, null, null), message);
    }

    @Test
    void applicationIdsThatAreNone() {
      assertMessage(form("C", TENANT, "contoso.com", SECRET, null, null), "looks like 0000");
    }

    @Test
    void theSameIdTwice() {
      assertMessage(
          form("C", TENANT, TENANT.toUpperCase(), SECRET, null, null), "same as the tenant ID");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "0e1f5b2a-9c57-4c5e-8f6b-1b2d3c4e5f60 | That is the Secret ID; copy the Value column.",
          "abc************ | only a mask",
          "••••••••••••••• | only a mask",
          "abc8Q~xxxx yyyy | no blanks",
          "short | too short"
        })
    void secretsThatAreNone(String typed, String message) {
      assertMessage(form("C", TENANT, APPLICATION, typed, null, null), message);
    }

    @Test
    void unknownCloudsAndTellsTheKnown() {
      assertMessage(
          form("C", TENANT, APPLICATION, SECRET, "moon", null), "unknown; known are: global.");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-22, expired on 2026-11-22",
      "2028-11-24, 24 months at most",
      "31.12.2027, A date such as"
    })
    void lastDaysThatCannotBe(String day, String message) {
      assertMessage(form("C", TENANT, APPLICATION, SECRET, null, day), message);
    }

    @Test
    void withoutRepeatingTheSecret() {
      assertThatThrownBy(
              () -> check.tenant(form("", "", "", "abc8Q~ " + "x".repeat(30), null, null)))
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.errors().toString() + problem.detail())
                      .doesNotContain("abc8Q", "xxxx"));
    }

    private void assertWrong(TenantForm form, String... fields) {
      assertThatThrownBy(() -> check.tenant(form))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_INPUT);
                assertThat(problem.errors()).extracting(FieldError::field).containsExactly(fields);
              });
    }

    private void assertMessage(TenantForm form, String message) {
      assertThatThrownBy(() -> check.tenant(form))
          .isInstanceOf(Problem.class)
          .hasMessageContaining(message);
    }
  }

  @Nested
  class Replacement {
    @Test
    void needsOnlyASecret() {
      CredentialForm form = new CredentialForm.Secret(ClientSecret.of(SECRET), null);
      assertThat(check.replacement(form))
          .isInstanceOfSatisfying(
              CheckedCredential.Given.class, given -> assertThat(given.expiresOn()).isNull());
    }

    @Test
    void tellsBothMistakesAtOnce() {
      assertThatThrownBy(() -> check.replacement(new CredentialForm.Secret(null, "2020-01-01")))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.errors()).hasSize(2));
    }
  }

  @Nested
  class Certificate {
    private static final String PASSWORD = "open sesame";
    private final Instant now = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private final OwnCertificate own = OwnCertificate.rsa(now, now.plus(Duration.ofDays(300)));

    @Test
    void isReadFromAFile() {
      Pkcs12File file = Pkcs12File.of(own.pkcs12(PASSWORD), PASSWORD);
      CheckedCredential checked = check.replacement(new CredentialForm.Upload(file));
      assertThat(((CheckedCredential.Given) checked).credential().kind())
          .isEqualTo(CredentialKind.CERTIFICATE);
    }

    @Test
    void tellsTroubleAtItsField() {
      Pkcs12File locked = Pkcs12File.of(own.pkcs12(PASSWORD), "wrong");
      assertAt(new CredentialForm.Upload(locked), "pkcs12Password", "does not open");
      Pkcs12File other = Pkcs12File.of(own.der(), PASSWORD);
      assertAt(new CredentialForm.Upload(other), "pkcs12", "no readable PKCS#12");
      assertAt(new CredentialForm.Upload(null), "pkcs12", "Choose a PKCS#12 file");
    }

    @Test
    void isNamedByItsIdWhenGenerated() {
      UUID id = UUID.randomUUID();
      assertThat(check.replacement(new CredentialForm.Generated(" " + id)))
          .isEqualTo(new CheckedCredential.Waiting(id));
      assertAt(new CredentialForm.Generated("1-2-3-4-5"), "certificateId", "Generate");
      assertAt(new CredentialForm.Generated(null), "certificateId", "Generate");
    }

    private void assertAt(CredentialForm form, String field, String message) {
      assertThatThrownBy(() -> check.replacement(form))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
                assertThat(problem.errors().get(0).message()).contains(message);
              });
    }
  }

  @Test
  void formsTellNoSecretByToString() {
    assertThat(form("C", TENANT, APPLICATION, SECRET, null, null).toString())
        .doesNotContain("abc8Q");
  }

  private static CheckedCredential.Given given(CheckedForm form) {
    return (CheckedCredential.Given) form.credential();
  }

  private static TenantForm form(
      @Nullable String name,
      @Nullable String tenant,
      @Nullable String application,
      @Nullable String secret,
      @Nullable String cloud,
      @Nullable String expiresOn) {
    return new TenantForm(
        name,
        tenant,
        application,
        new CredentialForm.Secret(secret == null ? null : ClientSecret.ofTyped(secret), expiresOn),
        cloud);
  }
}
