package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Refuses to start with a {@code chronom.} key that does not exist: it is a misspelled one. */
@Singleton
@Startup
public class ConfigurationCheck {

  @PostConstruct
  void refuseUnknownKeys() {
    List<String> names = new ArrayList<>();
    ConfigProvider.getConfig().getPropertyNames().forEach(names::add);
    KeyManual.read()
        .firstUnknown(names)
        .ifPresent(
            name -> {
              throw new IllegalStateException(
                  "The configuration key "
                      + name
                      + " does not exist; see the list of keys in the README");
            });
  }
}
