package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.job.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which permissions make another scan worthwhile. */
class ScanRolesTest {
  private static final Set<String> HAD = Set.of("Directory.Read.All", "Reports.Read.All");

  private static Optional<Set<String>> roles(ScanDatabase database, long scanId) {
    return database.call(connection -> new ScanRoles(connection).of(scanId));
  }

  @Test
  void whatStaysUngrantedBringsNothingNew() {
    assertThat(ScanRoles.addsTo(HAD, HAD)).isFalse();
    assertThat(ScanRoles.addsTo(HAD, Set.of("Directory.Read.All"))).isFalse();
  }

  @Test
  void whatWasGrantedSinceDoes() {
    assertThat(ScanRoles.addsTo(HAD, Set.of("Directory.Read.All", "AuditLog.Read.All"))).isTrue();
    assertThat(ScanRoles.addsTo(HAD, Set.of("User-LifeCycleInfo.Read.All"))).isTrue();
  }

  @Test
  void whatNoScanReadsByDoesNot() {
    assertThat(ScanRoles.addsTo(HAD, Set.of("Mail.Read", "Directory.Read.All"))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void aScanRemembersWhatItsFirstTokenHeld(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(ScanBed.NOW).id();
    assertThat(roles(database, scanId)).isEmpty();
    FakeGraph graph =
        new FakeGraph("Sites.Read.All", "Mail.Read")
            .answers("/v1.0/", SampleGraph.page(List.of(), null));

    ScanBed.scan(database, claim, graph);
    database.call(
        connection -> {
          new ScanRoles(connection).remember(scanId, HAD);
          return scanId;
        });

    assertThat(roles(database, scanId)).contains(Set.of("Sites.Read.All"));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void nothingGrantedIsKnownToo(ScanDatabase database) {
    Claim claim = database.newTenant();
    long scanId = database.start(ScanBed.NOW).id();

    ScanBed.scan(database, claim, new FakeGraph());

    assertThat(roles(database, scanId)).contains(Set.of());
  }
}
