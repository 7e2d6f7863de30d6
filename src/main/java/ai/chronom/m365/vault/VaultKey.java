package ai.chronom.m365.vault;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows about a master key: never the key.
 *
 * @param fingerprint the check value; 32 hexadecimal digits
 * @param droppedAt null while it may be used
 * @param seals how often it sealed at most, counted in blocks
 */
record VaultKey(
    long id, String fingerprint, Instant addedAt, @Nullable Instant droppedAt, long seals) {
  Optional<Instant> dropped() {
    return Optional.ofNullable(droppedAt);
  }
}
