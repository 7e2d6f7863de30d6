package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.problem.Correlation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class EventLineTest {
  private final LogRecord event = new LogRecord(Level.WARNING, "It is {0}\nand \"so\"");

  EventLineTest() {
    event.setParameters(new Object[] {"late"});
    event.setLoggerName("ai.chronom.m365.scan.ScanRunner");
    event.setInstant(Instant.parse("2026-11-23T12:00:00.123Z"));
  }

  @Test
  void isOneLineOfJsonWhateverItSays() {
    String line = new EventLine().format(event);
    assertThat(line).endsWith("\n").hasLineCount(1);
    assertThat(parsed(line).getString("message")).isEqualTo("It is late\nand \"so\"");
    assertThat(parsed(line).getString("time")).isEqualTo("2026-11-23T12:00:00.123Z");
    assertThat(parsed(line).getString("level")).isEqualTo("WARNING");
    assertThat(parsed(line)).doesNotContainKeys("correlation", "thrown");
  }

  @Test
  void carriesWhatItsThreadWorksOn() {
    Correlation.enter("scan-7");
    try {
      assertThat(parsed(new EventLine().format(event)).getString("correlation"))
          .isEqualTo("scan-7");
    } finally {
      Correlation.enter(null);
    }
  }

  @Test
  void holdsTheStackOfWhatWasThrown() {
    event.setThrown(new IllegalStateException("broken", new RuntimeException("inner")));
    String line = new EventLine().format(event);
    assertThat(line).hasLineCount(1);
    assertThat(parsed(line).getString("thrown")).isEqualTo("java.lang.IllegalStateException");
    assertThat(parsed(line).getString("stack")).contains("broken", "Caused by", "inner");
  }

  @Test
  void isNeverEndless() {
    event.setMessage("a".repeat(1_000_000));
    assertThat(new EventLine().format(event)).hasSizeLessThan(10_000);
  }

  private static JsonObject parsed(String line) {
    return Json.createReader(new StringReader(line)).readObject();
  }
}
