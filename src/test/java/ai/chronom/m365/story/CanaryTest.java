package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A hunter that finds nothing would prove nothing. */
class CanaryTest {
  private static final String SECRET = "abc8Q~" + "ThisIsNoRealSecretOfAnybody.12345_";
  private final Canary canary = new Canary(SECRET);

  @Test
  void findsItPlainAndInUtf16() {
    assertThat(canary.in("log", ("x" + SECRET + "y").getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
    assertThat(canary.in("log", SECRET.getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
  }

  @Test
  void findsItInBase64AtEachAlignment() {
    for (String before : new String[] {"", "1", "12"}) {
      byte[] around = (before + SECRET + "tail").getBytes(StandardCharsets.UTF_8);
      assertThat(canary.in("body", Base64.getEncoder().encode(around))).as(before).isNotEmpty();
    }
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(canary.in("log", "abc8Q is only its hint".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
