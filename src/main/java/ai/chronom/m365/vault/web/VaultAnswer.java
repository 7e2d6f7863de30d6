package ai.chronom.m365.vault.web;

import ai.chronom.m365.vault.VaultState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What REST tells about the master keys.
 *
 * @param state open, degraded or shut
 * @param detail why it is not open, or what will stop the next start
 */
public record VaultAnswer(
    String state,
    @Nullable String detail,
    String holder,
    @Nullable Long primaryKeyId,
    List<KeyAnswer> keys,
    List<NodeAnswer> nodes,
    RotationAnswer rotation) {

  static VaultAnswer of(VaultState state, Optional<String> obstacle) {
    return new VaultAnswer(
        obstacle.isPresent() ? "shut" : state.isCalm() ? "open" : "degraded",
        obstacle.or(state::told).orElse(null),
        state.holder(),
        state.primaryKeyId().isPresent() ? state.primaryKeyId().getAsLong() : null,
        state.keys().stream().map(KeyAnswer::of).toList(),
        state.nodes().stream().map(NodeAnswer::of).toList(),
        RotationAnswer.of(state.rotation()));
  }

  /**
   * A master key.
   *
   * @param sealed values in the database under it
   * @param seals how often it sealed at most
   * @param missingOn hosts of running nodes that do not have it
   */
  public record KeyAnswer(
      long id,
      String fingerprint,
      String state,
      Instant addedAt,
      @Nullable Instant droppedAt,
      long sealed,
      long seals,
      List<String> missingOn) {
    static KeyAnswer of(VaultState.Key key) {
      return new KeyAnswer(
          key.id(),
          key.fingerprint(),
          key.state().word(),
          key.addedAt(),
          key.droppedAt().orElse(null),
          key.sealed(),
          key.seals(),
          key.missingOn());
    }
  }

  /** A running node. */
  public record NodeAnswer(
      String name, String host, List<Long> keyIds, @Nullable String warning, Instant reportedAt) {
    static NodeAnswer of(VaultState.Node node) {
      return new NodeAnswer(
          node.name(),
          node.host(),
          List.copyOf(node.keyIds()),
          node.warning().orElse(null),
          node.reportedAt());
    }
  }

  /**
   * How far everything is under the key that seals.
   *
   * @param state done, running or waiting
   */
  public record RotationAnswer(String state, long total, long remaining, int percent) {
    static RotationAnswer of(VaultState.Rotation rotation) {
      String state = rotation.isDone() ? "done" : rotation.running() ? "running" : "waiting";
      return new RotationAnswer(state, rotation.total(), rotation.remaining(), rotation.percent());
    }
  }
}
