package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start with a {@code chronom.} key that does not exist, since it is a misspelled one,
 * and with a value that cannot work.
 */
@Singleton
@Startup
@DependsOn("EventLog")
public class ConfigurationCheck {
  @PostConstruct
  void check() {
    Config config = ConfigProvider.getConfig();
    List<String> names = new ArrayList<>();
    config.getPropertyNames().forEach(names::add);
    KeyManual.read()
        .firstUnknown(names)
        .ifPresent(
            name -> {
              throw new IllegalStateException(
                  "The configuration key "
                      + name
                      + " does not exist; see the list of keys in the README");
            });
    ConfigurationRules.firstBroken(key -> config.getOptionalValue(key, String.class))
        .ifPresent(
            sentence -> {
              throw new IllegalStateException(sentence);
            });
    if (SignInPolicy.OIDC.equals(
        config.getOptionalValue("chronom.auth.mechanism", String.class).orElse(""))) {
      OidcConfig.read();
      OidcConfig.tenants();
    }
  }
}
