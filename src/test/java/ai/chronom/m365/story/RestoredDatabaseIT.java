package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A new machine over a restored database: without the key file, with another one, and with the
 * right one.
 */
class RestoredDatabaseIT {
  private static final WatchedServer WATCHED = WatchedServer.get();
  private static final Path KEY = WATCHED.server.dataDirectory().resolve("vault-keys.json");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @BeforeAll
  static void connect() {
    assertThat(WATCHED.connect(WATCHED.sandbox.clientSecret()).statusCode()).isEqualTo(201);
    WATCHED.awaitVerified();
  }

  @AfterAll
  static void remove() {
    WATCHED.remove();
  }

  @Test
  void opensItsSecretsWithItsOwnKeyFileAlone() throws Exception {
    WATCHED.server.stop();
    String restored = WATCHED.postgres.copyTo("restored");
    WATCHED.server.startAgain();
    Map<String, String> before = TalkativePostgres.hashes(restored);
    Map<String, String> properties = new TreeMap<>(WATCHED.properties());
    properties.put("chronom.db.url", restored);
    properties.remove("embedded.jvm-options");
    try (RunningServer other = RunningServer.start(properties)) {
      Path keyFile = other.dataDirectory().resolve(KEY.getFileName());
      assertThat(ready(other).statusCode()).isEqualTo(503);
      assertThat(Files.readString(other.log()))
          .contains(keyFile + " does not exist, but this database needs the keys");
      write(keyFile, VaultShutIT.anotherKeySet());
      awaitInLog(other, "but this database needs the keys [");
      assertThat(ready(other).statusCode()).isEqualTo(503);
      assertThat(TalkativePostgres.hashes(restored)).isEqualTo(before);
      write(keyFile, Files.readString(KEY));
      awaitReady(other);
      // Tokens are restored too: the new machine's own is not taken any more.
      Files.writeString(
          other.dataDirectory().resolveSibling("api-token.txt"), WATCHED.server.apiToken());
      assertEverySecretOpens(other);
    }
  }

  private static void assertEverySecretOpens(RunningServer other) {
    Rest rest = new Rest(other);
    assertThat(rest.json("/audit/check").getBoolean("intact")).isTrue();
    int before = rest.json("/audit?action=secret-opened").getInt("total");
    String token = "{\"name\":\"issued-after-restore\",\"role\":\"viewer\"}";
    assertThat(rest.call("POST", "/tokens", token).statusCode()).isEqualTo(201);
    assertThat(rest.call("POST", WATCHED.tenant() + "/verifications", "").statusCode())
        .isEqualTo(202);
    rest.await("/audit?action=secret-opened", found -> found.getInt("total") > before);
    JsonObject latest =
        rest.await(
            WATCHED.tenant() + "/verifications/latest",
            found -> !found.getString("outcome", "").isEmpty());
    assertThat(latest.getString("outcome")).isEqualTo("verified");
  }

  private static void write(Path keyFile, String keys) throws Exception {
    Path fresh = Files.writeString(keyFile.resolveSibling("fresh.json"), keys);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.move(fresh, keyFile, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void awaitInLog(RunningServer server, String part) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.readString(server.log()).contains(part)) {
      assertThat(ready(server).statusCode()).isEqualTo(503);
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(300);
    }
  }

  private static void awaitReady(RunningServer server) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (ready(server).statusCode() != 200) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(300);
    }
  }

  private static HttpResponse<String> ready(RunningServer server) {
    return server.send(HttpRequest.newBuilder(server.url("/health/ready")).build());
  }
}
