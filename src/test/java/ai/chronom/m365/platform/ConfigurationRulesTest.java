package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationRulesTest {
  @Test
  void nothingGivenIsFine() {
    assertThat(broken(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "chronom.verification.interval, PT6H",
    "chronom.scan.interval, P1D",
    "chronom.lease.duration, PT1M",
    "chronom.auth.mechanism, form",
    "chronom.auth.mechanism, oidc",
    "chronom.auth.second-factor-required, 'admin, operator'",
    "chronom.http.proxy, http://proxy.example:3128",
    "chronom.app-registration.redirect-uri, https://app.chronom.ai",
    "chronom.app-registration.redirect-uri, http://localhost:8080/consent",
    "chronom.public-url, https://chronom.example.com",
    "chronom.public-url, http://localhost:8080",
    "chronom.embedded, true"
  })
  void takesWhatTheContractNames(String key, String value) {
    assertThat(broken(Map.of(key, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "chronom.verification.interval, 6h",
    "chronom.verification.interval, PT0S",
    "chronom.scan.interval, P91D",
    "chronom.scan.interval, -P1D",
    "chronom.lease.duration, PT2H",
    "chronom.auth.mechanism, kerberos",
    "chronom.auth.second-factor-required, 'admin, everybody'",
    "chronom.auth.second-factor-required, 'admin,'",
    "chronom.http.proxy, proxy.example:3128",
    "chronom.http.proxy, http://proxy.example",
    "chronom.http.trusted-ca-file, /does/not/exist.pem",
    "chronom.app-registration.redirect-uri, http://app.chronom.ai",
    "chronom.public-url, chronom.example.com",
    "chronom.public-url, https://chronom.example.com/?a=b",
    "chronom.public-url, ftp://chronom.example.com",
    "chronom.embedded, yes"
  })
  void refusesTheRestNamingKeyAndValue(String key, String value) {
    assertThat(broken(Map.of(key, value)))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence).startsWith(key + " is \"" + value).contains("expected"));
  }

  @Test
  void takesAFileThatCanBeRead(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("ca.pem"), "x");

    assertThat(broken(Map.of("chronom.http.trusted-ca-file", file.toString()))).isEmpty();
    assertThat(broken(Map.of("chronom.http.trusted-ca-file", directory.toString()))).isPresent();
  }

  @Test
  void refusesTheLogThatWritesTokens() {
    assertThat(broken(Map.of("jdk.httpclient.HttpClient.log", "all"))).isPresent();
  }

  private static Optional<String> broken(Map<String, String> values) {
    return ConfigurationRules.firstBroken(key -> Optional.ofNullable(values.get(key)));
  }
}
