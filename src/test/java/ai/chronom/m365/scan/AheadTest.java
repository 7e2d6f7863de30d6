package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work begun by another thread. */
class AheadTest {
  @Test
  void isDoneHereWhenNobodyIsFree() {
    assertThat(new Ahead<>(work -> {}, () -> "done").get()).isEqualTo("done");
  }

  @Test
  void isDoneHereWhenThePoolIsFull() {
    Ahead<String> ahead =
        new Ahead<>(
            work -> {
              throw new RejectedExecutionException();
            },
            () -> "done");

    assertThat(ahead.get()).isEqualTo("done");
  }

  @Test
  void isDoneOnce() {
    AtomicInteger done = new AtomicInteger();

    assertThat(new Ahead<>(Runnable::run, done::incrementAndGet).get()).isEqualTo(1);
    assertThat(done).hasValue(1);
  }

  @Test
  void throwsWhatTheWorkThrew() {
    Ahead<String> ahead =
        new Ahead<>(
            Runnable::run,
            () -> {
              throw new Unreadable("no");
            });

    assertThatThrownBy(ahead::get).isInstanceOf(Unreadable.class).hasMessage("no");
  }

  @Test
  void stoppingInterruptsTheWait() throws InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Ahead<String> ahead =
        new Ahead<>(
            thread,
            () -> {
              waiting.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return "too late";
            });
    waiting.await();

    ahead.stop();

    assertThatThrownBy(ahead::get).isInstanceOf(ScanCancelled.class);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    thread.shutdownNow();
  }
}
