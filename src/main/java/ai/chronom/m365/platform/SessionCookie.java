package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * The cookie that names the session. Lax, not Strict: a link in a mail must find the session;
 * writing from elsewhere is refused by {@link SameOrigin}.
 */
public final class SessionCookie {
  /** As in web.xml. */
  static final String NAME = "chronom_session";

  private static final String HEADER = "Set-Cookie";
  private static final String SAME_SITE = "; SameSite=Lax";

  private SessionCookie() {}

  /** Payara 6 takes this attribute neither from web.xml nor from a listener (2024.8). */
  public static void harden(HttpServletResponse response) {
    List<String> cookies = new ArrayList<>(response.getHeaders(HEADER));
    if (response.isCommitted() || cookies.stream().noneMatch(SessionCookie::isSoft)) {
      return;
    }
    response.setHeader(HEADER, hard(cookies.get(0)));
    cookies.stream().skip(1).forEach(cookie -> response.addHeader(HEADER, hard(cookie)));
  }

  private static String hard(String cookie) {
    return isSoft(cookie) ? cookie + SAME_SITE : cookie;
  }

  private static boolean isSoft(String cookie) {
    return cookie.startsWith(NAME + "=") && !cookie.contains(SAME_SITE);
  }
}
