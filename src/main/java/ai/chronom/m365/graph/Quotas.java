package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps the limits of single services by construction: who asks is told how long to wait for his
 * turn, or that waiting is not worth it. One for all connections of this node, so that questions
 * asked again and again by many hands count together.
 */
final class Quotas {
  /** Longer than this, a small question is better left unasked. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final int TENANTS_MAX = 10_000;

  private final LongSupplier nanos;
  private final Map<Key, Deque<Long>> turns = new HashMap<>();

  private record Key(TenantId tenantId, Quota quota) {}

  /**
   * @param nanos time that passes, from any start
   */
  Quotas(LongSupplier nanos) {
    this.nanos = nanos;
  }

  OfTenant of(TenantId tenantId) {
    return path -> reserve(tenantId, path);
  }

  /** The part of one connection. */
  @FunctionalInterface
  interface OfTenant {
    /**
     * Takes a turn for that path.
     *
     * @return how long to wait for it; empty when the turn is too far away, and none was taken
     */
    Optional<Duration> reserve(String path);
  }

  private Optional<Duration> reserve(TenantId tenantId, String path) {
    return Quota.of(path)
        .map(quota -> reserve(new Key(tenantId, quota)))
        .orElse(Optional.of(Duration.ZERO));
  }

  private synchronized Optional<Duration> reserve(Key key) {
    long now = nanos.getAsLong();
    long window = key.quota().window().toNanos();
    if (turns.size() >= TENANTS_MAX) {
      turns.values().removeIf(taken -> now - taken.getLast() >= window);
    }
    Deque<Long> taken = turns.computeIfAbsent(key, any -> new ArrayDeque<>());
    while (taken.size() > key.quota().requests()) {
      taken.removeFirst();
    }
    boolean isFull = taken.size() == key.quota().requests();
    long wait = isFull ? Math.max(0, taken.getFirst() + window - now) : 0;
    if (wait > LONGEST_WAIT.toNanos()) {
      return Optional.empty();
    }
    taken.addLast(now + wait);
    return Optional.of(Duration.ofNanos(wait));
  }
}
