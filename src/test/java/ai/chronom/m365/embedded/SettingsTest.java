package ai.chronom.m365.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Nested
  class WithoutAnyKey {
    private final Settings settings = settings(Map.of(), Map.of());

    @Test
    void hasTheDefaultsOfTheContract() {
      assertThat(settings.httpPort()).isEqualTo(8080);
      assertThat(settings.address()).isEqualTo("127.0.0.1");
      assertThat(settings.dataDirectory()).isEqualTo(Path.of("data").toAbsolutePath());
      assertThat(settings.databaseUrl()).isEmpty();
      assertThat(settings.sandboxEnabled()).isTrue();
      assertThat(settings.sandboxPort()).isEqualTo(8090);
      assertThat(settings.sandboxUsers()).isEqualTo(120);
    }
  }

  @Nested
  class Reading {
    @Test
    void takesTheEnvironment() {
      assertThat(settings(Map.of(), Map.of("CHRONOM_HTTP_PORT", "9000")).httpPort())
          .isEqualTo(9000);
    }

    @Test
    void prefersTheSystemProperty() {
      Map<String, String> environment = Map.of("CHRONOM_HTTP_PORT", "9000");
      assertThat(settings(Map.of("chronom.http.port", "9001"), environment).httpPort())
          .isEqualTo(9001);
    }

    @Test
    void handsOnOnlyOurOwnProperties() {
      Settings settings =
          settings(Map.of("chronom.scan.interval", "PT2H", "user.name", "ada"), Map.of());
      assertThat(settings.givenAsProperties()).containsOnlyKeys("chronom.scan.interval");
    }
  }

  @Nested
  class Refusing {
    @TempDir Path directory;

    @Test
    void namesAnUnknownKey() {
      refused(
          () -> settings(Map.of("chronom.http.prot", "1"), Map.of()),
          "chronom.http.prot does not exist");
      refused(
          () -> settings(Map.of(), Map.of("CHRONOM_HTTP_PROT", "1")),
          "CHRONOM_HTTP_PROT does not exist");
    }

    @Test
    void namesAKeyWithoutValue() {
      refused(
          () -> settings(Map.of("chronom.http.port", " "), Map.of()),
          "chronom.http.port has no value");
    }

    @Test
    void saysWhichNumbersAreAllowed() {
      refused(
          () -> settings(Map.of("chronom.http.port", "80a"), Map.of()).httpPort(),
          "from 1 to 65535 but is \"80a\"");
      refused(
          () -> settings(Map.of("chronom.http.port", "65536"), Map.of()).httpPort(),
          "from 1 to 65535");
      refused(
          () -> settings(Map.of("chronom.sandbox.users", "0"), Map.of()).sandboxUsers(),
          "from 1 to 100000");
      refused(
          () -> settings(Map.of("chronom.sandbox.port", "65533"), Map.of()).sandboxPort(),
          "to 65532");
    }

    @Test
    void knowsTwoKindsOfDatabase() {
      refused(
          () -> settings(Map.of("chronom.db.url", "jdbc:mysql://x"), Map.of()).databaseUrl(),
          "jdbc:mysql://x");
    }

    @Test
    void wantsTrueOrFalse() {
      refused(
          () -> settings(Map.of("chronom.sandbox.enabled", "yes"), Map.of()).sandboxEnabled(),
          "\"yes\"");
    }

    @Test
    void wantsAFileThatCanBeRead() throws IOException {
      Path there = Files.writeString(directory.resolve("there"), "x");
      String key = "chronom.db.password-file";
      assertThat(settings(Map.of(key, there.toString()), Map.of()).file(key)).contains(there);
      refused(
          () -> settings(Map.of(key, directory + "/gone"), Map.of()).file(key),
          "gone, which cannot be read");
      refused(
          () -> settings(Map.of(key, directory.toString()), Map.of()).file(key), "cannot be read");
    }

    private static void refused(Runnable reading, String sentence) {
      assertThatThrownBy(reading::run)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(sentence);
    }
  }

  private static Settings settings(Map<String, String> given, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.putAll(given);
    return new Settings(properties, environment);
  }
}
