package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.platform.web.LoginForm;
import ai.chronom.m365.platform.web.RestRoute;
import ai.chronom.m365.running.InstalledPostgres;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Not part of the build: a large tenant with ten snapshots, every page and every REST query on it,
 * and the plans that PostgreSQL took, as it wrote them down itself. Run it by {@code -Dit.test=
 * DataGrowth -Dgrowth.users=1000000}.
 */
class DataGrowth {
  private static final int SMALL = 120;
  private static final int USERS = Integer.getInteger("growth.users", 1_000_000);
  private static final int SNAPSHOTS = Integer.getInteger("growth.snapshots", 10);
  private static final int LARGE_ROWS = 20_000;

  /**
   * What an evaluation asks for once, and a scan for what it goes on from: all of one tenant, who
   * owns all rows here, and the greater part of a table is best read from end to end.
   */
  private static final List<String> WHOLE_TENANT =
      List.of(
          "select id from finding where tenant_id = $1",
          "select distinct s.user_id, s.sku_id from finding_seat s join finding f",
          "update finding set dismissed_reason = null",
          "update finding set state = 'RESOLVED'",
          "update finding set net = 0",
          "insert into snapshot_app_sign_in (scan_id, user_id, app_id, last_at) select");

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Pattern QUERY = Pattern.compile("Query Text: (.*)");
  private static final Pattern SCAN = Pattern.compile("Seq Scan on (?:public\\.)?(\\w+)");

  @TempDir Path directory;

  @Test
  void noLargeTableIsReadFromEndToEndForOnePage() throws Exception {
    try (InstalledPostgres postgres = InstalledPostgres.start(directory.resolve("postgres"));
        OwnStory story = OwnStory.start(directory, SMALL, postgres.configuration())) {
      story.connect();
      story.rest.await(story.tenant() + "/savings", found -> true);
      story.server.stop();
      List<String> large = grow(postgres);
      postgres.explainEverything();
      story.server.startAgain();
      Map<String, Long> took = readEverything(story);
      scanAndForget(story, postgres);
      story.server.stop();

      Map<String, String> found = sequentialScans(postgres.log(), large);
      System.out.println("large tables " + large);
      System.out.println("milliseconds " + took);
      System.out.println("sequential scans");
      found.forEach((query, table) -> System.out.println("  " + table + " by " + query));
      assertThat(large).contains("snapshot_user", "finding", "audit_event");
      assertThat(found).isEmpty();
    }
  }

  private static List<String> grow(InstalledPostgres postgres) throws Exception {
    try (Connection connection = postgres.open("chronom")) {
      GrownDatabase database = new GrownDatabase(connection);
      long start = System.nanoTime();
      database.addSnapshots(SNAPSHOTS, USERS / SMALL);
      database.multiplyFindings(Math.max(1, USERS / 100));
      database.addAuditEvents(USERS);
      database.run("vacuum analyze");
      System.out.println(
          "grown in "
              + Duration.ofNanos(System.nanoTime() - start)
              + ", bytes "
              + database.number("select pg_database_size('chronom')"));
      return database.largerThan(LARGE_ROWS);
    }
  }

  private static Map<String, Long> readEverything(OwnStory story) {
    Map<String, Long> took = new TreeMap<>();
    for (RestRoute route : RestRoute.all()) {
      if (route.method().equals("GET")) {
        String address = route.addressFor(story.sandbox.tenantId());
        took.put(address, timed(() -> story.server.get(address).statusCode()));
      }
    }
    for (String export : List.of("findings", "licenses", "users")) {
      String address = "/api/v1" + story.tenant() + "/reports/" + export + ".csv";
      took.put(
          address, timed(() -> story.server.get(address, BodyHandlers.discarding()).statusCode()));
    }
    for (String list : List.of("/findings?page=100&size=200", "/findings?rule=R03&page=9")) {
      String address = "/api/v1" + story.tenant() + list;
      took.put(address, timed(() -> story.server.get(address).statusCode()));
    }
    LoginForm person = new LoginForm(story.server);
    person.signIn("/login.xhtml", "admin", story.server.adminPassword());
    for (String page : List.of("", "/permissions", "/scan", "/savings", "/licenses", "/findings")) {
      String address = story.tenant() + page;
      took.put(address, timed(() -> person.get(address).statusCode()));
    }
    for (String page : List.of("/settings/audit", "/settings/prices", "/settings/keys", "/about")) {
      took.put(page, timed(() -> person.get(page).statusCode()));
    }
    return took;
  }

  private static long timed(IntSupplier status) {
    long start = System.nanoTime();
    assertThat(status.getAsInt()).isLessThan(500);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** A scan of today: it stores, is evaluated, and the oldest snapshot goes. */
  private static void scanAndForget(OwnStory story, InstalledPostgres postgres) throws Exception {
    assertThat(story.rest.call("POST", story.tenant() + "/scans", "").statusCode()).isEqualTo(202);
    Instant end = Instant.now().plus(PATIENCE);
    try (Connection connection = postgres.open("chronom")) {
      GrownDatabase database = new GrownDatabase(connection);
      while (database.number("select count(*) from scan") > SNAPSHOTS
          || database.number("select count(*) from job where owner is not null") > 0) {
        assertThat(Instant.now()).isBefore(end);
        Thread.sleep(1_000);
      }
    }
  }

  /** By the beginning of the query, as the product's own role asked it. */
  private static Map<String, String> sequentialScans(Path log, List<String> large)
      throws Exception {
    Map<String, String> found = new TreeMap<>();
    String query = "";
    try (var lines = Files.lines(log)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Matcher asked = QUERY.matcher(line);
        if (asked.find()) {
          query = asked.group(1);
        }
        Matcher scan = SCAN.matcher(line);
        if (scan.find()
            && large.contains(scan.group(1))
            && WHOLE_TENANT.stream().noneMatch(query::startsWith)) {
          found.put(query, scan.group(1));
        }
      }
    }
    return found;
  }
}
