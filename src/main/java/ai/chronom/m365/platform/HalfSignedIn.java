package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose password was right, and whose second factor is still to come; kept in the session, where it
 * opens nothing.
 *
 * @param since when the password was given
 */
record HalfSignedIn(String name, Instant since) implements Serializable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String ATTRIBUTE = HalfSignedIn.class.getName();

  static Optional<HalfSignedIn> in(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((HalfSignedIn) session.getAttribute(ATTRIBUTE))
            .filter(half -> now.isBefore(half.since().plus(PATIENCE)));
  }

  /** Under a new session id; whoever was signed in before is not any more. */
  void enter(HttpServletRequest request, HttpServletResponse response) {
    SignedIn.forget(request);
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request.getSession().setAttribute(ATTRIBUTE, this);
    SessionCookie.harden(response);
  }

  static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }
}
