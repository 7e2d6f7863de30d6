package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.platform.web.LoginForm;
import ai.chronom.m365.running.InstalledPostgres;
import ai.chronom.m365.running.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL restarts and crashes under load: an outage is told as one, ends, and costs nothing.
 */
class DatabaseRestartsIT {
  private static final int RESTARTS = 20;
  private static final int WRITERS = 3;
  private static final List<String> PAGES = List.of("/settings/tokens", "/settings/audit");
  private static final Duration RECOVERY_MAX = Duration.ofSeconds(10);
  private static final long BETWEEN_MILLISECONDS = 1_500;

  @TempDir Path directory;

  private final AtomicInteger number = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final Queue<String> outages = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private volatile boolean going = true;

  @Test
  void loseNothingThatWasAcknowledgedAndHealByThemselves() throws Exception {
    Map<String, String> properties;
    try (InstalledPostgres postgres = InstalledPostgres.start(directory.resolve("postgres"))) {
      properties = new TreeMap<>(postgres.configuration());
      properties.put("chronom.sandbox.enabled", "false");
      try (RunningServer server = RunningServer.start(properties)) {
        ExecutorService load = startLoad(server);
        List<Duration> recoveries = new ArrayList<>();
        for (int i = 0; i < RESTARTS; i++) {
          Thread.sleep(BETWEEN_MILLISECONDS);
          postgres.restart(i % 2 == 0 ? "fast" : "immediate");
          recoveries.add(recovery());
        }
        going = false;
        load.shutdown();
        assertThat(load.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        System.out.println("answers " + answers + ", recoveries " + recoveries);

        assertThat(unexpected).isEmpty();
        assertThat(answers).containsKeys(201, 503);
        assertThat(outages).allMatch(page -> page.contains("cannot reach its database"));
        assertThat(Files.readString(server.log())).doesNotContain("stay as EclipseLink has them");
        assertThat(recoveries).allMatch(time -> time.compareTo(RECOVERY_MAX) < 0);
        assertThat(stored(postgres)).containsAll(acknowledged);
      }
    }
  }

  private ExecutorService startLoad(RunningServer server) {
    ExecutorService load = Executors.newFixedThreadPool(WRITERS + 1);
    for (int i = 0; i < WRITERS; i++) {
      load.execute(() -> write(server));
    }
    LoginForm person = new LoginForm(server);
    assertThat(person.signIn("/login.xhtml", "admin", server.adminPassword()).statusCode())
        .isLessThan(400);
    var page = person.get(PAGES.get(0));
    assertThat(page.statusCode()).as(page.headers() + page.body()).isEqualTo(200);
    load.execute(() -> read(person));
    return load;
  }

  private void write(RunningServer server) {
    while (going) {
      String name = "write-" + number.incrementAndGet();
      var answer =
          server.call("POST", "/api/v1/tokens", "{\"name\":\"" + name + "\",\"role\":\"viewer\"}");
      if (answer.statusCode() == 201) {
        acknowledged.add(name);
      }
      note(answer.statusCode(), 201, answer.body());
    }
  }

  private void read(LoginForm person) {
    while (going) {
      for (String page : PAGES) {
        var answer = person.get(page);
        note(answer.statusCode(), 200, page + " " + answer.body());
        if (answer.statusCode() == 503) {
          outages.add(answer.body());
        }
      }
    }
  }

  private void note(int status, int good, String body) {
    synchronized (answers) {
      answers.merge(status, 1, Integer::sum);
    }
    if (status != good && status != 503) {
      unexpected.add(status + " " + body);
    }
  }

  /** From the moment that the database serves until writing works again. */
  private Duration recovery() throws InterruptedException {
    long start = System.nanoTime();
    int before = acknowledged.size();
    while (acknowledged.size() == before
        && System.nanoTime() - start < 2 * RECOVERY_MAX.toNanos()) {
      Thread.sleep(20);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Set<String> stored(InstalledPostgres postgres) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Connection connection = postgres.open("chronom");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select name from api_token")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
