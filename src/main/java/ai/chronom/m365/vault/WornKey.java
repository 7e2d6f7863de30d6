package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.vault.VaultState.KeyState;
import java.util.Comparator;
import java.util.Optional;

/**
 * Lets another key seal before the one that seals has sealed too often, without anybody's doing:
 * makes one when there is none, and promotes it once every node has it.
 */
final class WornKey {
  private final MasterKeys keys;

  WornKey(MasterKeys keys) {
    this.keys = keys;
  }

  /** One step; call it again and again. Throws what {@link MasterKeys} throws. */
  void relieve() {
    VaultState state = keys.state();
    boolean worn = state.keys().stream().anyMatch(k -> k.state() == KeyState.PRIMARY && isWorn(k));
    if (!worn) {
      return;
    }
    Optional<VaultState.Key> successor =
        state.keys().stream()
            .filter(key -> key.state() == KeyState.READY || key.state() == KeyState.SPREADING)
            .filter(key -> !isWorn(key))
            .max(Comparator.comparing(VaultState.Key::addedAt));
    if (successor.isEmpty()) {
      keys.add(Actor.SYSTEM);
    } else if (successor.get().isPromotable()) {
      keys.promote(successor.get().id(), Actor.SYSTEM);
    }
  }

  private static boolean isWorn(VaultState.Key key) {
    return key.seals() >= SealCounts.ROTATE_AT;
  }
}
