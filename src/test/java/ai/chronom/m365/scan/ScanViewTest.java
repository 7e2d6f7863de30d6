package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages say of progress. */
class ScanViewTest {
  private static CollectionView collection(
      CollectionName name, CollectionState state, long items, Long expected) {
    return new CollectionView(
        name, "Directory.Read.All", "", state, items, items == 0 ? 0 : 1, expected, 0, null, null);
  }

  private static ScanView scan(CollectionView users) {
    List<CollectionView> all = new ArrayList<>();
    for (CollectionName name : CollectionName.values()) {
      all.add(
          name == CollectionName.USERS
              ? users
              : collection(name, CollectionState.COMPLETE, 5, null));
    }
    return new ScanView(
        1,
        ScanDatabase.tenantId(),
        ScanState.RUNNING,
        null,
        all,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        7);
  }

  @Test
  void tellsItsPaceAndWhenItMayEnd() {
    ScanView half = scan(running(50, 100L));
    ScanPace pace = half.pace(Instant.EPOCH.plusSeconds(66)).orElseThrow();
    long items = half.collections().stream().mapToLong(CollectionView::items).sum();
    assertThat(pace.itemsPerSecond()).isEqualTo(items / 66);
    assertThat(pace.endsAt()).isEqualTo(Instant.EPOCH.plusSeconds(66 + 34));
    assertThat(half.pace(Instant.EPOCH)).isEmpty();
  }

  private static CollectionView running(long items, Long expected) {
    return collection(CollectionName.USERS, CollectionState.RUNNING, items, expected);
  }

  @Test
  void usersCountForMostOfIt() {
    assertThat(scan(running(0, 100L)).percent()).isEqualTo(33);
    assertThat(scan(running(50, 100L)).percent()).isEqualTo(66);
  }

  @Test
  void neverSaysDoneWhileItRuns() {
    CollectionView done = collection(CollectionName.USERS, CollectionState.COMPLETE, 100, 100L);

    assertThat(scan(done).percent()).isEqualTo(99);
  }

  @Test
  void saysNothingWhenTheSizeIsUnknownOrWrong() {
    assertThat(running(50, null).percent()).isEmpty();
    assertThat(running(150, 100L).percent()).isEmpty();
  }

  @Test
  void listsOnlyEndedCollectionsWithAReasonAsGaps() {
    assertThat(scan(running(1, null)).gaps()).isEmpty();
  }
}
