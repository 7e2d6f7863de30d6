package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks all rooms whether they are ready, at most once a second, since anybody may ask. */
@ApplicationScoped
public class Health {
  private static final System.Logger LOG = System.getLogger(Health.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(1);

  @Inject @Any Instance<Readiness> rooms;
  @Inject Clock clock;

  private Instant askedAt = Instant.EPOCH;
  private String obstacles = "";

  public synchronized boolean isReady() {
    Instant now = clock.instant();
    if (now.isAfter(askedAt.plus(FRESH)) || now.isBefore(askedAt)) {
      askedAt = now;
      ask();
    }
    return obstacles.isEmpty();
  }

  /** Only a change is worth a line in the log. */
  private void ask() {
    String found =
        rooms.stream()
            .map(Readiness::obstacle)
            .flatMap(Optional::stream)
            .sorted()
            .collect(Collectors.joining("; "));
    if (!found.equals(obstacles)) {
      obstacles = found;
      LOG.log(
          found.isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
          found.isEmpty() ? "Ready again" : "Not ready: " + found);
    }
  }
}
