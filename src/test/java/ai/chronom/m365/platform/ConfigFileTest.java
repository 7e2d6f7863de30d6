package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path directory;

  @Test
  void readsKeysAndValues() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("chronom.properties"),
            "# comment\nchronom.scan.interval=PT12H \nchronom.clouds.lab.display-name=Größe\n");

    ConfigFile source = new ConfigFile(file.toString());

    assertThat(source.getValue("chronom.scan.interval")).isEqualTo("PT12H");
    assertThat(source.getValue("chronom.clouds.lab.display-name")).isEqualTo("Größe");
    assertThat(source.getPropertyNames()).hasSize(2);
  }

  @Test
  void withoutAFileIsEmpty() {
    assertThat(new ConfigFile(null).getProperties()).isEmpty();
    assertThat(new ConfigFile(" ").getProperties()).isEmpty();
  }

  @Test
  void namesTheFileThatCannotBeRead() throws IOException {
    Path missing = directory.resolve("missing.properties");
    Path latin = directory.resolve("latin.properties");
    Files.write(latin, "chronom.x=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    for (Path file : new Path[] {missing, latin}) {
      assertThatThrownBy(() -> new ConfigFile(file.toString()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("chronom.config-file")
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void standsBetweenTheEnvironmentAndTheDefaults() {
    assertThat(new ConfigFile(null).getOrdinal()).isBetween(101, 299);
  }

  @Test
  void serverFindsIt() {
    assertThat(ServiceLoader.load(ConfigSource.class)).hasAtLeastOneElementOfType(ConfigFile.class);
  }
}
