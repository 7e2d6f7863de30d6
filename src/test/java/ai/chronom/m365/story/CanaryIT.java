package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.sandbox.wire.RecordedRequest;
import ai.chronom.m365.vault.SealedHoard;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * T-01: every kind of secret goes its whole way, through success and failure, with all that can log
 * logging all it can; then each channel is searched in every encoding.
 */
class CanaryIT {
  private static final WatchedServer WATCHED = WatchedServer.get();
  private static final Path DATA = WATCHED.server.dataDirectory();
  private static final Path KEYS = DATA.resolve("vault-keys.json");
  private static final Path PASSWORD = DATA.resolve("admin-password.txt");

  /** A token of Entra, as a JWT looks in a log. */
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[\\w-]{20,}\\.eyJ[\\w-]{40,}\\.[\\w-]{40,}");

  private static final Planting PLANTED = new Planting(WATCHED);
  private static Innards innards;
  private static Chromium chromium;
  private static Page page;
  private static Canary flock;

  @BeforeAll
  static void plantThemAll() throws Exception {
    innards = new Innards(WATCHED.server);
    innards.jvm("JFR.start", "name=canary", "settings=profile");
    chromium = Chromium.start();
    page = chromium.newPage();
    PLANTED.inRest();
    PLANTED.onPages(page);
    PLANTED.inFailures();
    flock = Canary.flock(canaries());
  }

  @AfterAll
  static void remove() {
    chromium.close();
    innards.jvm("JFR.stop", "name=canary");
    WATCHED.remove();
  }

  private static Map<String, Canary> canaries() throws Exception {
    Map<String, Canary> canaries = PLANTED.canaries();
    canaries.put("admin's password", new Canary(WATCHED.server.adminPassword()));
    SealedHoard.masterKeys(KEYS).forEach((name, key) -> canaries.put(name, Canary.ofBytes(key)));
    SealedHoard.in(WATCHED.postgres.url(), WATCHED.postgres.user(), KEYS)
        .forEach((name, value) -> canaries.put(name, Canary.ofBytes(value)));
    return canaries;
  }

  @Test
  void plantedEveryKind() throws Exception {
    assertThat(canaries().keySet())
        .contains("first secret", "refused secret", "master key 0", "file's private key")
        .anyMatch(name -> name.startsWith("pending_certificate"))
        .anyMatch(name -> name.startsWith("taken: sealed_secret"))
        .anyMatch(name -> name.startsWith("sealed_secret"))
        .anyMatch(name -> name.startsWith("audit_chain_key"));
  }

  @Test
  void findsThemWhereTheyBelong() throws IOException {
    assertThat(flock.in("key file", Files.readAllBytes(KEYS))).isNotEmpty();
    assertThat(flock.in("password file", Files.readAllBytes(PASSWORD))).isNotEmpty();
  }

  @Test
  void notInLogsAndFilesOfTheServer() throws IOException {
    assertThat(flock.below(DATA, KEYS, PASSWORD)).isEmpty();
    assertThat(TOKEN.matcher(Files.readString(WATCHED.server.log())).find()).isFalse();
  }

  @Test
  void notInFilesLogAndWriteAheadLogOfPostgreSql() {
    WATCHED.postgres.sql("checkpoint");
    assertThat(flock.below(WATCHED.postgres.data())).isEmpty();
  }

  @Test
  void notInDumpsOfTheDatabase() {
    Map<String, String> dump = WATCHED.postgres.dump();
    assertThat(dump.get("sealed_secret")).isNotBlank();
    dump.forEach((table, rows) -> assertThat(flock.in(table, rows)).isEmpty());
  }

  @Test
  void notInAnswersOfRest() {
    assertThat(WATCHED.rest.answers()).hasSizeGreaterThan(20);
    assertThat(WATCHED.rest.answers())
        .allSatisfy(
            answer ->
                assertThat(flock.in(answer.lines().findFirst().orElse(""), answer)).isEmpty());
  }

  @Test
  void notOnAnyPageNorInItsDownloads() {
    List<Crawl.Seen> seen =
        new Crawl(WATCHED.server, page)
            .from(
                "/", "/tenants/" + WATCHED.sandbox.tenantId(), "/nonsense", "/onboarding/connect");
    assertThat(seen).hasSizeGreaterThan(15);
    assertThat(seen).anyMatch(each -> each.answer().contains("text/csv"));
    assertThat(seen)
        .allSatisfy(each -> assertThat(flock.in(each.address(), each.answer())).isEmpty());
  }

  @Test
  void notInTheBrowserAfterTheForms() {
    assertThat(PLANTED.contents()).isNotEmpty();
    PLANTED.contents().forEach(content -> assertThat(flock.in("browser", content)).isEmpty());
    page.reload();
    Object kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])");
    assertThat(flock.in("storage", kept + page.content())).isEmpty();
  }

  @Test
  void notInHealthMetricsAndOpenApi() {
    for (String path : List.of("/health", "/health/ready", "/metrics", "/openapi")) {
      String answer = WATCHED.server.get(path).body();
      assertThat(answer).as(path).isNotBlank();
      assertThat(flock.in(path, answer)).isEmpty();
    }
  }

  @Test
  void notInTheAuditTrail() {
    String trail = WATCHED.rest.get("/audit?size=500").body();
    assertThat(trail).contains("secret-opened");
    assertThat(flock.in("audit", trail)).isEmpty();
  }

  @Test
  void notInMails() throws Exception {
    assertThat(WATCHED.mailServer.waitForIncomingEmail(90_000, 1)).as("a mail came").isTrue();
    for (MimeMessage mail : WATCHED.mailServer.getReceivedMessages()) {
      assertThat(flock.in(mail.getSubject(), GreenMailUtil.getWholeMessage(mail))).isEmpty();
    }
  }

  @Test
  void notInTemporaryFilesOfWhichUploadsLeaveNone() throws IOException {
    assertThat(flock.below(WATCHED.temporary)).isEmpty();
    try (Stream<Path> files = Files.walk(WATCHED.temporary)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.matches("(?i)upload.*|multipart.*|.*\\.(pfx|tmp)|own.*"));
    }
  }

  @Test
  void notInTheProcess() throws Exception {
    innards.processes().forEach((name, text) -> assertThat(flock.in(name, text)).isEmpty());
    for (String command :
        List.of("Thread.print", "VM.system_properties", "VM.command_line", "VM.flags")) {
      assertThat(flock.in(command, innards.jvm(command))).isEmpty();
    }
    Map<String, String> beans = innards.beans();
    assertThat(beans).hasSizeGreaterThan(100);
    beans.forEach((name, value) -> assertThat(flock.in(name, value)).isEmpty());
  }

  @Test
  void notInTheFlightRecorder() throws IOException {
    Path recording = WATCHED.temporary.resolveSibling("canary.jfr");
    innards.jvm("JFR.dump", "name=canary", "filename=" + recording);
    assertThat(Files.size(recording)).isPositive();
    assertThat(flock.in("flight recording", Files.readAllBytes(recording))).isEmpty();
  }

  @Test
  void onlyTokenRequestsCarryASecret() {
    List<RecordedRequest> carriers =
        WATCHED.sandbox.requests().matching(RecordedRequest::bodyHeldSecret);
    assertThat(carriers).isNotEmpty();
    assertThat(carriers).allMatch(request -> request.path().endsWith("/oauth2/v2.0/token"));
  }

  @Test
  void noCrashLeftAFileBehind() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      assertThat(files.map(Path::toString))
          .noneMatch(name -> name.matches("hs_err.*|core(\\.\\d+)?"));
    }
  }
}
