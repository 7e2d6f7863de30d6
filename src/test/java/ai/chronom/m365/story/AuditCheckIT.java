package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the audit chain, by REST and by the command for operations. */
class AuditCheckIT {
  private static final WatchedServer WATCHED = WatchedServer.get();

  @TempDir Path directory;

  @Test
  void findsAnEditAndSaysWhere() {
    unguarded("update audit_event set actor = actor || 'x' where position = 2");
    JsonObject broken = WATCHED.rest.json("/audit/check");
    unguarded("update audit_event set actor = left(actor, -1) where position = 2");
    assertThat(broken.getBoolean("intact")).isFalse();
    assertThat(broken.getInt("events")).isEqualTo(1);
    assertThat(broken.getJsonObject("flaw").getInt("position")).isEqualTo(2);
    assertThat(broken.getJsonObject("flaw").getString("kind")).isEqualTo("altered");
    assertThat(WATCHED.rest.json("/audit/check").getBoolean("intact")).isTrue();
  }

  @Test
  void findsACutThatTookTheHeadWithIt() {
    issueAToken("before-the-cut");
    JsonObject head = WATCHED.rest.json("/audit/check").getJsonObject("head");
    String kept =
        "/audit/check?position=" + head.getInt("position") + "&link=" + head.getString("link");
    String other = head.getString("link").replace('a', 'b').replace('1', '2');
    assertThat(WATCHED.rest.json(kept).getBoolean("intact")).isTrue();
    JsonObject replaced =
        WATCHED.rest.json("/audit/check?position=" + head.getInt("position") + "&link=" + other);
    assertThat(replaced.getJsonObject("flaw").getString("kind")).isEqualTo("replaced");
    JsonObject cut =
        WATCHED.rest.json(
            "/audit/check?position=" + (head.getInt("position") + 1_000) + "&link=" + other);
    assertThat(cut.getJsonObject("flaw").getString("kind")).isEqualTo("missing");
  }

  @Test
  void refusesAHeadThatIsNone() {
    assertThat(WATCHED.rest.get("/audit/check?position=1").statusCode()).isEqualTo(400);
    assertThat(WATCHED.rest.get("/audit/check?position=x&link=y").statusCode()).isEqualTo(400);
  }

  @Test
  void filtersByRestAndNamesEachWrongFilter() {
    issueAToken("to-be-found");
    JsonObject found = WATCHED.rest.json("/audit?action=token-issued&outcome=succeeded&size=1");
    assertThat(found.getInt("total")).isPositive();
    assertThat(found.getJsonArray("items").getJsonObject(0).getString("detail"))
        .contains("to-be-found");
    assertThat(WATCHED.rest.json("/audit?actor=nobody").getInt("total")).isZero();
    assertThat(WATCHED.rest.json("/audit?from=2020-01-01&to=2020-12-31").getInt("total")).isZero();
    assertThat(WATCHED.rest.get("/audit?action=none&from=soon&tenant=x&outcome=y").body())
        .contains("\"action\"", "\"from\"", "\"tenant\"", "\"outcome\"");
  }

  @Test
  void theCommandEndsWithTheRightCode() throws Exception {
    Path heads = directory.resolve("heads");
    assertThat(command(heads).exit()).isZero();
    issueAToken("between-two-checks");
    Ended second = command(heads);
    assertThat(second.exit()).as(second.said()).isZero();
    assertThat(second.said()).startsWith("Intact: ");
    assertThat(Files.readAllLines(heads)).hasSize(2);
    unguarded("update audit_event set detail = detail || '.' where position = 1");
    Ended broken = command(heads);
    unguarded("update audit_event set detail = left(detail, -1) where position = 1");
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.said()).contains("Broken: Event 1 is not what was written there");
    assertThat(Files.readAllLines(heads)).hasSize(2);
    Files.writeString(heads, "1 " + "0".repeat(64) + "\n");
    assertThat(command(heads).exit()).isEqualTo(1);
    Files.writeString(heads, "nonsense\n");
    assertThat(command(heads).exit()).isEqualTo(2);
  }

  private record Ended(int exit, String said) {}

  private Ended command(Path heads) throws IOException, InterruptedException {
    Path token = Files.writeString(directory.resolve("token"), WATCHED.server.apiToken() + "\n");
    List<String> command =
        new ArrayList<>(List.of("sh", "server-config/audit/check-audit.sh", heads.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PRODUCT_URL", WATCHED.server.url("/").toString());
    builder.environment().put("PRODUCT_TOKEN_FILE", token.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static void issueAToken(String name) {
    String body = "{\"name\":\"" + name + "-" + System.nanoTime() + "\",\"role\":\"viewer\"}";
    assertThat(WATCHED.rest.call("POST", "/tokens", body).statusCode()).isEqualTo(201);
  }

  /** As the owner of the database, who may switch triggers off. */
  private static void unguarded(String statement) {
    WATCHED.postgres.sql("alter table audit_event disable trigger user");
    WATCHED.postgres.sql(statement);
    WATCHED.postgres.sql("alter table audit_event enable trigger user");
  }
}
