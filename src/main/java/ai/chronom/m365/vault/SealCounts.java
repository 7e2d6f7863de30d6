package ai.chronom.m365.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each key has sealed. Random nonces repeat too likely after 2^32 uses of one AES-GCM key
 * (NIST SP 800-38D, 8.3), so there is an end. Counted in blocks that the database hands out: after
 * a crash the count is too high, never too low.
 */
@ApplicationScoped
public class SealCounts {
  /** Nine tenths of the end: from here on a new key takes over by itself. */
  static final long ROTATE_AT = 3_865_470_566L;

  static final long END = 1L << 32;
  private static final long BLOCK = 1_000;

  @Inject VaultWork work;

  private final Map<Long, Long> left = new HashMap<>();

  /** Call it before that many values are sealed. Throws {@link KeyUnusable} at the end. */
  synchronized void take(long keyId, int seals) {
    long have = left.getOrDefault(keyId, 0L);
    if (have < seals) {
      have += reserve(keyId, Math.max(BLOCK, seals));
    }
    left.put(keyId, have - seals);
  }

  private long reserve(long keyId, long more) {
    long sum = work.alone(connection -> new VaultRows(connection).countSeals(keyId, more));
    if (sum > END) {
      throw new KeyUnusable(
          "The master key "
              + keyId
              + " has sealed as often as AES-GCM allows: make a new key the one that seals.");
    }
    return more;
  }
}
