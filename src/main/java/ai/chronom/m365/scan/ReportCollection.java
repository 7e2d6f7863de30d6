package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One usage report: downloaded as a whole, stored while it arrives, believed or not at its end. */
final class ReportCollection<T> implements ScanCollection {
  private static final int TRIES = 3;

  private final Declaration about;
  private final UsageReport.Format<T> format;
  private final Audience audience;
  private final PagedCollection.Store<UsageReport.Named<T>> store;

  ReportCollection(
      Declaration about,
      UsageReport.Format<T> format,
      Audience audience,
      PagedCollection.Store<UsageReport.Named<T>> store) {
    this.about = about;
    this.format = format;
    this.audience = audience;
    this.store = store;
  }

  /** A report about accounts: rows that no account matches are left out. */
  static <T> ReportCollection<T> ofUsers(
      Declaration about,
      UsageReport.Format<T> format,
      Audience audience,
      SnapshotTable<OfUser<T>> table) {
    return new ReportCollection<>(
        about,
        format,
        audience,
        new PagedCollection.Store<>() {
          @Override
          public void store(Connection connection, long scanId, List<UsageReport.Named<T>> rows)
              throws SQLException {
            table.copy(connection, scanId, UserIds.of(connection, scanId, rows));
          }

          @Override
          public void storeMissing(
              Connection connection, long scanId, List<UsageReport.Named<T>> rows)
              throws SQLException {
            table.insert(connection, scanId, UserIds.of(connection, scanId, rows));
          }
        });
  }

  /** Accounts that should have a row, at least so many. */
  @FunctionalInterface
  interface Audience {
    /** Everybody who has any license. */
    Audience LICENSED = SnapshotWriter::licensedUsers;

    /** A report that may always be empty. */
    Audience UNKNOWN = stored -> 0;

    long users(SnapshotWriter stored) throws SQLException;

    /** Who has a license with one of these service plans. */
    static Audience having(String... plans) {
      return stored -> stored.usersOfPlans(List.of(plans));
    }
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    UsageReport.Summary summary = read(reading);
    long expectedUsers =
        reading.write(c -> audience.users(new SnapshotWriter(c, reading.scan().id())));
    NameConcealment.Setting setting =
        reading.write(c -> NameConcealment.known(c, reading.scan().id()));
    return new ReportJudgement(reading.clock(), setting).judge(summary, expectedUsers);
  }

  /** A report has no pages to resume at: after trouble it comes once more, rows stored stay. */
  private UsageReport.Summary read(CollectionReading reading) {
    for (int attempt = 1; ; attempt++) {
      try {
        UsageReport.Summary summary =
            UsageReport.read(reading.report(about.request()), format, rows -> store(reading, rows));
        noteDownload(reading, summary);
        return summary;
      } catch (Unreadable unreadable) {
        if (attempt == TRIES) {
          throw unreadable;
        }
      }
    }
  }

  private void store(CollectionReading reading, List<UsageReport.Named<T>> rows) {
    Checkpoint so = reading.checkpoint();
    reading.storeRows(
        rows,
        store.writer(reading.scan().id()),
        so.with(so.items() + rows.size(), so.pages(), so.warnings()));
  }

  private static void noteDownload(CollectionReading reading, UsageReport.Summary summary) {
    Checkpoint so = reading.checkpoint();
    reading.storeRows(
        List.of(),
        (connection, nothing) -> {},
        so.with(so.items(), so.pages() + 1, so.warnings() + summary.warnings()));
  }

  /** Reports are offered by Microsoft's global cloud only, and answer others in many ways. */
  @Override
  public Optional<CollectionOutcome> explain(GraphRefused refused) {
    return refused.kind() == RefusalKind.OTHER && refused.status() == 400
        ? Optional.of(
            CollectionOutcome.gap(
                CollectionState.SERVICE_ABSENT,
                "Microsoft does not offer this report here." + Refusals.said(refused)))
        : Optional.empty();
  }
}
