package ai.chronom.m365.platform;

import ai.chronom.m365.identity.SignInAttempt;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The attempts of one browser to sign in, several tabs included; each is answered once. */
final class Attempts {
  static final int MOST = 5;

  private static final String ATTRIBUTE = Attempts.class.getName();

  private Attempts() {}

  static void add(HttpSession session, SignInAttempt attempt, Instant now) {
    session.setAttribute(ATTRIBUTE, with(open(session), attempt, now));
  }

  static Optional<SignInAttempt> take(@Nullable HttpSession session, String state, Instant now) {
    if (session == null) {
      return Optional.empty();
    }
    List<SignInAttempt> open = open(session);
    Optional<SignInAttempt> asked =
        open.stream()
            .filter(attempt -> attempt.state().equals(state) && attempt.isFresh(now))
            .findFirst();
    asked.ifPresent(
        attempt -> {
          List<SignInAttempt> rest = new ArrayList<>(open);
          rest.remove(attempt);
          session.setAttribute(ATTRIBUTE, new ArrayList<>(rest));
        });
    return asked;
  }

  /** The oldest make room. */
  static ArrayList<SignInAttempt> with(
      List<SignInAttempt> open, SignInAttempt attempt, Instant now) {
    ArrayList<SignInAttempt> all =
        new ArrayList<>(open.stream().filter(one -> one.isFresh(now)).toList());
    all.add(attempt);
    while (all.size() > MOST) {
      all.remove(0);
    }
    return all;
  }

  private static List<SignInAttempt> open(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof List<?> known
        ? known.stream().map(SignInAttempt.class::cast).toList()
        : List.of();
  }
}
