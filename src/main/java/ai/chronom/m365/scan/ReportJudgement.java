package ai.chronom.m365.scan;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a usage report may be believed: one that can't is a gap, never a tenant of idle users. */
final class ReportJudgement {
  /** Microsoft's reports lag one to three days; what is older tells of trouble at its source. */
  private static final int STALE_DAYS = 7;

  /** Fewer users may have an empty report honestly, in a tenant just made. */
  private static final int EMPTY_BELIEVED_USERS = 20;

  private static final String SHOW_NAMES =
      " In the Microsoft 365 admin center, Settings > Org settings > Services > Reports, an"
          + " administrator can show them. Licenses, sign-ins, devices and everything else that needs"
          + " no usage report work meanwhile.";

  private final Clock clock;
  private final NameConcealment.Setting setting;

  /**
   * @param setting what the tenant's own setting says of concealed names
   */
  ReportJudgement(Clock clock, NameConcealment.Setting setting) {
    this.clock = clock;
    this.setting = setting;
  }

  /**
   * @param expectedUsers accounts that should have a row
   */
  CollectionOutcome judge(UsageReport.Summary report, long expectedUsers) {
    LocalDate asOf = report.asOf();
    if (concealed(report)) {
      return gap(CollectionState.NAMES_CONCEALED, whyConcealed(), asOf);
    }
    if (report.rows() == 0 && expectedUsers > EMPTY_BELIEVED_USERS) {
      return gap(
          CollectionState.FAILED,
          "Suspicious: the report is empty although "
              + expectedUsers
              + " users have a license for it. It is not read as nobody being active.",
          asOf);
    }
    if (!report.missingColumns().isEmpty()) {
      return gap(
          CollectionState.PARTIAL,
          "The report lacks " + String.join(", ", report.missingColumns()) + ".",
          asOf);
    }
    return stale(asOf)
        ? gap(
            CollectionState.PARTIAL,
            "Suspicious: the newest day of the report is "
                + asOf
                + ", more than "
                + STALE_DAYS
                + " days ago.",
            asOf)
        : new CollectionOutcome.Complete(null, asOf);
  }

  /** A few digests among names prove nothing, unless the setting says so. */
  private boolean concealed(UsageReport.Summary report) {
    return report.concealed()
        || (setting == NameConcealment.Setting.CONCEALED && report.digests() > 0);
  }

  private String whyConcealed() {
    return switch (setting) {
      case CONCEALED ->
          "This tenant's own setting conceals the names in usage reports." + SHOW_NAMES;
      case SHOWN ->
          "The tenant's setting shows names by now, but Microsoft made this report before. Nothing"
              + " has to be done: a later scan reads a newer one.";
      case UNKNOWN -> "Microsoft conceals the names in usage reports." + SHOW_NAMES;
    };
  }

  private static CollectionOutcome gap(
      CollectionState state, String reason, @Nullable LocalDate asOf) {
    return new CollectionOutcome.Gap(state, reason, asOf);
  }

  private boolean stale(@Nullable LocalDate asOf) {
    return asOf != null && asOf.isBefore(LocalDate.now(clock).minusDays(STALE_DAYS));
  }
}
