package ai.chronom.m365.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What web.xml cannot say, because it depends on the server: the embedded run speaks plain HTTP on
 * this machine, everybody else HTTPS, with us or with a proxy before us. WildFly takes SameSite
 * here and writes the cookie too late for {@link ai.chronom.m365.platform.SessionCookie}.
 */
@WebListener
public class SessionCookieSettings implements ServletContextListener {
  @Inject
  @ConfigProperty(name = "chronom.embedded", defaultValue = "false")
  boolean embedded;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setSecure(!embedded);
    cookie.setAttribute("SameSite", "Lax");
  }
}
