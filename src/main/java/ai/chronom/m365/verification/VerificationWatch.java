package ai.chronom.m365.verification;

import ai.chronom.m365.job.Heartbeat;
import ai.chronom.m365.problem.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Watches the timer of the verifications: a timer that stands tells nobody by itself. */
@ApplicationScoped
public class VerificationWatch implements Readiness {
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Heartbeat heart;

  public VerificationWatch() {
    this(new Heartbeat(PERIOD));
  }

  VerificationWatch(Heartbeat heart) {
    this.heart = heart;
  }

  /** One tick was carried out without trouble. */
  void ticked() {
    heart.beat();
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    return heart.isWeak()
        ? Optional.of("the timer of the verifications missed two ticks or more")
        : Optional.empty();
  }
}
