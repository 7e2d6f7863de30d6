package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who a session belongs to, kept in the session.
 *
 * @param since when the person signed in
 * @param id 256 random bits; their hash names the session in the list of all nodes
 */
public record SignedIn(String name, Instant since, String id) implements Serializable {
  /** Minutes without a request, as in web.xml. */
  static final Duration IDLE = Duration.ofMinutes(30);

  /** However busy, a session ends after a working day; ADR 050. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final String ATTRIBUTE = SignedIn.class.getName();

  static SignedIn begin(String name, Instant since) {
    return new SignedIn(name, since, Tokens.random());
  }

  /** Tells nobody the id. */
  String idHash() {
    return Tokens.hash(id);
  }

  static Optional<SignedIn> in(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
  }

  /** Under a new session id: one that somebody planted before is worth nothing. */
  void enter(HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request.getSession().setAttribute(ATTRIBUTE, this);
    SessionCookie.harden(response);
  }

  /** Whoever was in is out. */
  static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  boolean isFresh(Instant now) {
    return now.isBefore(since.plus(LONGEST));
  }

  @Override
  public String toString() {
    return "SignedIn[" + name + ", " + since + "]";
  }
}
