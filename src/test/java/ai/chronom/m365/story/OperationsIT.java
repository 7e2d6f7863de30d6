package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Command;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those see who run the product, after it has done all that it does. */
class OperationsIT {
  private static final Pattern METER = Pattern.compile("\\b(chronom_[a-z_]+|up)\\b");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;
  private static OwnStory story;

  @BeforeAll
  static void liveThroughAStory() {
    // Nobody has that much space: the node says so and serves.
    story =
        OwnStory.start(
            directory,
            120,
            Map.of(
                "chronom.log.events-file",
                directory.resolve("events.jsonl").toString(),
                "chronom.disk.least-free-mib",
                "1000000000"));
    story.connect();
    story.rest.await(story.tenant() + "/savings", found -> true);
    assertThat(story.verified().getString("outcome")).isEqualTo("verified");
  }

  @AfterAll
  static void stop() {
    story.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chronom_verifications_total{outcome=\"",
        "chronom_scans_total{outcome=\"completed\"}",
        "chronom_graph_calls_total{host=\"graph\",status=\"200\"}",
        "chronom_graph_calls_total{host=\"reports\",status=\"200\"}",
        "chronom_graph_waits_seconds_count{reason=\"",
        "chronom_jobs_oldest_due_seconds{kind=\"scan\"}",
        "chronom_jobs_waiting{kind=\"verify\"}",
        "chronom_savings_monthly{currency=\"USD\"}",
        "chronom_secret_expiry_days{tenant=\"",
        "chronom_vault_sealed ",
        "chronom_vault_reseal_remaining ",
        "chronom_node_ready 1",
        "chronom_node_degraded 1",
        "chronom_disk_free_bytes ",
        "chronom_rest_requests_seconds_count{",
        "jvm_memory_used_bytes{"
      })
  void metersTell(String sample) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (metrics().lines().noneMatch(line -> line.startsWith(sample))) {
      assertThat(Instant.now()).as(sample + " in\n" + metrics()).isBefore(end);
      Thread.sleep(1_000);
    }
  }

  @Test
  void alertsAskForMetersThatExist() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("server-config/examples/alerts.yml"))) {
      if (line.strip().startsWith("expr:")) {
        METER.matcher(line).results().forEach(found -> asked.add(found.group(1)));
      }
    }
    assertThat(asked).hasSizeGreaterThan(5).contains("up");
    asked.remove("up");
    String known = metrics();
    assertThat(asked).allMatch(name -> known.contains("\n" + name), "is in /metrics");
  }

  @Test
  void littleSpaceIsToldBeforeItIsGone() throws IOException {
    HttpResponse<String> ready = health("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("DEGRADED");
    assertThat(health("/health/live").body()).contains("UP");
    assertThat(Files.readString(events())).contains("chronom.disk.least-free-mib");
  }

  @Test
  void everyEventIsOneLineOfJson() throws IOException {
    List<JsonObject> lines = lines();
    assertThat(lines)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            line -> assertThat(line).containsKeys("time", "level", "logger", "thread", "message"));
  }

  @Test
  void requestKeepsItsIdFromTheCallerToTheLog() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(story.server.url("/api/v1/guide"))
            .header("Authorization", "Bearer " + story.server.apiToken())
            .header("X-Request-Id", "order-4711")
            .build();
    HttpResponse<String> answer = story.server.send(request);
    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("order-4711");
    assertThat(health("/health").headers().firstValue("X-Request-Id").orElse("")).hasSize(36);
    HttpRequest refused =
        HttpRequest.newBuilder(story.server.url("/api/v1/guide"))
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .build();
    assertThat(story.server.send(refused).headers().allValues("X-Request-Id"))
        .containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  /** Names of people and their addresses are in the product's pages, and nowhere in its log. */
  @Test
  void logNamesNobody() throws IOException {
    List<String> people = people();
    assertThat(people).hasSizeGreaterThan(100);
    for (Path log : List.of(events(), story.server.log())) {
      String text = Files.readString(log);
      assertThat(people).as(log.toString()).noneMatch(text::contains);
    }
  }

  @Test
  void supportBundleTellsAllButSecrets() throws Exception {
    byte[] bundle = Files.readAllBytes(bundleAsDocumented());
    Map<String, String> pages = unzipped(bundle);
    assertThat(pages)
        .containsOnlyKeys(
            "build.txt",
            "configuration.txt",
            "database.txt",
            "health.txt",
            "jobs.txt",
            "metrics.txt",
            "nodes.txt",
            "threads.txt");
    assertThat(pages.values()).noneMatch(text -> text.contains("Not to be had"));
    assertThat(pages.get("build.txt")).contains("microsoft-graph");
    assertThat(pages.get("configuration.txt")).contains("chronom.embedded=true");
    assertThat(pages.get("database.txt")).contains("create vault key");
    assertThat(pages.get("health.txt")).contains("DEGRADED", "chronom.disk.least-free-mib");
    assertThat(pages.get("nodes.txt")).contains("live ");
    assertThat(pages.get("threads.txt")).contains("SupportBundle");
    for (String secret :
        List.of(
            story.sandbox.clientSecret(),
            story.server.apiToken(),
            story.server.adminPassword(),
            keyMaterial())) {
      assertThat(new Canary(secret).in("support bundle", bundle)).isEmpty();
    }
    assertThat(pages.values()).allSatisfy(text -> assertThat(people()).noneMatch(text::contains));
  }

  /** The very command of docs/operations.md, but for host and directory. */
  private static Path bundleAsDocumented() throws IOException {
    Path token = directory.resolve("token.txt");
    Files.writeString(
        token, "header = \"Authorization: Bearer " + story.server.apiToken() + "\"\n");
    String command =
        Files.readAllLines(Path.of("docs/operations.md")).stream()
            .filter(line -> line.startsWith("curl ") && line.contains("/api/v1/support"))
            .findFirst()
            .orElseThrow()
            .replace("token.txt", token.toString())
            .replace(
                "https://chronom.example.com/api/v1/support",
                story.server.url("/api/v1/support").toString())
            .replace("support-bundle.zip", directory.resolve("support-bundle.zip").toString());
    Command.of(command.split(" ")).run(directory.resolve("curl.log"));
    return directory.resolve("support-bundle.zip");
  }

  private static String keyMaterial() throws IOException {
    String keys = Files.readString(story.server.dataDirectory().resolve("vault-keys.json"));
    Matcher value = Pattern.compile("\"value\"\\s*:\\s*\"([^\"]+)\"").matcher(keys);
    assertThat(value.find()).isTrue();
    return value.group(1);
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry page = zip.getNextEntry(); page != null; page = zip.getNextEntry()) {
        pages.put(page.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return pages;
  }

  private static List<String> people() {
    return story
        .rest
        .get(story.tenant() + "/reports/users.csv")
        .body()
        .lines()
        .skip(1)
        .flatMap(OperationsIT::nameAndAddress)
        .distinct()
        .toList();
  }

  private static Stream<String> nameAndAddress(String row) {
    return Stream.of(row.split(","))
        .map(cell -> cell.replace("\"", ""))
        .filter(cell -> cell.contains("@") || cell.matches("\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+"));
  }

  private static HttpResponse<String> health(String path) {
    return story.server.send(HttpRequest.newBuilder(story.server.url(path)).build());
  }

  private static String metrics() {
    return story.server.get("/metrics").body();
  }

  private static Path events() {
    return directory.resolve("events.jsonl.0");
  }

  private static List<JsonObject> lines() throws IOException {
    return Files.readAllLines(events()).stream()
        .map(line -> Json.createReader(new StringReader(line)).readObject())
        .toList();
  }
}
