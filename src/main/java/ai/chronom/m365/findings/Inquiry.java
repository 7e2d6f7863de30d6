package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.LicensedGroup;
import ai.chronom.m365.scan.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule may read: the snapshot, the prices in its holdings, where the lines are, and what
 * earlier snapshots said of quantities.
 */
public record Inquiry(
    Snapshot snapshot,
    Holdings holdings,
    PlanLadder ladder,
    Thresholds thresholds,
    TenantLists lists,
    Sources sources,
    History history) {
  private static final String DIRECTORY = "Directory.Read.All";

  /** With the sources that the snapshot has, and without a memory. */
  public static Inquiry of(
      Snapshot snapshot,
      Holdings holdings,
      PlanLadder ladder,
      Thresholds thresholds,
      TenantLists lists) {
    return new Inquiry(
        snapshot,
        holdings,
        ladder,
        thresholds,
        lists,
        Sources.of(snapshot, thresholds),
        History.NONE);
  }

  /** The same, with a memory. */
  public Inquiry with(History remembered) {
    return new Inquiry(snapshot, holdings, ladder, thresholds, lists, sources, remembered);
  }

  /** Rules speak of the time of the snapshot, whenever they run. */
  public Instant now() {
    return snapshot.takenAt();
  }

  /** Whether it happened within so many days before the snapshot, or after it. */
  public boolean within(@Nullable Instant time, int days) {
    return time != null && !time.isBefore(now().minus(Duration.ofDays(days)));
  }

  /** What bought products and accounts lack. */
  public List<Gap> directoryGaps() {
    List<Gap> gaps = new ArrayList<>();
    gaps.addAll(Sources.gaps(snapshot.collection(CollectionName.SUBSCRIBED_SKUS), DIRECTORY));
    gaps.addAll(Sources.gaps(snapshot.collection(CollectionName.USERS), DIRECTORY));
    return gaps;
  }

  /**
   * How far a rule about accounts came: not at all without accounts or bought products.
   *
   * @param more what else it lacks
   */
  public Verdict verdict(List<Gap> more) {
    List<Gap> gaps = new ArrayList<>(directoryGaps());
    boolean blind =
        snapshot.skus().isEmpty() || snapshot.collection(CollectionName.USERS).items() == 0;
    if (blind && !gaps.isEmpty()) {
      return Verdict.notEvaluated(gaps);
    }
    gaps.addAll(more);
    return Verdict.missing(gaps);
  }

  /** What bought products lack. */
  public List<Gap> productGaps() {
    return Sources.gaps(snapshot.collection(CollectionName.SUBSCRIBED_SKUS), DIRECTORY);
  }

  /** What the purchases and their dates lack. */
  public List<Gap> purchaseGaps() {
    return Sources.gaps(snapshot.collection(CollectionName.SUBSCRIPTIONS), DIRECTORY);
  }

  public Optional<LicensedGroup> group(String id) {
    return snapshot.groups().stream().filter(group -> group.id().equals(id)).findFirst();
  }
}
