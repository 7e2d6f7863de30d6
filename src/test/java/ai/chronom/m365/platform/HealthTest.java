package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.problem.NodeGate;
import ai.chronom.m365.problem.Readiness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Instant now = NOON;
  private final Room vault = new Room();
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final NodeGate gate = new NodeGate(List.of(vault), clock);
  private final Health health = new Health(List.of(vault), gate, clock, new SimpleMeterRegistry());

  @Test
  void isUpWhenNothingIsInTheWay() {
    assertThat(health.state()).isEqualTo(Health.State.UP);
    assertThat(health.reasons()).isEmpty();
  }

  @Test
  void isDownByAnObstacleAndSaysWhich() {
    vault.obstacle = "no key";
    assertThat(health.state()).isEqualTo(Health.State.DOWN);
    assertThat(health.reasons()).containsExactly("no key");
  }

  @Test
  void isDegradedByAWarning() {
    vault.warning = "the key wears out";
    assertThat(health.state()).isEqualTo(Health.State.DEGRADED);
  }

  /** A balancer would send people who are then turned away. */
  @Test
  void isNotUpBeforeTheGateLetsIn() {
    vault.obstacle = "no key";
    assertThat(health.state()).isEqualTo(Health.State.DOWN);
    now = NOON.plusMillis(1_100);
    gate.isShut();
    vault.obstacle = null;
    now = now.plusMillis(900);
    assertThat(gate.isShut()).isTrue();
    assertThat(health.state()).isEqualTo(Health.State.DOWN);
    now = now.plusMillis(200);
    assertThat(health.state()).isEqualTo(Health.State.UP);
    assertThat(gate.isShut()).isFalse();
  }

  private static final class Room implements Readiness {
    private @Nullable String obstacle;
    private @Nullable String warning;

    @Override
    public boolean closesNode() {
      return true;
    }

    @Override
    public Optional<String> obstacle() {
      return Optional.ofNullable(obstacle);
    }

    @Override
    public Optional<String> warning() {
      return Optional.ofNullable(warning);
    }
  }
}
