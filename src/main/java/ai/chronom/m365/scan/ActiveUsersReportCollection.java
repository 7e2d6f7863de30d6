package ai.chronom.m365.scan;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When each account last used each service, by Microsoft's usage report of 180 days. A report that
 * can't be believed is a gap, never a tenant full of inactive users.
 */
final class ActiveUsersReportCollection implements ScanCollection {
  private static final String PATH = "/v1.0/reports/getOffice365ActiveUserDetail(period='D180')";

  /** Microsoft's reports lag one to three days; what is older tells of trouble at its source. */
  private static final int STALE_DAYS = 7;

  /** Fewer licensed users may have an empty report honestly, in a tenant just made. */
  private static final int EMPTY_BELIEVED_USERS = 20;

  private static final int TRIES = 3;

  @Override
  public CollectionName name() {
    return CollectionName.REPORT_ACTIVE_USERS;
  }

  @Override
  public GraphPermission permission() {
    return PermissionCatalog.REPORTS_READ_ALL;
  }

  @Override
  public String feeds() {
    return "When each user last used mail, Teams, OneDrive, SharePoint and Viva Engage.";
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    ActiveUserReport.Summary summary = read(reading);
    long licensedUsers =
        reading.write(c -> new SnapshotWriter(c, reading.scan().id()).licensedUsers());
    return judge(summary, licensedUsers, reading.clock());
  }

  /** A report has no pages to resume at: after trouble it comes once more, rows stored stay. */
  private static ActiveUserReport.Summary read(CollectionReading reading) {
    for (int attempt = 1; ; attempt++) {
      try {
        ActiveUserReport.Summary summary =
            ActiveUserReport.read(reading.report(PATH), rows -> store(reading, rows));
        noteDownload(reading, summary);
        return summary;
      } catch (Unreadable unreadable) {
        if (attempt == TRIES) {
          throw unreadable;
        }
      }
    }
  }

  private static void store(CollectionReading reading, List<SnapshotWriter.ActivityRow> rows) {
    Checkpoint so = reading.checkpoint();
    reading.storeRows(
        rows,
        (connection, batch) -> new SnapshotWriter(connection, reading.scan().id()).activity(batch),
        so.with(so.items() + rows.size(), so.pages(), so.warnings()));
  }

  private static void noteDownload(CollectionReading reading, ActiveUserReport.Summary summary) {
    Checkpoint so = reading.checkpoint();
    reading.storeRows(
        List.of(),
        (connection, nothing) -> {},
        so.with(so.items(), so.pages() + 1, so.warnings() + summary.warnings()));
  }

  static CollectionOutcome judge(ActiveUserReport.Summary report, long licensedUsers, Clock clock) {
    LocalDate asOf = report.asOf();
    if (report.concealed()) {
      return new CollectionOutcome.Gap(
          CollectionState.NAMES_CONCEALED,
          "Microsoft conceals the names in usage reports. In the admin center, Settings > Org"
              + " settings > Services > Reports, an administrator can show them; everything that"
              + " needs no usage report works meanwhile.",
          asOf);
    }
    if (report.rows() == 0 && licensedUsers > EMPTY_BELIEVED_USERS) {
      return new CollectionOutcome.Gap(
          CollectionState.FAILED,
          "Suspicious: the report is empty although "
              + licensedUsers
              + " users have a license. It is not read as nobody being active.",
          asOf);
    }
    if (!report.missingColumns().isEmpty()) {
      return new CollectionOutcome.Gap(
          CollectionState.PARTIAL,
          "The report lacks " + String.join(", ", report.missingColumns()) + ".",
          asOf);
    }
    return stale(asOf, clock)
        ? new CollectionOutcome.Gap(
            CollectionState.PARTIAL,
            "Suspicious: the newest day of the report is "
                + asOf
                + ", more than "
                + STALE_DAYS
                + " days ago.",
            asOf)
        : new CollectionOutcome.Complete(null, asOf);
  }

  private static boolean stale(@Nullable LocalDate asOf, Clock clock) {
    return asOf != null && asOf.isBefore(LocalDate.now(clock).minusDays(STALE_DAYS));
  }
}
