package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.vault.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The step after a right password, for those with a second factor. Its guesses are counted apart
 * from those of the password, which whoever comes here knows already.
 */
@ApplicationScoped
public class SecondStep {
  /** No name of an account has a blank. */
  private static final String COUNTED = "code of ";

  private static final int TYPED_MAX_CHARS = 60;

  @Inject SecondFactors factors;
  @Inject SignInFailures failures;
  @Inject Accounts accounts;
  @Inject Entrance entrance;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** What became of a typed code. */
  public enum Result {
    IN,
    WRONG,
    /** The password was given too long ago, or the account is closed meanwhile. */
    OVER
  }

  /** Whether this browser gave a right password and owes a code. */
  public boolean isPending(HttpServletRequest request) {
    return HalfSignedIn.in(request, clock.instant()).isPresent();
  }

  /** Zero when a code may be tried now. */
  public Duration rest(HttpServletRequest request) {
    return HalfSignedIn.in(request, clock.instant())
        .map(half -> failures.rest(COUNTED + half.name()))
        .orElse(Duration.ZERO);
  }

  public Result pass(HttpServletRequest request, HttpServletResponse response, String typed) {
    Optional<HalfSignedIn> half =
        HalfSignedIn.in(request, clock.instant())
            .filter(person -> accounts.welcome(person.name(), person.since()).isPresent());
    if (half.isEmpty()) {
      return Result.OVER;
    }
    String name = half.get().name();
    if (!isRight(name, typed)) {
      return Result.WRONG;
    }
    HalfSignedIn.forget(request);
    entrance.enter(name, half.get().since(), request, response);
    return Result.IN;
  }

  private boolean isRight(String name, String typed) {
    if (!failures.count(COUNTED + name).isZero()) {
      return false;
    }
    boolean right = typed.length() <= TYPED_MAX_CHARS && factors.use(name, typed);
    if (right) {
      failures.forget(COUNTED + name);
    }
    audit.recordNow(
        new Actor(name),
        AuditAction.SIGNED_IN,
        null,
        right ? Outcome.SUCCEEDED : Outcome.REFUSED,
        "second factor");
    return right;
  }

  /** Somebody's second factor is gone, and with it the wrong guesses. */
  void forget(String name) {
    failures.forget(COUNTED + name);
  }
}
