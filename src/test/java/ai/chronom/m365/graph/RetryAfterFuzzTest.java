package ai.chronom.m365.graph;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Whatever a service asks for, the wait is none or not negative, and bounded when it is kept. */
class RetryAfterFuzzTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @FuzzTest(maxDuration = "3m")
  void anyHeaderIsAWaitOrNone(byte[] bytes) {
    String header = new String(bytes, StandardCharsets.UTF_8);
    Duration asked = Patience.asked(header, NOON);
    if (asked != null && asked.isNegative()) {
      throw new IllegalStateException("a wait into the past");
    }
    new Patience(() -> 1)
        .beforeNextTry(1, 429, asked)
        .filter(wait -> wait.compareTo(Patience.LONGEST_WAIT.multipliedBy(2)) > 0)
        .ifPresent(
            wait -> {
              throw new IllegalStateException("a wait of " + wait);
            });
  }
}
