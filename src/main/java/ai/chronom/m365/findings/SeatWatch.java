package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.SnapshotUsers;
import ai.chronom.m365.scan.UserTraces;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Notices, while the rules read a snapshot, which seats of earlier findings are still there: only a
 * seat that is gone is a saving that was realized.
 */
public final class SeatWatch {
  private final Set<String> watched;
  private final Set<String> held = new HashSet<>();

  /**
   * @param watched keys of the seats that open findings speak of
   */
  SeatWatch(Set<String> watched) {
    this.watched = Set.copyOf(watched);
  }

  static String key(String userId, SkuId sku) {
    return userId + " " + sku;
  }

  /** The same snapshot, with an eye on its users. */
  Snapshot over(Snapshot snapshot) {
    return new Snapshot(
        snapshot.scanId(),
        snapshot.tenantId(),
        snapshot.takenAt(),
        snapshot.signInsKnown(),
        snapshot.collections(),
        snapshot.skus(),
        snapshot.subscriptions(),
        snapshot.groups(),
        snapshot.previousUnits(),
        new Watched(snapshot.users()),
        snapshot.inventory());
  }

  private void notice(ScannedUser user) {
    user.seats().stream()
        .map(seat -> key(user.id(), seat.skuId()))
        .filter(watched::contains)
        .forEach(held::add);
  }

  /** Whether the seat was still there. */
  boolean held(String userId, SkuId sku) {
    return held.contains(key(userId, sku));
  }

  private final class Watched implements SnapshotUsers {
    private final SnapshotUsers users;

    Watched(SnapshotUsers users) {
      this.users = users;
    }

    @Override
    public void forEachLicensed(Consumer<ScannedUser> visitor) {
      users.forEachLicensed(
          user -> {
            notice(user);
            visitor.accept(user);
          });
    }

    @Override
    public Optional<ScannedUser> find(String userId) {
      return users.find(userId);
    }

    @Override
    public void forEachTraced(BiConsumer<ScannedUser, UserTraces> visitor) {
      users.forEachTraced(
          (user, traces) -> {
            notice(user);
            visitor.accept(user, traces);
          });
    }
  }
}
