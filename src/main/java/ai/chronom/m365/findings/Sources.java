package ai.chronom.m365.findings;

import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionResult;
import ai.chronom.m365.scan.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Which sources of use a snapshot has. What could not be read is a gap, never "nobody used it".
 *
 * @param signIns sign-in activity of Entra
 * @param activity the active-user report of 180 days
 */
public record Sources(Source signIns, Source activity) {
  private static final Set<String> PREMIUM = Set.of("AAD_PREMIUM", "AAD_PREMIUM_P2");
  private static final int FEW_USERS = 20;

  public static Sources of(Snapshot snapshot, Thresholds thresholds) {
    return new Sources(signIns(snapshot), activity(snapshot, thresholds));
  }

  private static Source signIns(Snapshot snapshot) {
    LocalDate taken = LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC);
    if (snapshot.signInsKnown()) {
      return new Source(null, taken);
    }
    boolean premium =
        snapshot.skus().stream()
            .flatMap(sku -> sku.plans().stream())
            .anyMatch(plan -> PREMIUM.contains(plan.name()));
    return new Source(
        premium
            ? new Gap("permission-not-granted", "AuditLog.Read.All")
            : new Gap("no-premium-license", "sign-in activity"),
        null);
  }

  private static Source activity(Snapshot snapshot, Thresholds thresholds) {
    CollectionResult report = snapshot.collection(CollectionName.REPORT_ACTIVE_USERS);
    List<Gap> gaps = gaps(report, "Reports.Read.All");
    if (!gaps.isEmpty()) {
      return new Source(gaps.get(0), report.asOf());
    }
    LocalDate asOf = report.asOf();
    LocalDate oldest =
        LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC)
            .minusDays(thresholds.reportMaxAgeDays());
    long seatsInUse = snapshot.skus().stream().mapToLong(sku -> sku.consumedUnits()).sum();
    if (asOf != null && asOf.isBefore(oldest)) {
      return new Source(new Gap("data-too-old", report.name().word()), asOf);
    }
    if (report.items() == 0 && seatsInUse > FEW_USERS) {
      return new Source(new Gap("endpoint-error", report.name().word() + " is empty"), asOf);
    }
    return new Source(null, asOf);
  }

  /** What a collection lacks, in stable words; empty when it is complete. */
  static List<Gap> gaps(CollectionResult result, String permission) {
    String name = result.name().word();
    return switch (result.state()) {
      case COMPLETE -> List.of();
      case NOT_PERMITTED -> List.of(new Gap("permission-not-granted", permission));
      case LICENSE_MISSING -> List.of(new Gap("no-premium-license", name));
      case SERVICE_ABSENT -> List.of(new Gap("service-not-used", name));
      case NAMES_CONCEALED -> List.of(new Gap("names-concealed", name));
      case PARTIAL -> List.of(new Gap("endpoint-error", name + " is incomplete"));
      case PENDING, RUNNING, WAITING, FAILED -> List.of(new Gap("endpoint-error", name));
    };
  }
}
