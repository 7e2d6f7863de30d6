package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.PermissionCatalog;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one permission brought, from what its collections brought. */
class PermissionYieldTest {
  private static CollectionView collection(CollectionState state, String reason, String asOf) {
    return new CollectionView(
        CollectionName.REPORT_APPS,
        "Reports.Read.All",
        "",
        state,
        5,
        1,
        null,
        0,
        reason,
        asOf == null ? null : LocalDate.parse(asOf));
  }

  private static PermissionYield of(CollectionState... states) {
    List<CollectionView> collections =
        Arrays.stream(states).map(state -> collection(state, null, null)).toList();
    return new PermissionYield(PermissionCatalog.REPORTS_READ_ALL, collections);
  }

  @Test
  void hasTheStateThatItsCollectionsShare() {
    assertThat(of(CollectionState.COMPLETE, CollectionState.COMPLETE).state())
        .isEqualTo(CollectionState.COMPLETE);
    assertThat(of(CollectionState.NAMES_CONCEALED).state())
        .isEqualTo(CollectionState.NAMES_CONCEALED);
    assertThat(of(CollectionState.COMPLETE, CollectionState.FAILED).state())
        .isEqualTo(CollectionState.PARTIAL);
  }

  @Test
  void runsUntilTheLastCollectionEnded() {
    assertThat(of(CollectionState.PENDING, CollectionState.PENDING).state())
        .isEqualTo(CollectionState.PENDING);
    assertThat(of(CollectionState.COMPLETE, CollectionState.PENDING).state())
        .isEqualTo(CollectionState.RUNNING);
    assertThat(of(CollectionState.RUNNING, CollectionState.WAITING).state())
        .isEqualTo(CollectionState.WAITING);
  }

  @Test
  void addsRowsAndSaysEachReasonOnce() {
    PermissionYield brought =
        new PermissionYield(
            PermissionCatalog.REPORTS_READ_ALL,
            List.of(
                collection(CollectionState.FAILED, "busy", "2026-11-19"),
                collection(CollectionState.FAILED, "busy", "2026-11-20"),
                collection(CollectionState.COMPLETE, null, null)));

    assertThat(brought.items()).isEqualTo(15);
    assertThat(brought.reasons()).containsExactly("busy");
    assertThat(brought.asOf()).isEqualTo("2026-11-20");
  }
}
