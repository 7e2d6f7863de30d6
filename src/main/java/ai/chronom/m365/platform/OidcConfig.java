package ai.chronom.m365.platform;

import ai.chronom.m365.identity.OidcSettings;
import ai.chronom.m365.identity.RoleMapping;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads {@code chronom.oidc.*}; says in one sentence what is wrong with it. */
final class OidcConfig {
  private OidcConfig() {}

  static OidcSettings read() {
    return read(ConfigProvider.getConfig());
  }

  static TenantMapping tenants() {
    Config config = ConfigProvider.getConfig();
    Map<String, String> mapping = new TreeMap<>();
    for (String name : config.getPropertyNames()) {
      TenantMapping.entry(name)
          .ifPresent(
              entry ->
                  config
                      .getOptionalValue(name, String.class)
                      .ifPresent(groups -> mapping.put(entry, groups)));
    }
    return TenantMapping.of(mapping);
  }

  private static OidcSettings read(Config config) {
    Map<String, String> mapping = new TreeMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(RoleMapping.PREFIX)) {
        config
            .getOptionalValue(name, String.class)
            .ifPresent(value -> mapping.put(name.substring(RoleMapping.PREFIX.length()), value));
      }
    }
    // The environment's names are no keys: only the three that are known can be asked for.
    for (String role : RoleMapping.ROLES) {
      config
          .getOptionalValue(RoleMapping.PREFIX + role, String.class)
          .ifPresent(value -> mapping.putIfAbsent(role, value));
    }
    return OidcSettings.of(
        key -> config.getOptionalValue(key, String.class),
        mapping,
        file -> new String(SecretFile.password(OidcSettings.secretFileKey(), file)));
  }
}
