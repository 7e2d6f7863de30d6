package ai.chronom.m365.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeGateTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Room vault = new Room(true);
  private final Room database = new Room(false);
  private final Ticking clock = new Ticking();
  private final NodeGate gate = new NodeGate(List.of(vault, database), clock);

  @Test
  void isOpenWhenNothingIsInTheWay() {
    assertThat(gate.isShut()).isFalse();
  }

  @Test
  void isShutByARoomThatClosesTheNode() {
    vault.obstacle = "no key";
    assertThat(gate.isShut()).isTrue();
  }

  @Test
  void isOpenForOtherObstacles() {
    database.obstacle = "away";
    assertThat(gate.isShut()).isFalse();
  }

  @Test
  void asksAtMostOnceASecond() {
    gate.isShut();
    vault.obstacle = "no key";
    clock.now = NOON.plusMillis(999);
    assertThat(gate.isShut()).isFalse();
    assertThat(vault.asked).isEqualTo(1);
    clock.now = NOON.plusMillis(1_000);
    assertThat(gate.isShut()).isTrue();
    vault.obstacle = null;
    clock.now = NOON.plusMillis(2_000);
    assertThat(gate.isShut()).isFalse();
  }

  @Test
  void asksAgainWhenTheClockWasSetBack() {
    gate.isShut();
    vault.obstacle = "no key";
    clock.now = NOON.minusSeconds(3_600);
    assertThat(gate.isShut()).isTrue();
  }

  private static final class Room implements Readiness {
    private final boolean closes;
    private String obstacle;
    private int asked;

    Room(boolean closes) {
      this.closes = closes;
    }

    @Override
    public Optional<String> obstacle() {
      asked++;
      return Optional.ofNullable(obstacle);
    }

    @Override
    public boolean closesNode() {
      return closes;
    }
  }

  private static final class Ticking extends Clock {
    private Instant now = NOON;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
