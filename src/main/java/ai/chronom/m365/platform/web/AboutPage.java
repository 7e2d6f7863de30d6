package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Health;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version this is, what it runs on, and whether it is ready to work. */
@Named
@RequestScoped
public class AboutPage {
  private static final String BUILD = "/ai/chronom/m365/build.properties";

  @Inject Health health;

  private String version = "";

  @PostConstruct
  void read() {
    Properties build = new Properties();
    try (InputStream file = AboutPage.class.getResourceAsStream(BUILD)) {
      if (file == null) {
        throw new IllegalStateException(BUILD + " is not in the archive");
      }
      build.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version = build.getProperty("version", "");
  }

  public String getVersion() {
    return version;
  }

  public String getJava() {
    return System.getProperty("java.vendor") + " " + Runtime.version();
  }

  public boolean isReady() {
    return health.state() != Health.State.DOWN;
  }
}
