package ai.chronom.m365.findings;

import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionResult;
import ai.chronom.m365.scan.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which sources of use a snapshot has. What could not be read is a gap, never "nobody used it".
 *
 * @param signIns sign-in activity of Entra
 * @param activity the active-user report of 180 days
 * @param collections every collection by its name
 */
public record Sources(Source signIns, Source activity, Map<CollectionName, Source> collections) {
  private static final Set<String> PREMIUM = Set.of("AAD_PREMIUM", "AAD_PREMIUM_P2");
  private static final int FEW_USERS = 20;
  private static final Set<CollectionName> MAY_BE_EMPTY =
      EnumSet.of(
          CollectionName.REPORT_COPILOT,
          CollectionName.REPORT_SITES,
          CollectionName.REPORT_SHARE_POINT);

  public Sources {
    collections = Map.copyOf(collections);
  }

  public static Sources of(Snapshot snapshot, Thresholds thresholds) {
    Map<CollectionName, Source> all = new EnumMap<>(CollectionName.class);
    for (CollectionName name : CollectionName.values()) {
      all.put(name, source(snapshot, name, thresholds));
    }
    return new Sources(
        signIns(snapshot), source(snapshot, CollectionName.REPORT_ACTIVE_USERS, thresholds), all);
  }

  /** What that collection is worth; it is known only when it may be believed in full. */
  public Source collection(CollectionName name) {
    return Objects.requireNonNull(collections.get(name));
  }

  /** Whether all of them may be believed. */
  public boolean known(CollectionName... names) {
    return Arrays.stream(names).allMatch(name -> collection(name).known());
  }

  /** What they lack, in their order. */
  public List<Gap> gaps(CollectionName... names) {
    return Arrays.stream(names).flatMap(name -> collection(name).gaps().stream()).toList();
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

  private static Source source(Snapshot snapshot, CollectionName name, Thresholds thresholds) {
    CollectionResult report = snapshot.collection(name);
    List<Gap> gaps = gaps(report, permission(name));
    if (!gaps.isEmpty()) {
      return new Source(gaps.get(0), report.asOf());
    }
    return name.name().startsWith("REPORT_")
        ? report(snapshot, report, thresholds)
        : new Source(null, report.asOf());
  }

  /** An empty report, or one of last month, is not "nobody used it". */
  private static Source report(Snapshot snapshot, CollectionResult report, Thresholds thresholds) {
    LocalDate asOf = report.asOf();
    LocalDate oldest =
        LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC)
            .minusDays(thresholds.reportMaxAgeDays());
    long seatsInUse = snapshot.skus().stream().mapToLong(sku -> sku.consumedUnits()).sum();
    if (asOf != null && asOf.isBefore(oldest)) {
      return new Source(new Gap("data-too-old", report.name().word()), asOf);
    }
    if (report.items() == 0 && seatsInUse > FEW_USERS && !MAY_BE_EMPTY.contains(report.name())) {
      return new Source(new Gap("endpoint-error", report.name().word() + " is empty"), asOf);
    }
    return new Source(null, asOf);
  }

  private static String permission(CollectionName name) {
    return switch (name) {
      case SIGN_INS, DIRECTORY_AUDITS -> "AuditLog.Read.All";
      case SITES -> "Sites.Read.All";
      case APP_PROTECTIONS, INTUNE_APPS -> "DeviceManagementApps.Read.All";
      case MANAGED_DEVICES -> "DeviceManagementManagedDevices.Read.All";
      case EDISCOVERY_CASES, CUSTODIANS, LEGAL_HOLDS -> "eDiscovery.Read.All";
      case SENSITIVITY_LABELS -> "InformationProtectionPolicy.Read.All";
      case SECURE_SCORE -> "SecurityEvents.Read.All";
      case PREMIUM_INSIGHT -> "Reports.Read.All";
      case LEAVE_DATES -> "User-LifeCycleInfo.Read.All";
      case ELIGIBLE_ROLES -> "RoleManagement.Read.Directory";
      case MAILBOX_PURPOSES -> "MailboxSettings.Read";
      case ROOMS -> "Place.Read.All";
      case TEAMS_USERS -> "TeamsUserConfiguration.Read.All";
      case PSTN_CALLS, DIRECT_CALLS -> "CallRecord-PstnCalls.Read.All";
      case ACCESS_POLICIES -> "Policy.Read.All";
      case NAME_CONCEALMENT -> "ReportSettings.Read.All";
      default -> name.name().startsWith("REPORT_") ? "Reports.Read.All" : "Directory.Read.All";
    };
  }

  /** What a collection lacks, in stable words; empty when it is complete. */
  static List<Gap> gaps(CollectionResult result, String permission) {
    String name = result.name().word();
    return switch (result.state()) {
      case COMPLETE -> List.of();
      case NOT_PERMITTED -> List.of(new Gap("permission-not-granted", permission));
      case NOT_GRANTED -> List.of(new Gap("optional-permission", permission));
      case SWITCHED_OFF -> List.of(new Gap("switched-off", name));
      case LICENSE_MISSING -> List.of(new Gap("no-premium-license", name));
      case SERVICE_ABSENT -> List.of(new Gap("service-not-used", name));
      case NAMES_CONCEALED -> List.of(new Gap("names-concealed", name));
      case PARTIAL -> List.of(new Gap("endpoint-error", name + " is incomplete"));
      case PENDING, RUNNING, WAITING, FAILED -> List.of(new Gap("endpoint-error", name));
    };
  }
}
