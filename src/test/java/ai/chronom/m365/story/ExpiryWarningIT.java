package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A secret's end is told at each threshold: on the page, in REST, in the metrics and by mail. */
class ExpiryWarningIT {
  private static final WatchedServer WATCHED = WatchedServer.get();

  /** The timer looks once a minute; a mail is sent soon after. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  /** What Entra itself says of the secret that is connected for real. */
  private static final int SEEN_BY_ENTRA = 30;

  private static final Map<Integer, String> TENANTS = new LinkedHashMap<>();

  @BeforeAll
  static void connectOneOfEach() {
    String secret =
        WATCHED
            .sandbox
            .registration()
            .createSecret("ends soon", Duration.ofDays(SEEN_BY_ENTRA))
            .value();
    assertThat(WATCHED.connect(secret).statusCode()).isEqualTo(201);
    TENANTS.put(SEEN_BY_ENTRA, WATCHED.sandbox.tenantId());
    WATCHED.rest.await(
        WATCHED.tenant(), found -> found.getJsonObject("secret").containsKey("daysLeft"));
    for (int days : List.of(60, 14, 7, 1)) {
      TENANTS.put(days, copyOfTheTenant(days));
    }
  }

  /** Its sealed bytes are the first tenant's and do not open; when it ends is told all the same. */
  private static String copyOfTheTenant(int days) {
    String id = UUID.randomUUID().toString();
    String last = LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    WATCHED.postgres.sql(
        "insert into tenant select '%s', 'Ends in %d', application_id, cloud, status, status_since, onboarded_at, version from tenant where id = '%s'"
            .formatted(id, days, WATCHED.sandbox.tenantId()));
    WATCHED.postgres.sql(
        "insert into sealed_secret (tenant_id, version, key_id, format, sealed, hint, stored_at, expires_on) select '%s', version, key_id, format, sealed, hint, stored_at, date '%s' from sealed_secret where tenant_id = '%s'"
            .formatted(id, last, WATCHED.sandbox.tenantId()));
    return id;
  }

  @AfterAll
  static void remove() {
    TENANTS.forEach(
        (days, id) -> {
          if (days != SEEN_BY_ENTRA) {
            WATCHED.postgres.sql("delete from tenant where id = '" + id + "'");
          }
        });
    WATCHED.remove();
  }

  @Test
  void restTellsDaysLeftStateAndThreshold() {
    TENANTS.forEach(
        (days, id) -> {
          JsonObject secret = WATCHED.rest.json("/tenants/" + id).getJsonObject("secret");
          assertThat(secret.getInt("daysLeft")).isEqualTo(days);
          assertThat(secret.getString("state")).isEqualTo("expiring");
          assertThat(secret.getString("warning")).isEqualTo(days == 1 ? "1-day" : days + "-days");
        });
  }

  @Test
  void pageTellsIt() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.newPage();
      page.navigate(WATCHED.server.url("/login.xhtml").toString());
      page.fill("#name", "admin");
      page.fill("#password", WATCHED.server.adminPassword());
      page.click("#sign-in");
      page.waitForURL(WATCHED.server.url("/").toString());
      TENANTS.forEach(
          (days, id) -> {
            page.navigate(WATCHED.server.url("/tenants/" + id).toString());
            assertThat(page.locator("main").innerText())
                .containsPattern(days == 1 ? "tomorrow" : "in " + days + " days");
          });
      Chromium.screenshot(page, "expiry-warning");
    }
  }

  @Test
  void metricsAndMailsTellItOnce() throws Exception {
    await(() -> TENANTS.keySet().stream().allMatch(days -> mailsAbout(days).size() == 1));
    String metrics = WATCHED.server.get("/metrics").body();
    TENANTS.forEach(
        (days, id) ->
            assertThat(metrics)
                .containsPattern(
                    "chronom_secret_expiry_days\\{[^}]*" + id + "[^}]*} " + days + "\\.0"));
    MimeMessage mail = mailsAbout(7).get(0);
    assertThat(GreenMailUtil.getBody(mail))
        .contains("days left: 7", "Certificates & secrets", "/Credentials/appId/");
    JsonObject told =
        WATCHED.rest.json("/audit?action=secret-expiring&size=100&tenant=" + TENANTS.get(7));
    assertThat(told.getInt("total")).isEqualTo(1);
  }

  private static List<MimeMessage> mailsAbout(int days) {
    String name = days == SEEN_BY_ENTRA ? "Contoso" : "Ends in " + days;
    return Arrays.stream(WATCHED.mailServer.getReceivedMessages())
        .filter(
            mail -> {
              String subject =
                  GreenMailUtil.getWholeMessage(mail).replaceAll("(?s)\r\n[ \t]+", " ");
              return subject.contains(name + ": ")
                  && subject.contains("expires on")
                  && subject.contains(LocalDate.now(ZoneOffset.UTC).plusDays(days).toString());
            })
        .toList();
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now())
          .as(
              "mails: %s",
              Arrays.stream(WATCHED.mailServer.getReceivedMessages())
                  .map(mail -> GreenMailUtil.getHeaders(mail))
                  .toList())
          .isBefore(end);
      Thread.sleep(500);
    }
  }
}
