package ai.chronom.m365.sandbox.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Microsoft's documented limits per service for one app in one tenant, counted over a sliding
 * window.
 */
final class ServiceLimits {
  private final Map<String, Deque<Instant>> seen = new HashMap<>();

  private record Limit(int requests, Duration window) {}

  synchronized void count(Request request, Instant now) {
    Service service = Service.of(request.endpoint().template());
    Limit limit = limit(service);
    // Every report function has a limit of its own.
    String family = service == Service.REPORTS ? request.endpoint().template() : service.name();
    Deque<Instant> times = seen.computeIfAbsent(family, name -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(limit.window()))) {
      times.removeFirst();
    }
    times.addLast(now); // a refused request counts too
    if (times.size() > limit.requests()) {
      Duration wait = Duration.between(now, times.peekFirst().plus(limit.window()));
      throw GraphRefusal.throttled((int) Math.max(1, wait.toSeconds()));
    }
  }

  private static Limit limit(Service service) {
    return switch (service) {
      case LOGS, SIGN_IN_LOGS -> new Limit(5, Duration.ofSeconds(10));
      case REPORTS, PREMIUM_INSIGHT -> new Limit(14, Duration.ofMinutes(10));
      case EDISCOVERY -> new Limit(5, Duration.ofMinutes(1));
      case INTUNE -> new Limit(1000, Duration.ofSeconds(20));
      case SECURITY, LABELS -> new Limit(150, Duration.ofMinutes(1));
      case ACCESS_POLICIES -> new Limit(1, Duration.ofSeconds(1));
      case MAILBOX, ROLE_REQUESTS, TEAMS_ADMIN, CALLS -> new Limit(2500, Duration.ofSeconds(10));
      case DIRECTORY, AGREEMENTS, SHAREPOINT, TERM_STORE -> new Limit(2500, Duration.ofSeconds(10));
    };
  }
}
