package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of the next version changes the schema while a node of this one works. */
class RollingUpgradeOpsIT {
  /** As ADR 071 asks: it adds, and takes nothing away. */
  private static final String NEXT_SCHEMA =
      """
      alter table tenant add column next_note varchar(40);
      alter table job add column next_weight integer default 1 not null;
      create table next_thing (id bigint not null constraint next_thing_pk primary key);
      """;

  @TempDir private Path directory;

  @Test
  void theOlderNodeGoesOnAndMayEvenStartAgain() throws IOException, InterruptedException {
    Path next = directory.resolve("next");
    Command.of("cp", "-r", "target/chronom-m365", next.toString()).run(directory.resolve("cp.log"));
    Files.writeString(
        next.resolve("WEB-INF/classes/db/migration/V209901010000__add_next_things.sql"),
        NEXT_SCHEMA);
    try (Nodes nodes = Nodes.start(1, Map.of())) {
      RunningServer older = nodes.one();
      Queue<String> trouble = new ConcurrentLinkedQueue<>();
      AtomicBoolean done = new AtomicBoolean();
      Thread people = new Thread(() -> work(older, done, trouble), "people at the older node");
      people.start();

      RunningServer newer = nodes.add(Map.of("embedded.war", next.toString()));
      assertThat(nodes.number("select count(*) from next_thing")).isZero();
      work(newer, 20, trouble);
      done.set(true);
      people.join();
      assertThat(trouble).isEmpty();

      older.stop();
      older.startAgain();
      work(older, 20, trouble);
      assertThat(trouble).isEmpty();
    }
  }

  private static void work(RunningServer node, AtomicBoolean done, Queue<String> trouble) {
    while (!done.get()) {
      work(node, 1, trouble);
    }
  }

  /** Reads and writes, on many connections' worth of prepared statements. */
  private static void work(RunningServer node, int rounds, Queue<String> trouble) {
    for (int round = 0; round < rounds; round++) {
      expect(200, node.get("/api/v1/tenants").statusCode(), trouble);
      expect(200, node.get("/api/v1/audit").statusCode(), trouble);
      expect(
          201,
          node.call(
                  "POST",
                  "/api/v1/tokens",
                  "{\"name\":\"upgrade-" + System.nanoTime() + "\",\"role\":\"viewer\"}")
              .statusCode(),
          trouble);
    }
  }

  private static void expect(int wanted, int came, Queue<String> trouble) {
    if (came != wanted) {
      trouble.add(wanted + " expected, " + came + " came");
    }
  }
}
