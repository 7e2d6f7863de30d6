package ai.chronom.m365.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a small question may be asked: after a failure, and within the limits of its service. */
final class Turns {
  private final Pause pause;
  private final Quotas.OfTenant quotas;

  Turns(Pause pause, Quotas.OfTenant quotas) {
    this.pause = pause;
    this.quotas = quotas;
  }

  /** As {@link Pause#beforeNextTry}. */
  boolean beforeNextTry(int tries, int status, @Nullable Duration asked) {
    return pause.beforeNextTry(tries, status, asked);
  }

  /**
   * Waits for the turn of all that are worth waiting for.
   *
   * @return those; the others are better left unasked
   */
  List<String> await(List<String> paths) {
    List<String> admitted = new ArrayList<>();
    Duration longest = Duration.ZERO;
    for (String path : paths) {
      Optional<Duration> wait = quotas.reserve(path);
      if (wait.isPresent()) {
        admitted.add(path);
        longest = wait.get().compareTo(longest) > 0 ? wait.get() : longest;
      }
    }
    pause.sleep(longest, GraphWait.Reason.LIMIT_REACHED);
    return admitted;
  }

  /** Waits for the turn of a page, however far away. */
  void awaitPage(String pathOrLink) {
    pause.sleep(quotas.await(pathOrLink), GraphWait.Reason.LIMIT_REACHED);
  }

  /** May be asked by any thread. */
  Optional<GraphWait> waiting() {
    return pause.current();
  }

  /** For a question that was left unasked: throttled by ourselves, before the service does. */
  static GraphAnswer notNow() {
    return GraphAnswers.of(
        new GraphRefused(
            RefusalKind.THROTTLED,
            0,
            GraphAnswer.LEFT_UNASKED,
            "This service allows few requests; it is asked again later",
            null));
  }
}
