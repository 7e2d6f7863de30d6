package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.ScanBed.NOW;
import static ai.chronom.m365.scan.ScanBed.ids;
import static ai.chronom.m365.scan.ScanBed.snapshot;
import static ai.chronom.m365.scan.ScanBed.users;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.license.SkuId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one snapshot knows of the ones before it, on each database. */
class SnapshotHistoryTest {
  private static final int SNAPSHOTS_KEPT = 3;

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void remembersSinceWhenAnAccountIsDisabled(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph disabledFirst = SampleGraph.contoso().answers("/v1.0/users", disabled(1));
    FakeGraph disabledBoth = SampleGraph.contoso().answers("/v1.0/users", disabled(1, 2));

    snapshot(database, claim, disabledFirst, NOW);
    snapshot(database, claim, disabledBoth, NOW.plusSeconds(60));
    Snapshot third = snapshot(database, claim, disabledBoth, NOW.plusSeconds(120));

    assertThat(users(third))
        .extracting(ScannedUser::disabledSeen)
        .containsExactly(null, NOW.plusSeconds(60), null);
  }

  private static String disabled(Integer... numbers) {
    List<Integer> disabled = List.of(numbers);
    return SampleGraph.page(
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> SampleGraph.user(number, !disabled.contains(number)))
            .toList(),
        null);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void knowsWhatWasBoughtBefore(ScanDatabase database) {
    Claim claim = database.newTenant();
    Snapshot first = snapshot(database, claim, SampleGraph.contoso(), NOW);
    FakeGraph grown =
        SampleGraph.contoso()
            .answers(
                "/v1.0/subscribedSkus",
                SampleGraph.page(List.of(SampleGraph.sku(SampleGraph.E5, 20, 6)), null));

    Snapshot second = snapshot(database, claim, grown, NOW.plusSeconds(3_600));

    assertThat(first.previousUnits()).isEmpty();
    assertThat(second.previousUnits().orElseThrow())
        .satisfies(
            earlier -> {
              assertThat(earlier.takenAt()).isEqualTo(NOW);
              assertThat(earlier.enabledUnits()).containsEntry(SkuId.of(SampleGraph.E5), 10);
            });
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void keepsTheNewestTenSnapshots(ScanDatabase database) {
    Claim claim = database.newTenant();
    List<Long> scans = new ArrayList<>();
    for (int i = 0; i < SNAPSHOTS_KEPT + 2; i++) {
      scans.add(snapshot(database, claim, SampleGraph.contoso(), NOW.plusSeconds(i)).scanId());
    }

    List<Long> disposable =
        database.call(
            c -> new SnapshotRemoval(c).disposable(ScanDatabase.tenantId(), SNAPSHOTS_KEPT));
    disposable.forEach(scanId -> removeAll(database, scanId));

    assertThat(disposable).isEqualTo(scans.subList(0, 2));
    assertThat(database.count("snapshot_user", scans.get(0))).isZero();
    assertThat(new SnapshotReader(database.source(), Runnable::run).of(scans.get(0))).isEmpty();
    assertThat(ids(database.snapshot(scans.get(2)))).isEqualTo(ids(1, 6));
  }

  /** Large tables know their scan by its number only: nobody else cleans up behind a tenant. */
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void nothingIsLeftOfATenantThatWent(ScanDatabase database) {
    Claim claim = database.newTenant();
    Sql.Work<Integer> anyScan = c -> Sql.update(c, "delete from scan", values -> {});
    database.call(anyScan);
    long scanId = snapshot(database, claim, SampleGraph.contoso(), NOW).scanId();

    database.call(c -> new SnapshotRemoval(c).takeFrom(ScanDatabase.tenantId()));
    database.call(c -> Sql.update(c, "delete from tenant", values -> {}));
    assertThat(rows(database, scanId)).containsEntry("snapshot_user", 6L);
    removeAll(database, scanId);

    assertThat(rows(database, scanId)).allSatisfy((table, rows) -> assertThat(rows).isZero());
    Optional<Long> left = database.call(c -> new SnapshotRemoval(c).ownerless());
    assertThat(left).isEmpty();
  }

  /** Of every table that belongs to a scan, as the database lists them. */
  private static Map<String, Long> rows(ScanDatabase database, long scanId) {
    List<String> tables =
        database.call(
            connection ->
                Sql.list(
                    connection,
                    "select table_name from information_schema.columns where column_name ="
                        + " 'scan_id' and table_name like 'snapshot%'",
                    values -> {},
                    row -> row.getString(1)));
    assertThat(tables).hasSizeGreaterThan(20);
    return tables.stream()
        .collect(Collectors.toMap(table -> table, table -> database.count(table, scanId)));
  }

  private static void removeAll(ScanDatabase database, long scanId) {
    while (database.call(c -> new SnapshotRemoval(c).removeSome(scanId))) {
      continue;
    }
  }
}
