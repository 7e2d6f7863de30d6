package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is stopped in the middle of a scan: whoever starts next goes on at once. */
class HandOverIT {
  private static final Map<String, String> LONG_LEASE = Map.of("chronom.lease.duration", "PT1H");
  private static final Duration STOP_MAX = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void scanGoesOnLongBeforeTheLeaseWouldEnd() throws Exception {
    try (OwnStory story = OwnStory.start(directory, 2_000, LONG_LEASE)) {
      story
          .sandbox
          .faults()
          .plant(
              FaultRule.on(Site.GRAPH, "/v1.0/users*", new Fault.Delay(Duration.ofMinutes(2)))
                  .after(2));
      story.connect();
      String latest = story.tenant() + "/scans/latest";
      JsonObject running = story.rest.await(latest, HandOverIT::readsUsers);

      long before = System.nanoTime();
      story.server.stop();
      Duration took = Duration.ofNanos(System.nanoTime() - before);

      assertThat(took).isLessThan(STOP_MAX);
      assertThat(Files.readString(story.server.log()))
          .contains("This node stops and hands over its jobs: 1");
      story.sandbox.faults().clear();
      story.server.startAgain();

      JsonObject done =
          story.rest.await(latest, found -> found.getString("state").startsWith("completed"));
      assertThat(done.get("id")).isEqualTo(running.get("id"));
      assertThat(done.getString("state")).as(done.toString()).isEqualTo("completed");
    }
  }

  private static boolean readsUsers(JsonObject scan) {
    return scan.getString("state").equals("running")
        && scan.getJsonArray("collections").stream()
            .map(row -> row.asJsonObject())
            .anyMatch(
                row ->
                    row.getString("name").equals("users")
                        && row.getString("state").equals("running"));
  }
}
