package ai.chronom.m365.vault;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may be told about the master keys.
 *
 * @param holder what keeps them: file, pkcs12 or pkcs11
 * @param warning what would stop the next start of this node; null when nothing would
 * @param keys those in use and those that may be, the oldest first; dropped ones last
 */
public record VaultState(
    String holder,
    @Nullable String warning,
    OptionalLong primaryKeyId,
    List<Key> keys,
    List<Node> nodes,
    Rotation rotation) {
  public VaultState {
    keys = List.copyOf(keys);
    nodes = List.copyOf(nodes);
  }

  public Optional<String> told() {
    return Optional.ofNullable(warning);
  }

  /** Of the running nodes, those that another key set stops at their next start. */
  public boolean isCalm() {
    return warning == null && nodes.stream().allMatch(node -> node.warning().isEmpty());
  }

  /** How a key stands. */
  public enum KeyState {
    /** Seals. */
    PRIMARY,
    /** Every running node has it: it may become the one that seals. */
    READY,
    /** Some running node does not have it yet. */
    SPREADING,
    /** Was removed; a running node may still have it in its file. */
    DROPPED;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A master key.
   *
   * @param sealed values in the database under it
   * @param seals how often it sealed at most
   * @param missingOn hosts of running nodes that do not have it
   */
  public record Key(
      long id,
      String fingerprint,
      KeyState state,
      Instant addedAt,
      Optional<Instant> droppedAt,
      long sealed,
      long seals,
      List<String> missingOn) {
    public Key {
      missingOn = List.copyOf(missingOn);
    }

    public String missingHosts() {
      return String.join(", ", missingOn);
    }

    public boolean isPromotable() {
      return state == KeyState.READY;
    }

    public boolean isDroppable() {
      return sealed == 0 && (state == KeyState.READY || state == KeyState.SPREADING);
    }
  }

  /** A running node and what it holds in memory. */
  public record Node(
      String name,
      String host,
      SortedSet<Long> keyIds,
      Optional<String> warning,
      Instant reportedAt) {
    /** As a person reads them. */
    public String keys() {
      return KeyLedger.listed(keyIds);
    }
  }

  /**
   * How far everything is under the key that seals.
   *
   * @param total sealed values
   * @param remaining those under an older key
   * @param running whether some node works on it now
   */
  public record Rotation(long total, long remaining, boolean running) {
    public boolean isDone() {
      return remaining == 0;
    }

    /** 0 to 100, and 100 only at the end. */
    public int percent() {
      return remaining == 0 ? 100 : (int) Math.min(99, (total - remaining) * 100 / total);
    }
  }
}
