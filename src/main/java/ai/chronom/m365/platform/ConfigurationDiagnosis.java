package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The product's own keys. Values are shown where they can hold neither a secret nor a person: what
 * is not in the list is masked, a key of tomorrow too.
 */
@ApplicationScoped
public class ConfigurationDiagnosis implements Diagnosis {
  private static final List<String> SHOWN =
      List.of(
          "chronom\\.(embedded|config-file|public-url)",
          "chronom\\.http\\.(port|address|trusted-ca-file)",
          "chronom\\.data\\.directory",
          "chronom\\.sandbox\\..*",
          "chronom\\.clouds\\..*",
          "chronom\\.vault\\.(key-file|key-holder|keystore-file|pkcs11-library|pkcs11-slot)",
          "chronom\\.(verification|scan)\\.interval",
          "chronom\\.(lease\\.duration|disk\\.least-free-mib|log\\.events-file)",
          "chronom\\.auth\\.mechanism",
          "chronom\\.app-registration\\..*",
          "chronom\\.notifications\\.(mail-session|smtp-port|webhook-format)");

  @Override
  public String name() {
    return "configuration.txt";
  }

  @Override
  public String text() {
    Config config = ConfigProvider.getConfig();
    TreeMap<String, String> lines = new TreeMap<>();
    for (String key : config.getPropertyNames()) {
      if (key.startsWith("chronom.")) {
        lines.put(key, told(key, config.getOptionalValue(key, String.class)));
      }
    }
    StringBuilder text = new StringBuilder();
    lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }

  static String told(String key, Optional<String> value) {
    if (value.isEmpty()) {
      return "";
    }
    return SHOWN.stream().anyMatch(key::matches) ? value.get() : "(set, not shown)";
  }
}
