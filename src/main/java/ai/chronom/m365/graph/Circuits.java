package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Leaves a service of a tenant alone that failed many times in a row; after a while one request may
 * try. One for all connections of this node (ADR 081).
 */
final class Circuits {
  /** Tries in a row, by all hands together: two requests that were given up. */
  static final int FAILURES_MAX = 10;

  static final Duration OPEN = Duration.ofSeconds(30);

  private static final int CIRCUITS_MAX = 10_000;

  private final LongSupplier nanos;
  private final Map<Key, Circuit> circuits = new HashMap<>();

  private record Key(TenantId tenantId, String family) {}

  private static final class Circuit {
    int failures;
    long openUntil;
  }

  /**
   * @param nanos time that passes, from any start
   */
  Circuits(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Throws {@link GraphRefused} while the service is left alone. */
  synchronized void check(TenantId tenantId, String path) {
    Circuit circuit = circuits.get(key(tenantId, path));
    if (circuit == null || circuit.failures < FAILURES_MAX) {
      return;
    }
    long left = circuit.openUntil - nanos.getAsLong();
    if (left > 0) {
      throw new GraphRefused(
          RefusalKind.UNAVAILABLE,
          0,
          "left-alone",
          "Microsoft Graph failed " + circuit.failures + " times in a row; it is asked again later",
          Duration.ofNanos(left));
    }
    // One may try; the others wait for what becomes of it.
    circuit.openUntil = nanos.getAsLong() + OPEN.toNanos();
  }

  synchronized void succeeded(TenantId tenantId, String path) {
    circuits.remove(key(tenantId, path));
  }

  synchronized void failed(TenantId tenantId, String path) {
    if (circuits.size() >= CIRCUITS_MAX) {
      long now = nanos.getAsLong();
      circuits.values().removeIf(circuit -> circuit.openUntil - now <= 0);
    }
    Circuit circuit = circuits.computeIfAbsent(key(tenantId, path), key -> new Circuit());
    circuit.failures++;
    circuit.openUntil = nanos.getAsLong() + OPEN.toNanos();
  }

  private static Key key(TenantId tenantId, String path) {
    return new Key(tenantId, Quota.of(path).family());
  }
}
