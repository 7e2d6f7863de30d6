package ai.chronom.m365.platform.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * The part of the session cookie that Payara 6 does not take from web.xml. Lax, not Strict: a link
 * in a mail must find the session; writing from elsewhere is refused by {@code SameOrigin}.
 */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent start) {
    start.getServletContext().getSessionCookieConfig().setAttribute("SameSite", "Lax");
  }
}
