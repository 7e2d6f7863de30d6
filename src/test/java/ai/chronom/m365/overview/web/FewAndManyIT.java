package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.platform.web.Staff;
import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import ai.chronom.m365.running.TestDatabase;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Pages and lists of a company of nobody, of one and of many: whole and accessible each time, and
 * asking the database as often for many rows as for few.
 */
class FewAndManyIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Where few have nothing to look for, the look itself is spared: three statements at once, and
   * one for each of ten beginnings of names for which the settings make suggestions.
   */
  private static final int MORE = 3 + 10;

  private static final int TENANTS = 40;

  private static final List<String> ALL_TENANTS =
      List.of("/", "/integrations", "/settings/prices", "/settings/audit");
  private static final List<String> PAGES =
      List.of(
          "",
          "/permissions",
          "/scan",
          "/savings",
          "/licenses",
          "/findings",
          "/users",
          "/renewals",
          "/what-if",
          "/history",
          "/settings");
  private static final List<String> LISTS =
      List.of(
          "/findings?size=200",
          "/rules?size=200",
          "/licenses?size=200",
          "/renewals?size=200",
          "/savings",
          "/savings/departments?size=200",
          "/savings/history",
          "/users?size=200",
          "/scans",
          "/verifications",
          "/lists",
          "/thresholds");

  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void manyRowsTakeNoMoreStatementsThanFew() throws Exception {
    Map<String, Integer> few = statements(1);
    Map<String, Integer> many = statements(120);

    assertThat(many).hasSize(1 + ALL_TENANTS.size() + PAGES.size() + LISTS.size());
    assertNoMore(many, few);
  }

  private static void assertNoMore(Map<String, Integer> many, Map<String, Integer> few) {
    assertThat(many)
        .allSatisfy(
            (asked, count) ->
                assertThat(count)
                    .as(asked)
                    .isPositive()
                    .isLessThanOrEqualTo(few.getOrDefault(asked, 0) + MORE));
  }

  private static Map<String, Integer> statements(int users) throws Exception {
    Path parent = Files.createDirectories(Path.of("target/it"));
    StatementTrace trace = StatementTrace.in(Files.createTempDirectory(parent, "few-"));
    TestDatabase database = trace.database();
    Map<String, String> settings =
        Map.of(
            "chronom.sandbox.users", String.valueOf(users),
            "chronom.db.url", database.url(),
            "chronom.db.user", database.user());
    try (RunningServer server = RunningServer.start(settings)) {
      Company company = new Company(server, new Staff(server, chromium).admin(), trace);
      Map<String, Integer> counts = company.counts(users == 1);
      if (users > 1) {
        ManyTenants.add(database, TENANTS);
        assertNoMore(company.countsOfAll(), counts);
      }
      return counts;
    }
  }

  /** A server with one tenant, and an administrator in front of it. */
  private record Company(RunningServer server, Page admin, StatementTrace trace) {
    Map<String, Integer> counts(boolean look) throws Exception {
      if (look) {
        ALL_TENANTS.forEach(this::look);
      }
      connect();
      if (look) {
        PAGES.forEach(page -> look(tenant(page)));
      }
      awaitSavings();
      if (look) {
        PAGES.forEach(page -> look(tenant(page)));
      }
      Map<String, Integer> counts = countsOfAll();
      for (String page : PAGES) {
        counts.put("page …" + page, trace.of(page, () -> open(tenant(page))));
      }
      for (String list : LISTS) {
        counts.put("list …" + list, trace.of(list, () -> read("/api/v1" + tenant(list))));
      }
      return counts;
    }

    Map<String, Integer> countsOfAll() throws Exception {
      Map<String, Integer> counts = new TreeMap<>();
      for (String page : ALL_TENANTS) {
        counts.put("page " + page, trace.of(page, () -> open(page)));
      }
      String tenants = "/api/v1/tenants?size=200";
      counts.put("list tenants", trace.of(tenants, () -> read(tenants)));
      return counts;
    }

    private String tenant(String page) {
      return "/tenants/" + server.sandbox().tenantId() + page;
    }

    private void connect() {
      SandboxTenant tenant = server.sandbox();
      String body =
          """
          {"name":"Few or many","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
          """
              .formatted(tenant.tenantId(), tenant.applicationId(), tenant.clientSecret());
      assertThat(server.call("POST", "/api/v1/tenants", body).statusCode()).isEqualTo(201);
    }

    private void awaitSavings() throws InterruptedException {
      Instant end = Instant.now().plus(PATIENCE);
      HttpResponse<String> answer = server.get("/api/v1" + tenant("/savings"));
      while (answer.statusCode() != 200 && Instant.now().isBefore(end)) {
        Thread.sleep(500);
        answer = server.get("/api/v1" + tenant("/savings"));
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void look(String address) {
      Response answer = admin.navigate(server.url(address).toString());
      assertThat(answer.status()).as(address).isEqualTo(200);
      assertThat(admin.locator("h1").count()).as(address).isEqualTo(1);
      assertThat(violations()).as(address).isEmpty();
    }

    private List<String> violations() {
      return new AxeBuilder(admin)
          .withTags(ConsoleIT.ACCESSIBLE).analyze().getViolations().stream()
              .map(Rule::toString)
              .toList();
    }

    private int open(String address) {
      APIResponse answer = admin.context().request().get(server.url(address).toString());
      int status = answer.status();
      answer.dispose();
      return status;
    }

    private int read(String address) {
      return server.get(address).statusCode();
    }
  }
}
