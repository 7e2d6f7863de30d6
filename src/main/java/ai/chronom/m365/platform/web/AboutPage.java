package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Health;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.List;

/** Which version this is, what it runs on, and whether it is ready to work. */
@Named
@RequestScoped
public class AboutPage {
  @Inject Health health;
  @Inject CallerPage caller;
  @Inject ServletContext server;

  public String getVersion() {
    return Build.version();
  }

  public String getJava() {
    return System.getProperty("java.vendor") + " " + Runtime.version();
  }

  /** The word of a status. */
  public String getState() {
    return switch (health.state()) {
      case UP -> "ready";
      case DEGRADED -> "degraded";
      case DOWN -> "not-ready";
    };
  }

  /** Whether this build carries its bill of materials, and the caller may read it. */
  public boolean isMaterials() throws MalformedURLException {
    return caller.isAdmin() && server.getResource(SupportResource.MATERIALS) != null;
  }

  /** Why it is not ready, for administrators; empty when it is. */
  public List<String> getReasons() {
    return caller.isAdmin() ? health.reasons() : List.of();
  }
}
