package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Health;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which version this is, what it runs on, and whether it is ready to work. */
@Named
@RequestScoped
public class AboutPage {
  @Inject Health health;

  public String getVersion() {
    return Build.version();
  }

  public String getJava() {
    return System.getProperty("java.vendor") + " " + Runtime.version();
  }

  public boolean isReady() {
    return health.state() != Health.State.DOWN;
  }
}
