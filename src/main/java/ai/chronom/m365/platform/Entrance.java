package ai.chronom.m365.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;

/** Begins and ends sessions: in the browser's and in the list of all nodes. */
@ApplicationScoped
public class Entrance {
  @Inject Sessions sessions;

  /** Under a new session id; the one at hand, if any, is over. */
  void enter(String name, Instant since, HttpServletRequest request, HttpServletResponse response) {
    SignedIn.in(request).ifPresent(sessions::end);
    SignedIn session = SignedIn.begin(name, since);
    sessions.begin(session, BrowserName.of(request.getHeader("User-Agent")));
    session.enter(request, response);
  }

  /** The session at hand is over, here and in the list. */
  public void leave(HttpServletRequest request) {
    SignedIn.in(request).ifPresent(sessions::end);
  }

  /** Which of the listed sessions this is; empty without one. */
  public String current(HttpServletRequest request) {
    return SignedIn.in(request).map(SignedIn::idHash).orElse("");
  }
}
