package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.chronom.m365.job.Heartbeat;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerificationWatchTest {
  private final VerificationTimer timer = new VerificationTimer();
  private final BrokenRunner runner = new BrokenRunner();
  private final VerificationWatch watch =
      new VerificationWatch(new Heartbeat(Duration.ofMillis(1)));

  VerificationWatchTest() {
    timer.runner = runner;
    timer.watch = watch;
    timer.dueTimes =
        new DueTimes() {
          @Override
          void bringBack() {}
        };
  }

  @Test
  void tickThatThrowsIsSwallowedAndMissed() throws InterruptedException {
    runner.isBroken = true;
    Thread.sleep(5);
    assertThatCode(timer::tick).doesNotThrowAnyException();
    assertThat(watch.warning()).hasValueSatisfying(text -> assertThat(text).contains("timer"));
  }

  @Test
  void nextTickThatWorksHeals() throws InterruptedException {
    VerificationWatch patient = new VerificationWatch(new Heartbeat(Duration.ofMinutes(1)));
    timer.watch = patient;
    runner.isBroken = true;
    timer.tick();
    runner.isBroken = false;
    timer.tick();
    assertThat(patient.warning()).isEmpty();
    assertThat(runner.woken).isEqualTo(2);
  }

  private static final class BrokenRunner extends VerificationRunner {
    private boolean isBroken;
    private int woken;

    @Override
    public void wake() {
      woken++;
      if (isBroken) {
        throw new IllegalStateException("no thread");
      }
    }
  }
}
