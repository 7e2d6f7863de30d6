package ai.chronom.m365.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * One properties file for all keys of an installation, the same on each server: the system property
 * {@code chronom.config-file} names it, or the environment variable {@code CHRONOM_CONFIG_FILE}
 * (ADR 070). It is read once, at the start. System properties and the environment outrank it.
 */
public final class ConfigFile implements ConfigSource {
  static final String KEY = "chronom.config-file";
  private static final String VARIABLE = "CHRONOM_CONFIG_FILE";

  /** Below the environment's 300, above the 100 of the defaults in the WAR. */
  private static final int ORDINAL = 250;

  private final Map<String, String> values;

  /** For the service loader. Throws an IllegalStateException that names the file and its fault. */
  public ConfigFile() {
    this(System.getProperty(KEY, System.getenv(VARIABLE)));
  }

  ConfigFile(@Nullable String path) {
    this.values = path == null || path.isBlank() ? Map.of() : read(path);
  }

  private static Map<String, String> read(String path) {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(Path.of(path))) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          KEY
              + " is \""
              + path
              + "\"; expected a properties file in UTF-8 that can be read ("
              + e.getClass().getSimpleName()
              + ")",
          e);
    }
    Map<String, String> values = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name).strip()));
    return values;
  }

  @Override
  public Map<String, String> getProperties() {
    return Map.copyOf(values);
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return values.get(name);
  }

  @Override
  public String getName() {
    return KEY;
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
