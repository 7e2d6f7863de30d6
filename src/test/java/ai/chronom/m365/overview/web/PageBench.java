package ai.chronom.m365.overview.web;

import ai.chronom.m365.platform.web.LoginForm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pages of a large tenant beside an empty page of the same server in the same run: how long
 * until the whole page has come, and until a browser on the same machine shows its first words. A
 * page comes in one piece, so that its first content comes with its last.
 */
public final class PageBench {
  private static final int WARM_UP = 15;
  private static final int READS = 60;
  private static final int PAINTS = 20;
  private static final double P95 = 0.95;
  private static final double MILLIS = 1e6;
  private static final String EMPTY = "/about";

  /** As on a full server; the embedded run saves the start's seconds. */
  private static final String COMPILER = "-XX:TieredStopAtLevel=4";

  private PageBench() {}

  /** Alone: {@code mvn -Pbench} runs it among the others. */
  public static void main(String[] words) {
    tell(run(Integer.getInteger("bench.page-users", 200_000)));
  }

  public static JsonObject run(int users) {
    Map<String, String> compiled = Map.of("embedded.jvm-options", COMPILER);
    try (LargeTenant tenant = LargeTenant.start(users, compiled)) {
      return measure(tenant);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject measure(LargeTenant tenant) throws SQLException {
    LoginForm person = new LoginForm(tenant.server());
    person.signIn("/login.xhtml", "admin", tenant.server().adminPassword());
    List<String> pages = pages(tenant);
    Map<String, double[]> millis = read(person, pages);
    JsonObjectBuilder rows = Json.createObjectBuilder();
    Map<String, double[]> painted = FirstPaint.of(tenant.server(), pages, PAINTS);
    JsonObjectBuilder paints = Json.createObjectBuilder();
    for (String page : pages) {
      rows.add(shown(tenant, page), p95(millis.get(page)));
      paints.add(shown(tenant, page), p95(painted.get(page)));
    }
    return Json.createObjectBuilder()
        .add("accounts", Long.parseLong(tenant.ask("select count(*) from snapshot_user")))
        .add("findings", Long.parseLong(tenant.ask("select count(*) from finding")))
        .add("emptyMillis", p95(millis.get(EMPTY)))
        .add("p95Millis", rows)
        .add("paintP95Millis", paints)
        .build();
  }

  private static String shown(LargeTenant tenant, String page) {
    return page.replace(tenant.address(), "…").replaceAll("[0-9a-f-]{36}", "…");
  }

  /** All that read of a tenant, and their filters, orders and pages far behind. */
  static List<String> pages(LargeTenant tenant) throws SQLException {
    String somebody =
        tenant.ask(
            "select max(user_id) from finding_seat where finding_id in"
                + " (select id from finding where rule_id = 'R04')");
    String deep =
        tenant.ask(
            "select id from finding where state = 'OPEN' order by worth desc, id"
                + " offset 20000 limit 1");
    String middle =
        tenant.ask(
            "select user_id from snapshot_user where scan_id = %d and seats > 0 order by upn_key offset 100000 limit 1"
                .formatted(tenant.scan()));
    Stream<String> below =
        Stream.of(
            "",
            "/permissions",
            "/scan",
            "/savings",
            "/licenses",
            "/findings",
            "/findings?state=open&after=" + deep,
            "/findings?rule=R04&confidence=high",
            "/findings?sort=-net",
            "/findings?sort=subject",
            "/findings?sort=-first_seen",
            "/findings?user=" + somebody,
            "/users",
            "/users?after=" + middle,
            "/users?search=a",
            "/users?search=0a1",
            "/users?account=disabled",
            "/users/" + somebody,
            "/renewals",
            "/what-if",
            "/history",
            "/settings");
    return Stream.concat(Stream.of(EMPTY, "/"), below.map(path -> tenant.address() + path))
        .toList();
  }

  /** By turns, so that whatever else the machine does comes over all of them alike. */
  private static Map<String, double[]> read(LoginForm person, List<String> pages) {
    Map<String, double[]> millis = new HashMap<>();
    pages.forEach(page -> millis.put(page, new double[READS]));
    for (int round = -WARM_UP; round < READS; round++) {
      for (String page : pages) {
        double took = millis(person, page);
        if (round >= 0) {
          millis.get(page)[round] = took;
        }
      }
    }
    return millis;
  }

  private static double millis(LoginForm person, String page) {
    long start = System.nanoTime();
    HttpResponse<String> answer = person.get(page);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page + " answered " + answer.statusCode());
    }
    return (System.nanoTime() - start) / MILLIS;
  }

  private static double p95(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) (millis.length * P95)];
  }

  /** As a table. */
  public static void tell(JsonObject found) {
    System.out.printf(
        "pages of %d accounts and %d findings, p95: whole page, and first words in a browser%n",
        found.getJsonNumber("accounts").longValue(), found.getJsonNumber("findings").longValue());
    JsonObject rows = found.getJsonObject("p95Millis");
    JsonObject paints = found.getJsonObject("paintP95Millis");
    for (String page : rows.keySet()) {
      System.out.printf(
          "  %-52s %8.0f ms %8.0f ms%n",
          page.equals(EMPTY) ? "an empty page" : page,
          rows.getJsonNumber(page).doubleValue(),
          paints.getJsonNumber(page).doubleValue());
    }
  }
}
