package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events of Entra's logs since the last scan, the newest first and no more than enough of them:
 * Microsoft allows five requests in ten seconds. What an earlier snapshot knew is carried on, so
 * that knowledge grows longer than the log.
 */
final class LogCollection<T> implements ScanCollection {
  private static final int PAGES_ENOUGH = 120;

  private final Declaration about;
  private final Window window;
  private final ObjectReader.Shape<OfUser<T>> shape;
  private final Memory<T> memory;

  private LogCollection(
      Declaration about, Window window, ObjectReader.Shape<OfUser<T>> shape, Memory<T> memory) {
    this.about = about;
    this.window = window;
    this.shape = shape;
    this.memory = memory;
  }

  /**
   * How far back.
   *
   * @param first days of the log that the first scan reads
   * @param kept days for which earlier snapshots' knowledge is carried on
   */
  private record Window(int first, int kept) {}

  /** Where events go. */
  private interface Memory<T> {
    void store(Connection connection, long scanId, List<OfUser<T>> events) throws SQLException;

    void carry(Connection connection, long previousScanId, long scanId, Instant since)
        throws SQLException;
  }

  static LogCollection<AppSignIn> signIns() {
    return new LogCollection<>(
        new Declaration(
            CollectionName.SIGN_INS,
            PermissionCatalog.AUDIT_LOG_READ_ALL,
            "/v1.0/auditLogs/signIns?$select=userId,appId,createdDateTime,status&$top=1000"
                + "&$filter=createdDateTime%20ge%20",
            "Who uses apps that no usage report knows, such as Power BI.",
            UserTables.APP_SIGN_IN.name()),
        new Window(7, 180),
        new ObjectReader.Shape<>(
            Map.of(
                "userId", JsonCursor::guid,
                "appId", JsonCursor::guid,
                "createdDateTime", JsonCursor::time,
                "status", ObjectReader.object(Map.of("errorCode", JsonCursor::count))),
            LogCollection::signIn),
        new SignInMemory());
  }

  /** Failures come too, with an account but without a time: nobody used anything. */
  private static Optional<OfUser<AppSignIn>> signIn(ObjectReader.Found found) {
    Optional<String> user = found.text("userId");
    Optional<String> app = found.text("appId");
    Optional<Instant> at = found.time("createdDateTime");
    if (user.isEmpty() || app.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    boolean failed = found.in("status").count("errorCode") != 0;
    return Optional.of(
        new OfUser<>(user.get(), new AppSignIn(app.get(), failed ? Instant.EPOCH : at.get())));
  }

  static LogCollection<Instant> disablings() {
    return new LogCollection<>(
        new Declaration(
            CollectionName.DIRECTORY_AUDITS,
            PermissionCatalog.AUDIT_LOG_READ_ALL,
            "/v1.0/auditLogs/directoryAudits?$top=999&$filter=activityDisplayName%20eq%20"
                + "'Disable%20account'%20and%20activityDateTime%20ge%20",
            "Since when accounts are disabled: people who just left are left alone for a while.",
            UserTables.DISABLING.name()),
        new Window(30, 180),
        new ObjectReader.Shape<>(
            Map.of(
                "activityDateTime",
                JsonCursor::time,
                "targetResources",
                ObjectReader.objects(
                    Map.of("id", ObjectReader.text(64), "type", ObjectReader.text(40)))),
            LogCollection::disabling),
        new DisablingMemory());
  }

  private static Optional<OfUser<Instant>> disabling(ObjectReader.Found found) {
    Optional<String> user =
        found.objects("targetResources").stream()
            .filter(target -> target.text("type").filter("User"::equalsIgnoreCase).isPresent())
            .findFirst()
            .flatMap(target -> target.text("id"))
            .filter(id -> id.length() <= 36);
    return user.flatMap(id -> found.time("activityDateTime").map(at -> new OfUser<>(id, at)));
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    ScanRows.Open scan = reading.scan();
    Optional<ScanRows.Earlier> earlier =
        reading.write(c -> new ScanRows(c).earlier(scan.id(), scan.tenantId(), about.name()));
    boolean all =
        reading.pages(
            new Paged<>(
                about.request() + since(scan, earlier.map(ScanRows.Earlier::startedAt)),
                shape,
                (connection, events) -> memory.store(connection, scan.id(), events),
                PAGES_ENOUGH));
    Instant kept = scan.startedAt().minus(Duration.ofDays(window.kept()));
    if (earlier.isPresent()) {
      reading.write(
          connection -> {
            memory.carry(connection, earlier.get().scanId(), scan.id(), kept);
            return kept;
          });
    }
    return all
        ? CollectionOutcome.complete()
        : CollectionOutcome.gap(
            CollectionState.PARTIAL,
            "The log has more events than are read at once; the newest came, older ones of the"
                + " time since the last scan did not.");
  }

  /** An hour of overlap, since logs lag; whole seconds, as Graph writes them. */
  private Instant since(ScanRows.Open scan, Optional<Instant> earlier) {
    Instant first = scan.startedAt().minus(Duration.ofDays(window.first()));
    return earlier
        .map(at -> at.minus(Duration.ofHours(1)))
        .filter(first::isBefore)
        .orElse(first)
        .truncatedTo(ChronoUnit.SECONDS);
  }

  /** Keeps the newest sign-in of each account to each app. */
  private static final class SignInMemory implements Memory<AppSignIn> {
    @Override
    public void store(Connection connection, long scanId, List<OfUser<AppSignIn>> events)
        throws SQLException {
      Map<OfUser<String>, AppSignIn> newest = new LinkedHashMap<>();
      for (OfUser<AppSignIn> event : events) {
        if (event.value().lastAt().isAfter(Instant.EPOCH)) {
          newest.merge(
              new OfUser<>(event.userId(), event.value().appId()),
              event.value(),
              (one, other) -> one.lastAt().isAfter(other.lastAt()) ? one : other);
        }
      }
      List<OfUser<AppSignIn>> rows =
          newest.entrySet().stream()
              .map(entry -> new OfUser<>(entry.getKey().userId(), entry.getValue()))
              .toList();
      UserTables.APP_SIGN_IN.insert(connection, scanId, rows);
      renew(connection, scanId, rows);
    }

    private static void renew(Connection connection, long scanId, List<OfUser<AppSignIn>> rows)
        throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "update snapshot_app_sign_in set last_at = ? where scan_id = ? and user_id = ?"
                  + " and app_id = ? and last_at < ?")) {
        Sql.Values values = new Sql.Values(statement);
        for (OfUser<AppSignIn> row : rows) {
          AppSignIn signIn = row.value();
          values
              .time(signIn.lastAt())
              .number(scanId)
              .text(row.userId())
              .text(signIn.appId())
              .time(signIn.lastAt())
              .row();
        }
        statement.executeBatch();
      }
    }

    @Override
    public void carry(Connection connection, long previousScanId, long scanId, Instant since)
        throws SQLException {
      Sql.update(
          connection,
          "insert into snapshot_app_sign_in (scan_id, user_id, app_id, last_at) select ?, user_id,"
              + " app_id, last_at from snapshot_app_sign_in where scan_id = ? and last_at >= ?"
              + " on conflict do nothing",
          values -> values.number(scanId).number(previousScanId).time(since));
    }
  }

  /** Keeps every time. */
  private static final class DisablingMemory implements Memory<Instant> {
    @Override
    public void store(Connection connection, long scanId, List<OfUser<Instant>> events)
        throws SQLException {
      UserTables.DISABLING.insert(connection, scanId, events);
    }

    @Override
    public void carry(Connection connection, long previousScanId, long scanId, Instant since)
        throws SQLException {
      Sql.update(
          connection,
          "insert into snapshot_disabling (scan_id, user_id, disabled_at) select ?, user_id,"
              + " disabled_at from snapshot_disabling where scan_id = ? and disabled_at >= ?"
              + " on conflict do nothing",
          values -> values.number(scanId).number(previousScanId).time(since));
    }
  }
}
