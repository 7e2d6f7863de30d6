package ai.chronom.m365.overview.web;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.overview.TenantStory;
import ai.chronom.m365.report.SavingsHeadline;
import ai.chronom.m365.scan.ScanState;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.vault.web.SecretAnswer;
import ai.chronom.m365.verification.VerificationHead;
import ai.chronom.m365.verification.VerificationOutcome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A tenant as REST tells of it; a part that isn't there yet is left out. */
public record TenantAnswer(
    TenantId tenantId,
    String name,
    ApplicationId applicationId,
    String cloud,
    TenantStatus status,
    Instant statusSince,
    Instant onboardedAt,
    @Nullable SecretAnswer secret,
    @Nullable LastVerification lastVerification,
    @Nullable LastScan lastScan,
    @Nullable Amounts savings) {
  static TenantAnswer of(TenantStory story, LocalDate today) {
    Tenant tenant = story.tenant();
    return new TenantAnswer(
        tenant.id(),
        tenant.name(),
        tenant.applicationId(),
        tenant.cloudId(),
        tenant.status(),
        tenant.statusSince(),
        tenant.onboardedAt(),
        story.secret().map(secret -> SecretAnswer.of(secret, today)).orElse(null),
        story.verification().map(LastVerification::of).orElse(null),
        story.scan().map(LastScan::of).orElse(null),
        story.savings().map(Amounts::of).orElse(null));
  }

  /**
   * The verification asked for last.
   *
   * @param granted permissions granted among those judged so far
   * @param judged 14 when it is through
   */
  public record LastVerification(
      String id,
      @Nullable VerificationOutcome outcome,
      Instant requestedAt,
      @Nullable Instant finishedAt,
      long granted,
      long judged) {
    static LastVerification of(VerificationHead head) {
      return new LastVerification(
          head.id(),
          head.outcome(),
          head.requestedAt(),
          head.finishedAt(),
          head.granted(),
          head.judged());
    }
  }

  /** The scan asked for last. */
  public record LastScan(
      long id, ScanState state, int percent, Instant requestedAt, @Nullable Instant finishedAt) {
    static LastScan of(ScanView scan) {
      return new LastScan(
          scan.id(), scan.state(), scan.percent(), scan.requestedAt(), scan.finishedAt());
    }
  }

  /**
   * The headline.
   *
   * @param asOf when the snapshot behind it was taken
   */
  public record Amounts(Money monthly, Money annual, Money review, Instant asOf) {
    static Amounts of(SavingsHeadline savings) {
      return new Amounts(savings.monthly(), savings.annual(), savings.review(), savings.asOf());
    }
  }
}
