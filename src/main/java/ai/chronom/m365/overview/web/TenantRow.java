package ai.chronom.m365.overview.web;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.overview.TenantStory;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.verification.VerificationHead;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One tenant in a list. */
public record TenantRow(
    TenantId tenantId,
    String name,
    TenantStatus status,
    NextStep next,
    @Nullable Money monthly,
    String secretDays,
    String secretState,
    @Nullable Instant verifiedAt,
    @Nullable Instant scannedAt) {
  static TenantRow of(TenantStory story, LocalDate today) {
    return new TenantRow(
        story.tenant().id(),
        story.tenant().name(),
        story.tenant().status(),
        NextStep.of(story, today),
        story.savings().map(savings -> savings.monthly()).orElse(null),
        story.secret().map(secret -> daysLeft(secret, today)).orElse(""),
        story.secret().map(secret -> secret.state(today).word()).orElse(""),
        story.verification().map(VerificationHead::finishedAt).orElse(null),
        story.scan().map(ScanView::finishedAt).orElse(null));
  }

  private static String daysLeft(SecretDescription secret, LocalDate today) {
    return secret
        .daysLeft(today)
        .map(days -> days < 0 ? Texts.of("status.expired") : Texts.of("secret.days", days))
        .orElse(Texts.of("secret.unknown"));
  }
}
