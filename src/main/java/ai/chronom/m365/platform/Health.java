package ai.chronom.m365.platform;

import ai.chronom.m365.problem.NodeGate;
import ai.chronom.m365.problem.Readiness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks all rooms whether they are ready, at most once a second, since anybody may ask. */
@ApplicationScoped
public class Health {
  private static final System.Logger LOG = System.getLogger(Health.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Iterable<Readiness> rooms;
  private final NodeGate gate;
  private final Clock clock;
  private final MeterRegistry meters;

  private Instant askedAt = Instant.EPOCH;
  private String obstacles = "";
  private String warnings = "";

  /** For the proxy of CDI. */
  @SuppressWarnings("NullAway")
  protected Health() {
    this(List.of(), null, null, null);
  }

  @Inject
  Health(@Any Instance<Readiness> rooms, NodeGate gate, Clock clock, MeterRegistry meters) {
    this((Iterable<Readiness>) rooms, gate, clock, meters);
  }

  Health(Iterable<Readiness> rooms, NodeGate gate, Clock clock, MeterRegistry meters) {
    this.rooms = rooms;
    this.gate = gate;
    this.clock = clock;
    this.meters = meters;
  }

  /** The meters ask as everybody does; the container calls it. */
  @PostConstruct
  void register() {
    Gauge.builder("chronom.node.ready", () -> state() == State.DOWN ? 0 : 1)
        .description("1 while this node may get requests")
        .register(meters);
    Gauge.builder("chronom.node.degraded", () -> state() == State.DEGRADED ? 1 : 0)
        .description("1 while something will fail soon unless somebody acts; the log has it")
        .register(meters);
  }

  /** Being told makes this bean, and so its meters, when the server starts. */
  void start(@Observes Startup event) {}

  /** Why it is not UP, for those who may know: as in the log. */
  public synchronized List<String> reasons() {
    state();
    return Stream.of(obstacles, warnings).filter(text -> !text.isEmpty()).toList();
  }

  public synchronized State state() {
    Instant now = clock.instant();
    if (now.isAfter(askedAt.plus(FRESH)) || now.isBefore(askedAt)) {
      askedAt = now;
      ask();
    }
    // The gate has a memory of its own: whoever is told that we are ready must be let in.
    if (!obstacles.isEmpty() || gate.isShut()) {
      return State.DOWN;
    }
    return warnings.isEmpty() ? State.UP : State.DEGRADED;
  }

  /** Only a change is worth a line in the log. */
  private void ask() {
    String found = joined(Readiness::obstacle);
    if (!found.equals(obstacles)) {
      obstacles = found;
      LOG.log(
          found.isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
          found.isEmpty() ? "Ready again" : "Not ready: " + found);
    }
    String foundWarnings = joined(Readiness::warning);
    if (!foundWarnings.equals(warnings)) {
      warnings = foundWarnings;
      LOG.log(
          warnings.isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
          warnings.isEmpty() ? "No longer degraded" : "Degraded: " + warnings);
    }
  }

  private String joined(Function<Readiness, Optional<String>> question) {
    return StreamSupport.stream(rooms.spliterator(), false)
        .map(question)
        .flatMap(Optional::stream)
        .sorted()
        .collect(Collectors.joining("; "));
  }

  /** One word for whoever watches this node; the log has the reasons. */
  public enum State {
    UP,
    /** Serves now, but not for long unless somebody acts. */
    DEGRADED,
    DOWN
  }
}
