package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void limitsAreThoseThatOperatorsRead() throws IOException {
    String web = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
    String document = Files.readString(Path.of("docs/operations.md"));

    assertThat(web)
        .contains("<session-timeout>" + SignedIn.IDLE.toMinutes() + "</session-timeout>")
        .contains("<http-only>true</http-only>")
        .contains("<tracking-mode>COOKIE</tracking-mode>");
    assertThat(document)
        .contains("after " + SignedIn.IDLE.toMinutes() + " minutes without a request")
        .contains("after " + SignedIn.LONGEST.toHours() + " hours in any case");
  }

  @Test
  void sessionEndsAfterTwelveHoursHoweverBusy() {
    SignedIn session = SignedIn.begin("anna", NOW);

    assertThat(session.isFresh(NOW.plus(Duration.ofHours(12)).minusMillis(1))).isTrue();
    assertThat(session.isFresh(NOW.plus(Duration.ofHours(12)))).isFalse();
  }

  @Test
  void sessionsKnowThemselvesByWhatNobodyGuesses() {
    SignedIn session = SignedIn.begin("anna", NOW);

    assertThat(session.id()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(session.id()).isNotEqualTo(SignedIn.begin("anna", NOW).id());
    assertThat(session.idHash()).matches("[0-9a-f]{64}").isNotEqualTo(session.id());
    assertThat(session.toString()).doesNotContain(session.id());
  }

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0, Firefox on Linux",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML) Chrome/130.0 Safari/537.36 Edg/130.0, Edge on Windows",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1, Safari on iPhone",
    "<script>alert(1)</script>, Another browser on something",
    ", Another browser on something"
  })
  void browsersHaveNamesOfOurs(String agent, String name) {
    assertThat(BrowserName.of(agent)).isEqualTo(name);
  }
}
