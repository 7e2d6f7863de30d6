package ai.chronom.m365.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private long nanos = Long.MAX_VALUE - 1_000_000_000L; // nanoTime may run over
  private final Heartbeat heart = new Heartbeat(Duration.ofSeconds(5), () -> nanos);

  @Test
  void oneMissedTickIsNoReason() {
    pass(Duration.ofSeconds(14));
    assertThat(heart.isWeak()).isFalse();
  }

  @Test
  void twoMissedTicksAre() {
    pass(Duration.ofSeconds(15));
    assertThat(heart.isWeak()).isTrue();
  }

  @Test
  void nextTickHeals() {
    pass(Duration.ofMinutes(3));
    heart.beat();
    assertThat(heart.isWeak()).isFalse();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
