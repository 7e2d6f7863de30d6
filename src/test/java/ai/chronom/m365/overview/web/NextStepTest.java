package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.overview.TenantStory;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.vault.SecretDescription;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "CREDENTIAL_FAILED, REPLACE_SECRET",
    "UNREACHABLE, CHECK_CONNECTION",
    "ACTION_REQUIRED, FIX_PERMISSIONS",
    "VERIFYING, AWAIT_VERIFICATION",
    "VERIFIED, START_SCAN",
  })
  void followsFromTheStatus(TenantStatus status, NextStep expected) {
    assertThat(NextStep.of(story(status, null), TODAY)).isEqualTo(expected);
  }

  @Test
  void expiredSecretComesBeforeEverythingElse() {
    TenantStory story = story(TenantStatus.ACTION_REQUIRED, TODAY.minusDays(1));
    assertThat(NextStep.of(story, TODAY)).isEqualTo(NextStep.REPLACE_SECRET);
  }

  @Test
  void secretThatExpiresSoonComesAfterPermissions() {
    assertThat(NextStep.of(story(TenantStatus.ACTION_REQUIRED, TODAY.plusDays(3)), TODAY))
        .isEqualTo(NextStep.FIX_PERMISSIONS);
    assertThat(NextStep.of(story(TenantStatus.VERIFIED, TODAY.plusDays(3)), TODAY))
        .isEqualTo(NextStep.RENEW_SECRET);
  }

  @Test
  void waitingNeedsNobody() {
    assertThat(NextStep.AWAIT_VERIFICATION.needsSomebody()).isFalse();
    assertThat(NextStep.READ_SAVINGS.needsSomebody()).isFalse();
    assertThat(NextStep.FIX_PERMISSIONS.needsSomebody()).isTrue();
  }

  private static TenantStory story(TenantStatus status, LocalDate expiresOn) {
    Cloud cloud =
        new Cloud(
            "global",
            "Global",
            URI.create("https://login.example"),
            URI.create("https://graph.example"),
            URI.create("https://portal.example"),
            List.of());
    Tenant tenant =
        new Tenant(
            new TenantId(UUID.randomUUID()),
            "Contoso",
            new ApplicationId(UUID.randomUUID()),
            cloud,
            NOW);
    tenant.stands(status, NOW);
    return new TenantStory(
        tenant,
        Optional.of(SecretDescription.ofSecret("abc", 1, NOW, expiresOn)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
