package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Onboard, verify, scan, find, by REST; each test goes on where the one before stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestStoryIT {
  /** Rules for which Contoso has cases by design. */
  private static final Set<String> HIDDEN =
      Set.of(
          "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R11", "R15", "R16", "R18",
          "R21", "R22", "R23", "R24", "R30", "R34", "R35");

  private static RunningServer server;
  private static SandboxTenant sandbox;
  private static Rest rest;
  private static PortalClicks portal;
  private static String tenant;

  @BeforeAll
  static void start() {
    server = StoryServer.get();
    sandbox = server.sandbox();
    rest = new Rest(server);
    portal = new PortalClicks(server, sandbox);
    tenant = "/tenants/" + sandbox.tenantId();
  }

  @Test
  @Order(1)
  void guideNamesEveryPermission() {
    JsonObject guide = rest.json("/guide");
    assertThat(guide.getJsonArray("permissions")).hasSize(PermissionCatalog.all().size());
  }

  @Test
  @Order(2)
  void rejectedSecretLeavesNothingBehind() {
    HttpResponse<String> answer =
        rest.call("POST", "/tenants", registration("xyz8Q~WrongButWellShaped.0123456789_abcde"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("7000215").contains("credentials-rejected");
    assertThat(rest.json("/tenants").getInt("total")).isZero();
  }

  @Test
  @Order(3)
  void everyWrongFieldIsNamedAtOnce() {
    HttpResponse<String> answer =
        rest.call(
            "POST",
            "/tenants",
            "{\"name\":\"\",\"tenantId\":\"no\",\"applicationId\":\"no\",\"clientSecret\":"
                + "\"7b1c9f3e-0d54-4a62-8f7e-2f3c1f0a9b11\",\"cloud\":\"moon\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Rest.parse(answer).getJsonArray("errors"))
        .extracting(error -> error.asJsonObject().getString("field"))
        .contains("name", "applicationId", "clientSecret", "cloud");
  }

  @Test
  @Order(4)
  void provedSecretConnectsTheTenant() {
    HttpResponse<String> answer =
        rest.call("POST", "/tenants", registration(sandbox.clientSecret()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/api/v1" + tenant);
    assertThat(rest.call("POST", "/tenants", registration(sandbox.clientSecret())).statusCode())
        .isEqualTo(409);
  }

  @Test
  @Order(5)
  void verificationFollowsByItself() {
    JsonObject latest = rest.await(tenant + "/verifications/latest", RestStoryIT::hasOutcome);
    assertThat(latest.getString("outcome")).as(latest.toString()).isEqualTo("verified");
    assertThat(latest.getJsonArray("permissions")).hasSize(PermissionCatalog.all().size());
  }

  @Test
  @Order(6)
  void scanFollowsByItself() {
    JsonObject scan =
        rest.await(
            tenant + "/scans/latest", found -> found.getString("state").startsWith("completed"));
    assertThat(scan.getString("state")).as(scan.toString()).isEqualTo("completed");
    assertThat(states(scan, "User-LifeCycleInfo.Read.All")).containsOnly("not-granted");
    assertThat(states(scan, "")).containsOnly("complete", "not-granted");
  }

  /** Of the collections that a permission opens; of all for an empty name. */
  private static Set<String> states(JsonObject scan, String permission) {
    return scan.getJsonArray("collections").stream()
        .map(row -> row.asJsonObject())
        .filter(row -> permission.isEmpty() || row.getString("permission").equals(permission))
        .map(row -> row.getString("state"))
        .collect(Collectors.toSet());
  }

  @Test
  @Order(7)
  void savingsFollowByThemselves() {
    JsonObject savings = rest.await(tenant + "/savings", found -> true);
    assertThat(amount(savings.getJsonObject("monthly"))).isPositive();
    assertThat(amount(savings.getJsonObject("annual")))
        .isEqualByComparingTo(
            amount(savings.getJsonObject("monthly")).multiply(BigDecimal.valueOf(12)));
    BigDecimal sum =
        savings.getJsonArray("byRule").stream()
            .map(row -> amount(row.asJsonObject().getJsonObject("amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(amount(savings.getJsonObject("monthly")));
  }

  @Test
  @Order(8)
  void everyRuleFindsWhatContosoHides() {
    JsonObject rules = rest.json(tenant + "/rules");
    assertThat(rules.getJsonArray("items")).hasSize(37);
    assertThat(rules.getJsonArray("items"))
        .filteredOn(row -> HIDDEN.contains(row.asJsonObject().getString("id")))
        .hasSameSizeAs(HIDDEN)
        .allSatisfy(
            row ->
                assertThat(row.asJsonObject().getInt("findings")).as(row.toString()).isPositive());
    assertThat(rules.getJsonArray("items"))
        .filteredOn(row -> !row.asJsonObject().getString("state").equals("evaluated"))
        .allSatisfy(row -> assertThat(row.asJsonObject().getString("reason")).isNotBlank());
  }

  @Test
  @Order(9)
  void dismissedFindingLeavesTheSavings() {
    BigDecimal before = amount(rest.json(tenant + "/savings").getJsonObject("monthly"));
    JsonObject finding =
        rest.json(tenant + "/findings?rule=R04&confidence=high")
            .getJsonArray("items")
            .getJsonObject(0);
    String path = tenant + "/findings/" + finding.get("id").toString().replace("\"", "");
    HttpResponse<String> answer =
        rest.call("PATCH", path, "{\"state\":\"dismissed\",\"reason\":\"On purpose\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    rest.await(
        tenant + "/savings", found -> amount(found.getJsonObject("monthly")).compareTo(before) < 0);
    rest.call("PATCH", path, "{\"state\":\"open\"}");
    rest.await(
        tenant + "/savings",
        found -> amount(found.getJsonObject("monthly")).compareTo(before) == 0);
  }

  @Test
  @Order(9)
  void whatIfMovesTheSavingsAndStoresNothing() {
    JsonObject before = rest.json(tenant + "/savings");
    HttpResponse<String> answer =
        rest.call(
            "POST",
            tenant + "/what-if",
            "{\"thresholds\":[{\"name\":\"buffer-seats\",\"value\":0},"
                + "{\"name\":\"buffer-percent\",\"value\":0}]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject monthly =
        Json.createReader(new StringReader(answer.body())).readObject().getJsonObject("monthly");
    assertThat(new BigDecimal(monthly.getJsonObject("then").getString("amount")))
        .as("without a buffer more can go")
        .isGreaterThan(new BigDecimal(monthly.getJsonObject("now").getString("amount")));
    assertThat(rest.json(tenant + "/savings")).isEqualTo(before);
    assertThat(rest.get(tenant + "/what-if/long-ago").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(10)
  void everyReportCanBeDownloaded() {
    Downloads downloads = new Downloads(server, tenant);
    downloads.everySheetIsWhole();
    assertThat(downloads.managementReport())
        .contains("can be saved per month")
        .doesNotContain("From scan to scan");
  }

  @Test
  @Order(10)
  void productsGetTheirNamesFromMicrosoftsTable() {
    new ProductNamesStory(server, rest, tenant).namesComeAndGo();
  }

  @Test
  @Order(10)
  void listsComeFromFilesAndSuggestionsAreTakenOneByOne() {
    ListsStory lists = new ListsStory(server, rest, tenant);
    lists.leaveListComesFromAFile();
    lists.protectionIsSuggested();
    lists.activityListMakesVisioSure();
    lists.pricesHoldForTheirSegment();
  }

  @Test
  @Order(11)
  void revokedConsentIsSeenAndItsRemedyTold() {
    portal.revoke("Reports.Read.All");
    JsonObject lost = verifyNow();
    assertThat(lost.getString("outcome")).isEqualTo("action-required");
    assertThat(permission(lost, "Reports.Read.All").getString("status"))
        .isEqualTo("consent-missing");
    assertThat(permission(lost, "Reports.Read.All").getString("remedy")).isNotBlank();
    portal.grantAdminConsent();
    assertThat(verifyNow().getString("outcome")).isEqualTo("verified");
  }

  @Test
  @Order(12)
  void newSecretIsProvedBeforeItReplacesTheOld() {
    HttpResponse<String> refused =
        rest.call(
            "PUT", tenant + "/secret", "{\"clientSecret\":\"xyz8Q~Wrong.0123456789_abcdefgh\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(verifyNow().getString("outcome")).isEqualTo("verified");
    String next = portal.newSecret();
    HttpResponse<String> accepted =
        rest.call("PUT", tenant + "/secret", "{\"clientSecret\":\"" + next + "\"}");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    assertThat(rest.json(tenant).getJsonObject("secret").getInt("version")).isEqualTo(2);
    assertThat(noTraceOf(next)).isEmpty();
  }

  @Test
  @Order(13)
  void optionalPermissionsAreUsedAsSoonAsTheyAreGranted() {
    String last = rest.json(tenant + "/scans/latest").getString("id");
    assertThat(rule("R29").getString("state")).isEqualTo("not-evaluated");
    OptionalPermissions.all().forEach(each -> portal.grant(each.graphRole()));

    assertThat(verifyNow().getString("outcome")).isEqualTo("verified");
    JsonObject scan =
        rest.await(
            tenant + "/scans/latest",
            found ->
                !found.getString("id").equals(last)
                    && found.getString("state").startsWith("completed"));
    assertThat(scan.getString("state")).as(scan.toString()).isEqualTo("completed");
    OptionalPermissions.all()
        .forEach(
            each ->
                assertThat(states(scan, each.name()))
                    .containsOnly(
                        each.equals(OptionalPermissions.PSTN_CALLS_READ_ALL)
                            ? "switched-off"
                            : "complete"));
    rest.await(tenant + "/rules", found -> !rule("R29").getString("state").equals("not-evaluated"));
    assertThat(rule("R29").getInt("findings")).isPositive();
    assertThat(rule("R10").getString("state")).isEqualTo("evaluated");
    assertThat(new Downloads(server, tenant).managementReport())
        .as("after the second scan")
        .contains("From scan to scan");
    OptionalPermissions.all().forEach(each -> portal.revoke(each.graphRole()));
  }

  private static JsonObject rule(String id) {
    return rest.json(tenant + "/rules").getJsonArray("items").stream()
        .map(row -> row.asJsonObject())
        .filter(row -> row.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(13)
  void foreignIdsAreNotFound() {
    String other = "/tenants/11111111-2222-4333-8444-555555555555";
    String verification = rest.json(tenant + "/verifications/latest").getString("id");
    assertThat(rest.get(other).statusCode()).isEqualTo(404);
    assertThat(rest.get(other + "/verifications/" + verification).statusCode()).isEqualTo(404);
    assertThat(rest.get("/tenants/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(14)
  void secretIsNowhereButSealed() {
    assertThat(noTraceOf(sandbox.clientSecret())).isEmpty();
  }

  @Test
  @Order(14)
  void everyEventIsALineOfJson() throws IOException {
    List<String> lines = Files.readAllLines(server.events());
    assertThat(lines)
        .anyMatch(line -> line.contains("\"logger\":\"ai.chronom."))
        .allSatisfy(
            line ->
                assertThat(Json.createReader(new StringReader(line)).readObject())
                    .containsKeys("time", "level", "logger", "thread", "message"));
  }

  @Test
  @Order(15)
  void removedTenantIsGone() {
    assertThat(rest.call("DELETE", tenant, "").statusCode()).isEqualTo(204);
    assertThat(rest.get(tenant).statusCode()).isEqualTo(404);
    assertThat(rest.json("/tenants").getInt("total")).isZero();
  }

  private static JsonObject verifyNow() {
    HttpResponse<String> answer = rest.call("POST", tenant + "/verifications", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return rest.await(
        location.substring(location.indexOf("/api/v1") + "/api/v1".length()),
        RestStoryIT::hasOutcome);
  }

  private static boolean hasOutcome(JsonObject verification) {
    return verification.containsKey("outcome") && !verification.isNull("outcome");
  }

  private static JsonObject permission(JsonObject verification, String name) {
    return verification.getJsonArray("permissions").stream()
        .map(row -> row.asJsonObject())
        .filter(row -> row.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal amount(JsonObject money) {
    return new BigDecimal(money.getString("amount"));
  }

  /** The sandbox's own directory plays Microsoft and may know the secret. */
  private static List<String> noTraceOf(String secret) {
    Canary canary = new Canary(secret);
    Path data = server.dataDirectory();
    List<String> hits = new ArrayList<>(canary.below(data, data.resolve("sandbox")));
    server.databaseFile().ifPresent(file -> hits.addAll(canary.in(file)));
    for (String answer : rest.answers()) {
      String where = answer.lines().findFirst().orElse("");
      hits.addAll(canary.in(where, answer.getBytes(StandardCharsets.UTF_8)));
    }
    return hits;
  }

  private static String registration(String secret) {
    return Json.createObjectBuilder()
        .add("name", "Contoso")
        .add("tenantId", sandbox.tenantId())
        .add("applicationId", sandbox.applicationId())
        .add("clientSecret", secret)
        .add("cloud", "sandbox")
        .build()
        .toString();
  }
}
