package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole scan during which somebody replaces the secret, and Entra ends every token (ADR 060). */
class ReplacedMidwayIT {
  private static final WatchedServer WATCHED = WatchedServer.get();
  private static final Duration SLOW = Duration.ofSeconds(2);

  /** Microsoft allows five requests a minute, and verifications every ten seconds take them. */
  private static final Fault NO_CASES =
      new Fault.Answer(Reply.text(200, "application/json", "{\"value\":[]}"));

  @BeforeEach
  void connect() {
    atUsualSpeed();
    HttpResponse<String> answer = WATCHED.connect(WATCHED.sandbox.clientSecret());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    WATCHED.rest.await(
        WATCHED.tenant() + "/scans/latest",
        scan -> scan.getString("state", "").equals("completed"));
  }

  @AfterEach
  void remove() {
    WATCHED.sandbox.faults().clear();
    WATCHED.remove();
  }

  @Test
  void scanEndsUnderTheSecretItBeganWithAndTheNextBeginsWithTheNew() {
    String scan = beginSlowScan();
    HttpResponse<String> replaced = replaceBy(newSecret());
    assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
    assertThat(state(scan)).isEqualTo("running");
    WATCHED.sandbox.revokeTokens();
    // What it has left needs the new token; it need not take minutes.
    atUsualSpeed();
    awaitCompleted(scan);
    assertThat(openedForScansSince("secret-replaced")).contains("purpose=scan version=1");
    awaitLine("secret-forgotten", "versions=1");
    awaitCompleted(begin());
    assertThat(openedForScansSince("secret-forgotten"))
        .isNotEmpty()
        .allMatch(detail -> detail.contains("version=2"));
  }

  @Test
  void refusedReplacementChangesNothingForAScanNorForAnybody() {
    String scan = beginSlowScan();
    int version = version();
    assertThat(replaceBy("xyz8Q~WrongButWellShaped.0123456789_abcde").statusCode()).isEqualTo(422);
    WATCHED.sandbox.revokeTokens();
    // What it has left needs the new token; it need not take minutes.
    atUsualSpeed();
    awaitCompleted(scan);
    assertThat(version()).isEqualTo(version);
    WATCHED.rest.call("POST", WATCHED.tenant() + "/verifications", "");
    WATCHED.awaitVerified();
    assertThat(lines())
        .extracting(line -> line.getString("action"))
        .doesNotContain("secret-replaced");
  }

  private static void atUsualSpeed() {
    WATCHED.sandbox.faults().clear();
    WATCHED
        .sandbox
        .faults()
        .plant(FaultRule.on(Site.GRAPH, "/v1.0/security/cases/ediscoveryCases*", NO_CASES));
  }

  private static String newSecret() {
    return WATCHED.sandbox.registration().createSecret("next", Duration.ofDays(90)).value();
  }

  /** Every request of it takes seconds, so that much can happen meanwhile. */
  private static String beginSlowScan() {
    WATCHED.sandbox.faults().plant(FaultRule.on(Site.GRAPH, "*", new Fault.Delay(SLOW)));
    String scan = begin();
    WATCHED.rest.await(scan, found -> found.getString("state").equals("running"));
    return scan;
  }

  private static String begin() {
    HttpResponse<String> answer = WATCHED.rest.call("POST", WATCHED.tenant() + "/scans", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/api/v1") + "/api/v1".length());
  }

  private static String state(String scan) {
    return WATCHED.rest.json(scan).getString("state");
  }

  private static void awaitCompleted(String scan) {
    JsonObject ended =
        WATCHED.rest.await(
            scan, found -> !List.of("queued", "running").contains(found.getString("state")));
    assertThat(ended.getString("state")).as(ended.toString()).isEqualTo("completed");
  }

  private static HttpResponse<String> replaceBy(String secret) {
    return WATCHED.rest.call(
        "PUT",
        WATCHED.tenant() + "/secret",
        Json.createObjectBuilder().add("clientSecret", secret).build().toString());
  }

  private static int version() {
    return WATCHED.rest.json(WATCHED.tenant()).getJsonObject("secret").getInt("version");
  }

  private static void awaitLine(String action, String detail) {
    WATCHED.rest.await(
        "/audit?size=20&action=" + action, found -> found.toString().contains(detail));
  }

  /** Of this tenant since it was connected, the latest first. */
  private static List<JsonObject> lines() {
    return WATCHED
        .rest
        .json("/audit?size=500&tenant=" + WATCHED.sandbox.tenantId())
        .getJsonArray("items")
        .stream()
        .map(line -> line.asJsonObject())
        .takeWhile(line -> !line.getString("action").equals("tenant-onboarded"))
        .toList();
  }

  /** What was told of openings for scans after the latest line of that action. */
  private static List<String> openedForScansSince(String action) {
    return lines().stream()
        .takeWhile(line -> !line.getString("action").equals(action))
        .filter(line -> line.getString("action").equals("secret-opened"))
        .map(line -> line.getString("detail"))
        .filter(detail -> detail.contains("purpose=scan"))
        .toList();
  }
}
