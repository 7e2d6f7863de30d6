package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * The ID token of a session that single sign-on opened, kept in it until the sign-out, where the
 * provider wants to see it.
 */
record Vouched(String idToken) implements Serializable {
  static final String ATTRIBUTE = Vouched.class.getName();

  static Optional<Vouched> in(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((Vouched) session.getAttribute(ATTRIBUTE));
  }

  @Override
  public String toString() {
    return "Vouched[…]";
  }
}
