package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a scan reads all users or only those that changed since the snapshot before, decided once
 * at its beginning (ADR 082).
 */
final class DeltaPlan {
  private final CollectionReading reading;
  private final SignIns signIns;
  private final DeltaRows.@Nullable Origin own;
  private final @Nullable Origin base;

  /** A row of {@code user_delta} and whose it is. */
  private record Origin(long scanId, DeltaRows.Origin row, SignIns signIns) {}

  private DeltaPlan(
      CollectionReading reading,
      SignIns signIns,
      DeltaRows.@Nullable Origin own,
      @Nullable Origin base) {
    this.reading = reading;
    this.signIns = signIns;
    this.own = own;
    this.base = base;
  }

  static DeltaPlan of(CollectionReading reading, SignIns signIns) {
    return reading.write(
        connection -> {
          long scanId = reading.scan().id();
          Optional<DeltaRows.Origin> own = new DeltaRows(connection, scanId).origin();
          if (own.isPresent()) {
            Long baseId = own.get().baseId();
            Origin base = baseId == null ? null : origin(connection, baseId);
            return new DeltaPlan(reading, signIns, own.get(), base);
          }
          return begin(connection, reading, signIns);
        });
  }

  private static @Nullable Origin origin(Connection connection, long scanId) throws SQLException {
    SignIns signIns = new ScanRows(connection).signInsOf(scanId);
    DeltaRows.Origin row = new DeltaRows(connection, scanId).origin().orElse(null);
    return row == null || signIns == null ? null : new Origin(scanId, row, signIns);
  }

  private static DeltaPlan begin(Connection connection, CollectionReading reading, SignIns signIns)
      throws SQLException {
    ScanRows.Open scan = reading.scan();
    Checkpoint checkpoint = reading.checkpoint();
    boolean fresh = checkpoint.pages() == 0 && checkpoint.nextLink() == null;
    Optional<Long> previous =
        fresh
            ? new ScanRows(connection).previous(scan.id(), scan.tenantId(), CollectionName.USERS)
            : Optional.empty();
    Origin base = previous.isEmpty() ? null : origin(connection, previous.get());
    if (base == null || !isRecent(base, reading) || !sameSignIns(base.signIns(), signIns)) {
      return new DeltaPlan(reading, signIns, null, null);
    }
    DeltaRows.Origin row =
        new DeltaRows.Origin(base.scanId(), null, base.row().fullAt(), base.row().signInsAt());
    new DeltaRows(connection, scan.id()).remember(row);
    return new DeltaPlan(reading, base.signIns(), row, base);
  }

  private static boolean isRecent(Origin base, CollectionReading reading) {
    Instant oldest = reading.clock().instant().minus(reading.fullEvery());
    return base.row().link() != null && base.row().fullAt().isAfter(oldest);
  }

  /**
   * What a permission changed is read in full. Whether the tenant bought Entra ID P1 shows only the
   * next full reading: asking would be refused three times by each scan.
   */
  private static boolean sameSignIns(SignIns before, SignIns now) {
    return before == now || (before == SignIns.LICENSE_MISSING && now == SignIns.KNOWN);
  }

  boolean onlyChanges() {
    return base != null && own != null;
  }

  /** What the reading finds out about sign-ins, when it succeeds. */
  SignIns signIns() {
    return base == null ? signIns : base.signIns();
  }

  void read(ChangedUsers changed) {
    if (base != null && own != null && !reading.checkpoint().read()) {
      changed.read(base.row(), own);
    }
  }

  /** The snapshot to begin with is gone meanwhile: what was copied of it is of no use. */
  boolean isOrphaned() {
    return base == null && own != null && own.baseId() != null;
  }

  /** Before the first page of all, so that nothing that changes meanwhile is missed. */
  void rememberWhereChangesBegin() {
    Checkpoint checkpoint = reading.checkpoint();
    if (own != null || checkpoint.pages() > 0 || checkpoint.nextLink() != null) {
      return;
    }
    Instant now = reading.clock().instant();
    ChangedUsers.fromNowOn(reading)
        .ifPresent(
            link ->
                reading.write(
                    connection -> {
                      new DeltaRows(connection, reading.scan().id())
                          .remember(
                              new DeltaRows.Origin(
                                  null, link, now, signIns == SignIns.KNOWN ? now : null));
                      return link;
                    }));
  }

  /** Everybody is read after all; what was copied goes. */
  void abandon() {
    reading.advance(
        Checkpoint.start(reading.name()),
        connection -> {
          new DeltaRows(connection, reading.scan().id()).forget();
          return 0;
        });
  }
}
