package ai.chronom.m365.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer means once its state is known to be ours. */
class ConsentsTest {
  private static final TenantId ASKED = new TenantId(UUID.randomUUID());

  @Test
  void consentInTheTenantAskedFor() {
    assertThat(judge(null, null, "True", ASKED.toString()))
        .isEqualTo(new ConsentOutcome.Given(ASKED, true));
  }

  @Test
  void errorWinsOverConsent() {
    assertThat(judge("access_denied", "AADSTS65004: declined", "True", ASKED.toString()))
        .isInstanceOfSatisfying(
            ConsentOutcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("AADSTS65004"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "False", "1"})
  void everythingButTrueIsNoConsent(@Nullable String consent) {
    assertThat(judge(null, null, consent, ASKED.toString()))
        .isInstanceOf(ConsentOutcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "contoso.com", "<b>"})
  void anotherTenantIsNotBelieved(String tenant) {
    assertThat(judge(null, null, "True", tenant))
        .isEqualTo(new ConsentOutcome.Elsewhere(ASKED, true));
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, AADSTS65004: x, AADSTS65004, canceled",
    "permission_denied, The admin canceled, permission_denied, canceled",
    "access_denied, AADSTS90094: x, AADSTS90094, may not consent",
    "invalid_client, AADSTS650051: x, AADSTS650051, enterprise application",
    "temporarily_unavailable, , temporarily_unavailable, in trouble",
    "<script>, <b>call 555</b>, error, without consent"
  })
  void refusalsReadInOurWordsOnly(
      String error, @Nullable String text, String code, String meaning) {
    ConsentOutcome.Refused refused =
        (ConsentOutcome.Refused) judge(error, text, "True", ASKED.toString());
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.meaning()).contains(meaning).doesNotContain("555");
    assertThat(refused.remedy()).isNotBlank();
  }

  @Test
  void requestIsOpenForItsPersonAndHalfAnHour() {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    ConsentRequest request = new ConsentRequest("s", ASKED, "app", new Actor("anna"), now);
    assertThat(request.isOpenFor(new Actor("anna"), now.plusSeconds(1799))).isTrue();
    assertThat(request.isOpenFor(new Actor("anna"), now.plusSeconds(1800))).isFalse();
    assertThat(request.isOpenFor(new Actor("ben"), now)).isFalse();
  }

  private static ConsentOutcome judge(
      @Nullable String error,
      @Nullable String description,
      @Nullable String consent,
      @Nullable String tenant) {
    return Consents.judge(new ConsentAnswer("s", error, description, consent, tenant), ASKED, true);
  }
}
