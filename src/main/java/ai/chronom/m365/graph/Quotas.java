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
 * Keeps the limits of services by construction: who asks is told how long to wait for his turn, or
 * that waiting is not worth it. One for all connections of this node, so that questions asked again
 * and again by many hands count together, and all of a tenant's connections wait when the service
 * told one of them to (ADR 081).
 */
final class Quotas {
  /** Longer than this, a small question is better left unasked. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final int WINDOWS_MAX = 10_000;

  private final LongSupplier nanos;
  private final Map<Key, Window> windows = new HashMap<>();

  private record Key(TenantId tenantId, Quota quota) {}

  /**
   * @param nanos time that passes, from any start
   */
  Quotas(LongSupplier nanos) {
    this.nanos = nanos;
  }

  OfTenant of(TenantId tenantId) {
    return new OfTenant(tenantId);
  }

  /** The part of one connection. */
  final class OfTenant {
    private final TenantId tenantId;

    private OfTenant(TenantId tenantId) {
      this.tenantId = tenantId;
    }

    /**
     * Takes a turn for a small question.
     *
     * @return how long to wait for it; empty when the turn is too far away, and none was taken
     */
    Optional<Duration> reserve(String path) {
      synchronized (Quotas.this) {
        Window window = window(path);
        long now = nanos.getAsLong();
        int cost = Quota.of(path).cost(path);
        long wait = window.delay(now, cost, window.quota.units());
        if (wait > LONGEST_WAIT.toNanos()) {
          return Optional.empty();
        }
        window.take(now + wait, cost);
        return Optional.of(Duration.ofNanos(wait));
      }
    }

    /**
     * Takes a turn for a page of a collection, however far away. One turn of a small limit stays
     * free for small questions, which would otherwise never be asked while a scan reads.
     */
    Duration await(String path) {
      synchronized (Quotas.this) {
        Window window = window(path);
        long now = nanos.getAsLong();
        int cost = Quota.of(path).cost(path);
        long wait = window.delay(now, cost, window.quota.units() - 1);
        window.take(now + wait, cost);
        return Duration.ofNanos(wait);
      }
    }

    /** A request that is sent once more counts once more. */
    void spend(String path) {
      synchronized (Quotas.this) {
        window(path).take(nanos.getAsLong(), Quota.of(path).cost(path));
      }
    }

    /** The service asked for patience: nobody asks it meanwhile. */
    void hold(String path, Duration time) {
      synchronized (Quotas.this) {
        window(path).hold(nanos.getAsLong(), time.toNanos());
      }
    }

    /** The service answers. */
    void release(String path) {
      synchronized (Quotas.this) {
        window(path).hold(nanos.getAsLong(), 0);
      }
    }

    private Window window(String path) {
      long now = nanos.getAsLong();
      if (windows.size() >= WINDOWS_MAX) {
        windows.values().removeIf(window -> window.isIdle(now));
      }
      Quota quota = Quota.of(path);
      return windows.computeIfAbsent(new Key(tenantId, quota), key -> new Window(quota, now));
    }
  }

  /** The turns taken within the last window, and those promised. */
  private static final class Window {
    final Quota quota;
    private final Deque<Turn> taken = new ArrayDeque<>();
    private int units;
    private long heldUntil;

    private record Turn(long at, int cost) {}

    Window(Quota quota, long now) {
      this.quota = quota;
      this.heldUntil = now;
    }

    long delay(long now, int cost, int limit) {
      forget(now);
      long wait = Math.max(0, heldUntil - now);
      int excess = units + cost - limit;
      for (Turn turn : taken) {
        if (excess <= 0) {
          break;
        }
        excess -= turn.cost();
        wait = Math.max(wait, turn.at() + quota.window().toNanos() - now);
      }
      return wait;
    }

    void take(long at, int cost) {
      taken.addLast(new Turn(at, cost));
      units += cost;
    }

    void hold(long now, long time) {
      heldUntil = now + time;
    }

    private void forget(long now) {
      while (!taken.isEmpty() && now - taken.getFirst().at() >= quota.window().toNanos()) {
        units -= taken.removeFirst().cost();
      }
    }

    boolean isIdle(long now) {
      forget(now);
      return taken.isEmpty() && heldUntil - now <= 0;
    }
  }
}
