package ai.chronom.m365.scan;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * Something that another thread begins while this one is busy. When no thread was free in time, the
 * one that needs it does it itself, so that a small pool costs speed and never blocks.
 */
final class Ahead<T> {
  private final FutureTask<T> task;

  Ahead(Executor executor, Callable<T> work) {
    task = new FutureTask<>(work);
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      // Done by whoever needs it, see above.
      return;
    }
  }

  /** Throws what the work threw, or {@link ScanCancelled} when it was stopped. */
  T get() {
    task.run();
    try {
      return task.get();
    } catch (CancellationException e) {
      throw new ScanCancelled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.cancel(true);
      throw new ScanCancelled();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Interrupts whoever works on it. */
  void stop() {
    task.cancel(true);
  }
}
