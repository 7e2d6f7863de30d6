package ai.chronom.m365.tenant;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** The keys {@code chronom.clouds.<id>.*}; a bad one stops the start. */
@Singleton
@Startup
@Lock(LockType.READ)
public class CloudsConfig {
  private static final String ENVIRONMENT_PREFIX = "CHRONOM_CLOUDS_";

  @Inject Config config;

  @SuppressWarnings("NullAway.Init")
  private Clouds clouds;

  @PostConstruct
  void read() {
    Map<String, String> settings = new TreeMap<>();
    for (String name : config.getPropertyNames()) {
      String key = keyOf(name);
      if (key.startsWith(CloudSettings.PREFIX)) {
        config.getOptionalValue(key, String.class).ifPresent(value -> settings.put(key, value));
      }
    }
    clouds = CloudSettings.read(settings);
  }

  /** Environment variables come with their own names; ids of clouds have no underscore. */
  private static String keyOf(String name) {
    if (!name.startsWith(ENVIRONMENT_PREFIX)) {
      return name;
    }
    String tail = name.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT);
    for (String property : CloudSettings.PROPERTIES) {
      String end = "_" + property.replace('-', '_');
      if (tail.endsWith(end)) {
        String id = tail.substring(0, tail.length() - end.length()).replace('_', '-');
        return CloudSettings.PREFIX + id + "." + property;
      }
    }
    return CloudSettings.PREFIX + tail;
  }

  @Produces
  @Dependent
  public Clouds clouds() {
    return clouds;
  }
}
