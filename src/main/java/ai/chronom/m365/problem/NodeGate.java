package ai.chronom.m365.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Whether this node may do anything: while it is shut, it answers health checks only, claims no
 * work and writes nothing (ADR 018). Asked at every request, so it asks the rooms at most once a
 * second.
 */
@ApplicationScoped
public class NodeGate {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Iterable<Readiness> rooms;
  private final Clock clock;

  private volatile Answer last = new Answer(Instant.EPOCH, true);

  /** For the proxy of CDI. */
  @SuppressWarnings("NullAway")
  protected NodeGate() {
    this(List.of(), null);
  }

  @Inject
  NodeGate(@Any Instance<Readiness> rooms, Clock clock) {
    this((Iterable<Readiness>) rooms, clock);
  }

  public NodeGate(Iterable<Readiness> rooms, Clock clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  public boolean isShut() {
    Instant now = clock.instant();
    if (!last.isFresh(now)) {
      ask(now);
    }
    return last.shut();
  }

  private synchronized void ask(Instant now) {
    if (!last.isFresh(now)) {
      boolean shut =
          StreamSupport.stream(rooms.spliterator(), false)
              .filter(Readiness::closesNode)
              .anyMatch(room -> room.obstacle().isPresent());
      last = new Answer(now, shut);
    }
  }

  private record Answer(Instant askedAt, boolean shut) {
    boolean isFresh(Instant now) {
      return !now.isBefore(askedAt) && now.isBefore(askedAt.plus(FRESH));
    }
  }
}
